"""The administrator policies of AWS are attached to nobody."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import Carrier
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-attachment-not-administrator",
    title="The administrator policies of AWS are attached to nobody",
    severity=Severity.HIGH,
    every=Carrier,
    must=~Carrier.managed.has_match(r"/(AdministratorAccess|PowerUserAccess)$"),
    because="Whoever takes over this identity owns the account, whatever the identity was meant for.",
    fix=(
        "Replace AdministratorAccess and PowerUserAccess in policy_arn, managed_policy_arns (Terraform) or "
        "ManagedPolicyArns (CloudFormation) by a policy of what is needed."
    ),
    serves=("no-admin-by-default", "least-privilege"),
    also=("CKV_AWS_274",),
    passes=[
        Role(managed=frozenset({"arn:aws:iam::aws:policy/ReadOnlyAccess"})),
        Attachment(managed=frozenset({"${aws_iam_policy.own.arn}"})),
    ],
    fails=[
        Role(managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"})),
        Attachment(managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"})),
    ],
)
