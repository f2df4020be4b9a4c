"""Azure virtual machine scale sets, and machines as older providers declare them."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.resource import AttachedIdentity
from bartizan.core.source import Block, Fixed, Inverse, OwnerLink, Shown, Source, Unseen

LINUX_FROM_TERRAFORM = Source(
    of=Vm,
    each=Block("azurerm_linux_virtual_machine_scale_set"),
    reads={
        Vm.name: "name",
        Vm.resource_group: "resource_group_name",
        Vm.identity: Inverse(AttachedIdentity.holder),
        Vm.type: Fixed("virtualMachineScaleSets", "The type of the resource says so."),
        Vm.linux: Fixed(True, "The type of the resource says so."),
        Vm.password_login: "!(flag(not_null(disable_password_authentication, `true`)))",
        Vm.literal_secrets: "secret_text(custom_data) || secret_text(user_data)",
        Vm.managed_disks: Fixed(True, "This resource makes managed disks only."),
        Vm.host_encrypted: "flag(not_null(encryption_at_host_enabled, `false`))",
        Vm.trusted_launch: "flag(not_null(secure_boot_enabled, `false`)) && flag(not_null(vtpm_enabled, `false`))",
        Vm.patches: "flag(not_null(automatic_os_upgrade_policy[0].automatic_os_upgrade_enabled, automatic_os_upgrade_policy[0].enable_automatic_os_upgrade, `false`))",
        Vm.interfaces: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_linux_virtual_machine_scale_set" "a" {
  resource_group_name = "shop"
  name = "a"
  sku  = "Standard_B2s"
}
""",
            gives=Vm(
                "azurerm_linux_virtual_machine_scale_set.a",
                name="a",
                resource_group="shop",
                type="virtualMachineScaleSets",
                linux=True,
                password_login=False,
                literal_secrets=False,
                managed_disks=True,
                host_encrypted=False,
                trusted_launch=False,
                patches=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_linux_virtual_machine_scale_set" "a" {
  name                            = "a"
  sku                             = "Standard_B2s"
  admin_password                  = "hunter2"
  disable_password_authentication = false
  custom_data                     = base64encode("export PASSWORD=hunter2hunter2")
  encryption_at_host_enabled      = true
  secure_boot_enabled             = true
  vtpm_enabled                    = true
  automatic_os_upgrade_policy {
    enable_automatic_os_upgrade = true
  }
}
""",
            gives=Vm(
                "azurerm_linux_virtual_machine_scale_set.a",
                linux=True,
                password_login=True,
                literal_secrets=True,
                managed_disks=True,
                host_encrypted=True,
                trusted_launch=True,
                patches=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_linux_virtual_machine_scale_set" "a" {
  name = "a"
  network_interface {
    name    = "a"
    primary = true
    ip_configuration {
      name = "a"
    }
  }
}
""",
            gives=Vm(
                "azurerm_linux_virtual_machine_scale_set.a",
                interfaces=frozenset({"azurerm_linux_virtual_machine_scale_set.a/network_interface/0"}),
            ),
        ),
    ],
)


