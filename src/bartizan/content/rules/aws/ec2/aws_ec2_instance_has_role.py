"""EC2 instances have a role."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-instance-has-role",
    title="EC2 instances have a role",
    severity=Severity.LOW,
    every=Instance,
    must=Instance.has_profile,
    because=(
        "Programs on a machine without a role need keys that are stored on it: they do not expire, and leave "
        "with every copy of the disk."
    ),
    fix="Set iam_instance_profile (IamInstanceProfile).",
    serves=("service-identity", "no-long-lived-credentials"),
    also=("CKV2_AWS_41",),
    passes=[Instance(has_profile=True)],
    fails=[Instance(has_profile=False)],
)
