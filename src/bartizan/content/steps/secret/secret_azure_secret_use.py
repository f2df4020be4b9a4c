"""Sign in with a client secret of Entra ID that was found."""

from bartizan.content.kinds.azure.entra_application import ServicePrincipal
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.steps.secret.scene import leak
from bartizan.core.step import Follow, Step

USER = (ServicePrincipal("web"),)

STEP: Step[Leak, Leak] = Step(
    id="secret-azure-secret-use",
    title="Sign in with a client secret of Entra ID that was found",
    technique="T1078.004",
    actor=Leak,
    when=Leak.sure & Leak.credential.matches("azure-client"),
    move=Follow(along=Leak.identities),
    because="The key is all that is asked for: whoever has it is whom it was made for, from anywhere.",
    fix=("Revoke the key, look in the logs for its use, and let workloads get short-lived credentials by an identity."),
    weight=0.2,
    reaches=[
        (leak("secret-azure-client-secret", of=USER[0]), *USER),
    ],
    blocked=[
        (leak("secret-azure-client-secret"), *USER),
        (leak("secret-npm-token", of=USER[0]), *USER),
    ],
)
