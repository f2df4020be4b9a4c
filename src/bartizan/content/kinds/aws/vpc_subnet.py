"""Amazon VPC subnets."""

from bartizan.content.kinds.aws.vpc_route import RouteTable
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Beside, Block, Fixed, Shown, Source


class Subnet(Asset, kind="aws.vpc.subnet", identifier="arn:{partition}:ec2:{region}:{account}:subnet/{id}"):
    """A part of a network, in one zone."""

    vpc = Link(Vpc, "The network it is part of.")
    range = Text("Its IPv4 address range.")
    zone = Text("The zone it is in.")
    default = Flag("It is one of those that AWS made in the region.")
    gives_public_addresses = Flag("Machines started in it get a public address unless they ask for none.")
    tables = Link(RouteTable, "The route table named for it; none where it takes the main one of its network.")
    range6 = Text("Its IPv6 address range; none where it has none.")
    gives_ipv6 = Flag("Machines started in it get an IPv6 address.")


FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("aws_subnet"),
    reads={
        Subnet.vpc: "vpc_id",
        Subnet.range: "cidr_block",
        Subnet.zone: "not_null(availability_zone, availability_zone_id)",
        Subnet.default: Fixed(False, "aws_subnet only makes new subnets."),
        Subnet.gives_public_addresses: "flag(not_null(map_public_ip_on_launch, `false`))",
        Subnet.tables: Beside(types="aws_route_table_association", on="subnet_id", read="route_table_id"),
        Subnet.range6: "ipv6_cidr_block",
        Subnet.gives_ipv6: "flag(not_null(assign_ipv6_address_on_creation, ipv6_native, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "plain" {
  vpc_id = aws_vpc.main.id
}
""",
            gives=Subnet(
                "aws_subnet.plain",
                vpc=frozenset({"aws_vpc.main"}),
                range=None,
                zone=None,
                default=False,
                gives_public_addresses=False,
                tables=frozenset(),
                range6=None,
                gives_ipv6=False,
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "public" {
  vpc_id                  = "vpc-1"
  cidr_block              = "10.0.1.0/24"
  availability_zone       = "eu-central-1a"
  map_public_ip_on_launch = true
}

resource "aws_route_table" "public" {
  vpc_id = "vpc-1"
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}
""",
            gives=Subnet(
                "aws_subnet.public",
                range="10.0.1.0/24",
                zone="eu-central-1a",
                gives_public_addresses=True,
                tables=frozenset({"aws_route_table.public"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "dual" {
  vpc_id                          = "vpc-1"
  cidr_block                      = "10.0.1.0/24"
  ipv6_cidr_block                 = "2001:db8:0:1::/64"
  assign_ipv6_address_on_creation = true
}
""",
            gives=Subnet("aws_subnet.dual", range6="2001:db8:0:1::/64", gives_ipv6=True),
        ),
    ],
)

DEFAULT_FROM_TERRAFORM = Source(
    of=Subnet,
    each=Block("aws_default_subnet"),
    reads={
        Subnet.vpc: "vpc_id",
        Subnet.range: "cidr_block",
        Subnet.zone: "availability_zone",
        Subnet.default: Fixed(True, "aws_default_subnet takes charge of a subnet AWS made."),
        Subnet.gives_public_addresses: "flag(not_null(map_public_ip_on_launch, `true`))",
        Subnet.tables: Beside(types="aws_route_table_association", on="subnet_id", read="route_table_id"),
        Subnet.range6: "ipv6_cidr_block",
        Subnet.gives_ipv6: "flag(not_null(assign_ipv6_address_on_creation, ipv6_native, `false`))",
    },
    shows=[
        Shown(
            text='resource "aws_default_subnet" "a" {\n  availability_zone = "eu-central-1a"\n}',
            gives=Subnet(
                "aws_default_subnet.a",
                vpc=frozenset(),
                range=None,
                zone="eu-central-1a",
                default=True,
                gives_public_addresses=True,
                tables=frozenset(),
                range6=None,
                gives_ipv6=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Subnet,
    each=Block("AWS::EC2::Subnet"),
    reads={
        Subnet.vpc: "VpcId",
        Subnet.range: "CidrBlock",
        Subnet.zone: "not_null(AvailabilityZone, AvailabilityZoneId)",
        Subnet.default: Fixed(False, "AWS::EC2::Subnet only makes new subnets."),
        Subnet.gives_public_addresses: "flag(not_null(MapPublicIpOnLaunch, `false`))",
        Subnet.tables: Beside(types="AWS::EC2::SubnetRouteTableAssociation", on="SubnetId", read="RouteTableId"),
        Subnet.range6: "Ipv6CidrBlock",
        Subnet.gives_ipv6: "flag(not_null(AssignIpv6AddressOnCreation, Ipv6Native, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1, CidrBlock: 10.0.0.0/24}
""",
            gives=Subnet(
                "Plain",
                range="10.0.0.0/24",
                zone=None,
                default=False,
                gives_public_addresses=False,
                tables=frozenset(),
                range6=None,
                gives_ipv6=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Public:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Main, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-central-1a, MapPublicIpOnLaunch: true}
  Table:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref Main}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {SubnetId: !Ref Public, RouteTableId: !Ref Table}
""",
            gives=Subnet(
                "Public",
                vpc=frozenset({"Main"}),
                zone="eu-central-1a",
                gives_public_addresses=True,
                tables=frozenset({"Table"}),
            ),
        ),
    ],
)
