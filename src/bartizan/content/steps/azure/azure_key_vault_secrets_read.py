"""Read the secrets of a key vault."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-key-vault-secrets-read",
    title="Read the secrets of a key vault",
    technique="T1555.006",
    references=("BloodHound AZGetSecrets",),
    actor=Principal,
    move=Act(
        on=Vault, uses=(Use(actions=("data:Microsoft.KeyVault/vaults/secrets/getSecret/action",)),), gains=Gain.TARGET
    ),
    where=Vault.uses_rbac,
    because=(
        "Secrets of a vault are passwords, keys and tokens of other things: whoever reads them goes on with those."
    ),
    fix=("Assign Key Vault Secrets User for single secrets, to the programs that need them."),
    weight=0.5,
    reaches=[
        (user(), role("Key Vault Secrets User"), resource_group(), bare(Vault, uses_rbac=True)),
        (user(), role("Key Vault Secrets User", on="subscription"), subscription(), bare(Vault, uses_rbac=True)),
    ],
    blocked=[
        (user(), role("Key Vault Contributor"), resource_group(), bare(Vault, uses_rbac=True)),
        (user(), role("Key Vault Secrets User", on="other"), resource_group("other"), bare(Vault, uses_rbac=True)),
        (user(), role("Key Vault Secrets User"), resource_group(), bare(Vault, uses_rbac=False)),
        (user(), role("Owner"), resource_group(), bare(Vault, uses_rbac=True)),
    ],
)
