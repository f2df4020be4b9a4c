"""Policies name actions, not a wildcard for all services."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-no-wildcard-action",
    title="Policies name actions, not a wildcard for all services",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS & ~Statement.resources.has("*"),
    must=~Statement.actions.has_any("*", "*:*"),
    because=(
        "A statement with all actions gives away every call that fits its resources, also those that AWS adds later, "
        "such as deleting or sharing them."
    ),
    fix="Replace * in Action (actions in Terraform) by the calls that are needed.",
    serves=("least-privilege",),
    also=("CKV_AWS_49", "CKV_AWS_63"),
    passes=[
        Statement(
            allows=True,
            conditions=frozenset(),
            actions=frozenset({"s3:GetObject"}),
            resources=frozenset({"arn:aws:s3:::orders/*"}),
        ),
    ],
    fails=[
        Statement(
            allows=True,
            conditions=frozenset(),
            actions=frozenset({"*"}),
            resources=frozenset({"arn:aws:s3:::orders/*"}),
        ),
    ],
)
