"""Network ACLs do not allow everything from everyone."""

from bartizan.content.kinds.aws.vpc_network_acl import AclEntry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-network-acl-not-all-ports",
    title="Network ACLs do not allow everything from everyone",
    severity=Severity.LOW,
    every=AclEntry,
    where=AclEntry.ingress & AclEntry.allows,
    must=~(AclEntry.anywhere & AclEntry.all_ports),
    because=(
        "An ACL that lets everything in guards nothing: what a careless security group opens, the Internet reaches."
    ),
    fix=(
        "Allow only the ports that the subnet serves, and those for answers (1024 to 65535), in from_port and "
        "to_port (PortRange)."
    ),
    serves=("restricted-ingress",),
    also=(
        "CKV_AWS_352",
        "AWS-0102",
        "AVD-AWS-0102",
        "aws-ec2-no-excessive-port-access",
        "aws-vpc-no-excessive-port-access",
        "CKV_AWS_231",
        "CKV_AWS_232",
        "CKV_AWS_229",
        "CKV_AWS_230",
    ),
    passes=[
        AclEntry(ingress=True, allows=True, all_ports=False, anywhere=True),
        AclEntry(ingress=True, allows=True, all_ports=True, anywhere=False),
    ],
    fails=[AclEntry(ingress=True, allows=True, all_ports=True, anywhere=True)],
)
