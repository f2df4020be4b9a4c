"""List the config maps of a namespace."""

from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, config_map
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-kubernetes-config-map-list",
    title="List the config maps of a namespace",
    technique="T1552.007",
    actor=ServiceAccount,
    move=Act(on=ConfigMap, uses=(Use(actions=("list core/configmaps",)),)),
    because=("A list has the contents of all config maps."),
    fix=("Take `list configmaps` out of the role."),
    weight=0.3,
    reaches=[
        (*account("web", allow("list", "configmaps")), config_map("orders", "shop")),
        (*account("web", allow("*", "*"), everywhere=True), config_map("orders", "shop")),
    ],
    blocked=[
        (*account("web", allow("create", "configmaps")), config_map("orders", "shop")),
        (*account("web", allow("list", "services")), config_map("orders", "shop")),
        (*account("web", allow("list", "configmaps"), namespace="ops"), config_map("orders", "shop")),
    ],
)
