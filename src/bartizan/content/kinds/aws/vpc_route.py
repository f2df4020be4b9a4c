"""Amazon VPC route tables, and the routes in them."""

from bartizan.content.kinds.aws.vpc_prefix_list import PrefixList
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Flag, Link, Term, Text
from bartizan.core.source import Beside, Block, Fixed, Inverse, OwnerLink, Read, Shown, Source


class RouteTable(
    Asset, kind="aws.vpc.route-table", identifier="arn:{partition}:ec2:{region}:{account}:route-table/{id}"
):
    """Says where the traffic of subnets goes."""

    vpc = Link(Vpc, "The network it is in.")
    routes = Link(lambda: Route, "Its routes, besides the one within the network.")
    main = Flag("It is the table of subnets that name none.")


class Route(Asset, kind="aws.vpc.route"):
    """One way out of a network."""

    table = Link(RouteTable, "The table it is part of.")
    to = Text("The addresses it leads to; none where it is for a prefix list.")
    everywhere = Flag("It leads to every address for which no other route is set.")
    over = Text(
        "What it leads over: gateway (Internet or VPN), nat, peering, transit-gateway, egress-only-gateway, "
        "interface, endpoint or other."
    )
    leads = Link(Asset, "The gateway or the like that it leads over, where that is declared too.")
    gateway = Text("The id of that gateway, where it is written as such: `igw-...`, `vgw-...`, `local`.")
    prefix_lists = Link(PrefixList, "The prefix list it is for, instead of one range of addresses.")


EVERYWHERE = "contains(['0.0.0.0/0', '::/0'], @)"
TERRAFORM_OVER = (
    "(not_null(gateway_id, '') != '' && 'gateway') || (not_null(nat_gateway_id, '') != '' && 'nat') || "
    "(not_null(vpc_peering_connection_id, '') != '' && 'peering') || "
    "(not_null(transit_gateway_id, '') != '' && 'transit-gateway') || "
    "(not_null(egress_only_gateway_id, '') != '' && 'egress-only-gateway') || "
    "(not_null(network_interface_id, instance_id, '') != '' && 'interface') || "
    "(not_null(vpc_endpoint_id, '') != '' && 'endpoint') || 'other'"
)

FROM_TERRAFORM = Source(
    of=RouteTable,
    each=Block("aws_route_table"),
    reads={
        RouteTable.vpc: "vpc_id",
        RouteTable.routes: Inverse(Route.table),
        RouteTable.main: Beside(
            types="aws_main_route_table_association", on="route_table_id", read="`true`", none=False
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-1"
  }
}
""",
            gives=RouteTable(
                "aws_route_table.public",
                vpc=frozenset({"aws_vpc.main"}),
                routes=frozenset({"aws_route_table.public/route/0"}),
                main=False,
            ),
        ),
        Shown(
            text="""
resource "aws_route_table" "main" {
  vpc_id = "vpc-1"
}

resource "aws_main_route_table_association" "main" {
  vpc_id         = "vpc-1"
  route_table_id = aws_route_table.main.id
}
""",
            gives=RouteTable("aws_route_table.main", main=True),
        ),
    ],
)

DEFAULT_FROM_TERRAFORM = Source(
    of=RouteTable,
    each=Block("aws_default_route_table"),
    reads={
        RouteTable.vpc: "default_route_table_id",
        RouteTable.routes: Inverse(Route.table),
        RouteTable.main: Fixed(True, "aws_default_route_table takes charge of the main table."),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
}
""",
            gives=RouteTable(
                "aws_default_route_table.main", vpc=frozenset({"aws_vpc.main"}), routes=frozenset(), main=True
            ),
        ),
    ],
)

INLINE: dict[Term[Route], Read] = {
    Route.table: OwnerLink(),
    Route.to: "not_null(cidr_block, ipv6_cidr_block)",
    Route.everywhere: f"not_null(cidr_block, ipv6_cidr_block, '') | {EVERYWHERE}",
    Route.over: TERRAFORM_OVER,
    Route.leads: "not_null(gateway_id, nat_gateway_id, vpc_peering_connection_id, transit_gateway_id, egress_only_gateway_id, network_interface_id, instance_id, vpc_endpoint_id)",
    Route.gateway: "gateway_id",
    Route.prefix_lists: "destination_prefix_list_id",
}

