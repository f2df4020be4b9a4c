"""What Amazon VPC security groups allow, as CloudFormation says it: written in a group, or declared by itself."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.content.kinds.aws.vpc_security_group_rule import ALL_PORTS, FROM, LISTED, PROTOCOL, SERVICES, TO
from bartizan.core.kind import Term
from bartizan.core.source import Block, First, Fixed, OwnerLink, Read, Shown, Source, Through

CFN = "{p: lower(to_string(IpProtocol)), low: to_number(FromPort), high: to_number(ToPort)} | "

CLOUDFORMATION: dict[Term[SecurityGroupRule], Read] = {
    SecurityGroupRule.group: OwnerLink(),
    SecurityGroupRule.anywhere: First(
        "anywhere([CidrIp, CidrIpv6]) || `null`",
        Through(by="SourcePrefixListId || DestinationPrefixListId", read=LISTED, none=False),
    ),
    SecurityGroupRule.addresses: "[CidrIp, CidrIpv6]",
    SecurityGroupRule.groups: "SourceSecurityGroupId || DestinationSecurityGroupId || SourceSecurityGroupName",
    SecurityGroupRule.protocol: CFN + PROTOCOL,
    SecurityGroupRule.from_port: CFN + FROM,
    SecurityGroupRule.to_port: CFN + TO,
    SecurityGroupRule.all_ports: CFN + ALL_PORTS,
    SecurityGroupRule.services: CFN + SERVICES,
    SecurityGroupRule.described: "not_null(Description, '') != ''",
    SecurityGroupRule.itself: Fixed(False, "The group is named as another one would be."),
    SecurityGroupRule.prefix_lists: "SourcePrefixListId || DestinationPrefixListId",
}

INGRESS_FROM_CLOUDFORMATION = Source(
    of=SecurityGroupRule,
    each=Block("AWS::EC2::SecurityGroup", each="SecurityGroupIngress"),
    reads={**CLOUDFORMATION, SecurityGroupRule.ingress: Fixed(True, "It is about what comes in.")},
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: "22", ToPort: "22", CidrIp: 0.0.0.0/0, Description: SSH}
""",
            gives=SecurityGroupRule(
                "Web/SecurityGroupIngress/0",
                group=frozenset({"Web"}),
                ingress=True,
                anywhere=True,
                addresses=frozenset({"0.0.0.0/0"}),
                groups=frozenset(),
                protocol="tcp",
                from_port=22,
                to_port=22,
                all_ports=False,
                services=frozenset({22}),
                described=True,
                itself=False,
                prefix_lists=frozenset(),
            ),
        ),
    ],
)

EGRESS_FROM_CLOUDFORMATION = Source(
    of=SecurityGroupRule,
    each=Block("AWS::EC2::SecurityGroup", each="SecurityGroupEgress"),
    reads={**CLOUDFORMATION, SecurityGroupRule.ingress: Fixed(False, "It is about what goes out.")},
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      SecurityGroupEgress:
        - {IpProtocol: -1, CidrIpv6: "::/0"}
""",
            gives=SecurityGroupRule(
                "Web/SecurityGroupEgress/0",
                group=frozenset({"Web"}),
                ingress=False,
                anywhere=True,
                addresses=frozenset({"::/0"}),
                groups=frozenset(),
                protocol="all",
                from_port=0,
                to_port=65535,
                all_ports=True,
                described=False,
                itself=False,
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      SecurityGroupEgress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}
""",
            gives=SecurityGroupRule("Web/SecurityGroupEgress/0", anywhere=False, all_ports=False, services=frozenset()),
        ),
    ],
)

SINGLE_INGRESS_FROM_CLOUDFORMATION = Source(
    of=SecurityGroupRule,
    each=Block("AWS::EC2::SecurityGroupIngress"),
    reads={
        **CLOUDFORMATION,
        SecurityGroupRule.group: "GroupId || GroupName",
        SecurityGroupRule.ingress: Fixed(True, "It is about what comes in."),
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Admin:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Admin}
  Remote:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Web.GroupId
      IpProtocol: tcp
      FromPort: 5985
      ToPort: 5986
      SourceSecurityGroupId: !Ref Admin
      Description: WinRM
""",
            gives=SecurityGroupRule(
                "Remote",
                group=frozenset({"Web"}),
                ingress=True,
                anywhere=False,
                addresses=frozenset(),
                groups=frozenset({"Admin"}),
                protocol="tcp",
                from_port=5985,
                to_port=5986,
                all_ports=False,
                services=frozenset({5985, 5986}),
                described=True,
                itself=False,
                prefix_lists=frozenset(),
            ),
        ),
    ],
)

SINGLE_EGRESS_FROM_CLOUDFORMATION = Source(
    of=SecurityGroupRule,
    each=Block("AWS::EC2::SecurityGroupEgress"),
    reads={
        **CLOUDFORMATION,
        SecurityGroupRule.group: "GroupId",
        SecurityGroupRule.ingress: Fixed(False, "It is about what goes out."),
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Out:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: {GroupId: !GetAtt Web.GroupId, IpProtocol: tcp, FromPort: 1, ToPort: 65535, CidrIp: 0.0.0.0/0}
""",
            gives=SecurityGroupRule(
                "Out",
                group=frozenset({"Web"}),
                ingress=False,
                anywhere=True,
                addresses=frozenset({"0.0.0.0/0"}),
                groups=frozenset(),
                protocol="tcp",
                from_port=1,
                to_port=65535,
                all_ports=True,
                described=False,
                itself=False,
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Out:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: {GroupId: sg-0123456789abcdef0, IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8}
""",
            gives=SecurityGroupRule("Out", protocol="icmp", all_ports=False, services=frozenset()),
        ),
    ],
)
