"""Credentials of Tailscale."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TAILSCALE_AUTH_KEY = Credential(
    id="secret-tailscale-auth-key",
    title="Tailscale auth key",
    service="Tailscale",
    severity=Severity.HIGH,
    keywords=("tskey-",),
    expression=token(r"tskey-(?:auth-)?k[0-9A-Za-z]{6,20}(?:CNTRL)?-[0-9A-Za-z]{16,40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it adds a machine to the private network.",
    revoke="Revoke it under Settings, Keys, and remove machines you do not know.",
    source="https://tailscale.com/kb/1277/key-prefixes",
    finds=("tailscale up --authkey tskey-auth-kbAW·rxSDnLDsCNTRL-pTP·vv5I4QECA7DdDKzGM80kxAMbbYqwy",),
    ignores=("tailscale up --authkey tskey-auth-k012·3456789aCNTRL-012·3456789abcdefghijklmnopqrstuv",),
)

TAILSCALE_API_KEY = Credential(
    id="secret-tailscale-api-key",
    title="Tailscale API or OAuth key",
    service="Tailscale",
    severity=Severity.CRITICAL,
    keywords=("tskey-",),
    expression=token(r"tskey-(?:api|client|scim|webhook)-k[0-9A-Za-z]{6,20}(?:CNTRL)?-[0-9A-Za-z]{16,40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it changes machines, keys and access rules of the private network.",
    revoke="Revoke it under Settings, Keys, and look through the configuration log.",
    source="https://tailscale.com/kb/1277/key-prefixes",
    finds=("TAILSCALE_API_KEY=tskey-api-k25C·eoWpRhcMCNTRL-ZnO·RWnjPuDyyJs7FhtZMVxlTWqTjfYfs",),
    ignores=("TAILSCALE_API_KEY=tskey-api-k012·3456789aCNTRL-012·3456789abcdefghijklmnopqrstuv",),
)
