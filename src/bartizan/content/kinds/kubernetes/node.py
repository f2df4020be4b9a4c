"""Kubernetes nodes: how they are read from manifests, as `kubectl get nodes` writes them."""

from bartizan.content.kinds.kubernetes.workload import Node, Workload
from bartizan.core.source import Block, Inverse, Shown, Source

FROM_MANIFEST = Source(
    of=Node,
    each=Block("Node"),
    reads={
        Node.name: "metadata.name",
        Node.control_plane: (
            "length(keys(not_null(metadata.labels, `{}`))[?@ == 'node-role.kubernetes.io/control-plane' || "
            "@ == 'node-role.kubernetes.io/master']) > `0`"
        ),
        Node.machine: "spec.providerID",
        Node.workloads: Inverse(Workload.node),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: Node\nmetadata: {name: n1}\n",
            gives=Node("Node/n1", name="n1", control_plane=False, machine=None),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Node
metadata: {name: n1, labels: {node-role.kubernetes.io/control-plane: ""}}
spec: {providerID: "aws:///eu-west-1a/i-0abc"}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: {nodeName: n1, containers: [{name: web, image: nginx}]}
""",
            gives=Node(
                "Node/n1",
                control_plane=True,
                machine="aws:///eu-west-1a/i-0abc",
                workloads=frozenset({"shop/Pod/web"}),
            ),
        ),
    ],
)
