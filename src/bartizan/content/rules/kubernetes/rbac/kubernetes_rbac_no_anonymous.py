"""Nothing is granted to callers that nobody knows."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-anonymous",
    title="Nothing is granted to callers that nobody knows",
    severity=Severity.CRITICAL,
    every=RoleBinding,
    must=~RoleBinding.subjects.has_any("User/system:anonymous", "Group/system:unauthenticated")
    | RoleBinding.role.one_of("system:public-info-viewer", "system:discovery", "system:basic-user"),
    because="Everyone who reaches the API server has these rights, without any credential.",
    fix="Remove system:anonymous and system:unauthenticated from subjects.",
    serves=("no-anonymous-access",),
    also=(
        "KSV-0122",
        "AVD-KSV-0122",
        "KSV122",
        "kubernetes-no-anonymous-user-bind",
    ),
    passes=[RoleBinding(subjects=frozenset({"User/ann"}))],
    fails=[RoleBinding(role="view", subjects=frozenset({"Group/system:unauthenticated"}))],
)
