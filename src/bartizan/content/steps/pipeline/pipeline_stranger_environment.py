"""Write a variable of the build into the title of a pull request."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.github import Job
from bartizan.content.kinds.pipelines.github import Step as JobStep
from bartizan.content.steps.pipeline.scene import BY_STRANGERS, job, step
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-stranger-environment",
    title="Write a variable of the build into the title of a pull request",
    technique="T1677",
    actor=Internet,
    move=Act(on=Job, uses=()),
    where=Job.steps.any(JobStep.injects_environment) & Job.events.has_any(*BY_STRANGERS) & ~Job.guarded,
    because=(
        "Text that strangers write goes into the environment of later steps: a line break in it sets any "
        "variable, such as one that is loaded as code."
    ),
    fix="Do not write what others wrote to GITHUB_ENV or GITHUB_PATH.",
    weight=0.4,
    reaches=[
        (Internet("internet"), job(events="pull_request_target"), step(injects_environment=True)),
    ],
    blocked=[
        (Internet("internet"), job(guarded=True, events="pull_request_target"), step(injects_environment=True)),
        (Internet("internet"), job(events="pull_request_target"), step()),
        (Internet("internet"), job(events="push"), step(injects_environment=True)),
    ],
)
