"""Administer a cluster that lets everyone do everything."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.kubernetes.namespace import Namespace
from bartizan.content.steps.data.scene import INTERNET, anyone
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="stranger-kubernetes-administrator",
    title="Administer a cluster that lets everyone do everything",
    technique="T1078.001",
    actor=Internet,
    move=Act(on=Namespace, uses=(Use(actions=("* */*",)),), gains=Gain.ADMIN),
    because=("A binding of cluster-admin to system:anonymous gives the cluster to whoever reaches the API server."),
    fix=("Bind no role to system:anonymous or system:unauthenticated."),
    weight=0.1,
    reaches=[
        (INTERNET, Namespace("Namespace/shop", name="shop"), *anyone("*", "*")),
    ],
    blocked=[
        (INTERNET, Namespace("Namespace/shop", name="shop"), *anyone("get", "*")),
        (INTERNET, Namespace("Namespace/shop", name="shop"), *account("web", allow("*", "*"), everywhere=True)),
    ],
)
