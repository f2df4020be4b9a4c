"""Write a command into the title of a pull request or an issue."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.github import Job
from bartizan.content.kinds.pipelines.github import Step as JobStep
from bartizan.content.steps.pipeline.scene import BY_STRANGERS, job, step
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-stranger-injection",
    title="Write a command into the title of a pull request or an issue",
    technique="T1677",
    actor=Internet,
    move=Act(on=Job, uses=()),
    where=Job.steps.any(JobStep.injects) & Job.events.has_any(*BY_STRANGERS) & ~Job.guarded,
    because=(
        "Text that strangers write is put into a script before it is run: a command in it runs with the "
        "rights of the job."
    ),
    fix="Hand the text over as an environment variable, and quote it in the script.",
    weight=0.2,
    reaches=[
        (Internet("internet"), job(events="pull_request_target"), step(injects=True)),
    ],
    blocked=[
        (Internet("internet"), job(guarded=True, events="pull_request_target"), step(injects=True)),
        (Internet("internet"), job(events="pull_request_target"), step()),
        (Internet("internet"), job(events="push"), step(injects=True)),
    ],
)
