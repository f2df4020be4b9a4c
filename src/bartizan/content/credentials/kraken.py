"""Credentials of Kraken."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

KRAKEN_SECRET = Credential(
    id="secret-kraken-secret",
    title="Kraken private key",
    service="Kraken",
    severity=Severity.CRITICAL,
    keywords=("kraken",),
    expression=after(r"kraken[\w. -]{0,16}?(?:secret|private)[\w. -]{0,8}", "[0-9A-Za-z+/]{86}=="),
    entropy=4.0,
    check="azure-key",
    grants="Whoever holds it and its key trades, and often withdraws.",
    revoke="Delete it in the settings under API.",
    also=("kraken-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "KRAKEN_PRIVATE_KEY=TIY·Bd3z1HVDxQ0Fo77+ufJGbQvHLe4xn1bq06ok5U3BF2Fg·iliODtbC3HuXDY79mbmP"
            "GUkLk2cDU32UHny9yqw=="
        ),
    ),
    ignores=(
        (
            "KRA·KEN_PRIVATE_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxx"
        ),
        "KRAKEN_PRIVATE_KEY=lYF·H8gr4dm1krQJ/FjhO5g5I8C0NIQSbaubUzizCdjII",
    ),
)
