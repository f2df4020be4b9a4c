"""AWS networks as they are declared: Terraform and CloudFormation, the shop, and scenes of plain assets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bartizan.app.identity.world import world
from bartizan.app.network.aws import network
from bartizan.app.network.exposed import tell
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.elb_load_balancer import Listener, LoadBalancer, TargetGroup
from bartizan.content.kinds.aws.lambda_function import Function, Url
from bartizan.content.kinds.aws.rds_instance import Instance as Database
from bartizan.content.kinds.aws.vpc_gateway import InternetGateway
from bartizan.content.kinds.aws.vpc_network_acl import AclEntry, NetworkAcl
from bartizan.content.kinds.aws.vpc_route import Route, RouteTable
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup, SecurityGroupRule
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.aws.vpc_subnet_group import SubnetGroup
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from tests.content.trial import read

EXAMPLES = Path(__file__).parents[3] / "examples"
YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def asked(graph: Graph, source: str, end: str, port: int | None = None) -> Truth:
    return network(graph).reach(source, end, "tcp" if port else "", port).truth


def declared(directory: Path, text: str, name: str = "main.tf") -> Graph:
    (directory / name).write_text(text, encoding="utf-8")
    return Graph(read(directory))


NETWORK = """
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
"""


def machine(body: str, more: str = "") -> str:
    return f'{NETWORK}\nresource "aws_instance" "web" {{\n  ami = "ami-1"\n{body}\n}}\n{more}'


IN_PUBLIC = "  subnet_id = aws_subnet.public.id\n  vpc_security_group_ids = [aws_security_group.web.id]"
IN_PRIVATE = "  subnet_id = aws_subnet.private.id\n  vpc_security_group_ids = [aws_security_group.web.id]"
EIP = 'resource "aws_eip" "web" {\n  instance = aws_instance.web.id\n}'
ACL = """
resource "aws_network_acl" "edge" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [aws_subnet.public.id]
  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
  ingress {
    rule_no    = 100
    action     = "%s"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "0.0.0.0/0"
  }
}
"""
MACHINES = [
    ("in a public subnet", machine(IN_PUBLIC), YES),
    ("in a private subnet", machine(IN_PRIVATE), NO),
    ("in a private subnet with an elastic address", machine(IN_PRIVATE, EIP), NO),
    ("that asks for no public address", machine(IN_PUBLIC + "\n  associate_public_ip_address = false"), NO),
    (
        "that asks for none and has an elastic one",
        machine(IN_PUBLIC + "\n  associate_public_ip_address = false", EIP),
        YES,
    ),
    ("in the default group", machine("  subnet_id = aws_subnet.public.id"), NO),
    (
        "in a group that was not read",
        machine('  subnet_id = aws_subnet.public.id\n  vpc_security_group_ids = ["sg-1"]'),
        UNKNOWN,
    ),
    (
        "in a subnet that was not read",
        machine('  subnet_id = "subnet-1"\n  vpc_security_group_ids = [aws_security_group.web.id]'),
        UNKNOWN,
    ),
    (
        "in a subnet that is a variable",
        machine(
            "  subnet_id = var.subnet\n  vpc_security_group_ids = [aws_security_group.web.id]",
            'variable "subnet" {\n  type = string\n}',
        ),
        UNKNOWN,
    ),
    ("in the default network", machine("  vpc_security_group_ids = [aws_security_group.web.id]"), YES),
    ("in the default network and group", machine(""), NO),
    ("behind a network ACL that allows", machine(IN_PUBLIC, ACL % "allow"), YES),
    ("behind a network ACL that denies", machine(IN_PUBLIC, ACL % "deny"), NO),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in MACHINES], ids=[case[0] for case in MACHINES])
def test_machine(tmp_path: Path, text: str, expected: Truth) -> None:
    assert asked(declared(tmp_path, text), "internet", "aws_instance.web", 22) is expected


BAD = [
    ("ranges that are none", 'cidr_blocks = ["10.0.0.0/99"]'),
    ("ports that are none", 'cidr_blocks = ["0.0.0.0/0"]\n    to_port = 99999'),
    ("a prefix list that was not read", 'prefix_list_ids = ["pl-1"]'),
]


@pytest.mark.parametrize("rule", [case[1] for case in BAD], ids=[case[0] for case in BAD])
def test_rules_that_cannot_be_read_are_unknown(tmp_path: Path, rule: str) -> None:
    text = f"""
