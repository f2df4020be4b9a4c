"""Map an AWS role to system:masters."""

from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, config_map
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="kubernetes-aws-auth-change",
    title="Map an AWS role to system:masters",
    technique="T1098.006",
    actor=ServiceAccount,
    move=Act(on=ConfigMap, uses=(Use(actions=("patch core/configmaps",)),), gains=Gain.ADMIN),
    where=ConfigMap.name.equals("aws-auth") & ConfigMap.namespace.equals("kube-system"),
    because=(
        "On EKS the config map `aws-auth` says which AWS role is which user and in which groups; a line more "
        "makes the attacker's own role a member of system:masters."
    ),
    fix=("Take the config map out of the role's reach, and let EKS access entries take the place of `aws- auth`."),
    reaches=[(*account("web", allow("patch", "configmaps"), everywhere=True), config_map("aws-auth", "kube-system"))],
    blocked=[
        (*account("web", allow("patch", "configmaps")), config_map("aws-auth", "kube-system")),
        (*account("web", allow("patch", "configmaps"), everywhere=True), config_map("settings", "kube-system")),
    ],
)
