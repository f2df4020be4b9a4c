"""Give oneself a role of the directory."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import directory_role, group, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-directory-role-assignment",
    title="Give oneself a role of the directory",
    technique="T1098.003",
    actor=Principal,
    move=Act(
        on=Principal,
        uses=(Use(actions=("microsoft.directory/roleAssignments/allProperties/allTasks",), upon=Upon.NEW),),
        gains=Gain.ADMIN,
    ),
    because=("Whoever may assign roles of the directory makes themselves Global Administrator."),
    fix=("Let Privileged Role Administrators be few, and their role activated for a while and approved."),
    weight=0.3,
    reaches=[
        (user(), directory_role("Privileged Role Administrator")),
        (user(), group("ann", assignable=True), directory_role("Global Administrator", to="operators")),
    ],
    blocked=[
        user(),
        (user(), directory_role("User Administrator")),
        (user(), directory_role("Application Administrator")),
    ],
)
