"""Kubernetes role bindings."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.core.source import Block, Shown, Source

IN = "not_null(metadata.namespace, 'default')"

FROM_MANIFEST = Source(
    of=RoleBinding,
    each=Block("rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"),
    reads={
        RoleBinding.name: "metadata.name",
        RoleBinding.namespace: f"(kind == 'RoleBinding' && {IN}) || `null`",
        RoleBinding.cluster_wide: "kind == 'ClusterRoleBinding'",
        RoleBinding.role: "roleRef.name",
        RoleBinding.role_kind: "roleRef.kind",
        RoleBinding.subjects: (
            "[subjects[?kind == 'ServiceAccount'].join('/', [kind, namespace, name]), "
            "subjects[?kind != 'ServiceAccount'].join('/', [kind, name])][]"
        ),
        RoleBinding.accounts: "subjects[?kind == 'ServiceAccount'].join('/', [namespace, kind, name])",
        RoleBinding.gives: (
            f"(roleRef.kind == 'Role' && join('/', [{IN}, 'Role', roleRef.name])) || "
            "join('/', ['ClusterRole', roleRef.name])"
        ),
    },
    shows=[
        Shown(
            text="""
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: admins}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
  - {kind: Group, name: "system:masters", apiGroup: rbac.authorization.k8s.io}
  - {kind: ServiceAccount, name: web, namespace: shop}
""",
            gives=RoleBinding(
                "ClusterRoleBinding/admins",
                name="admins",
                namespace=None,
                cluster_wide=True,
                role="cluster-admin",
                role_kind="ClusterRole",
                subjects=frozenset({"Group/system:masters", "ServiceAccount/shop/web"}),
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
""",
            gives=RoleBinding(
                "shop/RoleBinding/readers",
                namespace="shop",
                cluster_wide=False,
                role="reader",
                role_kind="Role",
                subjects=frozenset({"ServiceAccount/shop/web"}),
                accounts=frozenset({"shop/ServiceAccount/web"}),
                gives=frozenset({"shop/Role/reader"}),
            ),
        ),
    ],
)
