"""Azure Container Instances and Container Apps."""

from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class ContainerGroup(
    Resource,
    Runner,
    kind="azure.container.group",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.ContainerInstance/containerGroups/{name}",
):
    """Containers that are run together on one host."""

    public = Flag("It has a public address.")
    in_network = Flag("It is in a network of the customer.")
    literal_secrets = Many("Variables that hold a credential and are shown to everyone who may view the group.")
    has_identity = Flag("It has an identity in Entra ID.")
    subnets = Link(Subnet, "The subnets it is in.")
    ports = Many("Ports it listens on, as tcp:80.")


class ContainerApp(
    Resource,
    Runner,
    kind="azure.container.app",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.App/containerApps/{name}",
):
    """A container that is run and scaled by Azure."""

    external = Flag("Everyone on the Internet reaches it.")
    plain_http = Flag("It answers without TLS.")
    literal_secrets = Flag("One of its secrets has its value written in the source.")
    has_identity = Flag("It has an identity in Entra ID.")
    environment = Link(lambda: ContainerEnvironment, "Where it runs.")
    allowed = Many("Addresses that reach it, where only certain ones do.")
    denied = Many("Addresses that do not reach it.")
    port = Number("The port that it listens on; none where it has no ingress.")


class ContainerEnvironment(Asset, kind="azure.container.environment"):
    """Where container apps run together."""

    name = Text("Its name.")
    internal = Flag("It has no address on the Internet.")
    subnets = Link(Subnet, "The subnet it is in, where it is in one of the customer.")


FROM_TERRAFORM = Source(
    of=ContainerGroup,
    each=Block("azurerm_container_group"),
    reads={
        ContainerGroup.subnets: "subnet_ids",
        ContainerGroup.ports: "[exposed_port, container[].not_null(ports, `[]`)[]][] | [?@].join(':', [lower(not_null(protocol, 'TCP')), to_string(port)])",
        ContainerGroup.name: "name",
        ContainerGroup.resource_group: "resource_group_name",
        ContainerGroup.identity: Inverse(AttachedIdentity.holder),
        ContainerGroup.public: "lower(not_null(ip_address_type, 'Public')) == 'public'",
        ContainerGroup.in_network: "length(not_null(subnet_ids, `[]`)) > `0` || network_profile_id != `null`",
        ContainerGroup.literal_secrets: "[container, init_container][][].environment_variables | [*].secret_settings(@)[]",
        ContainerGroup.has_identity: "length(not_null(identity, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_container_group" "a" {
  resource_group_name = "shop"
  name    = "a"
  os_type = "Linux"
  container {
    name                  = "web"
    image                 = "web:1"
    environment_variables = { MODE = "live" }
  }
}
""",
            gives=ContainerGroup(
                "azurerm_container_group.a",
                name="a",
                resource_group="shop",
                public=True,
                in_network=False,
                literal_secrets=frozenset(),
                has_identity=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_container_group" "a" {
  name            = "a"
  os_type         = "Linux"
  ip_address_type = "Private"
  subnet_ids      = ["subnet"]
  identity {
    type = "SystemAssigned"
  }
  container {
    name                  = "web"
    image                 = "web:1"
    environment_variables = { DB_PASSWORD = "hunter2hunter2" }
  }
}
""",
            gives=ContainerGroup(
                "azurerm_container_group.a",
                public=False,
                in_network=True,
                literal_secrets=frozenset({"DB_PASSWORD"}),
                has_identity=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_container_group" "a" {
  name       = "a"
  os_type    = "Linux"
  subnet_ids = [azurerm_subnet.s.id]
  container {
    name  = "web"
    image = "web:1"
    ports {
      port     = 8080
      protocol = "TCP"
    }
  }
}
""",
            gives=ContainerGroup(
                "azurerm_container_group.a",
                subnets=frozenset({"azurerm_subnet.s"}),
                ports=frozenset({"tcp:8080"}),
            ),
        ),
    ],
)


APP_FROM_TERRAFORM = Source(
    of=ContainerApp,
    each=Block("azurerm_container_app"),
    reads={
        ContainerApp.environment: "container_app_environment_id",
        ContainerApp.allowed: "not_null(ingress[0].ip_security_restriction, `[]`)[?lower(action) == 'allow'].ip_address_range",
        ContainerApp.denied: "not_null(ingress[0].ip_security_restriction, `[]`)[?lower(action) == 'deny'].ip_address_range",
        ContainerApp.port: "ingress[0].target_port",
        ContainerApp.name: "name",
        ContainerApp.resource_group: "resource_group_name",
        ContainerApp.identity: Inverse(AttachedIdentity.holder),
        ContainerApp.external: "flag(not_null(ingress[0].external_enabled, `false`))",
        ContainerApp.plain_http: "length(not_null(ingress, `[]`)) > `0` && flag(not_null(ingress[0].allow_insecure_connections, `false`))",
        ContainerApp.literal_secrets: "any(map(&literal(value), not_null(secret, `[]`)))",
        ContainerApp.has_identity: "length(not_null(identity, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_container_app" "a" {
  resource_group_name = "shop"
  name          = "a"
  revision_mode = "Single"
}
""",
            gives=ContainerApp(
                "azurerm_container_app.a",
                name="a",
                resource_group="shop",
                external=False,
                plain_http=False,
                literal_secrets=False,
                has_identity=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_container_app" "a" {
  name          = "a"
  revision_mode = "Single"
  identity {
    type = "SystemAssigned"
  }
  ingress {
    external_enabled           = true
    allow_insecure_connections = true
    target_port                = 80
  }
  secret {
    name  = "db"
    value = "hunter2"
  }
}
""",
            gives=ContainerApp(
                "azurerm_container_app.a", external=True, plain_http=True, literal_secrets=True, has_identity=True
            ),
        ),
        Shown(
            text="""
resource "azurerm_container_app_environment" "e" {
  name = "e"
}

resource "azurerm_container_app" "a" {
  name                         = "a"
  revision_mode                = "Single"
  container_app_environment_id = azurerm_container_app_environment.e.id
  ingress {
    external_enabled = true
    target_port      = 8080
    ip_security_restriction {
      name             = "office"
      action           = "Allow"
      ip_address_range = "203.0.113.0/24"
    }
  }
}
""",
            gives=ContainerApp(
                "azurerm_container_app.a",
                environment=frozenset({"azurerm_container_app_environment.e"}),
                allowed=frozenset({"203.0.113.0/24"}),
                denied=frozenset(),
                port=8080,
            ),
        ),
    ],
)


ENVIRONMENT_FROM_TERRAFORM = Source(
    of=ContainerEnvironment,
    each=Block("azurerm_container_app_environment"),
    names=("name",),
    reads={
        ContainerEnvironment.name: "name",
        ContainerEnvironment.internal: "flag(not_null(internal_load_balancer_enabled, `false`))",
        ContainerEnvironment.subnets: "infrastructure_subnet_id",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_container_app_environment" "a" {
  name                           = "a"
  internal_load_balancer_enabled = true
  infrastructure_subnet_id       = azurerm_subnet.s.id
}
""",
            gives=ContainerEnvironment(
                "azurerm_container_app_environment.a",
                name="a",
                internal=True,
                subnets=frozenset({"azurerm_subnet.s"}),
            ),
        ),
    ],
)
