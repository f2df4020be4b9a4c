"""Push an image to where a workload pulls it from, in Google Cloud."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.core.step import Act, Step, Use

PUSH = ("artifactregistry.repositories.uploadArtifacts",)
REPOSITORY = Repository("it", name="it", project="shop", immutable=False)
WEB = workload("web", pulls_from=frozenset({"it"}))

STEP = Step(
    id="pipeline-artifact-push",
    title="Push an image to where a workload pulls it from, in Google Cloud",
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
        (account("ci"), SHOP, REPOSITORY, grant("artifactregistry.writer"), WEB),
    ],
    blocked=[
        (account("ci"), SHOP, REPOSITORY, grant("artifactregistry.reader"), WEB),
        (account("ci"), SHOP, REPOSITORY, grant("artifactregistry.writer"), workload("web", pulls_from=frozenset())),
    ],
)
