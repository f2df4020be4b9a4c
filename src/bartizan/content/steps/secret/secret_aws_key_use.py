"""Sign with an AWS access key that was found."""

from bartizan.content.kinds.code.leak import Leak
from bartizan.content.steps.aws.scene import allow, user
from bartizan.content.steps.secret.scene import leak
from bartizan.core.step import Follow, Step

USER = user("ann", allow("s3:GetObject"))

STEP: Step[Leak, Leak] = Step(
    id="secret-aws-key-use",
    title="Sign with an AWS access key that was found",
    technique="T1078.004",
    actor=Leak,
    when=Leak.sure & Leak.credential.matches("aws|key-in-image"),
    move=Follow(along=Leak.identities),
    because="The key is all that is asked for: whoever has it is whom it was made for, from anywhere.",
    fix=("Revoke the key, look in the logs for its use, and let workloads get short-lived credentials by an identity."),
    weight=0.2,
    reaches=[
        (leak("secret-aws-access-key", of=USER[0]), *USER),
    ],
    blocked=[
        (leak("secret-aws-access-key"), *USER),
        (leak("secret-npm-token", of=USER[0]), *USER),
    ],
)
