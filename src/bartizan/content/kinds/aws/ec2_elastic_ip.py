"""Amazon EC2 Elastic IP addresses."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.core.kind import Asset, Link
from bartizan.core.source import Beside, Block, First, Shown, Source


class Address(Asset, kind="aws.ec2.elastic-ip", identifier="arn:{partition}:ec2:{region}:{account}:elastic-ip/{id}"):
    """A public address that stays the same."""

    instance = Link(Instance, "The machine it leads to.")


FROM_TERRAFORM = Source(
    of=Address,
    each=Block("aws_eip"),
    reads={
        Address.instance: First(
            "instance", Beside(types="aws_eip_association", on="allocation_id", read="instance_id")
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_eip" "web" {
  instance = aws_instance.web.id
}
""",
            gives=Address("aws_eip.web", instance=frozenset({"aws_instance.web"})),
        ),
        Shown(
            text="""
resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_eip" "web" {}

resource "aws_eip_association" "web" {
  allocation_id = aws_eip.web.id
  instance_id   = aws_instance.web.id
}
""",
            gives=Address("aws_eip.web", instance=frozenset({"aws_instance.web"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Address,
    each=Block("AWS::EC2::EIP"),
    reads={
        Address.instance: First(
            "InstanceId", Beside(types="AWS::EC2::EIPAssociation", on="AllocationId || EIP", read="InstanceId")
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-1}
  Public:
    Type: AWS::EC2::EIP
    Properties: {InstanceId: !Ref Web}
""",
            gives=Address("Public", instance=frozenset({"Web"})),
        ),
    ],
)
