"""No policy lets its holder open every resource to others."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, SHARING, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-no-permission-management",
    title="No policy lets its holder open every resource to others",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & Statement.covers.has_any(*SHARING)),
    because=(
        "With the right to write policies of resources or to share snapshots, data leaves the account without being "
        "copied by anyone inside."
    ),
    fix="Limit Resource of these calls to the resources that are meant, or leave the calls out.",
    serves=("least-privilege", "no-privilege-escalation"),
    also=("CKV_AWS_109", "CKV_AWS_289"),
    passes=[
        Statement(allows=True, conditions=frozenset(), unlimited=False, covers=frozenset({"s3:PutBucketPolicy"})),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), unlimited=True, covers=frozenset({"kms:PutKeyPolicy"})),
    ],
)
