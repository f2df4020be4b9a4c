"""What Amazon VPC security groups allow, as Terraform says it: written in a group, or declared by itself."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroupRule
from bartizan.core.kind import Term
from bartizan.core.source import Block, First, Fixed, OwnerLink, Read, Shown, Source, Through

TCP = (
    "`[20, 21, 22, 23, 25, 80, 111, 135, 139, 445, 1433, 1434, 1521, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 5432, "
    "5439, 5601, 5900, 5984, 5985, 5986, 6379, 6443, 7000, 7001, 8020, 8123, 9042, 9092, 9160, 9200, 9300, 10250, "
    "10255, 11211, 27017, 27018, 27019, 50000]`"
)
UDP = "`[69, 111, 137, 138, 161, 389, 1434, 2049, 3389, 11211]`"
ALL = "contains(['-1', 'all'], p)"
PROTOCOL = f"({ALL} && 'all') || (p == '6' && 'tcp') || (p == '17' && 'udp') || (p == '58' && 'icmpv6') || p"
FROM = f"({ALL} && `0`) || low"
TO = f"({ALL} && `65535`) || high"
ALL_PORTS = f"{ALL} || (contains(['tcp', '6', 'udp', '17'], p) && low <= `1` && high >= `65535`)"
SERVICES = (
    f"({ALL} && [{TCP}, {UDP}][]) || (contains(['tcp', '6'], p) && within({TCP}, low, high)) || "
    f"(contains(['udp', '17'], p) && within({UDP}, low, high)) || `[]`"
)
LISTED = "(entry || Entries) && anywhere(not_null(entry[].cidr, Entries[].Cidr))"

OLD = "{p: lower(to_string(protocol)), low: to_number(from_port), high: to_number(to_port)} | "
NEW = "{p: lower(to_string(ip_protocol)), low: to_number(from_port), high: to_number(to_port)} | "

INLINE: dict[Term[SecurityGroupRule], Read] = {
    SecurityGroupRule.group: OwnerLink(),
    SecurityGroupRule.anywhere: First(
        "anywhere([cidr_blocks, ipv6_cidr_blocks][]) || `null`", Through(by="prefix_list_ids", read=LISTED, none=False)
    ),
    SecurityGroupRule.addresses: "[cidr_blocks, ipv6_cidr_blocks][]",
    SecurityGroupRule.groups: "security_groups",
    SecurityGroupRule.protocol: OLD + PROTOCOL,
    SecurityGroupRule.from_port: OLD + FROM,
    SecurityGroupRule.to_port: OLD + TO,
    SecurityGroupRule.all_ports: OLD + ALL_PORTS,
    SecurityGroupRule.services: OLD + SERVICES,
    SecurityGroupRule.described: "not_null(description, '') != ''",
    SecurityGroupRule.itself: "flag(not_null(self, `false`))",
    SecurityGroupRule.prefix_lists: "prefix_list_ids",
}

INGRESS_FROM_TERRAFORM = Source(
    of=SecurityGroupRule,
    each=Block("aws_security_group", "aws_default_security_group", each="ingress"),
    reads={**INLINE, SecurityGroupRule.ingress: Fixed(True, "An ingress block is about what comes in.")},
    shows=[
        Shown(
            text="""
resource "aws_security_group" "web" {
  ingress {
    description = "SSH"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}
""",
            gives=SecurityGroupRule(
                "aws_security_group.web/ingress/0",
                group=frozenset({"aws_security_group.web"}),
                ingress=True,
                anywhere=True,
                addresses=frozenset({"10.0.0.0/8", "0.0.0.0/0"}),
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
        Shown(
            text="""
resource "aws_security_group" "lb" {}

resource "aws_security_group" "web" {
  ingress {
    from_port       = 0
    to_port         = 65535
    protocol        = "6"
    security_groups = [aws_security_group.lb.id]
  }
}
""",
            gives=SecurityGroupRule(
                "aws_security_group.web/ingress/0",
                anywhere=False,
                groups=frozenset({"aws_security_group.lb"}),
                protocol="tcp",
                all_ports=True,
                described=False,
            ),
        ),
        Shown(
            text="""
resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 1
  entry {
    cidr = "203.0.113.0/24"
  }
}

resource "aws_security_group" "web" {
  ingress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.offices.id]
  }
}
""",
            gives=SecurityGroupRule(
                "aws_security_group.web/ingress/0",
                anywhere=False,
                services=frozenset(),
                prefix_lists=frozenset({"aws_ec2_managed_prefix_list.offices"}),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "nodes" {
  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
}
""",
            gives=SecurityGroupRule("aws_security_group.nodes/ingress/0", itself=True, all_ports=True),
        ),
    ],
)

