"""Roles with every right are taken with a second factor."""

from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.core.claim import Rule, Severity

PERSON = r"^(\d{12}|arn:[a-z-]+:iam::[^:]+:(root|user/.+))$"
"""A user, or an account as a whole, whose users may take it then."""
ANOTHER_WAY = (
    "aws:multifactorauthpresent",
    "aws:multifactorauthage",
    "aws:principalarn",
    "aws:principaltype",
    "sts:externalid",
)
"""Condition keys for a second factor, or that say that roles or programs are meant rather than people."""
POWERFUL = Role.administrator | Role.escalation.is_set()

RULE = Rule(
    id="aws-iam-role-administrator-asks-mfa",
    title="Roles with every right are taken with a second factor",
    severity=Severity.MEDIUM,
    every=Role,
    where=POWERFUL,
    must=~Role.trust.any(Trust.allows & Trust.principals.has_match(PERSON) & ~Trust.conditions.has_any(*ANOTHER_WAY)),
    because="An access key that leaked is then all it takes to become an administrator.",
    fix='Add the condition {"Bool": {"aws:MultiFactorAuthPresent": "true"}} to the statement of the trust policy.',
    serves=("mfa", "strong-authentication"),
    passes=[
        (
            Role(administrator=True, trust=frozenset({"t"})),
            Trust(
                "t",
                allows=True,
                principals=frozenset({"arn:aws:iam::111122223333:root"}),
                conditions=frozenset({"aws:multifactorauthpresent"}),
            ),
        ),
        (
            Role(administrator=True, trust=frozenset({"t"})),
            Trust(
                "t",
                allows=True,
                principals=frozenset({"arn:aws:iam::111122223333:role/deploy"}),
                conditions=frozenset(),
            ),
        ),
    ],
    fails=[
        (
            Role(administrator=True, trust=frozenset({"t"})),
            Trust("t", allows=True, principals=frozenset({"arn:aws:iam::111122223333:root"}), conditions=frozenset()),
        ),
        (
            Role(
                administrator=False,
                escalation="Attach a policy to oneself (aws-iam-own-role-policy-attach)",
                trust=frozenset({"t"}),
            ),
            Trust(
                "t",
                allows=True,
                principals=frozenset({"arn:aws:iam::${data.aws_caller_identity.this.account_id}:user/ann"}),
                conditions=frozenset({"aws:sourceip"}),
            ),
        ),
    ],
)
