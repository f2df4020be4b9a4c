"""Credentials of Fernet."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FERNET_KEY = Credential(
    id="secret-fernet-key",
    title="Fernet key",
    service="Fernet",
    severity=Severity.MEDIUM,
    keywords=("fernet",),
    expression=after(r"fernet[\w. -]{0,16}", "[0-9A-Za-z_-]{43}="),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it reads the connections and variables that it encrypts.",
    revoke="Add a new key, rotate, and remove this one.",
    source="https://cryptography.io/en/latest/fernet/",
    finds=("AIRFLOW__CORE__FERNET_KEY=Ljo·Vej7t-WRQTf3PDNfT8keg4·y75lYnNBoBrkmqm3qA=",),
    ignores=(
        "AIRFLOW__CORE__FER·NET_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "AIRFLOW__CORE__FERNET_KEY=ju7·Y3iTTh75fcXaf8cBIbZ",
    ),
)
