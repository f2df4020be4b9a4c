"""Deletion of KMS keys waits two weeks or more."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-kms-key-deleted-slowly",
    title="Deletion of KMS keys waits two weeks or more",
    severity=Severity.LOW,
    every=Key,
    must=Key.deletion_window.at_least(14),
    because="A deleted key takes all data it encrypted with it; the waiting time is the only chance to notice.",
    fix=(
        "Set deletion_window_in_days (Terraform) or PendingWindowInDays (CloudFormation) to 14 or more, or leave it "
        "out."
    ),
    serves=("key-protection", "deletion-protection"),
    passes=[
        Key(deletion_window=30),
    ],
    fails=[
        Key(deletion_window=7),
    ],
)
