"""Read a secret of a key vault."""

from bartizan.content.kinds.azure.keyvault_vault import Secret, Vault
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, ids, resource_group, role, subscription, user
from bartizan.content.steps.data.scene import kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-vault-secret-read",
    title="Read a secret of a key vault",
    technique="T1555.006",
    actor=Principal,
    move=Act(
        on=Secret,
        uses=(Use(actions=("data:Microsoft.KeyVault/vaults/secrets/getSecret/action",), along=((Secret.vault,),)),),
    ),
    where=Secret.vault.all(Vault.uses_rbac),
    because=("A data role that is held on the vault reads this secret too."),
    fix=("Assign Key Vault Secrets User for single secrets, to the programs that need them."),
    weight=0.3,
    reaches=[
        (
            user(),
            role("Key Vault Secrets User"),
            resource_group(),
            kept(Secret, "it", vault=ids("web")),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            role("Key Vault Secrets User", on="subscription"),
            subscription(),
            kept(Secret, "it", vault=ids("web")),
            bare(Vault, uses_rbac=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Key Vault Contributor"),
            resource_group(),
            kept(Secret, "it", vault=ids("web")),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            role("Key Vault Secrets User", on="other"),
            resource_group("other"),
            kept(Secret, "it", vault=ids("web")),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            resource_group(),
            kept(Secret, "it", vault=ids("web")),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            role("Key Vault Secrets User"),
            resource_group(),
            kept(Secret, "it", vault=ids("web")),
            bare(Vault, uses_rbac=False),
        ),
    ],
)
