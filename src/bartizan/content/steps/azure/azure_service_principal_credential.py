"""Add a secret to a service principal and sign in as it."""

from bartizan.content.kinds.azure.entra_application import ServicePrincipal
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import application, directory_role, program, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-service-principal-credential",
    title="Add a secret to a service principal and sign in as it",
    technique="T1098.001",
    actor=Principal,
    move=Act(
        on=ServicePrincipal,
        uses=(Use(actions=("microsoft.directory/servicePrincipals/credentials/update",)),),
        gains=Gain.TARGET,
    ),
    because=(
        "A service principal may have secrets of its own besides those of its application, where it is not "
        "locked against that."
    ),
    fix=("Lock the properties of service principals, and keep Application Administrators few."),
    weight=0.5,
    reaches=[
        (user(), program("deployer"), directory_role("Cloud Application Administrator")),
        (user(), *application(), directory_role("Application Administrator")),
    ],
    blocked=[
        (user(), program("deployer")),
        (user(), program("deployer"), directory_role("Hybrid Identity Administrator")),
    ],
)
