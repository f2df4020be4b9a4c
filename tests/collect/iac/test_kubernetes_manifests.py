"""What is read of Kubernetes objects: identity, places, secrets, values that are filled in later, broken input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.iac.kubernetes import FORMAT
from bartizan.collect.iac.kubernetes.manifest import Object, read_objects
from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.planting import by_address, plant, read_all

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: nginx:1.25
"""


def one(text: str) -> Object:
    found, gaps = read_objects(text, "a.yaml")
    assert gaps == []
    assert len(found) == 1
    return found[0]


def pod(spec: str, name: str = "p") -> str:
    return f"apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}}}\nspec:\n{spec}"


def test_an_object_has_its_type_address_and_places(tmp_path: Path) -> None:
    reading = read_all(FORMAT, plant(tmp_path, {"web.yaml": "# the shop\n" + DEPLOYMENT}))

    web = by_address(reading)["shop/Deployment/web"]
    assert web.type == "apps/Deployment"
    assert (web.place.file, web.place.line, web.place.column) == ("web.yaml", 2, 1)
    image = web.locate("spec/template/spec/containers/0/image")
    assert (image.line, image.column) == (12, 11)
    assert web.locate("spec/template/spec/containers/0/securityContext/privileged").line == 11


@pytest.mark.parametrize(
    ("version", "kind", "namespace", "type", "address"),
    [
        ("v1", "Pod", "", "Pod", "default/Pod/x"),
        ("v1", "Pod", "shop", "Pod", "shop/Pod/x"),
        ("v1", "Namespace", "", "Namespace", "Namespace/x"),
        ("v1", "PersistentVolume", "shop", "PersistentVolume", "PersistentVolume/x"),
        (
            "rbac.authorization.k8s.io/v1",
            "ClusterRole",
            "",
            "rbac.authorization.k8s.io/ClusterRole",
            "ClusterRole/x",
        ),
        ("networking.k8s.io/v1", "Ingress", "", "networking.k8s.io/Ingress", "default/Ingress/x"),
        ("extensions/v1beta1", "Ingress", "", "networking.k8s.io/Ingress", "default/Ingress/x"),
        ("extensions/v1beta1", "Deployment", "", "apps/Deployment", "default/Deployment/x"),
        ("example.com/v1", "Widget", "", "example.com/Widget", "Widget/x"),
        ("example.com/v1", "Widget", "shop", "example.com/Widget", "shop/Widget/x"),
        (
            "serving.knative.dev/v1",
            "Service",
            "a",
            "serving.knative.dev/Service",
            "a/Service.serving.knative.dev/x",
        ),
    ],
)
def test_type_and_address_follow_group_kind_and_namespace(
    version: str, kind: str, namespace: str, type: str, address: str
) -> None:
    where = f", namespace: {namespace}" if namespace else ""

    found = one(f"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: x{where}}}\n")

    assert (found.type, found.address) == (type, address)


def test_a_made_up_name_is_its_prefix_and_a_star() -> None:
    found = one("apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: load-}\n")

    assert found.address == "default/Job/load-*"


def test_configuration_without_a_name_is_named_after_its_file(tmp_path: Path) -> None:
    text = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nanonymous: true\n"

    reading = read_all(FORMAT, plant(tmp_path, {"kubelet.yaml": text}))

    assert list(by_address(reading)) == ["KubeletConfiguration/kubelet.yaml"]
    assert reading.resources[0].type == "kubelet.config.k8s.io/KubeletConfiguration"


def test_documents_of_a_stream_are_read_each() -> None:
    found, gaps = read_objects(f"---\n# nothing\n---\n{DEPLOYMENT}---\n{pod('  hostPID: true')}\n---\n", "a.yaml")

    assert gaps == []
    assert [(item.address, item.place.line) for item in found] == [
        ("shop/Deployment/web", 4),
        ("default/Pod/p", 16),
    ]


