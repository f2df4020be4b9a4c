"""Credentials of SparkPost."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SPARKPOST_KEY = Credential(
    id="secret-sparkpost-key",
    title="SparkPost API key",
    service="SparkPost",
    severity=Severity.HIGH,
    keywords=("sparkpost",),
    expression=keyed("sparkpost", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it sends mail from the domains of the account.",
    revoke="Delete it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SPARKPOST_API_KEY=3f0·cb0dab367a4ecd2ded36·0ce1dafbbcbaf8067",),
    ignores=(
        "SPARKPOST_API_KEY=012·3456789abcdef0123456·789abcdef01234567",
        "SPARKPOST_API_KEY=be8·11724c88a5b91c2de",
        "etag: ffc·1b2d4c2d0df5b21b441f·09eed84272ac4d50c",
    ),
)
