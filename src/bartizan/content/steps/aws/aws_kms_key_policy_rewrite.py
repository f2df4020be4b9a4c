"""Rewrite the policy of a key."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.steps.aws.scene import ROOT, allow, arn, deny, policy, role, shared, user
from bartizan.core.step import Act, Gain, Step, Use

DATA = Key(arn("kms", "key/1"), policy=shared(ROOT, "kms:*"))

STEP = Step(
    id="aws-kms-key-policy-rewrite",
    title="Rewrite the policy of a key",
    technique="T1098",
    actor=Identity,
    move=Act(
        on=Key,
        uses=(Use(actions=("kms:PutKeyPolicy",)),),
        gains=Gain.TARGET,
    ),
    because=(
        "The key policy decides alone who may use a key. Whoever may rewrite it lets itself decrypt, and "
        "may lock out everyone else."
    ),
    fix="Name in the key policy the few who may manage the key, instead of handing kms:* on to the account.",
    reaches=[
        (*user("ann", allow("kms:PutKeyPolicy", on=DATA.id)), DATA),
        (*role("ci", allow("kms:Put*")), DATA),
    ],
    blocked=[
        (*user("ann", allow("kms:PutKeyPolicy", on=arn("kms", "key/2"))), DATA),
        (*user("ann", allow("kms:*"), deny("kms:PutKeyPolicy")), DATA),
        (*role("ci", allow("kms:PutKeyPolicy"), boundary="limits"), *policy("limits", allow("iam:*")), DATA),
        (
            *user("ann", allow("kms:PutKeyPolicy")),
            Key(arn("kms", "key/1"), policy=shared(arn("iam", "role/keys"), "kms:*")),
        ),
    ],
)
