"""Credentials of Infracost."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

INFRACOST_KEY = Credential(
    id="secret-infracost-key",
    title="Infracost API key",
    service="Infracost",
    severity=Severity.LOW,
    keywords=("ico-",),
    expression=token(r"ico-[0-9A-Za-z]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the cost estimates of the organisation.",
    revoke="Rotate it in the organisation settings.",
    also=("infracost-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("INFRACOST_API_KEY=ico-oxl·LaZN8MrgqZujf07dzeIBd6IQRAhcI",),
    ignores=(
        "INFRACOST_API_KEY=ico-012·3456789abcdefghijklmnopqrstuv",
        "INFRACOST_API_KEY=ico-tn6·vgF8vGylzbk4B",
    ),
)
