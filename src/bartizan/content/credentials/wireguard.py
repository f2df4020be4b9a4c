"""Credentials of WireGuard."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WIREGUARD_KEY = Credential(
    id="secret-wireguard-key",
    title="WireGuard private key",
    service="WireGuard",
    severity=Severity.HIGH,
    keywords=("privatekey", "presharedkey", "private_key", "wireguard"),
    expression=(
        r"(?i:\b(?:private|preshared)_?key\s{0,4}=\s{0,4})"
        r"(?P<secret>[0-9A-Za-z+/]{42}[AEIMQUYcgkosw048]=)"
    ),
    entropy=4.0,
    check="azure-key",
    grants="Whoever holds it takes the place of the machine in the private network.",
    revoke="Make a new key pair, and remove the public key from all peers.",
    source="https://www.wireguard.com/quickstart/",
    finds=("[Interface]\nPrivateKey = adL·0NG078OKi3b01rxq8Haiop·fP9NCwYNHTz6170wLg=",),
    ignores=(
        "PublicKey = Tnp·cW578Qb4OibfiNB8hyUzID·k2E8P4tBNmVDEmbsMw=",
        "Priva·teKey = AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    ),
)
