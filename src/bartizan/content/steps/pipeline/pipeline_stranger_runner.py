"""Run a pull request on a machine of the repository's owner."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.pipelines.github import Job
from bartizan.content.steps.pipeline.scene import job, step
from bartizan.core.step import Act, Step

STEP = Step(
    id="pipeline-stranger-runner",
    title="Run a pull request on a machine of the repository's owner",
    technique="T1677",
    actor=Internet,
    move=Act(on=Job, uses=()),
    where=Job.self_hosted & Job.events.has("pull_request") & Job.proposed & ~Job.guarded,
    because=(
        "A job on a machine of its owner runs the code of pull requests; what it leaves on the machine is "
        "there for the next job."
    ),
    fix=(
        "Use hosted runners for pull requests, or machines that are thrown away after one job, and ask for "
        "approval of outsiders."
    ),
    weight=0.5,
    reaches=[
        (Internet("internet"), job(events="pull_request", self_hosted=True), step()),
    ],
    blocked=[
        (Internet("internet"), job(guarded=True, events="pull_request", self_hosted=True), step()),
        (Internet("internet"), job(events="pull_request"), step()),
        (Internet("internet"), job(self_hosted=True), step()),
        (Internet("internet"), job(events="pull_request", self_hosted=True, proposed=False), step()),
    ],
)
