"""Change the pod template of a CronJob."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-cron-job-patch",
    title="Change the pod template of a CronJob",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch batch/cronjobs",)),)),
    where=Workload.type.equals("CronJob"),
    because=(
        "A CronJob makes a pod whenever its time comes, and so comes back by itself. Its template may be "
        "changed to run any command, with what its pods have: service account, secrets and volumes."
    ),
    fix="Take `patch cronjobs` out of the role; let the delivery pipeline alone change what runs.",
    reaches=[
        (*account("web", allow("patch", "cronjobs", group="batch")), workload("db", type="CronJob")),
        (*account("web", allow("patch", "cronjobs", names="db", group="batch")), workload("db", type="CronJob")),
    ],
    blocked=[
        (*account("web", allow("patch", "cronjobs", names="other", group="batch")), workload("db", type="CronJob")),
        (*account("web", allow("patch", "cronjobs/scale", group="batch")), workload("db", type="CronJob")),
    ],
)
