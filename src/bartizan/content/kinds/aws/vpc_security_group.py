"""Amazon VPC security groups, and what each allows."""

from bartizan.content.kinds.aws.vpc_prefix_list import PrefixList
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Fixed, Inverse, Shown, Source


class SecurityGroup(
    Asset, kind="aws.vpc.security-group", identifier="arn:{partition}:ec2:{region}:{account}:security-group/{id}"
):
    """A firewall around network interfaces; what no rule allows is refused."""

    name = Text("Its name, where it is known before deployment.")
    default = Flag("It is the group of interfaces that name none.")
    described = Flag("It has a description of its own.")
    vpc = Link(Vpc, "The network it is in.")
    rules = Link(lambda: SecurityGroupRule, "What it allows.")
    lets_out = Flag("It still has the rule AWS gives each group, which lets everything out.")
    lets_members_in = Flag("It still has the rule AWS gives the groups it makes itself: members reach each other.")


class SecurityGroupRule(Asset, kind="aws.vpc.security-group-rule"):
    """One thing that a security group allows."""

    group = Link(SecurityGroup, "The group it is part of.")
    ingress = Flag("It is about what comes in; otherwise about what goes out.")
    anywhere = Flag("The other side may be anyone on the Internet, over IPv4 or IPv6.")
    addresses = Many("Address ranges of the other side.")
    groups = Link(SecurityGroup, "Security groups that the other side may be in.")
    protocol = Text("Its protocol: all, tcp, udp, icmp, icmpv6 or another's number.")
    from_port = Number("The first port it opens, or the type of ICMP messages.")
    to_port = Number("The last port it opens, or the code of ICMP messages.")
    all_ports = Flag("It opens every port of a protocol, or every protocol.")
    services = Many("Ports it opens, of those where databases, file sharing, remote control and the like listen.")
    described = Flag("It has a description.")
    itself = Flag("The other side may be in the group itself.")
    prefix_lists = Link(PrefixList, "Prefix lists that the other side may be in.")


FROM_TERRAFORM = Source(
    of=SecurityGroup,
    each=Block("aws_security_group"),
    names=("name",),
    reads={
        SecurityGroup.name: "name",
        SecurityGroup.default: Fixed(False, "aws_security_group only makes groups of one's own."),
        SecurityGroup.described: "!contains(['', 'Managed by Terraform'], not_null(description, ''))",
        SecurityGroup.vpc: "vpc_id",
        SecurityGroup.rules: Inverse(SecurityGroupRule.group),
        SecurityGroup.lets_out: Fixed(False, "Terraform takes that rule away."),
        SecurityGroup.lets_members_in: Fixed(False, "Groups of one's own are made without rules for what comes in."),
    },
    shows=[
        Shown(
            text='resource "aws_security_group" "plain" {}',
            gives=SecurityGroup(
                "aws_security_group.plain",
                name=None,
                default=False,
                described=False,
                vpc=frozenset(),
                rules=frozenset(),
                lets_out=False,
                lets_members_in=False,
            ),
        ),
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "web" {
  name        = "web"
  description = "Visitors of the shop"
  vpc_id      = aws_vpc.main.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "plain" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "10.0.0.0/16"
  from_port         = 80
  to_port           = 80
  ip_protocol       = "tcp"
}
""",
            gives=SecurityGroup(
                "aws_security_group.web",
                name="web",
                described=True,
                vpc=frozenset({"aws_vpc.main"}),
                rules=frozenset({"aws_security_group.web/ingress/0", "aws_vpc_security_group_ingress_rule.plain"}),
            ),
        ),
    ],
)

DEFAULT_FROM_TERRAFORM = Source(
    of=SecurityGroup,
    each=Block("aws_default_security_group"),
    reads={
        SecurityGroup.name: Fixed("default", "AWS names it so."),
        SecurityGroup.default: Fixed(True, "aws_default_security_group takes charge of the group AWS made."),
        SecurityGroup.described: Fixed(True, "AWS describes it as the default group of the network."),
        SecurityGroup.vpc: "vpc_id",
        SecurityGroup.rules: Inverse(SecurityGroupRule.group),
        SecurityGroup.lets_out: Fixed(False, "Terraform takes all rules away that it is not told of."),
        SecurityGroup.lets_members_in: Fixed(False, "Terraform takes all rules away that it is not told of."),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}
""",
            gives=SecurityGroup(
                "aws_default_security_group.main",
                name="default",
                default=True,
                described=True,
                vpc=frozenset({"aws_vpc.main"}),
                rules=frozenset(),
                lets_out=False,
                lets_members_in=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=SecurityGroup,
    each=Block("AWS::EC2::SecurityGroup"),
    names=("GroupName",),
    reads={
        SecurityGroup.name: "GroupName",
        SecurityGroup.default: Fixed(False, "AWS::EC2::SecurityGroup only makes groups of one's own."),
        SecurityGroup.described: "not_null(GroupDescription, '') != ''",
        SecurityGroup.vpc: "VpcId",
        SecurityGroup.rules: Inverse(SecurityGroupRule.group),
        SecurityGroup.lets_out: "length(not_null(SecurityGroupEgress, `[]`)) == `0`",
        SecurityGroup.lets_members_in: Fixed(False, "Groups of one's own are made without rules for what comes in."),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Nothing yet}
""",
            gives=SecurityGroup(
                "Plain",
                name=None,
                default=False,
                described=True,
                vpc=frozenset(),
                rules=frozenset(),
                lets_out=True,
                lets_members_in=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Visitors of the shop
      VpcId: !Ref Main
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
  Plain:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !GetAtt Web.GroupId, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16}
""",
            gives=SecurityGroup(
                "Web",
                name="web",
                vpc=frozenset({"Main"}),
                rules=frozenset({"Web/SecurityGroupIngress/0", "Plain"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Inner
      SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}]
""",
            gives=SecurityGroup("Inner", lets_out=False),
        ),
    ],
)
