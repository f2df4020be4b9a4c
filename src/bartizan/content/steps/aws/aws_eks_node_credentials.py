"""Read the credentials of a Kubernetes node's role."""

from bartizan.content.kinds.aws.eks_cluster import NodeGroup
from bartizan.content.steps.aws.scene import allow, arn, role, roles
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")

STEP: Step[NodeGroup, Asset] = Step(
    id="aws-eks-node-credentials",
    title="Read the credentials of a Kubernetes node's role",
    technique="T1552.005",
    actor=NodeGroup,
    move=Follow(along=NodeGroup.role),
    because=(
        "The metadata service of a node hands out credentials of the node role to every program on it "
        "that may reach it, pods included."
    ),
    fix="Give it a role of its own with few rights.",
    weight=0.2,
    reaches=[
        (NodeGroup(arn("eks", "nodegroup/main/workers/1"), role=roles("app")), *APP),
    ],
    blocked=[
        (NodeGroup(arn("eks", "nodegroup/main/workers/1"), role=roles("")), *APP),
    ],
)
