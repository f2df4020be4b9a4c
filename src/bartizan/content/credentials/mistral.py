"""Credentials of Mistral."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MISTRAL_KEY = Credential(
    id="secret-mistral-key",
    title="Mistral API key",
    service="Mistral",
    severity=Severity.MEDIUM,
    keywords=("mistral",),
    expression=keyed("mistral", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the console under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MISTRAL_API_KEY=mJ5·wMPNGmSaIw4C3IVHC7DLXmrBv8pYR",),
    ignores=(
        "MISTRAL_API_KEY=012·3456789abcdefghijklmnopqrstuv",
        "MISTRAL_API_KEY=hVz·RnT4OZj0i0xaY",
        "etag: wGd·vJQy0g7tu5OcSP4kHIswr63QPfGF6",
    ),
)
