"""Azure container registries."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.software.application import Application
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class Registry(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.acr.registry",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.ContainerRegistry/registries/{name}",
):
    """Holds images of containers."""

    name = Text("Its name.")
    admin_user = Flag("One user with a password may do everything.")
    anonymous_pull = Flag("Everyone may read its images.")
    public = Flag("It has an endpoint on the Internet, for every address.")
    quarantined = Flag("Images are held back until they have been looked at.")
    own_key = Flag("It is encrypted with a key of the customer.")
    applications = Link(Application, "What its images hold, where they are built here.", derived=True)


FROM_TERRAFORM = Source(
    of=Registry,
    each=Block("azurerm_container_registry"),
    names=("name",),
    reads={
        Registry.tags: TAGS,
        Registry.resource_group: "resource_group_name",
        Registry.identity: Inverse(AttachedIdentity.holder),
        Registry.name: "name",
        Registry.admin_user: "flag(not_null(admin_enabled, `false`))",
        Registry.anonymous_pull: "flag(not_null(anonymous_pull_enabled, `false`))",
        Registry.public: "flag(not_null(public_network_access_enabled, `true`)) && lower(not_null(network_rule_set[0].default_action, 'Allow')) == 'allow'",
        Registry.quarantined: "flag(not_null(quarantine_policy_enabled, quarantine_policy[0].enabled, `false`))",
        Registry.own_key: "length(not_null(encryption, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_container_registry" "a" {
  resource_group_name = "shop"
  name = "shop"
  sku  = "Basic"
}
""",
            gives=Registry(
                "azurerm_container_registry.a",
                resource_group="shop",
                name="shop",
                admin_user=False,
                anonymous_pull=False,
                public=True,
                quarantined=False,
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_container_registry" "a" {
  name                          = "shop"
  sku                           = "Premium"
  admin_enabled                 = true
  anonymous_pull_enabled        = true
  public_network_access_enabled = false
  quarantine_policy_enabled     = true
  encryption {
    key_vault_key_id   = "https://shop.vault.azure.net/keys/data"
    identity_client_id = "id"
  }
}
""",
            gives=Registry(
                "azurerm_container_registry.a",
                name="shop",
                admin_user=True,
                anonymous_pull=True,
                public=False,
                quarantined=True,
                own_key=True,
            ),
        ),
    ],
)
