"""Only named roles can be assumed."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-assumes-named-roles",
    title="Only named roles can be assumed",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & Statement.covers.has("sts:AssumeRole")),
    because=(
        "A holder of such a policy can step into every role that trusts the account as a whole, in this account and "
        "in others."
    ),
    fix="Set Resource of sts:AssumeRole to the ARNs of the roles that are meant.",
    serves=("no-privilege-escalation", "least-privilege"),
    passes=[
        Statement(allows=True, conditions=frozenset(), unlimited=False, covers=frozenset({"sts:AssumeRole"})),
        Statement(allows=True, conditions=frozenset(), unlimited=True, covers=frozenset()),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), unlimited=True, covers=frozenset({"sts:AssumeRole"})),
    ],
)
