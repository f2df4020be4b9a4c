"""Amazon VPCs: the private networks of an account."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Beside, Block, Fixed, Shown, Source, Unseen


class Vpc(Asset, kind="aws.vpc.vpc", identifier="arn:{partition}:ec2:{region}:{account}:vpc/{id}"):
    """A private network in one region."""

    range = Text("Its first IPv4 address range.")
    default = Flag("It is the network that AWS made in the region, with public subnets and an open route.")
    flow_logged = Flag("A flow log keeps all traffic of it, or all that was refused.")
    default_group_closed = Flag("Its default security group has no rules.")


TERRAFORM_LOGGED = Beside(
    types="aws_flow_log",
    on="vpc_id",
    read="length([?contains(['ALL', 'REJECT'], not_null(traffic_type, 'ALL'))]) > `0`",
    none=False,
    all=True,
)
TERRAFORM_CLOSED = Beside(
    types="aws_default_security_group",
    on="vpc_id",
    read="length(not_null(ingress, `[]`)) == `0` && length(not_null(egress, `[]`)) == `0`",
    none=False,
)

FROM_TERRAFORM = Source(
    of=Vpc,
    each=Block("aws_vpc"),
    reads={
        Vpc.range: "cidr_block",
        Vpc.default: Fixed(False, "aws_vpc only makes new networks."),
        Vpc.flow_logged: TERRAFORM_LOGGED,
        Vpc.default_group_closed: TERRAFORM_CLOSED,
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "plain" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "accepted" {
  vpc_id          = aws_vpc.plain.id
  traffic_type    = "ACCEPT"
  log_destination = "arn:aws:s3:::logs"
}
""",
            gives=Vpc(
                "aws_vpc.plain", range="10.0.0.0/16", default=False, flow_logged=False, default_group_closed=False
            ),
        ),
        Shown(
            text="""
resource "aws_vpc" "watched" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "all" {
  vpc_id          = aws_vpc.watched.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::logs"
}

resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.watched.id
}
""",
            gives=Vpc("aws_vpc.watched", flow_logged=True, default_group_closed=True),
        ),
    ],
)

DEFAULT_FROM_TERRAFORM = Source(
    of=Vpc,
    each=Block("aws_default_vpc"),
    reads={
        Vpc.range: Fixed("172.31.0.0/16", "AWS gives every default network this range."),
        Vpc.default: Fixed(True, "aws_default_vpc takes charge of the network AWS made, or has it made again."),
        Vpc.flow_logged: TERRAFORM_LOGGED,
        Vpc.default_group_closed: TERRAFORM_CLOSED,
    },
    shows=[
        Shown(
            text='resource "aws_default_vpc" "default" {}',
            gives=Vpc(
                "aws_default_vpc.default",
                range="172.31.0.0/16",
                default=True,
                flow_logged=False,
                default_group_closed=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Vpc,
    each=Block("AWS::EC2::VPC"),
    reads={
        Vpc.range: "CidrBlock",
        Vpc.default: Fixed(False, "AWS::EC2::VPC only makes new networks."),
        Vpc.flow_logged: Beside(
            types="AWS::EC2::FlowLog",
            on="ResourceId",
            read="length([?contains(['ALL', 'REJECT'], not_null(TrafficType, 'ALL'))]) > `0`",
            none=False,
            all=True,
        ),
        Vpc.default_group_closed: Unseen("CloudFormation cannot take rules out of a default security group"),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
""",
            gives=Vpc("Plain", range="10.0.0.0/16", default=False, flow_logged=False),
        ),
        Shown(
            text="""
Resources:
  Watched:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Log:
    Type: AWS::EC2::FlowLog
    Properties: {ResourceId: !Ref Watched, ResourceType: VPC, TrafficType: REJECT}
""",
            gives=Vpc("Watched", flow_logged=True),
        ),
    ],
)
