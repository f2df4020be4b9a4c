"""Name look-ups are logged."""

from bartizan.content.kinds.gcp.network import Network
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-dns-policy-logged",
    title="Name look-ups are logged",
    severity=Severity.LOW,
    every=Network,
    must=Network.dns_logged,
    because="Malware is first noticed by the names it asks for.",
    fix="Add a google_dns_policy with enable_logging for the network.",
    serves=("network-logging",),
    passes=[Network(dns_logged=True)],
    fails=[Network(dns_logged=False)],
)
