"""Credentials of Bitcoin."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BITCOIN_PRIVATE_KEY = Credential(
    id="secret-bitcoin-private-key",
    title="Bitcoin private key",
    service="Bitcoin",
    severity=Severity.CRITICAL,
    keywords=("xprv", "yprv", "zprv"),
    expression=token(r"[xyz]prv[1-9A-HJ-NP-Za-km-z]{107}"),
    entropy=3.0,
    check="base58",
    grants="Whoever holds it moves all that the wallet has.",
    revoke="Move what the wallet has to a new one.",
    source="https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
    finds=(
        (
            "xprvDdi·M1Jvgfq3Tno8dy5HYae5F4QRfEfHT4ok4DKspCc9XCsKVbXCoZ385A7t1unrMZKsLg4iGDD8TMxE1F9D"
            "KNmVm29hVREL4rYYcbtb3dR9"
        ),
    ),
    ignores=(
        (
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxx"
        ),
        "xprvEJT·98eLCcYZUmvvF3xUpXWTtr6XxQRWCL9e2RPRuuvaDhkZ76gj",
    ),
)

BITCOIN_WALLET_KEY = Credential(
    id="secret-bitcoin-wallet-key",
    title="Bitcoin private key in wallet import format",
    service="Bitcoin",
    severity=Severity.CRITICAL,
    keywords=("wif", "privkey", "private_key", "privatekey", "priv_key", "bitcoin", "btc"),
    expression=after(
        r"(?:wif|priv(?:ate)?_?key|bitcoin[\w-]{0,12}?key|btc[\w-]{0,12}?key)[\w-]{0,12}",
        "[5KL][1-9A-HJ-NP-Za-km-z]{50,51}",
    ),
    entropy=3.0,
    check="base58",
    grants="Whoever holds it moves all that the address has.",
    revoke="Move what the address has to a new one.",
    source="https://en.bitcoin.it/wiki/Wallet_import_format",
    finds=("BTC_PRIVATE_KEY=L3j9z·RLy4sCqfYLSGCWeXnvyM7mG9fh·w2h5zxFDH2agvhoV5XdA6",),
    ignores=(
        "BTC_PRIVA·TE_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "BTC_PRIVATE_KEY=KxsMR·eLGE2TV1dqi3WqYYAotnp",
    ),
)
