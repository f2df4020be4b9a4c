"""Azure Machine Learning."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class MlWorkspace(
    Resource,
    DataStore,
    kind="azure.ml.workspace",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.MachineLearningServices/workspaces/{name}",
):
    """Where models are trained and kept."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    egress_limited = Flag("What is run in it calls only certain hosts.")


class MlCompute(Asset, kind="azure.ml.compute"):
    """Machines on which models are trained."""

    name = Text("Its name.")
    local_users = Flag("It has users of its own, with SSH keys.")


FROM_TERRAFORM = Source(
    of=MlWorkspace,
    each=Block("azurerm_machine_learning_workspace"),
    names=("name",),
    reads={
        MlWorkspace.tags: TAGS,
        MlWorkspace.resource_group: "resource_group_name",
        MlWorkspace.identity: Inverse(AttachedIdentity.holder),
        MlWorkspace.name: "name",
        MlWorkspace.public: "flag(not_null(public_network_access_enabled, `true`))",
        MlWorkspace.egress_limited: "managed_network[0].isolation_mode == 'AllowOnlyApprovedOutbound'",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_machine_learning_workspace" "a" {
  resource_group_name = "shop"
  name = "shop"
}
""",
            gives=MlWorkspace(
                "azurerm_machine_learning_workspace.a",
                resource_group="shop",
                name="shop",
                public=True,
                egress_limited=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_machine_learning_workspace" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  managed_network {
    isolation_mode = "AllowOnlyApprovedOutbound"
  }
}
""",
            gives=MlWorkspace("azurerm_machine_learning_workspace.a", name="shop", public=False, egress_limited=True),
        ),
    ],
)


COMPUTE_FROM_TERRAFORM = Source(
    of=MlCompute,
    each=Block("azurerm_machine_learning_compute_instance", "azurerm_machine_learning_compute_cluster"),
    names=("name",),
    reads={
        MlCompute.name: "name",
        MlCompute.local_users: "flag(not_null(local_auth_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_machine_learning_compute_instance" "a" {
  name = "shop"
}
""",
            gives=MlCompute("azurerm_machine_learning_compute_instance.a", name="shop", local_users=True),
        ),
        Shown(
            text="""
resource "azurerm_machine_learning_compute_instance" "a" {
  name               = "shop"
  local_auth_enabled = false
}
""",
            gives=MlCompute("azurerm_machine_learning_compute_instance.a", name="shop", local_users=False),
        ),
    ],
)
