"""Credentials of Prefect."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PREFECT_KEY = Credential(
    id="secret-prefect-key",
    title="Prefect API key",
    service="Prefect",
    severity=Severity.HIGH,
    keywords=("pnu_", "pnb_"),
    expression=token(r"pn[ub]_[0-9A-Za-z]{36}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it runs and changes flows of the account.",
    revoke="Delete it in the profile.",
    also=("prefect-api-token",),
    source="https://docs.prefect.io/",
    finds=("PREFECT_API_KEY=pnu_r6B·ip38gJCA3KDibAgU1Q·Bhpl80w9kaPzRFR",),
    ignores=(
        "PREFECT_API_KEY=pnu_012·3456789abcdefghijk·lmnopqrstuvwxyz",
        "PREFECT_API_KEY=pnu_sp6·qOwDOz3HtkPIQ5V",
    ),
)
