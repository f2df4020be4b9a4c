"""Credentials of NATS."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NATS_SEED = Credential(
    id="secret-nats-seed",
    title="NATS nkey seed",
    service="NATS",
    severity=Severity.HIGH,
    keywords=("nkey", "nats", ".creds", "seed"),
    expression=token(r"S[ACNOUX][A-Z2-7]{56}"),
    entropy=3.0,
    check="nkey",
    grants="Whoever holds it and reaches the server acts as the user, account or operator.",
    revoke="Revoke the user in the account, or make new keys.",
    source="https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
    finds=(
        (
            "-----BEGIN USER NKEY SEED-----\nSUAIMO·RYZWENUAJWWALSCPPIZF6S3TK5MXT·H7VZGB4EG3OHOMIOBAWG"
            "Y4Q\n------END USER NKEY SEED------"
        ),
    ),
    ignores=(
        (
            "-----BEGIN USER NK·EY SEED-----\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xx\n------END USER NKEY SEED------"
        ),
        "-----BEGIN USER NKEY SEED-----\nSUAKHX·JOLUFYEI5IRCE567ZWEI5GA\n------END USER NKEY SEED------",
    ),
)
