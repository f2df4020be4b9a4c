"""Create a CronJob that runs as another service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-cron-job-create",
    title="Create a CronJob that runs as another service account",
    technique="T1053.007",
    actor=ServiceAccount,
    move=Act(on=ServiceAccount, uses=(Use(actions=("create batch/cronjobs",)),)),
    because=(
        "A CronJob makes a pod whenever its time comes, and so comes back by itself; it is the controller "
        "that creates them, so that no right to create pods is asked of the attacker, and the template names "
        "any service account of the namespace."
    ),
    fix=("Take `create cronjobs` out of the role, and keep powerful service accounts in namespaces of their own."),
    reaches=[(*account("web", allow("create", "cronjobs", group="batch")), *account("backup"))],
    blocked=[
        (*account("web", allow("create", "pods/log")), *account("backup")),
        (*account("web", allow("create", "cronjobs", group="batch")), *account("backup", namespace="ops")),
    ],
)
