"""Read the credentials in the user data of a machine."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.secret.scene import having, leak
from bartizan.core.step import Act, Step, Use

WEB = having(Instance, arn("ec2", "instance/i-1"), leak())

STEP = Step(
    id="secret-user-data-read",
    title="Read the credentials in the user data of a machine",
    technique="T1552.005",
    actor=Identity,
    move=Act(on=Instance, uses=(Use(actions=("ec2:DescribeInstanceAttribute",)),), gains=Instance.leaks),
    because=(
        "What a machine is told for its first start is kept as an attribute of it; a credential in there is "
        "for everybody who may read that."
    ),
    fix="Keep the credential in a secret store and let the workload read it with its own identity.",
    weight=0.3,
    reaches=[
        (*user("ann", allow("ec2:DescribeInstanceAttribute")), WEB, leak()),
    ],
    blocked=[
        (*user("ann", allow("ec2:DescribeRegions")), WEB, leak()),
        (*user("ann", allow("ec2:DescribeInstanceAttribute"), deny("*")), WEB, leak()),
    ],
)
