"""Nodes of EKS clusters are not open to everyone over SSH."""

from bartizan.content.kinds.aws.eks_cluster import NodeGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eks-node-group-ssh-limited",
    title="Nodes of EKS clusters are not open to everyone over SSH",
    severity=Severity.HIGH,
    every=NodeGroup,
    where=NodeGroup.ssh,
    must=NodeGroup.ssh_limited,
    because="Where a key is named and no security group, EKS opens port 22 of the nodes to the whole Internet.",
    fix=(
        "Set source_security_group_ids in remote_access (SourceSecurityGroups in RemoteAccess), or remove the "
        "key and use Session Manager."
    ),
    serves=("no-open-admin-ports", "node-hardening"),
    also=("CKV_AWS_100",),
    passes=[NodeGroup(ssh=True, ssh_limited=True)],
    fails=[NodeGroup(ssh=True, ssh_limited=False)],
)
