"""Credentials of Jenkins."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

JENKINS_TOKEN = Credential(
    id="secret-jenkins-token",
    title="Jenkins API token",
    service="Jenkins",
    severity=Severity.HIGH,
    keywords=("jenkins",),
    expression=keyed("jenkins", "11[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it, and the user name, acts as the user: often enough to run programs on the server.",
    revoke="Revoke it in the configuration of the user.",
    source="https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/",
    finds=("JENKINS_API_TOKEN=11869·47cb238607abce6d08951e0ab30ad",),
    ignores=(
        "JENKINS_API_TOKEN=11012·3456789abcdef0123456789abcdef",
        "JENKINS_API_TOKEN=11f80·3e3f23eafe3f0",
        "etag: 220·8555621f60e2ceff7d78d4ddecfad",
    ),
)