resource "aws_security_group" "odd" {{
  vpc_id = aws_vpc.main.id
  ingress {{
    from_port = 22
    {"" if "to_port" in rule else "to_port = 22"}
    protocol  = "tcp"
    {rule}
  }}
}}
"""
    body = "  subnet_id = aws_subnet.public.id\n  vpc_security_group_ids = [aws_security_group.odd.id]"

    assert asked(declared(tmp_path, machine(body, text)), "internet", "aws_instance.web", 22) is UNKNOWN


def test_prefix_list_that_is_declared_is_read(tmp_path: Path) -> None:
    text = """
resource "aws_ec2_managed_prefix_list" "all" {
  name           = "all"
  address_family = "IPv4"
  max_entries    = 1
  entry {
    cidr = "0.0.0.0/0"
  }
}

resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.web.id
  prefix_list_id    = aws_ec2_managed_prefix_list.all.id
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
}
"""

    assert asked(declared(tmp_path, machine(IN_PUBLIC, text)), "internet", "aws_instance.web", 8080) is YES


def test_main_route_table_is_that_of_subnets_that_name_none(tmp_path: Path) -> None:
    text = """
resource "aws_main_route_table_association" "main" {
  vpc_id         = aws_vpc.main.id
  route_table_id = aws_route_table.public.id
}
"""

    assert asked(declared(tmp_path, machine(IN_PRIVATE, text + EIP)), "internet", "aws_instance.web", 22) is YES


def test_cloudformation_group_lets_everything_out_by_itself(tmp_path: Path) -> None:
    text = """
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Inner:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Main, CidrBlock: 10.0.1.0/24}
  Client:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Client, VpcId: !Ref Main}
  Server:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Server
      VpcId: !Ref Main
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref Client}]
  Task:
    Type: AWS::Lambda::Function
    Properties:
      Handler: index.handler
      Code: {}
      VpcConfig: {SubnetIds: [!Ref Inner], SecurityGroupIds: [!Ref Client]}
  Places:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {SubnetIds: [!Ref Inner]}
  Data:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBSubnetGroupName: !Ref Places
      VPCSecurityGroups: [!Ref Server]
"""
    graph = declared(tmp_path, text, "template.yaml")

    assert asked(graph, "Task", "Data") is YES
    assert asked(graph, "Task", "Data", 5432) is YES
    assert network(graph).leaving("Task") is NO


API = """
resource "aws_lambda_function" "f" {
  function_name = "f"
}

resource "aws_apigatewayv2_api" "a" {
  name          = "a"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "f" {
  api_id           = aws_apigatewayv2_api.a.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.f.invoke_arn
}

resource "aws_apigatewayv2_route" "f" {
  api_id             = aws_apigatewayv2_api.a.id
  route_key          = "GET /"
  target             = "integrations/${aws_apigatewayv2_integration.f.id}"
  authorization_type = "%s"
}
"""
REST = """
resource "aws_lambda_function" "f" {
  function_name = "f"
}

resource "aws_api_gateway_rest_api" "a" {
  name = "a"
}

resource "aws_api_gateway_method" "f" {
  rest_api_id   = aws_api_gateway_rest_api.a.id
  http_method   = "GET"
  authorization = "%s"
}

resource "aws_api_gateway_integration" "f" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  http_method = aws_api_gateway_method.f.http_method
  type        = "AWS_PROXY"
  uri         = aws_lambda_function.f.invoke_arn
}
"""
URL = """
resource "aws_lambda_function" "f" {
  function_name = "f"
}

resource "aws_lambda_function_url" "f" {
  function_name      = aws_lambda_function.f.function_name
  authorization_type = "%s"
}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (API % "NONE", YES),
        (API % "JWT", NO),
        (API % "AWS_IAM", NO),
        (REST % "NONE", YES),
        (REST % "AWS_IAM", NO),
        (REST % "COGNITO_USER_POOLS", NO),
        (URL % "NONE", YES),
        (URL % "AWS_IAM", NO),
    ],
)
def test_function_behind_an_api_or_url(tmp_path: Path, text: str, expected: Truth) -> None:
    found = network(declared(tmp_path, text)).reach("internet", "aws_lambda_function.f")

    assert found.truth is expected
    assert bool(found.stops) is (expected is NO)


