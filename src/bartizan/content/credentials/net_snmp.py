"""Credentials of Net-SNMP."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SNMP_COMMUNITY = Credential(
    id="secret-snmp-community",
    title="SNMP community that may write",
    service="Net-SNMP",
    severity=Severity.MEDIUM,
    keywords=("rwcommunity", "snmp-server"),
    expression=(
        r"(?im)^[ \t]*(?:rwcommunity6?[ \t]+(?P<secret>[^\s\"]{6,60})|snmp-server community [^\s]{6,6"
        r"0} rw\b)"
    ),
    entropy=2.5,
    check="password",
    grants="Whoever holds it and reaches the machine changes its settings.",
    revoke="Change it, and use version 3.",
    source="https://net-snmp.sourceforge.io/docs/man/snmpd.conf.html",
    finds=("rwcom·munity Ypi·sVHRRNpc5 10.0.0.0/8",),
    ignores=(
        "rwcom·munity private",
        "rocommunity public",
        "rwcommunity 012·3456789ab 10.0.0.0/8",
    ),
)
