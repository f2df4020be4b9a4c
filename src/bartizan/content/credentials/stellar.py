"""Credentials of Stellar."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STELLAR_SEED = Credential(
    id="secret-stellar-seed",
    title="Stellar secret seed",
    service="Stellar",
    severity=Severity.CRITICAL,
    keywords=("stellar", "keypair", "seed"),
    expression=token(r"S[A-D][A-Z2-7]{54}"),
    entropy=3.0,
    check="nkey",
    grants="Whoever holds it moves all that the account has.",
    revoke="Move what the account has to a new one.",
    source="https://stellar.org/protocol/sep-23",
    finds=("STELLAR_SECRET=SBMJZF·H24VD7AUEOHAU5CHPHLY4LRGNIJF·LQDRW2J4NCOXLOTQ6NIXZW",),
    ignores=(
        "STE·LLAR_SECRET=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "STELLAR_SECRET=SB3DZ4·XKSEKH4JCK7WDN6QLQLLKF",
    ),
)