def shop(name: str) -> Graph:
    return world(target(str(EXAMPLES / name)), Options(cache=None)).graph


NODES = "infra//module.cluster.module.nodes.aws_eks_node_group.this"
DATABASE = "infra//module.data.module.database.aws_db_instance.this"
BALANCER = "infra//module.edge.aws_lb.this"


def test_shop_is_reached_as_its_readme_tells() -> None:
    graph = shop("shop")

    assert asked(graph, "internet", BALANCER, 80) is YES
    assert asked(graph, "internet", NODES, 30080) is YES
    assert asked(graph, "internet", NODES, 22) is YES
    assert asked(graph, "internet", NODES, 30081) is NO
    assert asked(graph, "internet", DATABASE, 5432) is YES
    assert asked(graph, "internet", "infra//module.functions.aws_lambda_function.receipts") is YES
    assert asked(graph, NODES, DATABASE) is YES


def test_hardened_shop_is_reached_over_its_load_balancer_alone() -> None:
    graph = shop("shop-hardened")

    assert asked(graph, "internet", BALANCER, 443) is YES
    assert asked(graph, "internet", BALANCER, 80) is NO
    assert asked(graph, "internet", NODES) is NO
    assert asked(graph, "internet", DATABASE) is NO
    assert asked(graph, "internet", "infra//module.cluster.aws_eks_cluster.this") is NO
    assert asked(graph, NODES, DATABASE, 5432) is YES


def test_told_fills_what_is_exposed_and_how() -> None:
    graph = shop("shop")
    tell(graph, network(graph))

    database = graph.get(DATABASE)
    assert database is not None
    assert database.read("exposed") is True
    assert "allows tcp 5432 from 0.0.0.0/0" in str(database.read("exposed_by"))


def test_told_leaves_what_is_filled_already() -> None:
    machine = Instance("m", subnet=frozenset(), groups=frozenset(), exposed=True)
    tell(Graph([machine]), network(Graph([machine])))

    assert machine.read("exposed") is True


def one(id: str) -> frozenset[str]:
    return frozenset({id})


def group(id: str, *rules: str) -> SecurityGroup:
    return SecurityGroup(
        id, default=False, vpc=one("vpc"), rules=frozenset(rules), lets_out=False, lets_members_in=False
    )


def opening(id: str, of: str, port: int, *ranges: str, ingress: bool = True, groups: tuple[str, ...] = ()) -> Asset:
    return SecurityGroupRule(
        id,
        group=one(of),
        ingress=ingress,
        anywhere="0.0.0.0/0" in ranges,
        addresses=frozenset(ranges),
        groups=frozenset(groups),
        itself=False,
        prefix_lists=frozenset(),
        protocol="tcp",
        from_port=port,
        to_port=port,
    )


def entry(id: str, order: int, ingress: bool, allows: bool, low: int = 0, high: int = 65535) -> AclEntry:
    return AclEntry(
        id,
        acl=one("acl"),
        order=order,
        ingress=ingress,
        allows=allows,
        addresses=one("0.0.0.0/0"),
        protocol="tcp",
        from_port=low,
        to_port=high,
    )


