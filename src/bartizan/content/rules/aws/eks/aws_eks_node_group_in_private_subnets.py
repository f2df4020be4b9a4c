"""Nodes of EKS clusters are in subnets without public addresses."""

from bartizan.content.kinds.aws.eks_cluster import NodeGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-node-group-in-private-subnets",
    title="Nodes of EKS clusters are in subnets without public addresses",
    severity=Severity.MEDIUM,
    every=NodeGroup,
    must=~NodeGroup.subnets.any(Subnet.gives_public_addresses),
    because=(
        "Nodes with public addresses, and with them the ports of pods and of the kubelet, are one security "
        "group away from the Internet."
    ),
    fix="Set subnet_ids (Subnets) to subnets that give no public addresses.",
    serves=("network-segmentation", "no-public-service"),
    passes=[(NodeGroup("n", subnets=frozenset({"s"})), Subnet("s", gives_public_addresses=False))],
    fails=[(NodeGroup("n", subnets=frozenset({"s"})), Subnet("s", gives_public_addresses=True))],
)
