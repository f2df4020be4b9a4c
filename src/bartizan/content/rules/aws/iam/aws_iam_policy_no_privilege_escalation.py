"""No policy lets its holder raise its own rights."""

from bartizan.content.kinds.aws.iam_policy import ESCALATING, GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-no-privilege-escalation",
    title="No policy lets its holder raise its own rights",
    severity=Severity.HIGH,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & (Statement.covers.has_any(*ESCALATING) | Statement.actions.has("iam:*"))),
    because=(
        "Rights to change policies, group members or credentials of any identity are rights to become an "
        "administrator with one or two calls."
    ),
    fix="Limit Resource of these IAM calls to the identities that are meant, or leave the calls out.",
    serves=("no-privilege-escalation", "least-privilege"),
    also=("CKV_AWS_110", "CKV_AWS_286", "CKV2_AWS_40"),
    passes=[
        Statement(
            allows=True,
            conditions=frozenset(),
            unlimited=True,
            covers=frozenset({"s3:GetObject"}),
            actions=frozenset({"s3:getobject"}),
        ),
        Statement(
            allows=True,
            conditions=frozenset(),
            unlimited=False,
            covers=frozenset({"iam:PutRolePolicy"}),
            actions=frozenset({"iam:putrolepolicy"}),
        ),
    ],
    fails=[
        Statement(
            allows=True,
            conditions=frozenset(),
            unlimited=True,
            covers=frozenset({"iam:PutRolePolicy"}),
            actions=frozenset({"iam:putrolepolicy"}),
        ),
        Statement(
            allows=True, conditions=frozenset(), unlimited=True, covers=frozenset(), actions=frozenset({"iam:*"})
        ),
    ],
)
