"""Nothing is granted to every user or every account."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-not-every-user",
    title="Nothing is granted to every user or every account",
    severity=Severity.HIGH,
    every=RoleBinding,
    must=~RoleBinding.subjects.has_any("Group/system:authenticated", "Group/system:serviceaccounts")
    | RoleBinding.role.one_of("system:public-info-viewer", "system:discovery", "system:basic-user"),
    because="Each pod that is broken into has these rights, whatever it is for.",
    fix="Name the users, groups or accounts that need the role.",
    serves=(
        "no-wildcard-trust",
        "least-privilege",
    ),
    also=(
        "KSV-01011",
        "AVD-KSV-01011",
        "KSV01011",
        "kubernetes-no-system-authenticated-group-bind",
    ),
    passes=[RoleBinding(subjects=frozenset({"User/ann"}))],
    fails=[RoleBinding(role="edit", subjects=frozenset({"Group/system:authenticated"}))],
)
