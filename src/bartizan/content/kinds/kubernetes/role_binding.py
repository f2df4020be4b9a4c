"""Kubernetes role bindings."""

from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Block, Shown, Source


class RoleBinding(Asset, kind="kubernetes.role-binding"):
    """Gives a role to subjects, in one namespace or in the whole cluster."""

    name = Text("Its name.")
    cluster_wide = Flag("It is a cluster role binding: it counts in every namespace.")
    role = Text("The name of the role that is given.")
    role_kind = Text("Role or ClusterRole.")
    subjects = Many("To whom: `User/ann`, `Group/system:masters`, `ServiceAccount/shop/web`.")


FROM_MANIFEST = Source(
    of=RoleBinding,
    each=Block("rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"),
    reads={
        RoleBinding.name: "metadata.name",
        RoleBinding.cluster_wide: "kind == 'ClusterRoleBinding'",
        RoleBinding.role: "roleRef.name",
        RoleBinding.role_kind: "roleRef.kind",
        RoleBinding.subjects: "subjects[].join('/', [kind, namespace, name])",
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
                cluster_wide=True,
                role="cluster-admin",
                role_kind="ClusterRole",
                subjects=frozenset({"Group/system:masters", "ServiceAccount/shop/web"}),
            ),
        ),
        Shown(
            text="""
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
""",
            gives=RoleBinding(
                "shop/RoleBinding/readers", cluster_wide=False, role="reader", role_kind="Role", subjects=frozenset()
            ),
        ),
    ],
)
