"""Azure network security groups, and what each allows."""

from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Inverse, OwnerLink, Shown, Source


class SecurityGroup(Asset, kind="azure.network.security-group"):
    """A firewall around subnets or network interfaces."""

    name = Text("Its name.")
    rules = Link(lambda: SecurityRule, "What it allows and refuses.")


class SecurityRule(Asset, kind="azure.network.security-rule"):
    """One thing that a security group allows or refuses."""

    group = Link(SecurityGroup, "The group it is part of.")
    name = Text("Its name.")
    inbound = Flag("It is about what comes in; otherwise about what goes out.")
    allows = Flag("It lets traffic through; otherwise it stops it.")
    from_anywhere = Flag("It lets somebody in from any address.")
    protocol = Text("Its protocol in small letters, or * for all.")
    all_ports = Flag("It is about every port.")
    opens_ssh = Flag("It lets everyone reach port 22.")
    opens_rdp = Flag("It lets everyone reach port 3389.")
    opens_http = Flag("It lets everyone reach port 80 or 443.")
    opens_databases = Flag("It lets everyone reach a port where databases or caches listen.")
    opens_control = Flag("It lets everyone reach a port for file sharing or the control of machines and clusters.")
    opens_udp = Flag("It lets everyone reach UDP ports whose answers are larger than the questions.")
    to_anywhere = Flag("It lets everything out to everywhere.")
    priority = Number("Its place: those with smaller numbers come first, and the first that fits decides.")
    sources = Many("Addresses and service tags of those who send.")
    source_ports = Many("Ports that are sent from.")
    destinations = Many("Addresses and service tags of those who receive.")
    ports = Many("Ports and ranges of ports that are sent to; * for all.")
    source_groups = Link(lambda: ApplicationGroup, "Application security groups of those who send.")
    destination_groups = Link(lambda: ApplicationGroup, "Application security groups of those who receive.")


class ApplicationGroup(Asset, kind="azure.network.application-group"):
    """Network interfaces with a name: an application security group."""

    name = Text("Its name.")


EVERYONE = "['*', 'internet', 'any', '0.0.0.0/0', '::/0', '0.0.0.0', '/0']"
ANYWHERE = f"length([source_address_prefix, source_address_prefixes][] | [?contains({EVERYONE}, lower(@))]) > `0`"
LETS_IN = f"lower(direction) == 'inbound' && lower(access) == 'allow' && {ANYWHERE}"
PORTS = "[destination_port_range, destination_port_ranges][]"
TCP = "contains(['tcp', '*'], lower(protocol))"
UDP = "contains(['udp', '*'], lower(protocol))"
WITH_PORTS = "contains(['tcp', 'udp', '*'], lower(protocol))"
ALL_PORTS = f"{WITH_PORTS} && length({PORTS} | [?contains(['*', '0-65535', '1-65535'], to_string(@))]) > `0`"
DATABASES = (
    "`1433`, `1434`, `1521`, `3306`, `5432`, `5984`, `6379`, `7000`, `7001`, `9042`, `9160`, `9200`, `9300`, `11211`, "
    "`27017`, `27018`, `27019`"
)
CONTROL = "`23`, `135`, `139`, `445`, `2375`, `2376`, `2379`, `2380`, `5900`, `5985`, `5986`, `6443`, `8020`, `10250`, `50070`"
AMPLIFIERS = "`19`, `53`, `69`, `111`, `123`, `137`, `161`, `389`, `1900`, `5353`, `11211`"
TO = "[destination_address_prefix, destination_address_prefixes][]"


