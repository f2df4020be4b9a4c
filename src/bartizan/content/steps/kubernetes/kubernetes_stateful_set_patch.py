"""Change the pod template of a StatefulSet."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-stateful-set-patch",
    title="Change the pod template of a StatefulSet",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch apps/statefulsets",)),)),
    where=Workload.type.equals("StatefulSet"),
    because=(
        "A StatefulSet makes its pods one after another and keeps their volumes. Its template may be changed "
        "to run any command, with what its pods have: service account, secrets and volumes."
    ),
    fix="Take `patch statefulsets` out of the role; let the delivery pipeline alone change what runs.",
    reaches=[
        (*account("web", allow("patch", "statefulsets", group="apps")), workload("db", type="StatefulSet")),
        (*account("web", allow("patch", "statefulsets", names="db", group="apps")), workload("db", type="StatefulSet")),
    ],
    blocked=[
        (
            *account("web", allow("patch", "statefulsets", names="other", group="apps")),
            workload("db", type="StatefulSet"),
        ),
        (*account("web", allow("patch", "statefulsets/scale", group="apps")), workload("db", type="StatefulSet")),
    ],
)
