"""Run commands through the kubelet of a node by a connection that only reads."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Node
from bartizan.content.steps.kubernetes.scene import account, allow, node
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-node-proxy-get",
    title="Run commands through the kubelet of a node by a connection that only reads",
    technique="T1609",
    actor=ServiceAccount,
    move=Act(on=Node, uses=(Use(actions=("get core/nodes/proxy",)),)),
    because=(
        "The kubelet starts commands over a WebSocket, which begins with a GET: the verb `get` on "
        "`nodes/proxy`, given for metrics, runs commands in every pod on the node."
    ),
    fix=("Take `nodes/proxy` out of the role; `nodes/metrics`, `nodes/stats` and `nodes/log` do for monitoring."),
    reaches=[(*account("web", allow("get", "nodes/proxy"), everywhere=True), node("n1"))],
    blocked=[
        (*account("web", allow("get", "nodes/metrics nodes/stats"), everywhere=True), node("n1")),
        (*account("web", allow("get", "nodes/proxy", names="n2"), everywhere=True), node("n1")),
    ],
)