FROM_TERRAFORM = Source(
    of=SecurityGroup,
    each=Block("azurerm_network_security_group"),
    names=("name",),
    reads={
        SecurityGroup.name: "name",
        SecurityGroup.rules: Inverse(SecurityRule.group),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
}
""",
            gives=SecurityGroup("azurerm_network_security_group.g", name="g", rules=frozenset()),
        ),
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
  security_rule {
    name                       = "web"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "10.0.0.0/8"
    destination_port_ranges    = ["22", "3389", "443", "5432", "445"]
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "all" {
  name                        = "all"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "*"
  source_port_range           = "*"
  source_address_prefix       = "Internet"
  destination_port_range      = "0-65535"
  destination_address_prefix  = "*"
  network_security_group_name = azurerm_network_security_group.g.name
}
""",
            gives=SecurityGroup(
                "azurerm_network_security_group.g",
                name="g",
                rules=frozenset(
                    {"azurerm_network_security_group.g/security_rule/0", "azurerm_network_security_rule.all"}
                ),
            ),
        ),
    ],
)


RULE_FROM_TERRAFORM = Source(
    of=SecurityRule,
    each=Block("azurerm_network_security_rule"),
    reads={
        SecurityRule.priority: "priority",
        SecurityRule.sources: "[source_address_prefix, source_address_prefixes][] | [?@]",
        SecurityRule.source_ports: "[source_port_range, source_port_ranges][] | [?@]",
        SecurityRule.destinations: "[destination_address_prefix, destination_address_prefixes][] | [?@]",
        SecurityRule.ports: "[destination_port_range, destination_port_ranges][] | [?@]",
        SecurityRule.source_groups: "source_application_security_group_ids",
        SecurityRule.destination_groups: "destination_application_security_group_ids",
        SecurityRule.group: "network_security_group_name",
        SecurityRule.name: "name",
        SecurityRule.inbound: "lower(direction) == 'inbound'",
        SecurityRule.allows: "lower(access) == 'allow'",
        SecurityRule.from_anywhere: LETS_IN,
        SecurityRule.protocol: "lower(protocol)",
        SecurityRule.all_ports: ALL_PORTS,
        SecurityRule.opens_ssh: f"{LETS_IN} && {TCP} && port_in({PORTS}, `22`)",
        SecurityRule.opens_rdp: f"{LETS_IN} && {WITH_PORTS} && port_in({PORTS}, `3389`)",
        SecurityRule.opens_http: f"{LETS_IN} && {TCP} && port_in({PORTS}, `80`, `443`)",
        SecurityRule.opens_databases: f"{LETS_IN} && {TCP} && port_in({PORTS}, {DATABASES})",
        SecurityRule.opens_control: f"{LETS_IN} && {TCP} && port_in({PORTS}, {CONTROL})",
        SecurityRule.opens_udp: f"{LETS_IN} && {UDP} && port_in({PORTS}, {AMPLIFIERS})",
        SecurityRule.to_anywhere: f"lower(direction) == 'outbound' && lower(access) == 'allow' && {ALL_PORTS} && length({TO} | [?contains({EVERYONE}, lower(@))]) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_network_security_rule" "a" {
  name                        = "web"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  source_address_prefix       = "10.0.0.0/8"
  destination_port_ranges     = ["22", "3389", "443", "5432", "445"]
  destination_address_prefix  = "*"
  network_security_group_name = "other"
}
""",
            gives=SecurityRule(
                "azurerm_network_security_rule.a",
                name="web",
                inbound=True,
                allows=True,
                from_anywhere=False,
                protocol="tcp",
                all_ports=False,
                opens_ssh=False,
                opens_rdp=False,
                opens_http=False,
                opens_databases=False,
                opens_control=False,
                opens_udp=False,
                to_anywhere=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
}

resource "azurerm_network_security_rule" "a" {
  name                        = "all"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "*"
  source_port_range           = "*"
  source_address_prefix       = "Internet"
  destination_port_range      = "0-65535"
  destination_address_prefix  = "*"
  network_security_group_name = azurerm_network_security_group.g.name
}
""",
            gives=SecurityRule(
                "azurerm_network_security_rule.a",
                group=frozenset({"azurerm_network_security_group.g"}),
                name="all",
                inbound=True,
                allows=True,
                from_anywhere=True,
                protocol="*",
                all_ports=True,
                opens_ssh=True,
                opens_rdp=True,
                opens_http=True,
                opens_databases=True,
                opens_control=True,
                opens_udp=True,
                to_anywhere=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_application_security_group" "web" {
  name = "web"
}

resource "azurerm_application_security_group" "db" {
  name = "db"
}

resource "azurerm_network_security_rule" "a" {
  name                                       = "db"
  priority                                   = 200
  direction                                  = "Inbound"
  access                                     = "Deny"
  protocol                                   = "Tcp"
  source_port_range                          = "*"
  source_address_prefixes                    = ["10.0.1.0/24", "10.0.2.0/24"]
  source_application_security_group_ids      = [azurerm_application_security_group.web.id]
  destination_port_ranges                    = ["5432", "6000-6010"]
  destination_address_prefix                 = "VirtualNetwork"
  destination_application_security_group_ids = [azurerm_application_security_group.db.id]
}
""",
            gives=SecurityRule(
                "azurerm_network_security_rule.a",
                name="db",
                allows=False,
                priority=200,
                sources=frozenset({"10.0.1.0/24", "10.0.2.0/24"}),
                source_ports=frozenset({"*"}),
                destinations=frozenset({"VirtualNetwork"}),
                ports=frozenset({"5432", "6000-6010"}),
                source_groups=frozenset({"azurerm_application_security_group.web"}),
                destination_groups=frozenset({"azurerm_application_security_group.db"}),
            ),
        ),
    ],
)


INLINE_RULE_FROM_TERRAFORM = Source(
    of=SecurityRule,
    each=Block("azurerm_network_security_group", each="security_rule"),
    reads={
        SecurityRule.priority: "priority",
        SecurityRule.sources: "[source_address_prefix, source_address_prefixes][] | [?@]",
        SecurityRule.source_ports: "[source_port_range, source_port_ranges][] | [?@]",
        SecurityRule.destinations: "[destination_address_prefix, destination_address_prefixes][] | [?@]",
        SecurityRule.ports: "[destination_port_range, destination_port_ranges][] | [?@]",
        SecurityRule.source_groups: "source_application_security_group_ids",
        SecurityRule.destination_groups: "destination_application_security_group_ids",
        SecurityRule.group: OwnerLink(),
        SecurityRule.name: "name",
        SecurityRule.inbound: "lower(direction) == 'inbound'",
        SecurityRule.allows: "lower(access) == 'allow'",
        SecurityRule.from_anywhere: LETS_IN,
        SecurityRule.protocol: "lower(protocol)",
        SecurityRule.all_ports: ALL_PORTS,
        SecurityRule.opens_ssh: f"{LETS_IN} && {TCP} && port_in({PORTS}, `22`)",
        SecurityRule.opens_rdp: f"{LETS_IN} && {WITH_PORTS} && port_in({PORTS}, `3389`)",
        SecurityRule.opens_http: f"{LETS_IN} && {TCP} && port_in({PORTS}, `80`, `443`)",
        SecurityRule.opens_databases: f"{LETS_IN} && {TCP} && port_in({PORTS}, {DATABASES})",
        SecurityRule.opens_control: f"{LETS_IN} && {TCP} && port_in({PORTS}, {CONTROL})",
        SecurityRule.opens_udp: f"{LETS_IN} && {UDP} && port_in({PORTS}, {AMPLIFIERS})",
        SecurityRule.to_anywhere: f"lower(direction) == 'outbound' && lower(access) == 'allow' && {ALL_PORTS} && length({TO} | [?contains({EVERYONE}, lower(@))]) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
  security_rule {
    name                       = "web"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "10.0.0.0/8"
    destination_port_ranges    = ["22", "3389", "443", "5432", "445"]
    destination_address_prefix = "*"
  }
}
""",
            gives=SecurityRule(
                "azurerm_network_security_group.g/security_rule/0",
                group=frozenset({"azurerm_network_security_group.g"}),
                name="web",
                inbound=True,
                allows=True,
                from_anywhere=False,
                protocol="tcp",
                all_ports=False,
                opens_ssh=False,
                opens_rdp=False,
                opens_http=False,
                opens_databases=False,
                opens_control=False,
                opens_udp=False,
                to_anywhere=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
  security_rule {
    name                       = "web"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "10.0.0.0/8"
    destination_port_ranges    = ["22", "3389", "443", "5432", "445"]
    destination_address_prefix = "*"
  }
  security_rule {
    name                       = "all"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    source_address_prefix      = "Internet"
    destination_port_range     = "*"
    destination_address_prefix = "*"
  }
}
""",
            gives=SecurityRule(
                "azurerm_network_security_group.g/security_rule/1",
                group=frozenset({"azurerm_network_security_group.g"}),
                name="all",
                inbound=True,
                allows=True,
                from_anywhere=True,
                protocol="*",
                all_ports=True,
                opens_ssh=True,
                opens_rdp=True,
                opens_http=True,
                opens_databases=True,
                opens_control=True,
                opens_udp=True,
                to_anywhere=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
  security_rule {
    name                       = "all"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    source_address_prefix      = "*"
    destination_port_range     = "*"
    destination_address_prefix = "0.0.0.0/0"
  }
}
""",
            gives=SecurityRule(
                "azurerm_network_security_group.g/security_rule/0",
                inbound=False,
                from_anywhere=False,
                to_anywhere=True,
                opens_ssh=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_security_group" "g" {
  name = "g"
  security_rule {
    name                       = "all"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Icmp"
    source_port_range          = "*"
    source_address_prefix      = "Internet"
    destination_port_range     = "0-65535"
    destination_address_prefix = "*"
  }
}
""",
            gives=SecurityRule(
                "azurerm_network_security_group.g/security_rule/0", from_anywhere=True, all_ports=False, opens_ssh=False
            ),
        ),
        Shown(
            text="""
resource "azurerm_application_security_group" "web" {
  name = "web"
}

resource "azurerm_application_security_group" "db" {
  name = "db"
}

resource "azurerm_network_security_group" "g" {
  name = "g"
  security_rule {
    name                                       = "db"
    priority                                   = 200
    direction                                  = "Inbound"
    access                                     = "Deny"
    protocol                                   = "Tcp"
    source_port_range                          = "*"
    source_address_prefixes                    = ["10.0.1.0/24", "10.0.2.0/24"]
    source_application_security_group_ids      = [azurerm_application_security_group.web.id]
    destination_port_ranges                    = ["5432", "6000-6010"]
    destination_address_prefix                 = "VirtualNetwork"
    destination_application_security_group_ids = [azurerm_application_security_group.db.id]
  }
}
""",
            gives=SecurityRule(
                "azurerm_network_security_group.g/security_rule/0",
                name="db",
                allows=False,
                priority=200,
                sources=frozenset({"10.0.1.0/24", "10.0.2.0/24"}),
                source_ports=frozenset({"*"}),
                destinations=frozenset({"VirtualNetwork"}),
                ports=frozenset({"5432", "6000-6010"}),
                source_groups=frozenset({"azurerm_application_security_group.web"}),
                destination_groups=frozenset({"azurerm_application_security_group.db"}),
            ),
        ),
    ],
)


APPLICATION_GROUP_FROM_TERRAFORM = Source(
    of=ApplicationGroup,
    each=Block("azurerm_application_security_group"),
    names=("name",),
    reads={ApplicationGroup.name: "name"},
    shows=[
        Shown(
            text="""
resource "azurerm_application_security_group" "a" {
  name = "web"
}
""",
            gives=ApplicationGroup("azurerm_application_security_group.a", name="web"),
        ),
    ],
)
