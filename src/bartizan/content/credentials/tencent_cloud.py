"""Credentials of Tencent Cloud."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TENCENT_SECRET_ID = Credential(
    id="secret-tencent-secret-id",
    title="Tencent Cloud secret id",
    service="Tencent Cloud",
    severity=Severity.HIGH,
    keywords=("akid",),
    expression=token(r"AKID[0-9A-Za-z]{32}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it and its key acts as a user of the account.",
    revoke="Disable and delete it under Access Key Management.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TENCENTCLOUD_SECRET_ID=AKIDV7r·r9LSwsHwJeCmsxr5alNVOvvG8OW1S",),
    ignores=(
        "TENCENTCLOUD_SECRET_ID=AKID012·3456789abcdefghijklmnopqrstuv",
        "TENCENTCLOUD_SECRET_ID=AKIDIla·eACqltkTZy74T",
    ),
)

TENCENT_SECRET_KEY = Credential(
    id="secret-tencent-secret-key",
    title="Tencent Cloud secret key",
    service="Tencent Cloud",
    severity=Severity.CRITICAL,
    keywords=("tencent", "qcloud"),
    expression=after(r"(?:tencent|qcloud)[\w-]{0,16}?secret[_-]?key", "[0-9A-Za-z]{32}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it and its id acts as a user of the account.",
    revoke="Disable and delete it under Access Key Management.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TENCENTCLOUD_SECRET_KEY=AlL·LUmROv29Ab9sgYUYUo1iydAErKDYz",),
    ignores=(
        "TENCENTCLOUD_SECRET_KEY=012·3456789abcdefghijklmnopqrstuv",
        "TENCENTCLOUD_SECRET_KEY=Q6b·dol4B0ZlNFX71",
    ),
)
