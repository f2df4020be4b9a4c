"""The policy for full control of IAM is attached to nobody."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import Carrier
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-attachment-not-iam-full-access",
    title="The policy for full control of IAM is attached to nobody",
    severity=Severity.HIGH,
    every=Carrier,
    must=~Carrier.managed.has_match(r"/IAMFullAccess$"),
    because="An identity that may change all of IAM can make itself an administrator with one call.",
    fix=(
        "Replace IAMFullAccess in policy_arn, managed_policy_arns (Terraform) or ManagedPolicyArns (CloudFormation) "
        "by a policy of what is needed."
    ),
    serves=("no-privilege-escalation", "no-admin-by-default"),
    also=("CKV2_AWS_56",),
    passes=[
        Role(managed=frozenset({"arn:aws:iam::aws:policy/IAMReadOnlyAccess"})),
        Attachment(managed=frozenset({"${aws_iam_policy.own.arn}"})),
    ],
    fails=[
        Role(managed=frozenset({"arn:aws:iam::aws:policy/IAMFullAccess"})),
        Attachment(managed=frozenset({"arn:aws:iam::aws:policy/IAMFullAccess"})),
    ],
)