WINDOWS_FROM_TERRAFORM = Source(
    of=Vm,
    each=Block("azurerm_windows_virtual_machine_scale_set"),
    reads={
        Vm.name: "name",
        Vm.resource_group: "resource_group_name",
        Vm.identity: Inverse(AttachedIdentity.holder),
        Vm.type: Fixed("virtualMachineScaleSets", "The type of the resource says so."),
        Vm.linux: Fixed(False, "The type of the resource says so."),
        Vm.password_login: Fixed(True, "Windows always lets in by password."),
        Vm.literal_secrets: "secret_text(custom_data) || secret_text(user_data)",
        Vm.managed_disks: Fixed(True, "This resource makes managed disks only."),
        Vm.host_encrypted: "flag(not_null(encryption_at_host_enabled, `false`))",
        Vm.trusted_launch: "flag(not_null(secure_boot_enabled, `false`)) && flag(not_null(vtpm_enabled, `false`))",
        Vm.patches: "flag(not_null(automatic_os_upgrade_policy[0].automatic_os_upgrade_enabled, automatic_os_upgrade_policy[0].enable_automatic_os_upgrade, `false`)) || flag(not_null(automatic_updates_enabled, enable_automatic_updates, `true`))",
        Vm.interfaces: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_windows_virtual_machine_scale_set" "a" {
  resource_group_name = "shop"
  name = "a"
  sku  = "Standard_B2s"
}
""",
            gives=Vm(
                "azurerm_windows_virtual_machine_scale_set.a",
                name="a",
                resource_group="shop",
                type="virtualMachineScaleSets",
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
resource "azurerm_windows_virtual_machine_scale_set" "a" {
  name                       = "a"
  sku                        = "Standard_B2s"
  enable_automatic_updates   = false
  custom_data                = base64encode("export PASSWORD=hunter2hunter2")
  encryption_at_host_enabled = true
  secure_boot_enabled        = true
  vtpm_enabled               = true
}
""",
            gives=Vm(
                "azurerm_windows_virtual_machine_scale_set.a",
                linux=False,
                password_login=True,
                literal_secrets=True,
                managed_disks=True,
                host_encrypted=True,
                trusted_launch=True,
                patches=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_windows_virtual_machine_scale_set" "a" {
  name = "a"
  network_interface {
    name    = "a"
    primary = true
    ip_configuration {
      name = "a"
    }
  }
}
""",
            gives=Vm(
                "azurerm_windows_virtual_machine_scale_set.a",
                interfaces=frozenset({"azurerm_windows_virtual_machine_scale_set.a/network_interface/0"}),
            ),
        ),
    ],
)


ORCHESTRATED_FROM_TERRAFORM = Source(
    of=Vm,
    each=Block("azurerm_orchestrated_virtual_machine_scale_set"),
    reads={
        Vm.name: "name",
        Vm.resource_group: "resource_group_name",
        Vm.identity: Inverse(AttachedIdentity.holder),
        Vm.type: Fixed("virtualMachineScaleSets", "The type of the resource says so."),
        Vm.linux: "length(not_null(os_profile[0].linux_configuration, `[]`)) > `0`",
        Vm.password_login: "length(not_null(os_profile[0].linux_configuration, `[]`)) == `0` || !(flag(not_null(os_profile[0].linux_configuration[0].disable_password_authentication, `true`)))",
        Vm.literal_secrets: "secret_text(os_profile[0].custom_data) || secret_text(user_data_base64)",
        Vm.managed_disks: Fixed(True, "This resource makes managed disks only."),
        Vm.host_encrypted: "flag(not_null(encryption_at_host_enabled, `false`))",
        Vm.trusted_launch: Unseen("The resource has no such choice."),
        Vm.patches: "os_profile[0].linux_configuration[0].patch_mode == 'AutomaticByPlatform' || os_profile[0].windows_configuration[0].patch_mode == 'AutomaticByPlatform' || flag(os_profile[0].windows_configuration[0].enable_automatic_updates)",
        Vm.interfaces: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_orchestrated_virtual_machine_scale_set" "a" {
  resource_group_name = "shop"
  name                        = "a"
  platform_fault_domain_count = 1
  os_profile {
    windows_configuration {
      admin_username = "shop"
    }
  }
}
""",
            gives=Vm(
                "azurerm_orchestrated_virtual_machine_scale_set.a",
                name="a",
                resource_group="shop",
                type="virtualMachineScaleSets",
                linux=False,
                password_login=True,
                literal_secrets=False,
                managed_disks=True,
                host_encrypted=False,
            ),
        ),
        Shown(
            text="""
resource "azurerm_orchestrated_virtual_machine_scale_set" "a" {
  name                        = "a"
  platform_fault_domain_count = 1
  encryption_at_host_enabled  = true
  user_data_base64            = base64encode("export PASSWORD=hunter2hunter2")
  os_profile {
    linux_configuration {
      admin_username                  = "shop"
      disable_password_authentication = false
      patch_mode                      = "AutomaticByPlatform"
    }
  }
}
""",
            gives=Vm(
                "azurerm_orchestrated_virtual_machine_scale_set.a",
                linux=True,
                password_login=True,
                literal_secrets=True,
                managed_disks=True,
                host_encrypted=True,
                patches=True,
            ),
        ),
        Shown(
            text="""
resource "azurerm_orchestrated_virtual_machine_scale_set" "a" {
  name = "a"
  network_interface {
    name    = "a"
    primary = true
    ip_configuration {
      name = "a"
    }
  }
}
""",
            gives=Vm(
                "azurerm_orchestrated_virtual_machine_scale_set.a",
                interfaces=frozenset({"azurerm_orchestrated_virtual_machine_scale_set.a/network_interface/0"}),
            ),
        ),
    ],
)


OLDER_FROM_TERRAFORM = Source(
    of=Vm,
    each=Block("azurerm_virtual_machine"),
    reads={
        Vm.name: "name",
        Vm.resource_group: "resource_group_name",
        Vm.identity: Inverse(AttachedIdentity.holder),
        Vm.type: Fixed("virtualMachines", "The type of the resource says so."),
        Vm.linux: "length(not_null(os_profile_linux_config, `[]`)) > `0`",
        Vm.password_login: "length(not_null(os_profile_linux_config, `[]`)) == `0` || !flag(os_profile_linux_config[0].disable_password_authentication)",
        Vm.literal_secrets: "secret_text(os_profile[0].custom_data)",
        Vm.managed_disks: "length([storage_os_disk, storage_data_disk][] | [?vhd_uri]) == `0`",
        Vm.host_encrypted: Unseen("The resource of older providers does not have it."),
        Vm.trusted_launch: Unseen("The resource of older providers does not have it."),
        Vm.patches: "os_profile_windows_config && flag(not_null(os_profile_windows_config[0].enable_automatic_upgrades, `false`))",
        Vm.interfaces: "network_interface_ids",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_virtual_machine" "a" {
  resource_group_name = "shop"
  name                  = "a"
  network_interface_ids = ["other"]
  storage_os_disk {
    name          = "os"
    create_option = "FromImage"
  }
  os_profile_linux_config {
    disable_password_authentication = true
  }
}
""",
            gives=Vm(
                "azurerm_virtual_machine.a",
                name="a",
                resource_group="shop",
                type="virtualMachines",
                linux=True,
                password_login=False,
                literal_secrets=False,
                managed_disks=True,
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

resource "azurerm_virtual_machine" "a" {
  name                  = "a"
  network_interface_ids = [azurerm_network_interface.n.id]
  os_profile {
    computer_name = "a"
    custom_data   = "export PASSWORD=hunter2hunter2"
  }
  storage_os_disk {
    name    = "os"
    vhd_uri = "https://shop.blob.core.windows.net/vhds/os.vhd"
  }
  os_profile_windows_config {
    enable_automatic_upgrades = true
  }
}
""",
            gives=Vm(
                "azurerm_virtual_machine.a",
                linux=False,
                password_login=True,
                literal_secrets=True,
                managed_disks=False,
                patches=True,
                interfaces=frozenset({"azurerm_network_interface.n"}),
            ),
        ),
    ],
)
