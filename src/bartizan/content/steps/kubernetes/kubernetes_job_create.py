"""Create a Job that runs as another service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-job-create",
    title="Create a Job that runs as another service account",
    technique="T1053.007",
    actor=ServiceAccount,
    move=Act(on=ServiceAccount, uses=(Use(actions=("create batch/jobs",)),)),
    because=(
        "A Job runs its pod to the end and tries again where it fails; it is the controller that creates "
        "them, so that no right to create pods is asked of the attacker, and the template names any service "
        "account of the namespace."
    ),
    fix=("Take `create jobs` out of the role, and keep powerful service accounts in namespaces of their own."),
    reaches=[(*account("web", allow("create", "jobs", group="batch")), *account("backup"))],
    blocked=[
        (*account("web", allow("create", "pods/log")), *account("backup")),
        (*account("web", allow("create", "jobs", group="batch")), *account("backup", namespace="ops")),
    ],
)
