"""Grant a program any permission of Microsoft Graph."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import graph_permission, identity, program
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-graph-app-role-assignment",
    title="Grant a program any permission of Microsoft Graph",
    technique="T1098.003",
    references=("BloodHound AZMGGrantAppRoles",),
    actor=Principal,
    move=Act(on=Principal, uses=(Use(actions=("AppRoleAssignment.ReadWrite.All",), upon=Upon.NEW),), gains=Gain.ADMIN),
    because=(
        "With AppRoleAssignment.ReadWrite.All a program grants itself every other permission without "
        "anybody's consent, RoleManagement.ReadWrite.Directory too."
    ),
    fix=("Do not grant AppRoleAssignment.ReadWrite.All to programs."),
    weight=0.3,
    reaches=[
        (program(), graph_permission("AppRoleAssignment.ReadWrite.All")),
        (identity(), graph_permission("06b708a9-e830-4db3-a914-8e69da51d44f", to="deployer")),
    ],
    blocked=[program(), (program(), graph_permission("Application.ReadWrite.All"))],
)
