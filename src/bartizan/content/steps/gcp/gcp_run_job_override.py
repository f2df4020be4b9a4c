"""Run a job with a command of one's own."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.workload import RunJob
from bartizan.content.steps.gcp.scene import OTHER, able, account
from bartizan.core.step import Act, Step, Use

HELD = (RunJob("it", name="web", project="shop", account=frozenset({"admin"})), account("admin"))

STEP = Step(
    id="gcp-run-job-override",
    title="Run a job with a command of one's own",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=RunJob,
        uses=(Use(actions=("run.jobs.runWithOverrides",)),),
        gains=RunJob.account,
    ),
    because=(
        "An execution may replace the arguments and variables of the container, which keeps the account of the "
        "job: the right to act as it is not asked for."
    ),
    fix="Grant run.jobs.run without run.jobs.runWithOverrides.",
    reaches=[(*able("run.jobs.runWithOverrides"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("run.jobs.runWithOverrides"),
            RunJob("it", name="web", project="shop", account=frozenset()),
            account("admin"),
        ),
        (
            *able("run.jobs.runWithOverrides"),
            OTHER,
            RunJob("it", name="web", project="other", account=frozenset({"far"})),
            account("far", "other"),
        ),
    ],
)
