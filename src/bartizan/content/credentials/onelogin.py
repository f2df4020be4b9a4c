"""Credentials of OneLogin."""

from bartizan.content.credentials.spelling import HEX64, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ONELOGIN_SECRET = Credential(
    id="secret-onelogin-secret",
    title="OneLogin client secret",
    service="OneLogin",
    severity=Severity.CRITICAL,
    keywords=("onelogin",),
    expression=after(r"one_?login[\w. -]{0,20}?secret", HEX64),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it and the client id manages users.",
    revoke="Delete the API credential.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ONELOGIN_CLIENT_SECRET=318·1aec2b399b313a78402725317de350e3·0574a26dd5683d90a75d871047c1e",),
    ignores=(
        "ONELOGIN_CLIENT_SECRET=012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "ONELOGIN_CLIENT_SECRET=3f6·4f78ae538e2a7f2b05138fdb208c4",
    ),
)
