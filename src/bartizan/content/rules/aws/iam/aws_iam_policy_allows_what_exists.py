"""Policies allow actions that exist."""

from bartizan.content.kinds.aws.iam_policy import Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-allows-what-exists",
    title="Policies allow actions that exist",
    severity=Severity.LOW,
    every=Statement,
    where=Statement.allows,
    must=Statement.strange_actions.empty(),
    because=(
        "A misspelled action gives nothing, so the next one to need it adds a wild card; and nobody sees any more what "
        "the policy is for."
    ),
    fix="Correct the names of the actions, or take them out of Action.",
    serves=("least-privilege", "access-review"),
    passes=[Statement(allows=True, strange_actions=frozenset())],
    fails=[Statement(allows=True, strange_actions=frozenset({"s3:getobjects"}))],
)
