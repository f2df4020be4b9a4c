"""Default service accounts are granted nothing."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-default-account-unbound",
    title="Default service accounts are granted nothing",
    severity=Severity.MEDIUM,
    every=RoleBinding,
    must=~RoleBinding.subjects.has_match(r"^(ServiceAccount/(.+/)?default|Group/system:serviceaccounts:.+)$"),
    because=(
        "Every pod of the namespace that names no account has what the default one is granted, and so it is with what "
        "all accounts of a namespace are granted as a group."
    ),
    fix="Create a service account for the workload that needs the role.",
    serves=(
        "service-identity",
        "least-privilege",
    ),
    also=("CKV_K8S_42",),
    passes=[RoleBinding(subjects=frozenset({"ServiceAccount/shop/web"}))],
    fails=[
        RoleBinding(subjects=frozenset({"ServiceAccount/shop/default"})),
        RoleBinding(subjects=frozenset({"Group/system:serviceaccounts:shop"})),
    ],
)
