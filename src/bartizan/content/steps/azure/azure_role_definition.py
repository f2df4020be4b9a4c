"""Widen a role that one has."""

from bartizan.content.kinds.azure.authorization_role import RoleDefinition
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-role-definition",
    title="Widen a role that one has",
    technique="T1098.003",
    actor=Principal,
    move=Act(
        on=RoleDefinition, uses=(Use(actions=("Microsoft.Authorization/roleDefinitions/write",)),), gains=Gain.TARGET
    ),
    where=RoleDefinition.custom,
    because=(
        "A role of one's own making is changed where it may be assigned; all who have it have the new "
        "permissions at once."
    ),
    fix=("Let few change role definitions: Owner and User Access Administrator can."),
    weight=0.7,
    reaches=[
        (
            user(),
            role("User Access Administrator", on="subscription"),
            subscription(),
            RoleDefinition(
                "restart",
                name="restart",
                guid="r",
                custom=True,
                scopes='["\ue000subscription|id\ue001"]',
                permissions="[]",
            ),
        )
    ],
    blocked=[
        (
            user(),
            role("Contributor", on="subscription"),
            subscription(),
            RoleDefinition(
                "restart",
                name="restart",
                guid="r",
                custom=True,
                scopes='["\ue000subscription|id\ue001"]',
                permissions="[]",
            ),
        ),
        (
            user(),
            role("User Access Administrator", on="subscription"),
            subscription(),
            RoleDefinition("restart", name="restart", guid="r", custom=False, scopes='["/"]', permissions="[]"),
        ),
    ],
)
