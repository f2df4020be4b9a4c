"""Run commands through the kubelet of a node."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Node
from bartizan.content.steps.kubernetes.scene import account, allow, node
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-node-proxy",
    title="Run commands through the kubelet of a node",
    technique="T1609",
    actor=ServiceAccount,
    move=Act(on=Node, uses=(Use(actions=("create core/nodes/proxy",)),)),
    because=(
        "The subresource `proxy` of a node leads to its kubelet, which runs commands in every pod on it, past "
        "admission and the audit log."
    ),
    fix=("Take `nodes/proxy` out of the role; `nodes/metrics`, `nodes/stats` and `nodes/log` do for monitoring."),
    reaches=[(*account("web", allow("create", "nodes/proxy"), everywhere=True), node("n1"))],
    blocked=[
        (*account("web", allow("create", "nodes/metrics nodes/stats"), everywhere=True), node("n1")),
        (*account("web", allow("create", "nodes/proxy", names="n2"), everywhere=True), node("n1")),
    ],
)
