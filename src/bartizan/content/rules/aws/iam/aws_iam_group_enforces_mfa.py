"""Groups of people must use a second factor."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.core.claim import Rule, Severity

ASKS_MFA = Statement.conditions.has("aws:multifactorauthpresent")

RULE = Rule(
    id="aws-iam-group-enforces-mfa",
    title="Groups of people must use a second factor",
    severity=Severity.MEDIUM,
    every=Group,
    must=Group.statements.any(ASKS_MFA)
    | Group.policies.any(Policy.statements.any(ASKS_MFA))
    | Group.attachments.any(Attachment.policies.any(Policy.statements.any(ASKS_MFA))),
    because="Without a policy that asks for it, a stolen password or key of a member is all that is needed.",
    fix="Attach a policy to the group that denies what is done without aws:MultiFactorAuthPresent.",
    serves=("mfa",),
    also=(
        "AVD-AWS-0123",
        "AWS-0123",
        "aws-iam-enforce-mfa",
        "aws-iam-enforce-group-mfa",
    ),
    passes=[
        (
            Group(policies=frozenset(), attachments=frozenset(), statements=frozenset({"s"})),
            Statement("s", conditions=frozenset({"aws:multifactorauthpresent"})),
        ),
        (
            Group(policies=frozenset({"p"})),
            Policy("p", statements=frozenset({"s"})),
            Statement("s", conditions=frozenset({"aws:multifactorauthpresent"})),
        ),
    ],
    fails=[
        Group(policies=frozenset(), attachments=frozenset(), statements=frozenset()),
        (
            Group(policies=frozenset(), attachments=frozenset(), statements=frozenset({"s"})),
            Statement("s", conditions=frozenset()),
        ),
    ],
)
