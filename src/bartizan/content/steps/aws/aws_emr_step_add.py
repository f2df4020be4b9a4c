"""Have an EMR cluster run a command."""

from bartizan.content.kinds.aws.emr_cluster import Cluster
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.steps.aws.scene import allow, arn, policy, profile, role, user
from bartizan.core.step import Act, Step, Use

CLUSTER = arn("elasticmapreduce", "cluster/j-lake")
(PROFILE,) = profile("app", of="app")
APP = role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")
HELD = (Cluster(CLUSTER, name="lake", profile=frozenset({PROFILE.id})), PROFILE, *APP)
MAY = allow("elasticmapreduce:AddJobFlowSteps", on=CLUSTER)

STEP = Step(
    id="aws-emr-step-add",
    title="Have an EMR cluster run a command",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(Use(actions=("elasticmapreduce:AddJobFlowSteps",)),),
        gains=(Cluster.profile, InstanceProfile.role),
    ),
    because=(
        "A step of an EMR cluster runs a command of the caller on its machines, as the role of their instance profile."
    ),
    fix=(
        "Limit elasticmapreduce:AddJobFlowSteps to clusters whose roles give nothing more, or have steps "
        "name roles of their own."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("elasticmapreduce:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("elasticmapreduce:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (*user("ann", allow("elasticmapreduce:AddJobFlowSteps", on=arn("elasticmapreduce", "cluster/j-other"))), *HELD),
        (*user("ann", MAY), Cluster(CLUSTER, name="lake", profile=frozenset()), *APP),
    ],
)
