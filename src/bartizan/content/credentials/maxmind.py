"""Credentials of MaxMind."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MAXMIND_KEY = Credential(
    id="secret-maxmind-key",
    title="MaxMind license key",
    service="MaxMind",
    severity=Severity.LOW,
    keywords=("_mmk",),
    expression=token(r"[0-9A-Za-z]{6}_[0-9A-Za-z]{29}_mmk"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it downloads the databases of the account.",
    revoke="Delete it under Manage License Keys.",
    also=("maxmind-license-key",),
    source="https://support.maxmind.com/hc/en-us/articles/4407111582235",
    finds=("MAXMIND_LICENSE_KEY=yNx·AUm_EZ5·GVzUXk01RrgTkGzsWlbBfg3P6N_mmk",),
    ignores=(
        "MAXMIND_LICENSE_KEY=012·345_012·3456789abcdefghijklmnopqrs_mmk",
        "MAXMIND_LICENSE_KEY=B·XA_STt·8ocS1VtabDx_mmk",
    ),
)
