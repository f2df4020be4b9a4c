"""Policies that allow say what they allow, not what they leave out."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-no-not-action",
    title="Policies that allow say what they allow, not what they leave out",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~Statement.all_actions_but,
    because="An Allow with NotAction gives every right except a few, and each service AWS adds comes with it unseen.",
    fix="Use Action (actions in Terraform) with the calls that are needed in place of NotAction (not_actions).",
    serves=("least-privilege", "no-admin-by-default"),
    passes=[
        Statement(allows=True, conditions=frozenset(), all_actions_but=False),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), all_actions_but=True),
    ],
)
