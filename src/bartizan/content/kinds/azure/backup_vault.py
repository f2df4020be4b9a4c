"""Azure backup vaults."""

from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Shown, Source


class BackupVault(DataStore, kind="azure.backup.vault"):
    """Holds backups."""

    name = Text("Its name.")
    soft_delete = Flag("Backups that are deleted are kept for a time.")
    immutable = Flag("Backups cannot be deleted before their time.")
    has_identity = Flag("It has an identity in Entra ID.")


FROM_TERRAFORM = Source(
    of=BackupVault,
    each=Block("azurerm_data_protection_backup_vault"),
    names=("name",),
    reads={
        BackupVault.tags: TAGS,
        BackupVault.name: "name",
        BackupVault.soft_delete: "not_null(soft_delete, 'On') != 'Off'",
        BackupVault.immutable: "contains(['Locked', 'Unlocked'], not_null(immutability, 'Disabled'))",
        BackupVault.has_identity: "length(not_null(identity, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_data_protection_backup_vault" "a" {
  name = "shop"
}
""",
            gives=BackupVault(
                "azurerm_data_protection_backup_vault.a",
                name="shop",
                soft_delete=True,
                immutable=False,
                has_identity=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_data_protection_backup_vault" "a" {
  name         = "shop"
  soft_delete  = "Off"
  immutability = "Locked"
  identity {
    type = "SystemAssigned"
  }
}
""",
            gives=BackupVault(
                "azurerm_data_protection_backup_vault.a",
                name="shop",
                soft_delete=False,
                immutable=True,
                has_identity=True,
            ),
        ),
    ],
)


RECOVERY_FROM_TERRAFORM = Source(
    of=BackupVault,
    each=Block("azurerm_recovery_services_vault"),
    names=("name",),
    reads={
        BackupVault.tags: TAGS,
        BackupVault.name: "name",
        BackupVault.soft_delete: "flag(not_null(soft_delete_enabled, `true`))",
        BackupVault.immutable: "contains(['Locked', 'Unlocked'], not_null(immutability, 'Disabled'))",
        BackupVault.has_identity: "length(not_null(identity, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_recovery_services_vault" "a" {
  name = "shop"
}
""",
            gives=BackupVault(
                "azurerm_recovery_services_vault.a",
                name="shop",
                soft_delete=True,
                immutable=False,
                has_identity=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_recovery_services_vault" "a" {
  name                = "shop"
  soft_delete_enabled = false
  immutability        = "Locked"
  identity {
    type = "SystemAssigned"
  }
}
""",
            gives=BackupVault(
                "azurerm_recovery_services_vault.a", name="shop", soft_delete=False, immutable=True, has_identity=True
            ),
        ),
    ],
)
