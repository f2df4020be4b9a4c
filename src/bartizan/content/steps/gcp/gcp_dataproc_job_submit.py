"""Submit a job to a cluster."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.project import Dataproc
from bartizan.content.steps.gcp.scene import OTHER, able, account
from bartizan.core.step import Act, Step, Use

HELD = (Dataproc("it", name="web", project="shop", account=frozenset({"admin"})), account("admin"))

STEP = Step(
    id="gcp-dataproc-job-submit",
    title="Submit a job to a cluster",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Dataproc,
        uses=(Use(actions=("dataproc.jobs.create", "dataproc.clusters.use")),),
        gains=Dataproc.account,
    ),
    because=(
        "A job is code, and runs on machines that hand out tokens of the account of the cluster: the right to act"
        " as it is not asked for."
    ),
    fix="Give each team a cluster of its own, with an account that has no more rights than the team.",
    reaches=[(*able("dataproc.jobs.create", "dataproc.clusters.use"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("dataproc.jobs.create", "dataproc.clusters.use"),
            Dataproc("it", name="web", project="shop", account=frozenset()),
            account("admin"),
        ),
        (
            *able("dataproc.jobs.create", "dataproc.clusters.use"),
            OTHER,
            Dataproc("it", name="web", project="other", account=frozenset({"far"})),
            account("far", "other"),
        ),
    ],
)
