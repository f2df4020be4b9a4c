"""Credentials of HubSpot."""

from bartizan.content.credentials.spelling import UUID, after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HUBSPOT_TOKEN = Credential(
    id="secret-hubspot-token",
    title="HubSpot private app token",
    service="HubSpot",
    severity=Severity.HIGH,
    keywords=("pat-na", "pat-eu", "pat-ap"),
    expression=token(r"pat-(?:na|eu|ap)[0-9]-" + UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it reads and changes contacts and deals as its scopes allow.",
    revoke="Rotate it in the settings of the private app.",
    source="https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview",
    finds=("HUBSPOT_TOKEN=pat-na1-b90c4·c11-d9f8-45da-a7a6·-020fa6d704ec",),
    ignores=(
        "HUBSPOT_TOKEN=pat·-na1-00000000-0000-0000-0000-000000000000",
        "HUBSPOT_TOKEN=pat-na1-85cef·0b4-41e9-49d3-a41a-55ea232",
    ),
)

HUBSPOT_KEY = Credential(
    id="secret-hubspot-key",
    title="HubSpot API key",
    service="HubSpot",
    severity=Severity.MEDIUM,
    keywords=("hapikey", "hubspot"),
    expression=after(r"hapikey|hubspot[\w. -]{0,16}?key", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it read and changed everything, while keys of this form were accepted.",
    revoke="Remove it; private apps took its place.",
    also=("hubspot-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//api.hubapi.com/contacts/v1/lists?hapikey=9f446·0e8-9c8e-4190-a8f3·-e84a95c5ef22",),
    ignores=(
        "https:·//api.hubapi.com/contacts/v1/lists?hapikey=00000000-0000-0000-0000-000000000000",
        "https:·//api.hubapi.com/contacts/v1/lists?hapikey=99622·216-7661-43e6-a898-30923bd",
    ),
)
