"""Be Global Administrator already."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import directory_role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="azure-global-administrator",
    title="Be Global Administrator already",
    technique="T1078.004",
    actor=Principal,
    move=Act(
        on=Principal,
        uses=(
            Use(
                actions=(
                    "microsoft.directory/roleAssignments/allProperties/allTasks",
                    "microsoft.directory/domains/federation/update",
                    "microsoft.directory/users/password/update",
                ),
                upon=Upon.NEW,
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because="A Global Administrator may do everything in the directory: nothing is left to gain in it.",
    fix="Let there be fewer than five Global Administrators, each activated for a while and approved.",
    intended=True,
    weight=0.0,
    reaches=[(user(), directory_role("Global Administrator"))],
    blocked=[
        user(),
        (user(), directory_role("User Administrator")),
        (user(), directory_role("Application Administrator")),
    ],
)