def test_members_of_lists_are_objects_at_their_own_places() -> None:
    text = """\
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ServiceAccount
    metadata: {name: a}
  - apiVersion: v1
    kind: List
    items:
      - apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: b
"""
    found, gaps = read_objects(text, "a.yaml")

    assert gaps == []
    assert [item.address for item in found] == ["default/ServiceAccount/a", "default/ServiceAccount/b"]
    assert found[1].place.line == 10
    assert found[1].spots["metadata/name"] == (13, 11)


def test_members_of_a_typed_list_have_the_kind_of_the_list() -> None:
    found, gaps = read_objects(
        '{"apiVersion": "v1", "kind": "PodList", "items": [{"metadata": {"name": "a"}}]}', "a.json"
    )

    assert gaps == []
    assert [(item.type, item.address) for item in found] == [("Pod", "default/Pod/a")]


def test_json_objects_may_follow_each_other() -> None:
    text = (
        '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a}{"}}\n'
        '{"apiVersion": "v1",\n\t"kind": "Pod", "metadata": {"name": "b"}}\n'
    )

    found, gaps = read_objects(text, "a.json")

    assert gaps == []
    assert [(item.name, item.spots["kind"]) for item in found] == [("a}{", (1, 22)), ("b", (3, 2))]


def test_values_of_secrets_are_not_kept_and_their_names_are() -> None:
    text = """\
apiVersion: v1
kind: Secret
metadata:
  name: db
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"data": {"password": "aHVudGVyMg=="}}'
type: Opaque
data: {password: aHVudGVyMg==, empty: ""}
stringData: {user: admin-of-db}
"""
    found = one(text)

    assert found.value["data"] == {"password": Unknown("secret value is not kept"), "empty": ""}
    assert found.value["stringData"] == {"user": Unknown("secret value is not kept")}
    assert found.value["type"] == "Opaque"
    assert "aHVudGVyMg" not in repr(found)
    assert "admin-of-db" not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Config\nusers: [{name: a, user: {token: hunter2, password: hunter2}}]\n",
        "apiVersion: a/v1\nkind: EncryptionConfiguration\nresources: [{providers: [{aescbc: {secret: hunter2}}]}]\n",
        "apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\nbootstrapTokens: [{token: hunter2}]\n",
    ],
)
def test_credentials_in_configuration_are_not_kept(text: str) -> None:
    assert "hunter2" not in repr(one(text))


def test_a_text_that_is_one_variable_is_unknown() -> None:
    found = one(pod("  hostNetwork: ${HOST}\n  nodeName: '{{ .Values.node }}'\n  hostname: <%= host %>\n"))

    assert all(isinstance(found.value["spec"][key], Unknown) for key in ("hostNetwork", "nodeName", "hostname"))


def test_variables_within_texts_and_commands_stay_as_they_are() -> None:
    spec = (
        "  nodeName: a-${ZONE}\n  containers:\n    - command: ['${SHELL}']\n      args: [$(PORT)]\n      name: $(X)\n"
    )

    found = one(pod(spec))

    assert found.value["spec"]["nodeName"] == "a-${ZONE}"
    assert found.value["spec"]["containers"] == [{"command": ["${SHELL}"], "args": ["$(PORT)"], "name": "$(X)"}]


def test_of_an_image_the_parts_that_are_written_are_known() -> None:
    found = one(pod("  containers: [{name: a, image: 'shop/web:${TAG}'}]\n"))

    image = found.value["spec"]["containers"][0]["image"]
    assert isinstance(image, Composite)
    assert image.parts[0] == "shop/web:"
    assert len(image.parts) == 2


def test_words_of_yaml_1_1_are_flags_as_for_the_api_server() -> None:
    found = one(pod("  hostPID: yes\n  hostIPC: Off # as before\n  hostname: yes\n"))

    assert found.value["spec"] == {"hostPID": True, "hostIPC": False, "hostname": "yes"}


