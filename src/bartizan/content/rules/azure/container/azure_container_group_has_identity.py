"""Container groups have an identity."""

from bartizan.content.kinds.azure.container_group import ContainerGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-container-group-has-identity",
    title="Container groups have an identity",
    severity=Severity.LOW,
    every=ContainerGroup,
    must=ContainerGroup.has_identity,
    because="Without one they need passwords to call other services.",
    fix="Add identity.",
    serves=("service-identity",),
    also=("CKV2_AZURE_28",),
    passes=[ContainerGroup(has_identity=True)],
    fails=[ContainerGroup(has_identity=False)],
)
