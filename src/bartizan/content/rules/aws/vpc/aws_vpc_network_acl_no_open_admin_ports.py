"""Network ACLs do not open SSH or RDP to everyone."""

from bartizan.content.kinds.aws.vpc_network_acl import AclEntry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-network-acl-no-open-admin-ports",
    title="Network ACLs do not open SSH or RDP to everyone",
    severity=Severity.MEDIUM,
    every=AclEntry,
    where=AclEntry.ingress & AclEntry.allows & ~AclEntry.all_ports,
    must=~(AclEntry.anywhere & AclEntry.services.has_any(22, 3389)),
    because=(
        "The ACL is the guard behind the security groups: with these ports open, one careless group is enough "
        "to let the Internet at the machines of the subnet."
    ),
    fix=("Narrow cidr_block (CidrBlock) of the entry, or the ports it is about; deny 22 and 3389 with a lower number."),
    serves=("no-open-admin-ports", "restricted-ingress"),
    also=(
        "CKV_AWS_231",
        "CKV_AWS_232",
        "AWS-0105",
        "AVD-AWS-0105",
        "aws-ec2-no-public-ingress-acl",
        "aws-vpc-no-public-ingress-acl",
    ),
    passes=[
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=False, services=frozenset({22})),
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=True, services=frozenset()),
    ],
    fails=[
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=True, services=frozenset({22})),
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=True, services=frozenset({3389})),
    ],
)
