"""Credentials of Quay."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

QUAY_ROBOT_TOKEN = Credential(
    id="secret-quay-robot-token",
    title="Quay robot token",
    service="Quay",
    severity=Severity.HIGH,
    keywords=("quay_", "quay-", "quayt", "quayp", "quay."),
    expression=after(r"quay[\w.-]{0,24}?(?:token|password|pass)[\w.-]{0,12}", "[0-9A-Z]{64}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it, and the name of the robot, pulls and often pushes images.",
    revoke="Regenerate the token of the robot account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("QUAY_ROBOT_TOKEN=7PM·0NYV9NEXHBKVFIEZAJC0807QBSHGJ1Y8·IWBYYLZXQE7R15ZQ6B86RQD36FHRW",),
    ignores=(
        "QUAY_ROBOT_TOKEN=ABC·DEFGHIJKLMNOPQRSTUVWXYZ012345678·9ABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "QUAY_ROBOT_TOKEN=7E4·5DW6X88LF55MN36CFKPDGELJ3DCB2",
    ),
)
