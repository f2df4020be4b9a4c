"""Give oneself an access policy of a key vault."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-key-vault-access-policy",
    title="Give oneself an access policy of a key vault",
    technique="T1098",
    references=("BloodHound AZKeyVaultContributor",),
    actor=Principal,
    move=Act(on=Vault, uses=(Use(actions=("Microsoft.KeyVault/vaults/accessPolicies/write",)),), gains=Gain.TARGET),
    where=~Vault.uses_rbac,
    because=(
        "Where a vault keeps a list of its own of who may read it, whoever may change the vault may put "
        "themselves on the list."
    ),
    fix=("Let role assignments decide who may use the vault: set rbac_authorization_enabled."),
    weight=0.7,
    reaches=[
        (user(), role("Key Vault Contributor"), resource_group(), bare(Vault, uses_rbac=False)),
        (user(), role("Key Vault Contributor", on="subscription"), subscription(), bare(Vault, uses_rbac=False)),
    ],
    blocked=[
        (user(), role("Key Vault Reader"), resource_group(), bare(Vault, uses_rbac=False)),
        (user(), role("Key Vault Contributor", on="other"), resource_group("other"), bare(Vault, uses_rbac=False)),
        (user(), role("Key Vault Contributor"), resource_group(), bare(Vault, uses_rbac=True)),
    ],
)
