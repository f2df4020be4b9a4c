"""Credentials of Checkly."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CHECKLY_KEY = Credential(
    id="secret-checkly-key",
    title="Checkly API key",
    service="Checkly",
    severity=Severity.MEDIUM,
    keywords=("checkly",),
    expression=token(r"cu_[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it changes checks, with the secrets in them.",
    revoke="Delete it in the user settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CHECKLY_API_KEY=cu_2de·9bc7a2da8ebfd8b3648f7b26d4f79",),
    ignores=(
        "CHECKLY_API_KEY=cu_012·3456789abcdef0123456789abcdef",
        "CHECKLY_API_KEY=cu_541·c579d135fe9f9",
    ),
)
