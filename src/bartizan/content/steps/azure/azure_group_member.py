"""Add oneself to a group and have its rights."""

from bartizan.content.kinds.azure.principal import Group, Principal
from bartizan.content.steps.azure.scene import directory_role, graph_permission, group, ids, program, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-group-member",
    title="Add oneself to a group and have its rights",
    technique="T1098",
    references=("BloodHound AZAddMembers",),
    actor=Principal,
    move=Act(on=Group, uses=(Use(actions=("microsoft.directory/groups/members/update",)),), gains=Gain.TARGET),
    where=~Group.dynamic,
    because=(
        "Members of a group have all roles that are assigned to it, in Azure and, where it was made for that, "
        "in the directory."
    ),
    fix=("Let groups that carry rights be role-assignable, which few may change, and without owners."),
    weight=0.5,
    reaches=[
        (user(), group(owners=ids("ann"))),
        (user(), group(), directory_role("Groups Administrator")),
        (program(), group(), graph_permission("GroupMember.ReadWrite.All")),
        (user(), group(assignable=True), directory_role("Privileged Role Administrator")),
    ],
    blocked=[
        (user(), group()),
        (user(), group(assignable=True), directory_role("Groups Administrator")),
        (program(), group(assignable=True), graph_permission("Group.ReadWrite.All")),
        (user(), group(dynamic=True), directory_role("Groups Administrator")),
    ],
)
