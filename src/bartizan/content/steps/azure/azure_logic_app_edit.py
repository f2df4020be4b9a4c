"""Change a workflow and act with its identity."""

from bartizan.content.kinds.azure.machine_services import LogicApp
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-logic-app-edit",
    title="Change a workflow and act with its identity",
    technique="T1648",
    references=("BloodHound AZLogicAppContributor",),
    actor=Principal,
    move=Act(on=LogicApp, uses=(Use(actions=("Microsoft.Logic/workflows/write",)),), gains=LogicApp.identity),
    because=(
        "A workflow calls what its definition says with the identity it has, and shows the answers in its history."
    ),
    fix=(
        "Let people run workflows with Logic App Operator, and give the identity of the workflow no more than it needs."
    ),
    weight=1.0,
    reaches=[
        (user(), role("Logic App Contributor"), resource_group(), subscription(), *holding(LogicApp)),
        (user(), group("ann"), role("Logic App Contributor", to="operators"), resource_group(), *holding(LogicApp)),
    ],
    blocked=[
        (user(), role("Logic App Operator"), resource_group(), *holding(LogicApp)),
        (
            user(),
            role("Logic App Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(LogicApp),
        ),
        (user(), role("Logic App Contributor"), resource_group(), bare(LogicApp)),
    ],
)
