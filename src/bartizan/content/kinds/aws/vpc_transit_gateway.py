"""AWS transit gateways: hubs between networks; and peering connections between two of them."""

from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Flag, Link
from bartizan.core.source import Block, Shown, Source


class TransitGateway(
    Asset, kind="aws.vpc.transit-gateway", identifier="arn:{partition}:ec2:{region}:{account}:transit-gateway/{id}"
):
    """A hub that routes between networks and accounts."""

    accepts_by_itself = Flag("Networks of other accounts it is shared with are attached without anyone's consent.")


class Peering(
    Asset, kind="aws.vpc.peering", identifier="arn:{partition}:ec2:{region}:{account}:vpc-peering-connection/{id}"
):
    """A connection between two networks."""

    vpc = Link(Vpc, "The network that asks for it.")
    peer = Link(Vpc, "The network that is asked.")


FROM_TERRAFORM = Source(
    of=TransitGateway,
    each=Block("aws_ec2_transit_gateway"),
    reads={TransitGateway.accepts_by_itself: "not_null(auto_accept_shared_attachments, 'disable') == 'enable'"},
    shows=[
        Shown(
            text='resource "aws_ec2_transit_gateway" "hub" {}',
            gives=TransitGateway("aws_ec2_transit_gateway.hub", accepts_by_itself=False),
        ),
        Shown(
            text='resource "aws_ec2_transit_gateway" "hub" {\n  auto_accept_shared_attachments = "enable"\n}',
            gives=TransitGateway("aws_ec2_transit_gateway.hub", accepts_by_itself=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=TransitGateway,
    each=Block("AWS::EC2::TransitGateway"),
    reads={TransitGateway.accepts_by_itself: "not_null(AutoAcceptSharedAttachments, 'disable') == 'enable'"},
    shows=[
        Shown(
            text="Resources: {Hub: {Type: 'AWS::EC2::TransitGateway'}}",
            gives=TransitGateway("Hub", accepts_by_itself=False),
        ),
        Shown(
            text="""
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties: {AutoAcceptSharedAttachments: enable}
""",
            gives=TransitGateway("Hub", accepts_by_itself=True),
        ),
    ],
)

PEERING_FROM_TERRAFORM = Source(
    of=Peering,
    each=Block("aws_vpc_peering_connection"),
    reads={Peering.vpc: "vpc_id", Peering.peer: "peer_vpc_id"},
    shows=[
        Shown(
            text="""
resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "bank" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc_peering_connection" "both" {
  vpc_id      = aws_vpc.shop.id
  peer_vpc_id = aws_vpc.bank.id
}
""",
            gives=Peering(
                "aws_vpc_peering_connection.both", vpc=frozenset({"aws_vpc.shop"}), peer=frozenset({"aws_vpc.bank"})
            ),
        ),
    ],
)

PEERING_FROM_CLOUDFORMATION = Source(
    of=Peering,
    each=Block("AWS::EC2::VPCPeeringConnection"),
    reads={Peering.vpc: "VpcId", Peering.peer: "PeerVpcId"},
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Bank:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.1.0.0/16}
  Both:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: {VpcId: !Ref Shop, PeerVpcId: !Ref Bank}
""",
            gives=Peering("Both", vpc=frozenset({"Shop"}), peer=frozenset({"Bank"})),
        ),
    ],
)
