"""The policy for full use of CloudShell is attached to nobody."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import Carrier
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-attachment-not-cloudshell-full-access",
    title="The policy for full use of CloudShell is attached to nobody",
    severity=Severity.LOW,
    every=Carrier,
    must=~Carrier.managed.has_match(r"/AWSCloudShellFullAccess$"),
    because=(
        "It allows file transfer between CloudShell and the outside, a quiet way for data and credentials to leave."
    ),
    fix=(
        "Remove AWSCloudShellFullAccess, or attach a policy without cloudshell:GetFileDownloadUrls and "
        "cloudshell:GetFileUploadUrls."
    ),
    serves=("least-privilege", "restricted-egress"),
    passes=[
        Role(managed=frozenset({"arn:aws:iam::aws:policy/ReadOnlyAccess"})),
        Attachment(managed=frozenset({"${aws_iam_policy.own.arn}"})),
    ],
    fails=[
        Role(managed=frozenset({"arn:aws:iam::aws:policy/AWSCloudShellFullAccess"})),
        Attachment(managed=frozenset({"arn:aws:iam::aws:policy/AWSCloudShellFullAccess"})),
    ],
)
