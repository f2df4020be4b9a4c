"""Have a workflow build the code of a pull request."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.github import Job
from bartizan.content.kinds.pipelines.github import Step as JobStep
from bartizan.content.steps.pipeline.scene import job, step
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-stranger-checkout",
    title="Have a workflow build the code of a pull request",
    technique="T1677",
    actor=Internet,
    move=Act(on=Job, uses=()),
    where=Job.steps.any(JobStep.untrusted_checkout) & ~Job.guarded,
    because=(
        "The workflow runs with the rights of the repository for everybody's pull request, and checks out "
        "what the pull request brings: its build scripts run with those rights."
    ),
    fix=(
        "Build pull requests on the event `pull_request`, which has no rights, and never check out their code"
        " on `pull_request_target` or `workflow_run`."
    ),
    weight=0.2,
    reaches=[
        (Internet("internet"), job(events="pull_request_target"), step(untrusted_checkout=True)),
    ],
    blocked=[
        (Internet("internet"), job(guarded=True, events="pull_request_target"), step(untrusted_checkout=True)),
        (Internet("internet"), job(events="pull_request_target"), step()),
    ],
)
