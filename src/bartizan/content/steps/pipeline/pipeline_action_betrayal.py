"""Change an action that a workflow takes by a tag."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.github import Job
from bartizan.content.kinds.pipelines.github import Step as JobStep
from bartizan.content.steps.pipeline.scene import job, step
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-action-betrayal",
    title="Change an action that a workflow takes by a tag",
    technique="T1195.001",
    actor=Internet,
    move=Act(on=Job, uses=()),
    where=Job.steps.any(JobStep.betrays),
    because=(
        "A tag of an action can be moved by whoever holds the account of its maintainer: the next run of the "
        "job runs the new code."
    ),
    fix="Name actions by commit, and let a bot raise them.",
    weight=2.0,
    reaches=[
        (Internet("internet"), job(), step(action="other/action@v1", pinned=False, betrays=True)),
    ],
    blocked=[
        (Internet("internet"), job(), step()),
    ],
)
