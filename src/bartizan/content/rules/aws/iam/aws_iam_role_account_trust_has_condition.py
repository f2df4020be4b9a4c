"""Roles trust a whole account only under a condition."""

from bartizan.content.kinds.aws.iam_role import Trust
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-role-account-trust-has-condition",
    title="Roles trust a whole account only under a condition",
    severity=Severity.MEDIUM,
    every=Trust,
    where=Trust.allows,
    must=~Trust.principals.has_match(r"^(\d{12}|arn:[a-z-]+:iam::\d{12}:root)$") | ~Trust.conditions.empty(),
    because=(
        "Every identity of that account that may assume roles, also one taken over, can step into this one; a "
        "supplier can be tricked into doing so for a stranger."
    ),
    fix=(
        "Name the roles that are meant as principals, or add a condition on sts:ExternalId, aws:PrincipalOrgID or "
        "aws:PrincipalArn."
    ),
    serves=("cross-account-control", "no-wildcard-trust"),
    also=("CKV_AWS_61",),
    passes=[
        Trust(allows=True, principals=frozenset({"arn:aws:iam::111122223333:role/deploy"})),
        Trust(
            allows=True,
            principals=frozenset({"arn:aws:iam::111122223333:root"}),
            conditions=frozenset({"sts:externalid"}),
        ),
        Trust(allows=True, principals=frozenset({"arn:aws:iam::${AWS::AccountId}:root"}), conditions=frozenset()),
    ],
    fails=[
        Trust(allows=True, principals=frozenset({"arn:aws:iam::111122223333:root"}), conditions=frozenset()),
        Trust(allows=True, principals=frozenset({"111122223333"}), conditions=frozenset()),
    ],
)
