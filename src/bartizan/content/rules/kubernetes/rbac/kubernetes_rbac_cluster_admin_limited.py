"""Nobody is bound to cluster-admin."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-cluster-admin-limited",
    title="Nobody is bound to cluster-admin",
    severity=Severity.HIGH,
    every=RoleBinding,
    must=~RoleBinding.role.equals("cluster-admin")
    | (RoleBinding.subjects.has_only("Group/system:masters") & ~RoleBinding.subjects.empty()),
    because="cluster-admin is everything in every namespace: whoever takes over one such subject owns the cluster.",
    fix="Bind a role that names what is needed.",
    serves=("no-admin-by-default",),
    also=(
        "KSV-0111",
        "AVD-KSV-0111",
        "KSV111",
        "kubernetes-cluster-admin0-role-only-used-where-required",
    ),
    passes=[RoleBinding(role="view"), RoleBinding(role="cluster-admin", subjects=frozenset({"Group/system:masters"}))],
    fails=[RoleBinding(role="cluster-admin", subjects=frozenset({"User/ann"}))],
)
