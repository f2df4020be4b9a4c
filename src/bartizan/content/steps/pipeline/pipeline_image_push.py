"""Push an image of the own making to where a workload pulls it from."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import allow, deny, user
from bartizan.content.steps.pipeline.scene import pulling
from bartizan.core.step import Act, Step, Use

PUSH = ("ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage")

STEP = Step(
    id="pipeline-image-push",
    title="Push an image of the own making to where a workload pulls it from",
    technique="T1525",
    actor=Identity,
    move=Act(on=Runner, uses=(Use(actions=PUSH, along=((Runner.pulls_from,),)),)),
    because=(
        "The workload pulls its image by a tag, again at every start: whoever may push moves the tag to an "
        "image of his own."
    ),
    fix="Make tags immutable, deploy by digest, and let the pipeline alone push.",
    weight=0.5,
    reaches=[
        (*user("ann", allow("ecr:*")), *pulling()),
        (*user("ann", allow(*PUSH)), *pulling()),
    ],
    blocked=[
        (*user("ann", allow("ecr:GetDownloadUrlForLayer")), *pulling()),
        (*user("ann", allow("ecr:*")), *pulling(moving=False)),
        (*user("ann", allow("ecr:*"), deny("ecr:PutImage")), *pulling()),
    ],
)
