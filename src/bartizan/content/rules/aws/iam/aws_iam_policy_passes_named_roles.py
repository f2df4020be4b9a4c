"""Only named roles can be passed to services."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-passes-named-roles",
    title="Only named roles can be passed to services",
    severity=Severity.HIGH,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & Statement.covers.has("iam:PassRole")),
    because=(
        "Whoever may pass any role and start a machine or function has all that the strongest role of the account may "
        "do."
    ),
    fix=(
        "Set Resource of iam:PassRole to the ARNs of the roles that are meant, or add a condition on "
        "iam:PassedToService."
    ),
    serves=("no-privilege-escalation", "least-privilege"),
    also=(
        "AVD-AWS-0342",
        "AWS-0342",
        "aws-iam-filter-passrole-access",
    ),
    passes=[
        Statement(allows=True, conditions=frozenset(), unlimited=False, covers=frozenset({"iam:PassRole"})),
        Statement(allows=True, conditions=frozenset(), unlimited=True, covers=frozenset()),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), unlimited=True, covers=frozenset({"iam:PassRole"})),
    ],
)