NET: tuple[Asset, ...] = (
    Vpc("vpc", range="10.0.0.0/16", default=False),
    InternetGateway("igw", vpc=one("vpc")),
    RouteTable("public", vpc=one("vpc"), routes=one("out"), main=False),
    Route(
        "out",
        table=one("public"),
        to="0.0.0.0/0",
        over="gateway",
        leads=one("igw"),
        gateway=None,
        prefix_lists=frozenset(),
    ),
    Subnet(
        "outer",
        vpc=one("vpc"),
        range="10.0.1.0/24",
        range6=None,
        gives_ipv6=False,
        default=False,
        gives_public_addresses=True,
        tables=one("public"),
    ),
    Subnet(
        "inner",
        vpc=one("vpc"),
        range="10.0.2.0/24",
        range6=None,
        gives_ipv6=False,
        default=False,
        gives_public_addresses=False,
        tables=frozenset(),
    ),
    NetworkAcl("acl", default=False, vpc=one("vpc"), subnets=one("outer"), entries=frozenset({"deny", "in", "back"})),
    entry("deny", 90, True, False, 23, 23),
    entry("in", 100, True, True),
    entry("back", 100, False, True),
    group("edge", "edge in", "edge out"),
    opening("edge in", "edge", 80, "0.0.0.0/0"),
    opening("edge out", "edge", 8080, ingress=False, groups=("nodes",)),
    group("nodes", "nodes in", "nodes out"),
    opening("nodes in", "nodes", 8080, groups=("edge",)),
    opening("nodes out", "nodes", 5432, "10.0.0.0/16", ingress=False),
    group("data", "data in"),
    opening("data in", "data", 5432, groups=("nodes",)),
    Instance(
        "web",
        subnet=one("outer"),
        groups=one("edge"),
        asks_public_address=False,
        refuses_public_address=False,
        template=frozenset(),
    ),
    Instance(
        "app",
        subnet=one("inner"),
        groups=one("nodes"),
        asks_public_address=False,
        refuses_public_address=True,
        template=frozenset(),
    ),
    SubnetGroup("places", name="places", subnets=one("inner")),
    Database(
        "db",
        subnet_group=one("places"),
        security_groups=one("data"),
        engine="postgres",
        port=None,
        publicly_accessible=False,
        cluster=frozenset(),
    ),
    LoadBalancer(
        "lb", type="application", internal=False, subnets=one("outer"), groups=one("edge"), listeners=one("http")
    ),
    Listener("http", balancer=one("lb"), port=80, protocol="HTTP", forwards=one("tg"), signs_in=False),
    TargetGroup("tg", protocol="HTTP", type="instance", port=8080, targets=one("app")),
    Function("f", in_vpc=False, subnets=frozenset(), groups=frozenset()),
    Url("url", function=one("f"), auth="NONE"),
    Function("g", in_vpc=True, subnets=one("inner"), groups=one("nodes")),
    Url("signed", function=one("g"), auth="AWS_IAM"),
)
PAIRS = [
    ("internet", "web"),
    ("internet", "app"),
    ("internet", "db"),
    ("internet", "lb"),
    ("internet", "f"),
    ("internet", "g"),
    ("web", "db"),
    ("app", "db"),
    ("g", "db"),
    ("app", "web"),
    ("web", "app"),
]
EXPECTED = dict(zip(PAIRS, (YES, YES, NO, YES, YES, NO, NO, YES, YES, NO, YES), strict=True))


def copy(assets: tuple[Asset, ...], at: int = -1, without: str = "") -> Graph:
    def kept(asset: Asset, here: int) -> dict[str, Any]:
        return {name: value for name, value in asset.values.items() if here != at or name != without}

    return Graph([type(asset)(asset.id, **kept(asset, here)) for here, asset in enumerate(assets)])


def test_scene_of_plain_assets_is_answered() -> None:
    reaching = network(copy(NET))

    assert {pair: reaching.reach(*pair).truth for pair in PAIRS} == EXPECTED


def hidden() -> Iterator[Any]:
    for at, asset in enumerate(NET):
        for name in asset.values:
            yield pytest.param(at, name, id=f"{asset.id}.{name}")


@pytest.mark.parametrize(("at", "name"), list(hidden()))
def test_seeing_less_never_flips_an_answer(at: int, name: str) -> None:
    reaching = network(copy(NET, at, name))

    for pair, expected in EXPECTED.items():
        assert reaching.reach(*pair).truth in (expected, UNKNOWN), pair


def test_nothing_is_concluded_from_nothing() -> None:
    reaching = network(Graph([Instance("web"), Database("db"), LoadBalancer("lb"), Function("f"), Url("url")]))

    for pair in (("internet", "web"), ("internet", "db"), ("internet", "lb"), ("internet", "f"), ("web", "db")):
        found = reaching.reach(*pair)
        assert found.truth is UNKNOWN, pair
        assert any(passage.unknowns for passage in found.passages)


def test_no_asset_at_all_is_no_reach() -> None:
    reaching = network(Graph([]))

    assert reaching.sources() == ("internet",)
    assert reaching.grid(["nothing"]).at(0, 0) == NO
    assert reaching.reach("internet", "nothing").truth is NO


def test_unknown_exposure_says_why() -> None:
    graph = Graph([Instance("web", subnet=frozenset({"elsewhere"}))])
    tell(graph, network(graph))

    exposed = graph.assets[0].read("exposed")
    assert isinstance(exposed, Unknown)
    assert exposed.why
