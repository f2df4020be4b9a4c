"""Amazon VPC network ACLs, and their entries."""

from bartizan.content.kinds.aws.vpc_security_group_rule import ALL_PORTS, FROM, PROTOCOL, SERVICES, TO
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Term, Text
from bartizan.core.source import Beside, Block, First, Fixed, Inverse, OwnerLink, Read, Shown, Source


class NetworkAcl(
    Asset, kind="aws.vpc.network-acl", identifier="arn:{partition}:ec2:{region}:{account}:network-acl/{id}"
):
    """A stateless firewall around subnets: the entry with the lowest number that fits decides."""

    default = Flag("It is the ACL of subnets that name none.")
    vpc = Link(Vpc, "The network it is in.")
    entries = Link(lambda: AclEntry, "Its entries.")
    subnets = Link(Subnet, "The subnets that name it, or that it names.")


class AclEntry(Asset, kind="aws.vpc.network-acl-entry"):
    """One entry of a network ACL."""

    acl = Link(NetworkAcl, "The ACL it is part of.")
    order = Number("Its number: lower ones decide first.")
    ingress = Flag("It is about what comes in; otherwise about what goes out.")
    allows = Flag("It allows; otherwise it denies.")
    anywhere = Flag("The other side may be anyone on the Internet, over IPv4 or IPv6.")
    protocol = Text("Its protocol: all, tcp, udp, icmp, icmpv6 or another's number.")
    from_port = Number("The first port it is about.")
    to_port = Number("The last port it is about.")
    all_ports = Flag("It is about every port of a protocol, or every protocol.")
    services = Many("Ports it is about, of those where databases, file sharing, remote control and the like listen.")
    addresses = Many("Address ranges of the other side.")


