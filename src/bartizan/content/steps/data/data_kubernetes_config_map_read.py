"""Read a config map."""

from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, config_map
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-config-map-read",
    title="Read a config map",
    technique="T1552.007",
    actor=ServiceAccount,
    move=Act(on=ConfigMap, uses=(Use(actions=("get core/configmaps",)),)),
    because=("Whoever may get a config map has what is in it."),
    fix=("Name the config maps that are needed in `resourceNames`."),
    weight=0.3,
    reaches=[
        (*account("web", allow("get", "configmaps")), config_map("orders", "shop")),
        (*account("web", allow("*", "*"), everywhere=True), config_map("orders", "shop")),
    ],
    blocked=[
        (*account("web", allow("create", "configmaps")), config_map("orders", "shop")),
        (*account("web", allow("get", "services")), config_map("orders", "shop")),
        (*account("web", allow("get", "configmaps"), namespace="ops"), config_map("orders", "shop")),
    ],
)
