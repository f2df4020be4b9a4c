"""Variables of container groups hold no secrets."""

from bartizan.content.kinds.azure.container_group import ContainerGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-container-group-secrets-secured",
    title="Variables of container groups hold no secrets",
    severity=Severity.HIGH,
    every=ContainerGroup,
    must=ContainerGroup.literal_secrets.empty(),
    because="Everyone who may view the group, its source or the state has the secret.",
    fix="Use secure_environment_variables with values from Key Vault.",
    serves=("secrets-not-in-code",),
    also=("CKV_AZURE_235",),
    passes=[ContainerGroup(literal_secrets=frozenset())],
    fails=[ContainerGroup(literal_secrets=frozenset({"DB_PASSWORD"}))],
)
