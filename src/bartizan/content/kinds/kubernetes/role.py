"""Kubernetes roles, and the permissions in them."""

from bartizan.core.kind import Asset, Document, Flag, Link, Many, Text
from bartizan.core.source import Block, Inverse, Owner, OwnerLink, Shown, Source

TYPES = ("rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole")


class Role(Asset, kind="kubernetes.role"):
    """A set of permissions, in one namespace or in the whole cluster."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in, where it is no cluster role.")
    cluster_wide = Flag("It is a cluster role: it may be granted for every namespace at once.")
    aggregated = Flag("Its permissions are gathered from other roles by label.")
    permissions = Link(lambda: Permission, "What it allows.")
    rules = Document("Its rules, as they are written.")
    labels = Document("Its labels, by which other roles may gather it.")
    selectors = Document("The label selectors by which it gathers other roles.")


class Permission(Asset, kind="kubernetes.permission"):
    """One rule of a role: verbs on resources."""

    verbs = Many("What may be done: get, list, create ... or *.")
    resources = Many("To what: pods, secrets, pods/exec ... or *.")
    groups = Many("API groups of the resources; the empty text is the core group.")
    names = Many("Names of the only objects it is about; empty for all.")
    urls = Many("Paths of the API that are not resources.")
    cluster_wide = Flag("Its role is a cluster role.")
    system = Flag("Its role is one of Kubernetes' own.")
    role = Link(Role, "The role it is part of.")


FROM_MANIFEST = Source(
    of=Role,
    each=Block(*TYPES),
    reads={
        Role.name: "metadata.name",
        Role.namespace: "(kind == 'Role' && not_null(metadata.namespace, 'default')) || `null`",
        Role.cluster_wide: "kind == 'ClusterRole'",
        Role.aggregated: "aggregationRule != `null`",
        Role.permissions: Inverse(Permission.role),
        Role.rules: "rules",
        Role.labels: "metadata.labels",
        Role.selectors: "aggregationRule.clusterRoleSelectors",
    },
    shows=[
        Shown(
            text="""
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
""",
            gives=Role(
                "shop/Role/reader",
                name="reader",
                namespace="shop",
                cluster_wide=False,
                aggregated=False,
                permissions=frozenset({"shop/Role/reader/rules/0"}),
                rules='[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]',
                labels=None,
                selectors=None,
            ),
        ),
        Shown(
            text="""
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: all, labels: {team: shop}}
aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: all}}]}
rules: []
""",
            gives=Role(
                "ClusterRole/all",
                namespace=None,
                cluster_wide=True,
                aggregated=True,
                permissions=frozenset(),
                labels='{"team":"shop"}',
                selectors='[{"matchLabels":{"part":"all"}}]',
            ),
        ),
    ],
)

PERMISSION_FROM_MANIFEST = Source(
    of=Permission,
    each=Block(*TYPES, each="rules"),
    reads={
        Permission.verbs: "verbs",
        Permission.resources: "resources",
        Permission.groups: "apiGroups",
        Permission.names: "resourceNames",
        Permission.urls: "nonResourceURLs",
        Permission.cluster_wide: Owner("kind == 'ClusterRole'"),
        Permission.system: Owner(
            "starts_with(metadata.name, 'system:') || "
            "metadata.labels.\"kubernetes.io/bootstrapping\" == 'rbac-defaults'"
        ),
        Permission.role: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [db]}]
""",
            gives=Permission(
                "shop/Role/reader/rules/0",
                verbs=frozenset({"get"}),
                resources=frozenset({"secrets"}),
                groups=frozenset({""}),
                names=frozenset({"db"}),
                urls=frozenset(),
                cluster_wide=False,
                system=False,
                role=frozenset({"shop/Role/reader"}),
            ),
        ),
        Shown(
            text="""
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: "system:all"}
rules: [{nonResourceURLs: ["/healthz"], verbs: ["*"]}]
""",
            gives=Permission(
                "ClusterRole/system:all/rules/0",
                verbs=frozenset({"*"}),
                resources=frozenset(),
                names=frozenset(),
                urls=frozenset({"/healthz"}),
                cluster_wide=True,
                system=True,
            ),
        ),
    ],
)
