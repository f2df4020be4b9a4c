"""Make oneself owner of an application and sign in as it."""

from bartizan.content.kinds.azure.entra_application import Application
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import application, directory_role, graph_permission, program, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-application-owner",
    title="Make oneself owner of an application and sign in as it",
    technique="T1098",
    references=("BloodHound AZAddOwner",),
    actor=Principal,
    move=Act(
        on=Application,
        uses=(Use(actions=("microsoft.directory/applications/owners/update",)),),
        gains=Application.principals,
    ),
    because=("An owner of an application may add secrets to it, and secrets sign in as its service principal."),
    fix=(
        "Keep those who may change owners few: Application, Cloud Application and Hybrid Identity Administrators can."
    ),
    weight=0.7,
    reaches=[
        (user(), *application(), directory_role("Hybrid Identity Administrator")),
        (user(), *application(), directory_role("Cloud Application Administrator")),
    ],
    blocked=[
        (user(), *application(), directory_role("Helpdesk Administrator")),
        (program(), *application(), graph_permission("User.ReadWrite.All")),
    ],
)
