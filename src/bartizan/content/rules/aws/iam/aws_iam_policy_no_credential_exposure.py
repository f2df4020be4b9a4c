"""No policy hands out credentials of everything."""

from bartizan.content.kinds.aws.iam_policy import CREDENTIALS, GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-no-credential-exposure",
    title="No policy hands out credentials of everything",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & Statement.covers.has_any(*CREDENTIALS)),
    because=(
        "These calls answer with passwords or tokens, so that a short foothold becomes lasting access to databases, "
        "machines or other identities."
    ),
    fix="Limit Resource of these calls to what is meant, or leave them out.",
    serves=("least-privilege", "no-privilege-escalation"),
    also=("CKV_AWS_107", "CKV_AWS_287"),
    passes=[
        Statement(allows=True, conditions=frozenset(), unlimited=False, covers=frozenset({"rds-db:connect"})),
    ],
    fails=[
        Statement(
            allows=True, conditions=frozenset(), unlimited=True, covers=frozenset({"redshift:GetClusterCredentials"})
        ),
    ],
)
