"""Push an image of the own making, which workloads run next."""

from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.content.steps.kubernetes.scene import workload
from bartizan.content.steps.pipeline.scene import job, step
from bartizan.core.step import Follow, Step

STEP: Step[PipelineJob, PipelineJob] = Step(
    id="pipeline-image-deliver",
    title="Push an image of the own making, which workloads run next",
    technique="T1525",
    actor=PipelineJob,
    move=Follow(along=PipelineJob.delivers),
    because=("The job builds and pushes the images that workloads run: who controls it decides what is in them."),
    fix=(
        "Build images in a job of its own, which strangers cannot start, and deploy them by digest with their"
        " provenance checked."
    ),
    weight=0.3,
    reaches=[
        (job(delivers=frozenset({"shop/Pod/web"})), step(), workload("web")),
    ],
    blocked=[
        (job(), step(), workload("web")),
    ],
)
