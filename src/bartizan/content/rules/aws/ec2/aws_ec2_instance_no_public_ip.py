"""EC2 instances ask for no public address."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-instance-no-public-ip",
    title="EC2 instances ask for no public address",
    severity=Severity.MEDIUM,
    every=Machine,
    must=~Machine.asks_public_address,
    because=(
        "A machine with a public address is scanned from the first minute; then only its security group and "
        "its software stand before it."
    ),
    fix=(
        "Remove associate_public_ip_address (AssociatePublicIpAddress), and let a load balancer or a gateway "
        "face the Internet."
    ),
    serves=("no-public-service",),
    also=("CKV_AWS_88", "CKV_AWS_389", "AWS-0009", "AVD-AWS-0009", "aws-ec2-no-public-ip"),
    passes=[Instance(asks_public_address=False)],
    fails=[Instance(asks_public_address=True), LaunchTemplate(asks_public_address=True)],
)