FROM_TERRAFORM = Source(
    of=NetworkAcl,
    each=Block("aws_network_acl"),
    reads={
        NetworkAcl.default: Fixed(False, "aws_network_acl only makes ACLs of one's own."),
        NetworkAcl.vpc: "vpc_id",
        NetworkAcl.entries: Inverse(AclEntry.acl),
        NetworkAcl.subnets: First(
            "subnet_ids",
            Beside(types="aws_network_acl_association", on="network_acl_id", read="[].subnet_id", all=True),
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_network_acl" "web" {
  vpc_id = aws_vpc.main.id
}
""",
            gives=NetworkAcl(
                "aws_network_acl.web",
                default=False,
                vpc=frozenset({"aws_vpc.main"}),
                entries=frozenset(),
                subnets=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_network_acl" "web" {
  vpc_id = "vpc-1"
}

resource "aws_network_acl_association" "a" {
  network_acl_id = aws_network_acl.web.id
  subnet_id      = aws_subnet.a.id
}
""",
            gives=NetworkAcl("aws_network_acl.web", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

DEFAULT_FROM_TERRAFORM = Source(
    of=NetworkAcl,
    each=Block("aws_default_network_acl"),
    reads={
        NetworkAcl.default: Fixed(True, "aws_default_network_acl takes charge of the ACL AWS made."),
        NetworkAcl.vpc: "default_network_acl_id",
        NetworkAcl.entries: Inverse(AclEntry.acl),
        NetworkAcl.subnets: "subnet_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_network_acl" "main" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id
}
""",
            gives=NetworkAcl(
                "aws_default_network_acl.main",
                default=True,
                vpc=frozenset({"aws_vpc.main"}),
                entries=frozenset(),
                subnets=frozenset(),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=NetworkAcl,
    each=Block("AWS::EC2::NetworkAcl"),
    reads={
        NetworkAcl.default: Fixed(False, "AWS::EC2::NetworkAcl only makes ACLs of one's own."),
        NetworkAcl.vpc: "VpcId",
        NetworkAcl.entries: Inverse(AclEntry.acl),
        NetworkAcl.subnets: Beside(
            types="AWS::EC2::SubnetNetworkAclAssociation", on="NetworkAclId", read="[].SubnetId", all=True
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties: {VpcId: !Ref Main}
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: !Ref Web, RuleNumber: 100, Protocol: -1, RuleAction: allow, CidrBlock: 10.0.0.0/8}
""",
            gives=NetworkAcl(
                "Web", default=False, vpc=frozenset({"Main"}), entries=frozenset({"In"}), subnets=frozenset()
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties: {VpcId: vpc-1}
  Around:
    Type: AWS::EC2::SubnetNetworkAclAssociation
    Properties: {NetworkAclId: !Ref Web, SubnetId: !Ref A}
""",
            gives=NetworkAcl("Web", subnets=frozenset({"A"})),
        ),
    ],
)

PORTS = "{p: lower(to_string(protocol)), low: to_number(from_port), high: to_number(to_port)} | "
INLINE: dict[Term[AclEntry], Read] = {
    AclEntry.acl: OwnerLink(),
    AclEntry.order: "rule_no",
    AclEntry.allows: "lower(action) == 'allow'",
    AclEntry.anywhere: "anywhere([cidr_block, ipv6_cidr_block])",
    AclEntry.protocol: PORTS + PROTOCOL,
    AclEntry.from_port: PORTS + FROM,
    AclEntry.to_port: PORTS + TO,
    AclEntry.all_ports: PORTS + ALL_PORTS,
    AclEntry.services: PORTS + SERVICES,
    AclEntry.addresses: "[cidr_block, ipv6_cidr_block] | [?@]",
}

INGRESS_FROM_TERRAFORM = Source(
    of=AclEntry,
    each=Block("aws_network_acl", "aws_default_network_acl", each="ingress"),
    reads={**INLINE, AclEntry.ingress: Fixed(True, "An ingress block is about what comes in.")},
    shows=[
        Shown(
            text="""
resource "aws_network_acl" "web" {
  vpc_id = "vpc-1"
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "0.0.0.0/0"
  }
}
""",
            gives=AclEntry(
                "aws_network_acl.web/ingress/0",
                acl=frozenset({"aws_network_acl.web"}),
                order=100,
                ingress=True,
                allows=True,
                anywhere=True,
                protocol="tcp",
                from_port=22,
                to_port=22,
                all_ports=False,
                services=frozenset({22}),
                addresses=frozenset({"0.0.0.0/0"}),
            ),
        ),
    ],
)

EGRESS_FROM_TERRAFORM = Source(
    of=AclEntry,
    each=Block("aws_network_acl", "aws_default_network_acl", each="egress"),
    reads={**INLINE, AclEntry.ingress: Fixed(False, "An egress block is about what goes out.")},
    shows=[
        Shown(
            text="""
resource "aws_default_network_acl" "main" {
  default_network_acl_id = "acl-1"
  egress {
    rule_no    = 100
    action     = "deny"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "10.0.0.0/8"
  }
}
""",
            gives=AclEntry(
                "aws_default_network_acl.main/egress/0",
                acl=frozenset({"aws_default_network_acl.main"}),
                order=100,
                ingress=False,
                allows=False,
                anywhere=False,
                protocol="all",
                from_port=0,
                to_port=65535,
                all_ports=True,
                addresses=frozenset({"10.0.0.0/8"}),
            ),
        ),
        Shown(
            text="""
resource "aws_default_network_acl" "main" {
  default_network_acl_id = "acl-1"
  egress {
    rule_no         = 100
    action          = "allow"
    protocol        = "udp"
    from_port       = 1
    to_port         = 100
    ipv6_cidr_block = "::/0"
  }
}
""",
            gives=AclEntry(
                "aws_default_network_acl.main/egress/0",
                anywhere=True,
                services=frozenset({69}),
                addresses=frozenset({"::/0"}),
            ),
        ),
    ],
)

ENTRY_FROM_TERRAFORM = Source(
    of=AclEntry,
    each=Block("aws_network_acl_rule"),
    reads={
        **INLINE,
        AclEntry.acl: "network_acl_id",
        AclEntry.order: "rule_number",
        AclEntry.ingress: "!flag(not_null(egress, `false`))",
        AclEntry.allows: "lower(rule_action) == 'allow'",
    },
    shows=[
        Shown(
            text="""
resource "aws_network_acl" "web" {
  vpc_id = "vpc-1"
}

resource "aws_network_acl_rule" "rdp" {
  network_acl_id = aws_network_acl.web.id
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 3389
  to_port        = 3389
  cidr_block     = "0.0.0.0/0"
}
""",
            gives=AclEntry(
                "aws_network_acl_rule.rdp",
                acl=frozenset({"aws_network_acl.web"}),
                order=200,
                ingress=True,
                allows=True,
                anywhere=True,
                protocol="tcp",
                from_port=3389,
                to_port=3389,
                all_ports=False,
                services=frozenset({3389}),
                addresses=frozenset({"0.0.0.0/0"}),
            ),
        ),
        Shown(
            text="""
resource "aws_network_acl_rule" "out" {
  network_acl_id = "acl-1"
  egress         = true
  rule_number    = 200
  rule_action    = "deny"
  protocol       = "all"
  cidr_block     = "10.0.0.0/8"
}
""",
            gives=AclEntry(
                "aws_network_acl_rule.out", ingress=False, allows=False, anywhere=False, protocol="all", all_ports=True
            ),
        ),
    ],
)

RANGE = "{p: lower(to_string(Protocol)), low: to_number(PortRange.From), high: to_number(PortRange.To)} | "

ENTRY_FROM_CLOUDFORMATION = Source(
    of=AclEntry,
    each=Block("AWS::EC2::NetworkAclEntry"),
    reads={
        AclEntry.acl: "NetworkAclId",
        AclEntry.order: "RuleNumber",
        AclEntry.ingress: "!flag(not_null(Egress, `false`))",
        AclEntry.allows: "lower(RuleAction) == 'allow'",
        AclEntry.anywhere: "anywhere([CidrBlock, Ipv6CidrBlock])",
        AclEntry.protocol: RANGE + PROTOCOL,
        AclEntry.from_port: RANGE + FROM,
        AclEntry.to_port: RANGE + TO,
        AclEntry.all_ports: RANGE + ALL_PORTS,
        AclEntry.services: RANGE + SERVICES,
        AclEntry.addresses: "[CidrBlock, Ipv6CidrBlock] | [?@]",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties: {VpcId: vpc-1}
  Remote:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Web
      RuleNumber: 100
      Protocol: 6
      RuleAction: allow
      CidrBlock: 0.0.0.0/0
      PortRange: {From: 22, To: 22}
""",
            gives=AclEntry(
                "Remote",
                acl=frozenset({"Web"}),
                order=100,
                ingress=True,
                allows=True,
                anywhere=True,
                protocol="tcp",
                from_port=22,
                to_port=22,
                all_ports=False,
                services=frozenset({22}),
            ),
        ),
        Shown(
            text="""
Resources:
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties: {NetworkAclId: acl-1, RuleNumber: 9, Protocol: -1, RuleAction: deny, Egress: true, CidrBlock: 10.0.0.0/8}
""",
            gives=AclEntry(
                "Out",
                ingress=False,
                allows=False,
                anywhere=False,
                protocol="all",
                all_ports=True,
                addresses=frozenset({"10.0.0.0/8"}),
            ),
        ),
    ],
)