EGRESS_FROM_TERRAFORM = Source(
    of=SecurityGroupRule,
    each=Block("aws_security_group", "aws_default_security_group", each="egress"),
    reads={**INLINE, SecurityGroupRule.ingress: Fixed(False, "An egress block is about what goes out.")},
    shows=[
        Shown(
            text="""
resource "aws_security_group" "web" {
  egress {
    description      = "Everything"
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }
}
""",
            gives=SecurityGroupRule(
                "aws_security_group.web/egress/0",
                group=frozenset({"aws_security_group.web"}),
                ingress=False,
                anywhere=True,
                addresses=frozenset({"::/0"}),
                groups=frozenset(),
                protocol="all",
                from_port=0,
                to_port=65535,
                all_ports=True,
                described=True,
                itself=False,
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "web" {
  egress {
    from_port   = 53
    to_port     = 161
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/1"]
  }
}
""",
            gives=SecurityGroupRule(
                "aws_security_group.web/egress/0",
                anywhere=True,
                protocol="udp",
                services=frozenset({69, 111, 137, 138, 161}),
            ),
        ),
    ],
)

FROM_TERRAFORM = Source(
    of=SecurityGroupRule,
    each=Block("aws_security_group_rule"),
    reads={
        **INLINE,
        SecurityGroupRule.group: "security_group_id",
        SecurityGroupRule.ingress: "type == 'ingress'",
        SecurityGroupRule.groups: "source_security_group_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_security_group" "web" {}

resource "aws_security_group_rule" "rdp" {
  security_group_id = aws_security_group.web.id
  type              = "ingress"
  from_port         = 3000
  to_port           = 4000
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}
""",
            gives=SecurityGroupRule(
                "aws_security_group_rule.rdp",
                group=frozenset({"aws_security_group.web"}),
                ingress=True,
                anywhere=True,
                addresses=frozenset({"0.0.0.0/0"}),
                groups=frozenset(),
                protocol="tcp",
                from_port=3000,
                to_port=4000,
                all_ports=False,
                services=frozenset({3306, 3389}),
                described=False,
                itself=False,
                prefix_lists=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "db" {}

resource "aws_security_group_rule" "db" {
  security_group_id        = "sg-0123456789abcdef0"
  type                     = "egress"
  description              = "To the database"
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
  source_security_group_id = aws_security_group.db.id
}
""",
            gives=SecurityGroupRule(
                "aws_security_group_rule.db",
                ingress=False,
                anywhere=False,
                groups=frozenset({"aws_security_group.db"}),
                described=True,
            ),
        ),
    ],
)

SINGLE: dict[Term[SecurityGroupRule], Read] = {
    SecurityGroupRule.group: "security_group_id",
    SecurityGroupRule.anywhere: First(
        "anywhere([cidr_ipv4, cidr_ipv6]) || `null`", Through(by="prefix_list_id", read=LISTED, none=False)
    ),
    SecurityGroupRule.addresses: "[cidr_ipv4, cidr_ipv6]",
    SecurityGroupRule.groups: "referenced_security_group_id",
    SecurityGroupRule.protocol: NEW + PROTOCOL,
    SecurityGroupRule.from_port: NEW + FROM,
    SecurityGroupRule.to_port: NEW + TO,
    SecurityGroupRule.all_ports: NEW + ALL_PORTS,
    SecurityGroupRule.services: NEW + SERVICES,
    SecurityGroupRule.described: "not_null(description, '') != ''",
    SecurityGroupRule.itself: Fixed(False, "The group is named as another one would be."),
    SecurityGroupRule.prefix_lists: "prefix_list_id",
}

SINGLE_INGRESS_FROM_TERRAFORM = Source(
    of=SecurityGroupRule,
    each=Block("aws_vpc_security_group_ingress_rule"),
    reads={**SINGLE, SecurityGroupRule.ingress: Fixed(True, "It is about what comes in.")},
    shows=[
        Shown(
            text="""
resource "aws_security_group" "web" {}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.web.id
  description       = "SSH"
  cidr_ipv6         = "::/0"
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
}
""",
            gives=SecurityGroupRule(
                "aws_vpc_security_group_ingress_rule.ssh",
                group=frozenset({"aws_security_group.web"}),
                ingress=True,
                anywhere=True,
                addresses=frozenset({"::/0"}),
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

SINGLE_EGRESS_FROM_TERRAFORM = Source(
    of=SecurityGroupRule,
    each=Block("aws_vpc_security_group_egress_rule"),
    reads={**SINGLE, SecurityGroupRule.ingress: Fixed(False, "It is about what goes out.")},
    shows=[
        Shown(
            text="""
resource "aws_security_group" "web" {}

resource "aws_security_group" "db" {}

resource "aws_vpc_security_group_egress_rule" "db" {
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.db.id
  ip_protocol                  = "-1"
}
""",
            gives=SecurityGroupRule(
                "aws_vpc_security_group_egress_rule.db",
                group=frozenset({"aws_security_group.web"}),
                ingress=False,
                anywhere=False,
                addresses=frozenset(),
                groups=frozenset({"aws_security_group.db"}),
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
resource "aws_vpc_security_group_egress_rule" "web" {
  security_group_id = "sg-0123456789abcdef0"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
""",
            gives=SecurityGroupRule(
                "aws_vpc_security_group_egress_rule.web", anywhere=True, all_ports=False, services=frozenset()
            ),
        ),
    ],
)
