"""Credentials of Etherscan."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ETHERSCAN_KEY = Credential(
    id="secret-etherscan-key",
    title="Etherscan API key",
    service="Etherscan",
    severity=Severity.LOW,
    keywords=("etherscan",),
    expression=keyed("(?:ether|bsc|polygon|arb|optimistic|ftm|snow)scan", "[0-9A-Z]{34}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it uses up the allowance of the account.",
    revoke="Delete it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ETHERSCAN_API_KEY=QXL·P74JYHE26QVYASKUUW2JJ599D8MP4V1",),
    ignores=(
        "ETHERSCAN_API_KEY=ABC·DEFGHIJKLMNOPQRSTUVWXYZ01234567",
        "ETHERSCAN_API_KEY=247·49TF9AM6O8A75A",
        "etag: MWB·Y8IFM424SICUB8V4UDVT64AUBK7NYLZ",
    ),
)
