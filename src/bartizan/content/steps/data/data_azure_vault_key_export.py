"""Release or unwrap with the keys of a vault."""

from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-vault-key-export",
    title="Release or unwrap with the keys of a vault",
    technique="T1552.004",
    actor=Principal,
    move=Act(on=Vault, uses=(Use(actions=("data:Microsoft.KeyVault/vaults/keys/unwrap/action",)),)),
    where=Vault.uses_rbac,
    because=("Whoever may unwrap with a key opens all that was encrypted with keys it protects."),
    fix=("Assign crypto roles for single keys, to the services that need them."),
    weight=0.8,
    reaches=[
        (
            user(),
            role("Key Vault Crypto User"),
            resource_group(),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            role("Key Vault Crypto User", on="subscription"),
            subscription(),
            bare(Vault, uses_rbac=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Key Vault Contributor"),
            resource_group(),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            role("Key Vault Crypto User", on="other"),
            resource_group("other"),
            bare(Vault, uses_rbac=True),
        ),
        (
            user(),
            resource_group(),
            bare(Vault, uses_rbac=True),
        ),
        (user(), role("Key Vault Crypto User"), resource_group(), bare(Vault, uses_rbac=False)),
    ],
)