INLINE_FROM_TERRAFORM = Source(
    of=Route,
    each=Block("aws_route_table", "aws_default_route_table", each="route"),
    reads=INLINE,
    shows=[
        Shown(
            text="""
resource "aws_internet_gateway" "main" {}

resource "aws_route_table" "public" {
  vpc_id = "vpc-1"
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
""",
            gives=Route(
                "aws_route_table.public/route/0",
                table=frozenset({"aws_route_table.public"}),
                to="0.0.0.0/0",
                everywhere=True,
                over="gateway",
                leads=frozenset({"aws_internet_gateway.main"}),
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_route_table" "private" {
  vpc_id = "vpc-1"
  route {
    cidr_block         = "10.1.0.0/16"
    transit_gateway_id = "tgw-1"
  }
}
""",
            gives=Route(
                "aws_route_table.private/route/0",
                to="10.1.0.0/16",
                everywhere=False,
                over="transit-gateway",
                gateway=None,
            ),
        ),
    ],
)

ROUTE_FROM_TERRAFORM = Source(
    of=Route,
    each=Block("aws_route"),
    reads={
        **INLINE,
        Route.table: "route_table_id",
        Route.to: "not_null(destination_cidr_block, destination_ipv6_cidr_block)",
        Route.everywhere: f"not_null(destination_cidr_block, destination_ipv6_cidr_block, '') | {EVERYWHERE}",
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc_peering_connection" "shop" {
  vpc_id      = "vpc-1"
  peer_vpc_id = "vpc-2"
}

resource "aws_route_table" "private" {
  vpc_id = "vpc-1"
}

resource "aws_route" "shop" {
  route_table_id            = aws_route_table.private.id
  destination_cidr_block    = "10.2.0.0/24"
  vpc_peering_connection_id = aws_vpc_peering_connection.shop.id
}
""",
            gives=Route(
                "aws_route.shop",
                table=frozenset({"aws_route_table.private"}),
                to="10.2.0.0/24",
                everywhere=False,
                over="peering",
                leads=frozenset({"aws_vpc_peering_connection.shop"}),
                gateway=None,
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_route" "out" {
  route_table_id              = "rtb-1"
  destination_ipv6_cidr_block = "::/0"
  egress_only_gateway_id      = "eigw-1"
}
""",
            gives=Route("aws_route.out", to="::/0", everywhere=True, over="egress-only-gateway"),
        ),
        Shown(
            text="""
resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 1
}

resource "aws_route" "offices" {
  route_table_id             = "rtb-1"
  destination_prefix_list_id = aws_ec2_managed_prefix_list.offices.id
  gateway_id                 = "vgw-1"
}
""",
            gives=Route(
                "aws_route.offices",
                to=None,
                everywhere=False,
                over="gateway",
                gateway="vgw-1",
                prefix_lists=frozenset({"aws_ec2_managed_prefix_list.offices"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=RouteTable,
    each=Block("AWS::EC2::RouteTable"),
    reads={
        RouteTable.vpc: "VpcId",
        RouteTable.routes: Inverse(Route.table),
        RouteTable.main: Fixed(False, "CloudFormation cannot make a table the main one."),
    },
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Private:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref Main}
""",
            gives=RouteTable("Private", vpc=frozenset({"Main"}), routes=frozenset(), main=False),
        ),
    ],
)

ROUTE_FROM_CLOUDFORMATION = Source(
    of=Route,
    each=Block("AWS::EC2::Route"),
    reads={
        Route.table: "RouteTableId",
        Route.to: "not_null(DestinationCidrBlock, DestinationIpv6CidrBlock)",
        Route.everywhere: f"not_null(DestinationCidrBlock, DestinationIpv6CidrBlock, '') | {EVERYWHERE}",
        Route.over: (
            "(GatewayId && 'gateway') || (NatGatewayId && 'nat') || (VpcPeeringConnectionId && 'peering') || "
            "(TransitGatewayId && 'transit-gateway') || (EgressOnlyInternetGatewayId && 'egress-only-gateway') || "
            "(not_null(NetworkInterfaceId, InstanceId) && 'interface') || (VpcEndpointId && 'endpoint') || 'other'"
        ),
        Route.leads: "not_null(GatewayId, NatGatewayId, VpcPeeringConnectionId, TransitGatewayId, EgressOnlyInternetGatewayId, NetworkInterfaceId, InstanceId, VpcEndpointId)",
        Route.gateway: "GatewayId",
        Route.prefix_lists: "DestinationPrefixListId",
    },
    shows=[
        Shown(
            text="""
Resources:
  Private:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: vpc-1}
  Peer:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: {VpcId: vpc-1, PeerVpcId: vpc-2}
  Shop:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Private, DestinationCidrBlock: 0.0.0.0/0, VpcPeeringConnectionId: !Ref Peer}
""",
            gives=Route(
                "Shop",
                table=frozenset({"Private"}),
                to="0.0.0.0/0",
                everywhere=True,
                over="peering",
                leads=frozenset({"Peer"}),
                gateway=None,
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Out:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: rtb-1, DestinationCidrBlock: 10.3.0.0/16, NatGatewayId: nat-1}
""",
            gives=Route("Out", to="10.3.0.0/16", everywhere=False, over="nat"),
        ),
    ],
)
