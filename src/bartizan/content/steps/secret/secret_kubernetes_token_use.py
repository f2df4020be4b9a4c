"""Use a Kubernetes token that was found."""

from bartizan.content.kinds.code.leak import Leak
from bartizan.content.steps.kubernetes.scene import account
from bartizan.content.steps.secret.scene import leak
from bartizan.core.step import Follow, Step

USER = account("web")

STEP: Step[Leak, Leak] = Step(
    id="secret-kubernetes-token-use",
    title="Use a Kubernetes token that was found",
    technique="T1078",
    actor=Leak,
    when=Leak.sure & Leak.credential.matches("kubernetes|json-web-token"),
    move=Follow(along=Leak.identities),
    because="The key is all that is asked for: whoever has it is whom it was made for, from anywhere.",
    fix=("Revoke the key, look in the logs for its use, and let workloads get short-lived credentials by an identity."),
    weight=0.2,
    reaches=[
        (leak("secret-kubernetes-token", of=USER[0]), *USER),
    ],
    blocked=[
        (leak("secret-kubernetes-token"), *USER),
        (leak("secret-npm-token", of=USER[0]), *USER),
    ],
)
