"""Azure virtual machines."""

from bartizan.content.kinds.azure.network_interface import Interface
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Fixed, Inverse, Shown, Source


class Vm(
    Resource,
    Runner,
    kind="azure.compute.vm",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Compute/{type}/{name}",
):
    """A virtual machine, or a set of machines that are alike."""

    type = Text("virtualMachines, or virtualMachineScaleSets for a set of them.")
    linux = Flag("Its system is Linux.")
    password_login = Flag("Its administrator may log in with a password.")
    literal_secrets = Flag("What it is told at its first start holds a credential.")
    managed_disks = Flag("Its disks are managed ones.")
    host_encrypted = Flag("Its disks, the temporary one included, are encrypted on its host.")
    trusted_launch = Flag("It starts only what is signed, and proves it with a virtual TPM.")
    patches = Flag("It is kept up to date by itself.")
    interfaces = Link(Interface, "Its network interfaces.")


FROM_TERRAFORM = Source(
    of=Vm,
    each=Block("azurerm_linux_virtual_machine"),
    reads={
        Vm.name: "name",
        Vm.resource_group: "resource_group_name",
        Vm.identity: Inverse(AttachedIdentity.holder),
        Vm.type: Fixed("virtualMachines", "The type of the resource says so."),
        Vm.linux: Fixed(True, "The type of the resource says so."),
        Vm.password_login: "!(flag(not_null(disable_password_authentication, `true`)))",
        Vm.literal_secrets: "secret_text(custom_data) || secret_text(user_data)",
        Vm.managed_disks: Fixed(True, "This resource makes managed disks only."),
        Vm.host_encrypted: "flag(not_null(encryption_at_host_enabled, `false`))",
        Vm.trusted_launch: "flag(not_null(secure_boot_enabled, `false`)) && flag(not_null(vtpm_enabled, `false`))",
        Vm.patches: "patch_mode == 'AutomaticByPlatform' || `null`",
        Vm.interfaces: "network_interface_ids",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_linux_virtual_machine" "a" {
  resource_group_name = "shop"
  name                  = "a"
  size                  = "Standard_B2s"
  network_interface_ids = ["other"]
}
""",
            gives=Vm(
                "azurerm_linux_virtual_machine.a",
                name="a",
                resource_group="shop",
                type="virtualMachines",
                linux=True,
                password_login=False,
                literal_secrets=False,
                managed_disks=True,
                host_encrypted=False,
                trusted_launch=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_interface" "n" {
  name = "n"
  ip_configuration {
    name                          = "n"
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_linux_virtual_machine" "a" {
  name                            = "a"
  size                            = "Standard_B2s"
  admin_password                  = "hunter2"
  disable_password_authentication = false
  patch_mode                      = "AutomaticByPlatform"
  custom_data                     = base64encode("export PASSWORD=hunter2hunter2")
  encryption_at_host_enabled      = true
  secure_boot_enabled             = true
  vtpm_enabled                    = true
  network_interface_ids           = [azurerm_network_interface.n.id]
}
""",
            gives=Vm(
                "azurerm_linux_virtual_machine.a",
                linux=True,
                password_login=True,
                literal_secrets=True,
                managed_disks=True,
                host_encrypted=True,
                trusted_launch=True,
                patches=True,
                interfaces=frozenset({"azurerm_network_interface.n"}),
            ),
        ),
    ],
)


WINDOWS_FROM_TERRAFORM = Source(
    of=Vm,
    each=Block("azurerm_windows_virtual_machine"),
    reads={
        Vm.name: "name",
        Vm.resource_group: "resource_group_name",
        Vm.identity: Inverse(AttachedIdentity.holder),
        Vm.type: Fixed("virtualMachines", "The type of the resource says so."),
        Vm.linux: Fixed(False, "The type of the resource says so."),
        Vm.password_login: Fixed(True, "Windows always lets in by password."),
        Vm.literal_secrets: "secret_text(custom_data) || secret_text(user_data)",
        Vm.managed_disks: Fixed(True, "This resource makes managed disks only."),
        Vm.host_encrypted: "flag(not_null(encryption_at_host_enabled, `false`))",
        Vm.trusted_launch: "flag(not_null(secure_boot_enabled, `false`)) && flag(not_null(vtpm_enabled, `false`))",
        Vm.patches: "flag(not_null(automatic_updates_enabled, enable_automatic_updates, `true`)) && not_null(patch_mode, 'AutomaticByOS') != 'Manual'",
        Vm.interfaces: "network_interface_ids",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_windows_virtual_machine" "a" {
  resource_group_name = "shop"
  name                  = "a"
  size                  = "Standard_B2s"
  network_interface_ids = ["other"]
}
""",
            gives=Vm(
                "azurerm_windows_virtual_machine.a",
                name="a",
                resource_group="shop",
                type="virtualMachines",
                linux=False,
                password_login=True,
                literal_secrets=False,
                managed_disks=True,
                host_encrypted=False,
                trusted_launch=False,
                patches=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_network_interface" "n" {
  name = "n"
  ip_configuration {
    name                          = "n"
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_windows_virtual_machine" "a" {
  name                       = "a"
  size                       = "Standard_B2s"
  automatic_updates_enabled  = false
  patch_mode                 = "Manual"
  custom_data                = base64encode("export PASSWORD=hunter2hunter2")
  encryption_at_host_enabled = true
  secure_boot_enabled        = true
  vtpm_enabled               = true
  network_interface_ids      = [azurerm_network_interface.n.id]
}
""",
            gives=Vm(
                "azurerm_windows_virtual_machine.a",
                linux=False,
                password_login=True,
                literal_secrets=True,
                managed_disks=True,
                host_encrypted=True,
                trusted_launch=True,
                patches=False,
                interfaces=frozenset({"azurerm_network_interface.n"}),
            ),
        ),
    ],
)
