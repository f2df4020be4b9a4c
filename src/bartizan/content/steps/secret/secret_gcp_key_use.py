"""Sign in with a service account key of Google Cloud that was found."""

from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.steps.secret.scene import leak
from bartizan.core.step import Follow, Step

USER = (ServiceAccount("web", account_id="web", project="shop"),)

STEP: Step[Leak, Leak] = Step(
    id="secret-gcp-key-use",
    title="Sign in with a service account key of Google Cloud that was found",
    technique="T1078.004",
    actor=Leak,
    when=Leak.sure & Leak.credential.matches("gcp"),
    move=Follow(along=Leak.identities),
    because="The key is all that is asked for: whoever has it is whom it was made for, from anywhere.",
    fix=("Revoke the key, look in the logs for its use, and let workloads get short-lived credentials by an identity."),
    weight=0.2,
    reaches=[
        (leak("secret-gcp-service-account-key", of=USER[0]), *USER),
    ],
    blocked=[
        (leak("secret-gcp-service-account-key"), *USER),
        (leak("secret-npm-token", of=USER[0]), *USER),
    ],
)
