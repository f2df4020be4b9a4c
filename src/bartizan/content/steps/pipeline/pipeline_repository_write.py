"""Change the repository, and with it its other jobs."""

from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.content.steps.pipeline.scene import job, step
from bartizan.core.step import Follow, Step

OTHER = job(id=".github/workflows/release.yml#jobs.release")

STEP: Step[PipelineJob, PipelineJob] = Step(
    id="pipeline-repository-write",
    title="Change the repository, and with it its other jobs",
    technique="T1554",
    actor=PipelineJob,
    when=PipelineJob.writes,
    move=Follow(along=PipelineJob.siblings),
    because=(
        "The token of the job may write to the repository: a changed file or release is built by the next run"
        " of another job."
    ),
    fix="Give the token `contents: read`, and protect the branch.",
    weight=0.5,
    reaches=[
        (job(writes=True, siblings=frozenset({OTHER.id})), step(), OTHER),
    ],
    blocked=[
        (job(siblings=frozenset({OTHER.id})), step(), OTHER),
        (job(writes=True), step(), OTHER),
    ],
)
