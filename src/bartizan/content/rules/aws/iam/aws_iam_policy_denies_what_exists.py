"""Policies deny actions that exist."""

from bartizan.content.kinds.aws.iam_policy import Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-denies-what-exists",
    title="Policies deny actions that exist",
    severity=Severity.MEDIUM,
    every=Statement,
    where=~Statement.allows,
    must=Statement.strange_actions.empty(),
    because="A statement that denies a misspelled action denies nothing: the guard is written down, and is not there.",
    fix="Correct the names of the actions in Action.",
    serves=("least-privilege", "no-privilege-escalation"),
    passes=[Statement(allows=False, strange_actions=frozenset())],
    fails=[Statement(allows=False, strange_actions=frozenset({"iam:deleteroles"}))],
)
