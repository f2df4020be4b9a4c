"""Manifests, read and asked: who may do what in the cluster they describe."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.app.identity.kubernetes.access import KubernetesAccess, access, estate
from bartizan.app.identity.kubernetes.links import link
from bartizan.app.identity.kubernetes.realms import address
from bartizan.collect.assets import Plans, make
from bartizan.collect.iac.kubernetes import FORMAT
from bartizan.collect.tree import walk
from bartizan.content.kinds.kubernetes import container, node, role, role_binding, secret, service, service_account
from bartizan.content.kinds.kubernetes import volume as volumes
from bartizan.content.kinds.kubernetes import workload as workloads
from bartizan.content.kinds.kubernetes.role import Role
from bartizan.content.kinds.kubernetes.service_account import RoleBinding, ServiceAccount
from bartizan.core.access import Question, Verdict
from bartizan.core.kind import Asset
from bartizan.core.source import Source
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph

MODULES = (container, node, role, role_binding, secret, service, service_account, volumes, workloads)
PLANS = Plans([each for module in MODULES for each in vars(module).values() if isinstance(each, Source)])
WEB = "shop/ServiceAccount/web"

ACCOUNT = """
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
"""
GIVEN = """
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules:
  - {apiGroups: [""], resources: [pods], verbs: [get]}
  - {apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [db]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
"""


def assets(directory: Path, files: Mapping[str, str]) -> list[Asset]:
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    tree = walk(directory)
    readings = [(FORMAT.read(unit, tree), unit.root) for unit in FORMAT.units(tree)]
    return [asset for reading, root in readings for asset in make(reading, root, PLANS).assets]


def asking(directory: Path, **files: str) -> KubernetesAccess:
    named = {f"{name}.yaml": text for name, text in files.items()}
    return access(Graph(assets(directory, named)))


def verdict(who: KubernetesAccess, action: str, target: str, actor: str = WEB) -> Verdict:
    return who.can(Question(actor=actor, action=action, target=target)).verdict


def test_manifests_are_answered(tmp_path: Path) -> None:
    secret_file = "apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\n"

    who = asking(tmp_path, account=ACCOUNT, roles=GIVEN, secret=secret_file)

    assert verdict(who, "get core/pods", "shop/*") is Verdict.ALLOW
    assert verdict(who, "get core/secrets", "shop/Secret/db") is Verdict.ALLOW
    assert verdict(who, "get core/secrets", "shop/secrets/other") is Verdict.DENY
    decision = who.can(Question(actor=WEB, action="get core/secrets", target="shop/Secret/db"))
    assert (decision.clauses[0].source, decision.clauses[0].number) == ("shop/Role/reader", 1)


def test_what_a_template_fills_in_is_unknown(tmp_path: Path) -> None:
    text = GIVEN.replace("verbs: [get]}", 'verbs: ["${VERB}"]}').replace("name: web", 'name: "{{ .Name }}"')

    who = asking(tmp_path, account=ACCOUNT, roles=text)

    assert verdict(who, "get core/pods", "shop/*") is Verdict.UNKNOWN
    assert verdict(who, "get core/nodes", "n1") is Verdict.DENY


def test_a_service_account_is_told_of_its_bindings(tmp_path: Path) -> None:
    found = {each.id: each for each in assets(tmp_path, {"a.yaml": f"{ACCOUNT}---{GIVEN}"})}

    assert found[WEB].read("bindings") == frozenset({"shop/RoleBinding/readers"})
    assert found["shop/RoleBinding/readers"].read("gives") == frozenset({"shop/Role/reader"})


POD = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: front, namespace: shop}
spec:
  template:
    metadata: {labels: {app: front, tier: web}}
    spec:
      serviceAccountName: web
      volumes: [{name: logs, hostPath: {path: /var/log}}, {name: keys, secret: {secretName: db}}]
      containers:
        - {name: one, image: nginx, volumeMounts: [{name: logs, mountPath: /l, readOnly: true}]}
        - {name: two, image: nginx, volumeMounts: [{name: keys, mountPath: /k}]}
"""


def test_a_pod_and_its_containers_are_acted_on_and_act(tmp_path: Path) -> None:
    who = asking(tmp_path, account=ACCOUNT, roles=GIVEN, pod=POD)

    assert verdict(who, "get core/pods", "shop/Deployment/front/spec/template/spec/containers/0") is Verdict.ALLOW
    assert verdict(who, "get core/pods", "shop/*", actor="shop/Deployment/front") is Verdict.ALLOW


@pytest.mark.parametrize(
    ("account", "pod", "expected"),
    [
        (ACCOUNT, POD, Verdict.ALLOW),
        (ACCOUNT + "automountServiceAccountToken: false\n", POD, Verdict.DENY),
        (ACCOUNT, POD.replace("serviceAccountName: web", "{0}\n      serviceAccountName: web"), Verdict.DENY),
    ],
)
def test_a_pod_without_a_token_cannot_act(account: str, pod: str, expected: Verdict, tmp_path: Path) -> None:
    who = asking(tmp_path, account=account, roles=GIVEN, pod=pod.replace("{0}", "automountServiceAccountToken: false"))

    assert verdict(who, "get core/pods", "shop/*", actor="shop/Deployment/front") is expected


def test_containers_are_linked_to_the_volumes_they_mount(tmp_path: Path) -> None:
    found = {each.id: each for each in assets(tmp_path, {"a.yaml": POD})}

    link(found.values())

    spec = "shop/Deployment/front/spec/template/spec"
    assert found[f"{spec}/containers/0"].read("volumes") == frozenset({f"{spec}/volumes/0"})
    assert found[f"{spec}/containers/0"].read("written_volumes") == frozenset()
    assert found[f"{spec}/containers/1"].read("written_volumes") == frozenset({f"{spec}/volumes/1"})


SERVICE = """
apiVersion: v1
kind: Service
metadata: {name: front, namespace: shop}
spec: {selector: {app: front}, ports: [{port: 80}]}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SERVICE, frozenset({"shop/Deployment/front"})),
        (SERVICE.replace("app: front", "app: back"), frozenset()),
        (SERVICE.replace("namespace: shop", "namespace: ops"), frozenset()),
        (SERVICE.replace("selector: {app: front}, ", ""), frozenset()),
        (SERVICE.replace("app: front", 'app: "${APP}"'), Partial("the labels of some pods were not seen", ())),
    ],
)
def test_services_are_linked_to_what_they_select(text: str, expected: object, tmp_path: Path) -> None:
    found = {each.id: each for each in assets(tmp_path, {"pod.yaml": POD, "service.yaml": text})}

    link(found.values())

    service_of = next(each for each in found.values() if each.kind == "kubernetes.service")
    assert service_of.read("workloads") == expected


def test_directories_are_one_cluster(tmp_path: Path) -> None:
    files = {"app/account.yaml": ACCOUNT, "rights/roles.yaml": GIVEN}

    who = access(Graph(assets(tmp_path, files)))

    assert verdict(who, "get core/pods", "shop/*", actor=f"app//{WEB}") is Verdict.ALLOW
    assert who.home(f"app//{WEB}") == "cluster"


def test_directories_that_define_the_same_object_are_different_clusters(tmp_path: Path) -> None:
    files = {"dev/a.yaml": f"{ACCOUNT}---{GIVEN}", "prod/a.yaml": ACCOUNT}

    who = access(Graph(assets(tmp_path, files)))

    assert verdict(who, "get core/pods", f"dev//{WEB}", actor=f"dev//{WEB}") is Verdict.ALLOW
    assert verdict(who, "get core/pods", f"prod//{WEB}", actor=f"prod//{WEB}") is Verdict.DENY
    assert verdict(who, "get core/pods", f"prod//{WEB}", actor=f"dev//{WEB}") is Verdict.DENY
    assert {who.home(f"dev//{WEB}"), who.home(f"prod//{WEB}")} == {"dev", "prod"}


def test_what_is_beside_copies_of_an_object_belongs_to_the_one_in_its_directory(tmp_path: Path) -> None:
    files = {"all/dev/a.yaml": ACCOUNT, "all/dev/b.yaml": GIVEN, "all/prod/a.yaml": ACCOUNT, "all/x.yaml": SERVICE}

    who = access(Graph(assets(tmp_path, files)))

    dev, prod = (f"all//{space}:{WEB}" for space in ("dev", "prod"))
    assert verdict(who, "get core/pods", dev, actor=dev) is Verdict.ALLOW
    assert verdict(who, "get core/pods", prod, actor=prod) is Verdict.DENY


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("shop/Role/a", ("", "", "shop", "Role", "a", False)),
        ("k8s//dev:shop/Role/a#2", ("k8s", "dev", "shop", "Role", "a", False)),
        ("ClusterRole/system:all", ("", "", "", "ClusterRole", "system:all", False)),
        ("d//shop/Pod/web/spec/containers/0", ("d", "", "shop", "Pod", "web", True)),
        ("aws_iam_role.web", None),
        ("shop/Widget/a", None),
    ],
)
def test_an_id_tells_which_object_it_is(id: str, expected: tuple[Any, ...] | None) -> None:
    found = address(id)

    parts = found and (found.place, found.scope, found.namespace, found.kind, found.name, found.part)
    assert parts == expected


def test_names_and_patterns_are_filled_in(tmp_path: Path) -> None:
    who = asking(tmp_path, account=ACCOUNT, pod=POD)

    assert who.name(WEB) == "system:serviceaccount:shop:web"
    assert who.name("shop/Deployment/front") == "shop/deployments/front"
    assert who.fill("{namespace}/secrets/{target}", WEB) == "shop/secrets/web"
    assert who.candidates("create core/pods", "shop/pods/x") == ("shop/pods/x",)
    assert who.outsiders("get core/pods", "*") == ("anonymous",)
    assert "write it as" in who.notes("nonsense")[0]


def test_candidates_are_what_bindings_and_rules_tell_apart(tmp_path: Path) -> None:
    who = asking(tmp_path, account=ACCOUNT, roles=GIVEN)

    assert who.candidates("get core/secrets", "*") == ("*", "shop/secrets/*", "shop/secrets/db")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("verbs", "matchLabels", "key")), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=20) | values.map(str) | st.just("[1, {}, null, []]") | st.just('{"matchLabels": 3}'),
    st.lists(st.text(max_size=10), max_size=3),
)
def test_no_document_is_too_strange(document: str, subjects: list[str]) -> None:
    """Whatever a role or a binding says, there is an answer."""
    world = [
        ServiceAccount(WEB, name="web", namespace="shop"),
        Role("ClusterRole/odd", name="odd", cluster_wide=True, rules=document, labels=document, selectors=document),
        RoleBinding(
            "ClusterRoleBinding/odd",
            name="odd",
            cluster_wide=True,
            role="odd",
            role_kind="ClusterRole",
            subjects=frozenset({*subjects, "ServiceAccount/shop/web"}),
        ),
    ]

    decision = access(Graph(world)).can(Question(actor=WEB, action="get core/pods", target="*"))

    assert decision.why


@pytest.mark.parametrize("name", ["rules", "subjects", "role", "role_kind", "cluster_wide"])
def test_what_was_not_collected_is_unknown(name: str) -> None:
    rules = '[{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}]'
    role_values: dict[str, object] = {
        "name": "r",
        "cluster_wide": True,
        "rules": rules,
        "aggregated": False,
        "selectors": None,
    }
    binding: dict[str, object] = {
        "name": "b",
        "cluster_wide": True,
        "role": "r",
        "role_kind": "ClusterRole",
        "subjects": frozenset({"ServiceAccount/shop/web"}),
    }
    for held in (role_values, binding):
        if name in held:
            held[name] = Unknown("access was denied")
    world = [ServiceAccount(WEB, name="web", namespace="shop"), Role("r", **role_values), RoleBinding("b", **binding)]

    found = verdict(access(Graph(world)), "get core/pods", "*")

    assert found is Verdict.UNKNOWN


def test_an_estate_is_told_why_there_may_be_more() -> None:
    told = estate(Graph([ServiceAccount(WEB, name="web", namespace="shop")]), unread=("roles.yaml could not be read",))

    assert told.unread == ("roles.yaml could not be read",)
