"""Make oneself owner of a group and then a member."""

from bartizan.content.kinds.azure.principal import Group, Principal
from bartizan.content.steps.azure.scene import directory_role, graph_permission, group, program, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-group-owner",
    title="Make oneself owner of a group and then a member",
    technique="T1098",
    actor=Principal,
    move=Act(on=Group, uses=(Use(actions=("microsoft.directory/groups/owners/update",)),), gains=Gain.TARGET),
    because=("An owner of a group adds whom they like to it, themselves too."),
    fix=("Let groups that carry rights be role-assignable, which few may change."),
    weight=0.7,
    reaches=[
        (user(), group(), directory_role("User Administrator")),
        (program(), group(), graph_permission("Directory.ReadWrite.All")),
    ],
    blocked=[
        (user(), group(assignable=True), directory_role("User Administrator")),
        (program(), group(), graph_permission("GroupMember.ReadWrite.All")),
    ],
)
