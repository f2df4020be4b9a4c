"""Credentials of Cloudsmith."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CLOUDSMITH_KEY = Credential(
    id="secret-cloudsmith-key",
    title="Cloudsmith API key",
    service="Cloudsmith",
    severity=Severity.HIGH,
    keywords=("cloudsmith",),
    expression=keyed("cloudsmith", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it reads and publishes packages of the account.",
    revoke="Reset it in the account settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CLOUDSMITH_API_KEY=242·bdd8bce088f8de462462·2b16b3127e990dfba",),
    ignores=(
        "CLOUDSMITH_API_KEY=012·3456789abcdef0123456·789abcdef01234567",
        "CLOUDSMITH_API_KEY=7fb·0f2a70e82382635f6",
        "etag: b7f·c842de66587fecea959e·688a4c1087a8a4978",
    ),
)
