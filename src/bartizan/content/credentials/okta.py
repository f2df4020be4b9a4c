"""Credentials of Okta."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OKTA_TOKEN = Credential(
    id="secret-okta-token",
    title="Okta API token",
    service="Okta",
    severity=Severity.CRITICAL,
    keywords=("okta", "ssws"),
    expression=(
        r"(?i:okta[\w. -]{0,20}?(?:token|key)[\"'`\]]{0,2}\s{0,3}[:=,>]{1,2}\s{0,3}[\"'`]?|"
        r"ssws\s{1,3})(?P<secret>00[0-9A-Za-z_-]{40})(?:[^0-9A-Za-z_-]|$)"
    ),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it acts as the administrator who made it: makes users, resets their factors.",
    revoke="Revoke it under Security, API, Tokens.",
    also=("okta-access-token",),
    source="https://developer.okta.com/docs/guides/create-an-api-token/main/",
    finds=(
        "OKTA_API_TOKEN=00V6r·j9eb7HJramuFrgJtw38l·kzyhCkzk1zuMFcPNV",
        "Authorization: SSWS 00c2s·i8bL7FV9SYfuI1pv8PWr·iuFjANjlhML27HWu2",
    ),
    ignores=(
        "OKTA_API_TOKEN=00012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "OKTA_API_TOKEN=00DNo·LUtgdB6jjLPU52WwD",
    ),
)

OKTA_CLIENT_SECRET = Credential(
    id="secret-okta-client-secret",
    title="Okta client secret",
    service="Okta",
    severity=Severity.HIGH,
    keywords=("okta",),
    expression=after(r"okta[\w. -]{0,20}?client[_-]?secret", "[0-9A-Za-z_-]{40,64}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Generate a new secret for the application.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("OKTA_CLIENT_SECRET=xHB·odNnozJ_FS0kJJeXQ0R2nuSlq6TQbEXL·-Jy7KV5PrBZE5t_TX_DWVm1o4CcTc",),
    ignores=(
        "OKTA_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "OKTA_CLIENT_SECRET=NW0·EO2qxcDwoAE7w3i7d5rzqqI0OKrG9",
    ),
)
