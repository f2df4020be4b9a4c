"""Credentials of Fireworks AI."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FIREWORKS_KEY = Credential(
    id="secret-fireworks-key",
    title="Fireworks AI API key",
    service="Fireworks AI",
    severity=Severity.MEDIUM,
    keywords=("fw_", "fireworks"),
    expression=token(r"fw_[0-9A-Za-z]{22,24}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the settings under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FIREWORKS_API_KEY=fw_u6L·tPa7EHPUtGjXpahtaG4M6",),
    ignores=(
        "FIREWORKS_API_KEY=fw_012·3456789abcdefghijklmn",
        "FIREWORKS_API_KEY=fw_wfM·vgz1f99Kn",
    ),
)