def test_an_unrendered_template_is_a_gap_with_the_next_step() -> None:
    found, gaps = read_objects(f"{DEPLOYMENT}---\n{pod('  hostPID: {{ .Values.pid }}')}\n", "a.yaml")

    assert [item.name for item in found] == ["web"]
    assert len(gaps) == 1
    assert "template" in gaps[0].why
    assert "helm template" in gaps[0].why
    assert gaps[0].line == 17


def test_a_broken_document_leaves_the_others() -> None:
    found, gaps = read_objects(f"{pod('  a: [', 'x')}\n---\n{DEPLOYMENT}---\n{pod('  a: b: c', 'y')}\n", "a.yaml")

    assert [(item.name, item.place.line) for item in found] == [("web", 7)]
    assert found[0].spots["metadata/name"] == (10, 3)
    assert [gap.line > 0 and "not valid YAML" in gap.why for gap in gaps] == [True, True]


def test_a_file_of_broken_documents_is_given_up_after_a_while() -> None:
    found, gaps = read_objects("a: [\n---\n" * 1_000, "a.yaml")

    assert found == []
    assert len(gaps) == 21


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- apiVersion: v1\n", "no mapping"),
        ("apiVersion: v1\nmetadata: {name: a}\n", "no `kind`"),
        ("kind: Pod\nmetadata: {name: a}\n", "no `apiVersion`"),
        ("apiVersion: v1\nkind: [Pod]\n", "`kind`"),
        ("apiVersion: v1\nkind: 'Po d'\n", "`kind`"),
        ("apiVersion: v1\nkind: Pod\nmetadata: {name: 5}\n", "not text"),
        ("apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: 1e3}\n", "not text"),
        ("apiVersion: v1\nkind: Pod\nmetadata: [a]\n", "no mapping"),
        ("apiVersion: v1\nkind: Pod\nspec: {}\n", "no `metadata.name`"),
    ],
)
def test_what_is_no_object_is_a_gap(text: str, why: str) -> None:
    found, gaps = read_objects(f"{text}---\n{DEPLOYMENT}", "a.yaml")

    assert [item.name for item in found] == ["web"]
    assert len(gaps) == 1
    assert why in gaps[0].why
    assert gaps[0].line >= 1


def test_a_key_given_twice_is_a_gap_and_the_last_counts() -> None:
    found, gaps = read_objects(pod("  hostPID: true\n  hostPID: false\n"), "a.yaml")

    assert found[0].value["spec"] == {"hostPID": False}
    assert (gaps[0].line, gaps[0].column) == (6, 3)
    assert "hostPID is given twice in spec" in gaps[0].why


def test_an_object_declared_twice_in_a_file_is_a_gap_and_the_last_counts(tmp_path: Path) -> None:
    text = f"{pod('  hostPID: true')}\n---\n{pod('  hostPID: false')}\n"

    reading = read_all(FORMAT, plant(tmp_path, {"a.yaml": text}))

    assert by_address(reading)["default/Pod/p"].value["spec"] == {"hostPID": False}
    assert len(reading.gaps) == 1
    assert "declared again at line 7" in reading.gaps[0].why


def test_objects_with_made_up_names_are_no_copies_of_each_other(tmp_path: Path) -> None:
    job = "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: load-}\n---\n"

    reading = read_all(FORMAT, plant(tmp_path, {"a.yaml": job * 2}))

    assert sorted(by_address(reading)) == ["default/Job/load-*", "default/Job/load-*#2"]
    assert reading.gaps == []


@given(st.text(alphabet="apiVersionkdmt: -\n[]{}'\"#&*!|>\t{}$<%0123456789", max_size=300))
def test_no_text_stops_the_reader(text: str) -> None:
    for each in (text, f"apiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\nspec:\n  {text}", f'{{"kind": {text}'):
        found, gaps = read_objects(each, "a.yaml")
        assert all(isinstance(item.address, str) for item in found)
        assert all(gap.why.endswith(".") for gap in gaps)
