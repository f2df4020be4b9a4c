"""Rewrite the policy of a secret."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

SECRET = Secret(arn("secretsmanager", "secret:database-AbCdEf"), name="database", policy=None)

STEP = Step(
    id="aws-secretsmanager-policy-rewrite",
    title="Rewrite the policy of a secret",
    technique="T1098",
    actor=Identity,
    move=Act(
        on=Secret,
        uses=(Use(actions=("secretsmanager:PutResourcePolicy",)),),
        gains=Gain.TARGET,
    ),
    because=(
        "The policy of a secret can let any identity of the account read it, whatever that identity's "
        "own policies leave out."
    ),
    fix="Give secretsmanager:PutResourcePolicy to the few who manage secrets.",
    reaches=[
        (*user("ann", allow("secretsmanager:PutResourcePolicy", on=SECRET.id)), SECRET),
        (*role("ci", allow("secretsmanager:Put*")), SECRET),
    ],
    blocked=[
        (
            *user("ann", allow("secretsmanager:PutResourcePolicy", on=arn("secretsmanager", "secret:other-??????"))),
            SECRET,
        ),
        (*user("ann", allow("secretsmanager:*"), deny("secretsmanager:PutResourcePolicy")), SECRET),
        (
            *role("ci", allow("secretsmanager:PutResourcePolicy"), boundary="limits"),
            *policy("limits", allow("iam:*")),
            SECRET,
        ),
    ],
)
