"""Credentials of Ethereum."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ETHEREUM_PRIVATE_KEY = Credential(
    id="secret-ethereum-private-key",
    title="Ethereum private key",
    service="Ethereum",
    severity=Severity.CRITICAL,
    keywords=(
        "private_key",
        "privatekey",
        "private-key",
        "priv_key",
        "privkey",
        "deployer_",
        "wallet_",
        "signer_",
        "owner_key",
        "account_key",
        "eth_",
    ),
    expression=after(
        r"priv(?:ate)?[_-]?key|(?:deployer|wallet|signer|owner|account|eth)[\w-]{0,12}?key", "0x[0-9a-f]{64}"
    ),
    entropy=3.0,
    check="ethereum",
    grants="Whoever holds it moves all that the account has.",
    revoke="Move what the account has to a new one.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DEPLOYER_PRIVATE_KEY=0x6af·39a58bc8597cccf296eb6b1719ab0248·8a2149b045e643f66827d3a1b3b68",),
    ignores=(
        "PRIVA·TE_KEY=0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
        'const keyHash = "0x037·2d3f12d2119317fe728289b5cda9ad07·cdad48e7e29273accf49a4db85b3e"',
        "DEPLOYER_PRIVATE_KEY=0x012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "DEPLOYER_PRIVATE_KEY=0x4ab·95041ec4212f9de6615463a404811",
    ),
)
