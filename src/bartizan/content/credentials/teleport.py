"""Credentials of Teleport."""

from bartizan.content.credentials.spelling import HEX32, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TELEPORT_TOKEN = Credential(
    id="secret-teleport-token",
    title="Teleport join token",
    service="Teleport",
    severity=Severity.HIGH,
    keywords=("teleport",),
    expression=after(r"teleport[\w-]{0,16}?(?:join|auth|invite)?[_-]?token|(?:auth|join)_token", HEX32),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it, before it expires, joins a machine to the cluster.",
    revoke="Remove it with tctl tokens rm, and prefer delegated join methods.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TELEPORT_JOIN_TOKEN=e41·be743c93d710f91dae19b2fae9f75",),
    ignores=(
        "TELEPORT_JOIN_TOKEN=012·3456789abcdef0123456789abcdef",
        "TELEPORT_JOIN_TOKEN=525·e26181dcf4a2e",
    ),
)
