"""Network ACLs do not open FTP to everyone."""

from bartizan.content.kinds.aws.vpc_network_acl import AclEntry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-network-acl-no-open-ftp",
    title="Network ACLs do not open FTP to everyone",
    severity=Severity.LOW,
    every=AclEntry,
    where=AclEntry.ingress & AclEntry.allows & ~AclEntry.all_ports,
    must=~(AclEntry.anywhere & AclEntry.services.has_any(20, 21)),
    because="FTP sends passwords in the clear; what still speaks it should not be reachable from everywhere.",
    fix="Narrow cidr_block (CidrBlock) of the entry, or the ports it is about.",
    serves=("restricted-ingress",),
    also=("CKV_AWS_229", "CKV_AWS_230"),
    passes=[
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=False, services=frozenset({21})),
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=True, services=frozenset({22})),
    ],
    fails=[AclEntry(ingress=True, allows=True, all_ports=False, anywhere=True, services=frozenset({21}))],
)
