"""Azure managed disks."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class Disk(
    Resource,
    DataStore,
    kind="azure.compute.disk",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Compute/disks/{name}",
):
    """A block of storage for a virtual machine."""

    own_key = Flag("It is encrypted with a key of the customer.")
    network = Text("From where it may be copied: AllowAll, AllowPrivate or DenyAll.")
    public = Flag("It may be copied over the Internet.")


FROM_TERRAFORM = Source(
    of=Disk,
    each=Block("azurerm_managed_disk"),
    reads={
        Disk.tags: TAGS,
        Disk.name: "name",
        Disk.resource_group: "resource_group_name",
        Disk.identity: Inverse(AttachedIdentity.holder),
        Disk.own_key: "not_null(disk_encryption_set_id, secure_vm_disk_encryption_set_id) != `null`",
        Disk.network: "not_null(network_access_policy, 'AllowAll')",
        Disk.public: "flag(not_null(public_network_access_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_managed_disk" "a" {
  resource_group_name = "shop"
  name = "a"
}
""",
            gives=Disk(
                "azurerm_managed_disk.a",
                name="a",
                resource_group="shop",
                own_key=False,
                network="AllowAll",
                public=True,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_managed_disk" "a" {
  name                          = "a"
  disk_encryption_set_id        = "set"
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}
""",
            gives=Disk("azurerm_managed_disk.a", own_key=True, network="DenyAll", public=False),
        ),
    ],
)
