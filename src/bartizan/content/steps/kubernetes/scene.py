"""Scenes of Kubernetes steps: small clusters of service accounts, roles and pods, each thing made in one line.

All that decides is known in them. Everything is in the namespace `shop`, unless another is named.
"""

from __future__ import annotations

import json

from bartizan.content.kinds.kubernetes.role import Role
from bartizan.content.kinds.kubernetes.secret import ConfigMap, Secret
from bartizan.content.kinds.kubernetes.service_account import RoleBinding, ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Container, Node, Volume, Workload

Rule = dict[str, list[str]]
"""A rule of a role, as manifests have it."""

RBAC = "rbac.authorization.k8s.io"
CERTIFICATES = "certificates.k8s.io"
ADMISSION = "admissionregistration.k8s.io"


def allow(verbs: str, resources: str, *, group: str = "", names: str = "") -> Rule:
    """Return a rule; several words are separated by spaces."""
    rule = {"apiGroups": [group], "resources": resources.split(), "verbs": verbs.split()}
    return {**rule, "resourceNames": names.split()} if names else rule


def account(name: str, *rules: Rule, namespace: str = "shop", everywhere: bool = False) -> tuple[
    ServiceAccount, Role, RoleBinding
]:  # fmt: skip
    """Return a service account with a role of its own: in its namespace, or in all of them."""
    kind = "ClusterRole" if everywhere else "Role"
    inside = "" if everywhere else f"{namespace}/"
    bound, given = f"{inside}{kind}Binding/{name}", f"{inside}{kind}/{name}"
    who = ServiceAccount(
        f"{namespace}/ServiceAccount/{name}",
        name=name,
        namespace=namespace,
        mounts_token=True,
        cloud_role=None,
        bindings=frozenset({bound}),
    )
    binding = RoleBinding(
        bound,
        name=name,
        namespace=None if everywhere else namespace,
        cluster_wide=everywhere,
        role=name,
        role_kind=kind,
        subjects=frozenset({f"ServiceAccount/{namespace}/{name}"}),
        accounts=frozenset({who.id}),
        gives=frozenset({given}),
    )
    return who, role(name, *rules, namespace=namespace, everywhere=everywhere), binding


def role(name: str, *rules: Rule, namespace: str = "shop", everywhere: bool = False) -> Role:
    """Return a role, or a cluster role."""
    return Role(
        f"ClusterRole/{name}" if everywhere else f"{namespace}/Role/{name}",
        name=name,
        namespace=None if everywhere else namespace,
        cluster_wide=everywhere,
        aggregated=False,
        permissions=frozenset(),
        rules=json.dumps(rules),
        labels=None,
        selectors=None,
    )


def workload(name: str, *, type: str = "Pod", runs_as: str = "default", node: str = "", **said: object) -> Workload:
    """Return a workload; further attributes as they are said."""
    values: dict[str, object] = {
        "name": name,
        "namespace": "shop",
        "type": type,
        "account": frozenset({f"shop/ServiceAccount/{runs_as}"}),
        "account_name": runs_as,
        "mounts_token": True,
        "states_token": True,
        "node": frozenset({f"Node/{node}"} if node else ()),
        "node_name": node or None,
        "host_pid": False,
        "shares_processes": False,
        "labels": None,
        "secrets": frozenset(),
        "config_maps": frozenset(),
        "claims": frozenset(),
        "containers": frozenset({f"shop/{type}/{name}/spec/containers/0"}),
        "volumes": frozenset(),
    }
    return Workload(f"shop/{type}/{name}", **{**values, **said})


def container(of: Workload, *, number: int = 0, **said: object) -> Container:
    """Return a container of a workload, plain unless more is said."""
    values: dict[str, object] = {
        "name": f"c{number}",
        "privileged": False,
        "non_root": False,
        "adds": frozenset(),
        "mounts": frozenset(),
        "writes": frozenset(),
        "volumes": frozenset(),
        "written_volumes": frozenset(),
        "workload": frozenset({of.id}),
    }
    return Container(f"{of.id}/spec/containers/{number}", **{**values, **said})


def mounting(path: str, *, writes: bool = False) -> tuple[Container, Workload, Volume]:
    """Return a container that mounts a path of its node."""
    of = workload("web", volumes=frozenset({"shop/Pod/web/spec/volumes/0"}))
    mounted = volume(of, host_path=path, type="hostPath")
    both, written = frozenset({mounted.id}), frozenset({mounted.id} if writes else ())
    names = frozenset({"v"})
    inside = container(of, mounts=names, writes=names if writes else frozenset(), volumes=both, written_volumes=written)
    return inside, of, mounted


def volume(of: Workload, **said: object) -> Volume:
    """Return a volume of a workload."""
    values: dict[str, object] = {
        "name": "v",
        "type": "emptyDir",
        "host_path": None,
        "secret": None,
        "token": False,
        "workload": frozenset({of.id}),
    }
    return Volume(f"{of.id}/spec/volumes/0", **{**values, **said})


def node(name: str, *runs: Workload) -> Node:
    """Return a node, and what is bound to it."""
    return Node(
        f"Node/{name}", name=name, control_plane=False, machine=None, workloads=frozenset(each.id for each in runs)
    )


def secret(name: str, *, of: str = "", namespace: str = "shop") -> Secret:
    """Return a secret; one that holds the token of a service account, where that is named."""
    kind = "kubernetes.io/service-account-token" if of else "Opaque"
    holds = frozenset({f"{namespace}/ServiceAccount/{of}"} if of else ())
    return Secret(f"{namespace}/Secret/{name}", name=name, namespace=namespace, type=kind, filled=True, account=holds)


def config_map(name: str, namespace: str) -> ConfigMap:
    """Return a config map."""
    return ConfigMap(f"{namespace}/ConfigMap/{name}", name=name, namespace=namespace, literal_secrets=False)
