"""Make a container group with an identity and take it there."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import ManagedIdentity
from bartizan.content.steps.azure.scene import identity, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-identity-to-container-group",
    title="Make a container group with an identity and take it there",
    technique="T1610",
    actor=Principal,
    move=Act(
        on=ManagedIdentity,
        uses=(
            Use(actions=("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",)),
            Use(
                actions=("Microsoft.ContainerInstance/containerGroups/write",),
                upon=Upon.NEW,
                resource="/subscriptions/{account}/resourceGroups/*/providers/Microsoft.ContainerInstance/containerGroups/*",
            ),
        ),
        gains=Gain.TARGET,
    ),
    because=("A new container group runs any image with any identity that its maker may assign."),
    fix=(
        "Give assign/action, which Managed Identity Operator and Contributor have, for single identities "
        "only, and never with the right to make what they can be assigned to."
    ),
    weight=0.7,
    reaches=[
        (user(), role("Contributor", on="subscription"), subscription(), identity()),
        (
            user(),
            role("Contributor", on="other"),
            role("Managed Identity Operator", on="deployer"),
            resource_group("other"),
            identity(),
        ),
    ],
    blocked=[
        (user(), role("Managed Identity Operator"), resource_group(), identity()),
        (user(), role("Contributor", on="other"), resource_group("other"), identity()),
        (user(), role("Reader", on="subscription"), subscription(), identity()),
    ],
)
