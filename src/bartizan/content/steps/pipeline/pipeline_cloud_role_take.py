"""Become the cloud identity of a job."""

from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.content.steps.aws.scene import allow, role
from bartizan.content.steps.pipeline.scene import job, step
from bartizan.core.step import Follow, Step

APP = role("deploy", allow("s3:GetObject"))

STEP: Step[PipelineJob, PipelineJob] = Step(
    id="pipeline-cloud-role-take",
    title="Become the cloud identity of a job",
    technique="T1078.004",
    actor=PipelineJob,
    when=PipelineJob.let_in,
    move=Follow(along=PipelineJob.identities),
    because=(
        "The job shows a token of its pipeline, or a key, and gets credentials of the identity: so does every"
        " command in it."
    ),
    fix=("Give the identity no more than the job needs, and let it trust one branch or environment alone."),
    intended=True,
    weight=0.0,
    reaches=[
        (job(identities=frozenset({APP[0].id})), step(), *APP),
    ],
    blocked=[
        (job(), step(), *APP),
        (job(identities=frozenset({APP[0].id}), let_in=False), step(), *APP),
    ],
)
