"""Give oneself a directory role by Microsoft Graph."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import attached, graph_permission, program
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-graph-role-management",
    title="Give oneself a directory role by Microsoft Graph",
    technique="T1098.003",
    references=("BloodHound AZMGGrantRole",),
    actor=Principal,
    move=Act(
        on=Principal, uses=(Use(actions=("RoleManagement.ReadWrite.Directory",), upon=Upon.NEW),), gains=Gain.ADMIN
    ),
    because=("With RoleManagement.ReadWrite.Directory a program makes itself Global Administrator."),
    fix=(
        "Do not grant RoleManagement.ReadWrite.Directory to programs; give them the one directory role that they need."
    ),
    weight=0.3,
    reaches=[
        (program(), graph_permission("RoleManagement.ReadWrite.Directory")),
        (attached("web"), graph_permission("RoleManagement.ReadWrite.Directory", to="web/identity")),
    ],
    blocked=[program(), (program(), graph_permission("Directory.ReadWrite.All"))],
)
