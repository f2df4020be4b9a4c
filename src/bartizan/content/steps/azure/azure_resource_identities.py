"""Take tokens of the identities that are assigned to a resource."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, ManagedIdentity
from bartizan.content.steps.azure.scene import attached, identity
from bartizan.core.step import Follow, Step

STEP: Step[AttachedIdentity, ManagedIdentity] = Step(
    id="azure-resource-identities",
    title="Take tokens of the identities that are assigned to a resource",
    technique="T1552.005",
    references=("BloodHound AZManagedIdentity",),
    actor=AttachedIdentity,
    move=Follow(along=AttachedIdentity.assigned),
    because=(
        "The metadata service of a resource hands out tokens of its own identity and of every one that is "
        "assigned to it, to any process that asks."
    ),
    fix=("Assign to a resource only the identities that it uses."),
    intended=True,
    weight=0.0,
    reaches=[(attached("web", "deployer"), identity())],
    blocked=[attached("web"), (attached("web"), identity())],
)
