"""Credentials of Drone."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DRONE_TOKEN = Credential(
    id="secret-drone-token",
    title="Drone CI token",
    service="Drone",
    severity=Severity.HIGH,
    keywords=("drone",),
    expression=keyed("drone", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it starts builds and changes their secrets.",
    revoke="Reset it in the account settings.",
    also=("droneci-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DRONE_TOKEN=UUo·GKqAjYuAnSRLFEOBrM4fCnvZn7LSF",),
    ignores=(
        "DRONE_TOKEN=012·3456789abcdefghijklmnopqrstuv",
        "DRONE_TOKEN=s1K·O5oGHj80Pu7cW",
        "etag: BWH·CgWk6QPitJNzKrgH1jQi4tSbRtQ8y",
    ),
)
