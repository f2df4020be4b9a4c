"""Azure Container Instances and Container Apps."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.core.kind import Flag, Many
from bartizan.core.source import Block, Inverse, Shown, Source


class ContainerGroup(
    Resource,
    kind="azure.container.group",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.ContainerInstance/containerGroups/{name}",
):
    """Containers that are run together on one host."""

    public = Flag("It has a public address.")
    in_network = Flag("It is in a network of the customer.")
    literal_secrets = Many("Variables that hold a credential and are shown to everyone who may view the group.")
    has_identity = Flag("It has an identity in Entra ID.")


class ContainerApp(
    Resource,
    kind="azure.container.app",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.App/containerApps/{name}",
):
    """A container that is run and scaled by Azure."""

    external = Flag("Everyone on the Internet reaches it.")
    plain_http = Flag("It answers without TLS.")
    literal_secrets = Flag("One of its secrets has its value written in the source.")
    has_identity = Flag("It has an identity in Entra ID.")


FROM_TERRAFORM = Source(
    of=ContainerGroup,
    each=Block("azurerm_container_group"),
    reads={
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
    ],
)


APP_FROM_TERRAFORM = Source(
    of=ContainerApp,
    each=Block("azurerm_container_app"),
    reads={
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
    ],
)
