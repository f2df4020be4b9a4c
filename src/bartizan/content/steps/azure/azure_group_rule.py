"""Change the rule of a dynamic group so that it takes oneself in."""

from bartizan.content.kinds.azure.principal import Group, Principal
from bartizan.content.steps.azure.scene import directory_role, group, ids, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-group-rule",
    title="Change the rule of a dynamic group so that it takes oneself in",
    technique="T1098",
    actor=Principal,
    move=Act(
        on=Group, uses=(Use(actions=("microsoft.directory/groups/dynamicMembershipRule/update",)),), gains=Gain.TARGET
    ),
    where=Group.dynamic,
    because=("Members of a dynamic group are all who fit its rule; whoever changes the rule becomes a member."),
    fix=("Give no rights to dynamic groups, or let few change groups."),
    weight=0.7,
    reaches=[
        (user(), group(dynamic=True), directory_role("Groups Administrator")),
        (user(), group(dynamic=True, owners=ids("ann"))),
    ],
    blocked=[
        (user(), group(dynamic=False), directory_role("Groups Administrator")),
        (user(), group(dynamic=True), directory_role("Helpdesk Administrator")),
    ],
)
