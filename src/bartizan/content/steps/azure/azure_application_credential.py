"""Add a secret to an application and sign in as it."""

from bartizan.content.kinds.azure.entra_application import Application
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import application, directory_role, graph_permission, ids, program, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-application-credential",
    title="Add a secret to an application and sign in as it",
    technique="T1098.001",
    references=("BloodHound AZAddSecret",),
    actor=Principal,
    move=Act(
        on=Application,
        uses=(Use(actions=("microsoft.directory/applications/credentials/update",)),),
        gains=Application.principals,
    ),
    because=(
        "A secret that is added to an application signs in as its service principal, with all roles and "
        "permissions that has."
    ),
    fix=(
        "Leave applications without owners, keep Application Administrators few, and use managed identities, "
        "which have no secrets."
    ),
    weight=0.5,
    reaches=[
        (user(), *application(owners=ids("ann"))),
        (user(), *application(), directory_role("Application Administrator")),
        (program(), *application(), graph_permission("Application.ReadWrite.All")),
        (program(), *application(owners=ids("ci")), graph_permission("Application.ReadWrite.OwnedBy")),
    ],
    blocked=[
        (user(), *application()),
        (user(), *application(), directory_role("Application Developer")),
        (program(), *application(), graph_permission("Application.ReadWrite.OwnedBy")),
    ],
)
