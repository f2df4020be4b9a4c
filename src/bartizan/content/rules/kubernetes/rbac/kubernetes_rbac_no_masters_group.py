"""Nothing is bound to system:masters."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-masters-group",
    title="Nothing is bound to system:masters",
    severity=Severity.MEDIUM,
    every=RoleBinding,
    must=~RoleBinding.subjects.has("Group/system:masters"),
    because="Members of system:masters pass every check of authorisation, and cannot be revoked but with the "
    "authority of the cluster.",
    fix="Use a group of your own with a role that names what is needed.",
    serves=(
        "no-admin-by-default",
        "no-privilege-escalation",
    ),
    also=(
        "KSV-0123",
        "AVD-KSV-0123",
        "KSV0123",
        "kubernetes-no-system-masters-group-bind",
    ),
    passes=[RoleBinding(subjects=frozenset({"Group/admins"}))],
    fails=[RoleBinding(subjects=frozenset({"Group/system:masters"}))],
)
