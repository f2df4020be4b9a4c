"""Roles cannot be assumed by everyone."""

from bartizan.content.kinds.aws.iam_role import Trust
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-role-trust-not-everyone",
    title="Roles cannot be assumed by everyone",
    severity=Severity.CRITICAL,
    every=Trust,
    where=Trust.allows,
    must=~Trust.open_to_all,
    because="Every AWS customer in the world can take on the role and do what it may do.",
    fix=(
        "Name accounts, roles or services in Principal of the trust policy (assume_role_policy, "
        "AssumeRolePolicyDocument), or add a condition such as aws:PrincipalOrgID."
    ),
    serves=("no-wildcard-trust",),
    also=("CKV_AWS_60",),
    passes=[
        Trust(allows=True, open_to_all=False),
    ],
    fails=[
        Trust(allows=True, open_to_all=True),
    ],
)
