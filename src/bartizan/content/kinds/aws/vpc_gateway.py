"""Gateways of Amazon VPCs: to the Internet, for addresses of others (NAT), and attachments to transit gateways."""

from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.aws.vpc_transit_gateway import TransitGateway
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Flag, Link
from bartizan.core.source import Beside, Block, First, Shown, Source


class InternetGateway(
    Asset, kind="aws.vpc.internet-gateway", identifier="arn:{partition}:ec2:{region}:{account}:internet-gateway/{id}"
):
    """What traffic between a network and the Internet goes through, in both directions."""

    vpc = Link(Vpc, "The network it is attached to.")


class NatGateway(
    Asset, kind="aws.vpc.nat-gateway", identifier="arn:{partition}:ec2:{region}:{account}:natgateway/{id}"
):
    """Lets connections out under an address of its own, and none in."""

    subnet = Link(Subnet, "The subnet it is in.")
    private = Flag("It has no public address: it leads to other networks only.")


class VpnGateway(
    Asset, kind="aws.vpc.vpn-gateway", identifier="arn:{partition}:ec2:{region}:{account}:vpn-gateway/{id}"
):
    """What traffic between a network and sites outside of AWS goes through."""

    vpc = Link(Vpc, "The network it is attached to.")


class Attachment(
    Asset,
    kind="aws.vpc.transit-gateway-attachment",
    identifier="arn:{partition}:ec2:{region}:{account}:transit-gateway-attachment/{id}",
):
    """Joins a network to a transit gateway."""

    gateway = Link(TransitGateway, "The transit gateway.")
    vpc = Link(Vpc, "The network that is joined to it.")
    subnets = Link(Subnet, "The subnets it has an interface in.")


FROM_TERRAFORM = Source(
    of=InternetGateway,
    each=Block("aws_internet_gateway"),
    reads={
        InternetGateway.vpc: First(
            "vpc_id", Beside(types="aws_internet_gateway_attachment", on="internet_gateway_id", read="vpc_id")
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
""",
            gives=InternetGateway("aws_internet_gateway.main", vpc=frozenset({"aws_vpc.main"})),
        ),
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {}

resource "aws_internet_gateway_attachment" "main" {
  internet_gateway_id = aws_internet_gateway.main.id
  vpc_id              = aws_vpc.main.id
}
""",
            gives=InternetGateway("aws_internet_gateway.main", vpc=frozenset({"aws_vpc.main"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=InternetGateway,
    each=Block("AWS::EC2::InternetGateway"),
    reads={
        InternetGateway.vpc: Beside(types="AWS::EC2::VPCGatewayAttachment", on="InternetGatewayId", read="VpcId"),
    },
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Out:
    Type: AWS::EC2::InternetGateway
  Attached:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Main, InternetGatewayId: !Ref Out}
""",
            gives=InternetGateway("Out", vpc=frozenset({"Main"})),
        ),
    ],
)

NAT_FROM_TERRAFORM = Source(
    of=NatGateway,
    each=Block("aws_nat_gateway"),
    reads={NatGateway.subnet: "subnet_id", NatGateway.private: "not_null(connectivity_type, 'public') == 'private'"},
    shows=[
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_nat_gateway" "out" {
  subnet_id = aws_subnet.a.id
}
""",
            gives=NatGateway("aws_nat_gateway.out", subnet=frozenset({"aws_subnet.a"}), private=False),
        ),
    ],
)

NAT_FROM_CLOUDFORMATION = Source(
    of=NatGateway,
    each=Block("AWS::EC2::NatGateway"),
    reads={NatGateway.subnet: "SubnetId", NatGateway.private: "not_null(ConnectivityType, 'public') == 'private'"},
    shows=[
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Out:
    Type: AWS::EC2::NatGateway
    Properties: {SubnetId: !Ref A, ConnectivityType: private}
""",
            gives=NatGateway("Out", subnet=frozenset({"A"}), private=True),
        ),
    ],
)

VPN_FROM_TERRAFORM = Source(
    of=VpnGateway,
    each=Block("aws_vpn_gateway"),
    reads={
        VpnGateway.vpc: First("vpc_id", Beside(types="aws_vpn_gateway_attachment", on="vpn_gateway_id", read="vpc_id")),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpn_gateway" "offices" {
  vpc_id = aws_vpc.main.id
}
""",
            gives=VpnGateway("aws_vpn_gateway.offices", vpc=frozenset({"aws_vpc.main"})),
        ),
    ],
)

VPN_FROM_CLOUDFORMATION = Source(
    of=VpnGateway,
    each=Block("AWS::EC2::VPNGateway"),
    reads={VpnGateway.vpc: Beside(types="AWS::EC2::VPCGatewayAttachment", on="VpnGatewayId", read="VpcId")},
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Offices:
    Type: AWS::EC2::VPNGateway
    Properties: {Type: ipsec.1}
  Attached:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Main, VpnGatewayId: !Ref Offices}
""",
            gives=VpnGateway("Offices", vpc=frozenset({"Main"})),
        ),
    ],
)

ATTACHMENT_FROM_TERRAFORM = Source(
    of=Attachment,
    each=Block("aws_ec2_transit_gateway_vpc_attachment"),
    reads={Attachment.gateway: "transit_gateway_id", Attachment.vpc: "vpc_id", Attachment.subnets: "subnet_ids"},
    shows=[
        Shown(
            text="""
resource "aws_ec2_transit_gateway" "hub" {}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id = aws_vpc.main.id
}

resource "aws_ec2_transit_gateway_vpc_attachment" "main" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = [aws_subnet.a.id]
}
""",
            gives=Attachment(
                "aws_ec2_transit_gateway_vpc_attachment.main",
                gateway=frozenset({"aws_ec2_transit_gateway.hub"}),
                vpc=frozenset({"aws_vpc.main"}),
                subnets=frozenset({"aws_subnet.a"}),
            ),
        ),
    ],
)

ATTACHMENT_FROM_CLOUDFORMATION = Source(
    of=Attachment,
    each=Block("AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment"),
    reads={Attachment.gateway: "TransitGatewayId", Attachment.vpc: "VpcId", Attachment.subnets: "SubnetIds"},
    shows=[
        Shown(
            text="""
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Main}
  Joined:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: {TransitGatewayId: !Ref Hub, VpcId: !Ref Main, SubnetIds: [!Ref A]}
""",
            gives=Attachment("Joined", gateway=frozenset({"Hub"}), vpc=frozenset({"Main"}), subnets=frozenset({"A"})),
        ),
    ],
)
