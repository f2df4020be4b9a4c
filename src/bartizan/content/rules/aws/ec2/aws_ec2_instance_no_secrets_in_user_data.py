"""User data of EC2 instances holds no credentials."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-instance-no-secrets-in-user-data",
    title="User data of EC2 instances holds no credentials",
    severity=Severity.HIGH,
    every=Machine,
    must=~Machine.secret_in_user_data,
    because=(
        "User data can be read by every process of the machine, by whoever may describe it, and by all who "
        "can read the code."
    ),
    fix=(
        "Let the machine fetch secrets at start from Secrets Manager or Parameter Store with the role of its "
        "instance profile, and revoke the one that was written here."
    ),
    serves=("secrets-not-in-code",),
    also=(
        "CKV_AWS_46",
        "AWS-0029",
        "AVD-AWS-0029",
        "aws-ec2-no-secrets-in-user-data",
        "AWS-0129",
        "AVD-AWS-0129",
        "aws-autoscaling-no-secrets-in-user-data",
        "aws-ec2-no-secrets-in-launch-template-user-data",
        "AWS-0122",
        "AVD-AWS-0122",
        "aws-ec2-no-sensitive-info",
        "aws-autoscaling-no-sensitive-info",
        "aws-autoscaling-no-public-ip",
    ),
    passes=[Instance(secret_in_user_data=False)],
    fails=[Instance(secret_in_user_data=True), LaunchTemplate(secret_in_user_data=True)],
)
