"""What is read of kustomizations: through kubectl where it is there, and honestly where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bartizan.collect.iac import kustomize
from bartizan.collect.iac.kubernetes import FORMAT as KUBERNETES
from bartizan.collect.iac.kubernetes.kustomizations import find_kustomizations
from bartizan.collect.iac.kubernetes.roots import find_roots
from bartizan.collect.iac.kustomize import FORMAT
from bartizan.core.truth import Unknown
from tests.collect.iac.planting import by_address, plant, plant_program, read_all

needs_kubectl = pytest.mark.skipif(shutil.which("kubectl") is None, reason="kubectl is not installed")

DEPLOYMENT = """\
# the web shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: nginx
          securityContext:
            privileged: true
"""
SHOP = {
    "base/kustomization.yaml": "resources:\n  - web.yaml\n",
    "base/web.yaml": DEPLOYMENT,
    "prod/kustomization.yaml": """\
namePrefix: prod-
namespace: shop
resources:
  - ../base
patches:
  - path: patch.yaml
images:
  - {name: nginx, newTag: "1.25"}
configMapGenerator:
  - name: settings
    literals: [A=1]
secretGenerator:
  - name: login
    envs: [login.env]
""",
    "prod/patch.yaml": """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - {name: proxy, image: envoy}
""",
    "prod/login.env": "password=hunter2\n",
}
REMOTE_PATCH = '{"apiVersion": "builtin", "kind": "PatchTransformer", "path": "http://localhost/a.yaml"}'
ORIGIN = "config.kubernetes.io/origin"


def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))


def test_a_root_is_what_no_other_refers_to(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            **SHOP,
            "dev/kustomization.yml": "resources: [../base]\ncomponents: [../debug]\n",
            "debug/Kustomization": "kind: Component\npatches: [{path: p.yaml}]\n",
            "alone/kustomization.yaml": "kind: Component\nresources: [a.yaml]\n",
        },
    )

    assert find_roots(find_kustomizations(tree)) == ["dev", "prod"]


def test_of_a_circle_the_first_is_a_root(tmp_path: Path) -> None:
    tree = plant(tmp_path, {"a/kustomization.yaml": "resources: [../b]", "b/kustomization.yaml": "resources: [../a]"})

    assert find_roots(find_kustomizations(tree)) == ["a"]


def test_a_kustomization_of_flux_is_a_manifest(tmp_path: Path) -> None:
    text = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\n"
    tree = plant(tmp_path, {"kustomization.yaml": text})

    assert list(FORMAT.units(tree)) == []
    assert list(by_address(read_all(KUBERNETES, tree))) == ["Kustomization/a"]


@needs_kubectl
def test_rendered_objects_are_placed_in_the_manifest_they_come_from(tmp_path: Path) -> None:
    reading = read_all(FORMAT, plant(tmp_path, SHOP))

    assert reading.gaps == []
    web = by_address(reading)["shop/Deployment/prod-web"]
    containers = web.value["spec"]["template"]["spec"]["containers"]
    assert {each["name"]: each["image"] for each in containers} == {"web": "nginx:1.25", "proxy": "envoy"}
    at = next(index for index, each in enumerate(containers) if each["name"] == "web")
    place = web.locate(f"spec/template/spec/containers/{at}/securityContext/privileged")
    assert (place.file, place.line, place.column) == ("base/web.yaml", 13, 13)
    assert web.locate(f"spec/template/spec/containers/{1 - at}/image").line == 9
    assert [str(call) for call in place.via] == ["prod/kustomization.yaml:4:5", "base/kustomization.yaml:2:5"]
    assert ORIGIN not in repr(web.value)


@needs_kubectl
def test_generated_objects_are_placed_at_their_generator(tmp_path: Path) -> None:
    reading = read_all(FORMAT, plant(tmp_path, SHOP))

    places = {each.type: each.place for each in reading.resources}
    assert str(places["ConfigMap"]) == "prod/kustomization.yaml:10:5"
    secret = next(each for each in reading.resources if each.type == "Secret")
    assert secret.value["data"] == {"password": Unknown("secret value is not kept")}


@needs_kubectl
def test_manifests_of_a_kustomization_are_not_read_a_second_time(tmp_path: Path) -> None:
    tree = plant(tmp_path, {**SHOP, "prod/other.yaml": DEPLOYMENT})

    assert [unit.files for unit in KUBERNETES.units(tree)] == [("prod/other.yaml",)]


def test_without_kubectl_manifests_are_read_as_they_are_and_patches_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_programs(tmp_path, monkeypatch)
    tree = plant(tmp_path / "tree", SHOP)

    reading = read_all(FORMAT, tree)

    assert reading.resources == []
    assert [gap.file for gap in reading.gaps] == ["prod/kustomization.yaml"]
    assert "kubectl was not found" in reading.gaps[0].why
    assert "kubectl kustomize prod" in reading.gaps[0].why
    assert [unit.files for unit in KUBERNETES.units(tree)] == [("base/web.yaml",)]


def test_a_program_in_the_scanned_tree_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = plant(tmp_path, SHOP)
    plant_program(tmp_path / "bin", "kubectl", "touch ran", monkeypatch)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:.:bin")

    reading = read_all(FORMAT, tree)

    assert "kubectl was not found" in reading.gaps[0].why


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("resources:\n  - https://example.com/a.yaml\n  - web.yaml\n", 2),
        ("resources:\n  - web.yaml\n  - github.com/org/repo//base?ref=main\n", 3),
        ("resources:\n  - web.yaml\n  - git@example.com:org/repo\n", 3),
        ("resources: [web.yaml]\ncomponents:\n  - ssh://git@example.com/repo\n", 3),
        ("resources: [web.yaml]\npatches:\n  - path: http://localhost/a.yaml\n", 3),
        ("resources: [web.yaml]\nconfigMapGenerator:\n  - name: a\n    files: [a=https://example.com/a]\n", 4),
        ("resources: [web.yaml]\nopenapi:\n  path: https://example.com/a\n", 3),
        (f"resources: [web.yaml]\ntransformers:\n  - '{REMOTE_PATCH}'\n", 3),
    ],
)
def test_what_is_elsewhere_is_a_gap_and_nothing_is_run(
    text: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_program(tmp_path / "bin", "kubectl", f"touch {tmp_path}/ran", monkeypatch)
    tree = plant(tmp_path / "tree", {"web.yaml": DEPLOYMENT, "kustomization.yaml": text})

    reading = read_all(FORMAT, tree)

    assert [(gap.line, "not fetched" in gap.why) for gap in reading.gaps] == [(line, True)]
    assert list(by_address(reading)) == ["default/Deployment/web"]
    assert not (tmp_path / "ran").exists()


def test_a_remote_path_in_a_configuration_file_is_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_program(tmp_path / "bin", "kubectl", f"touch {tmp_path}/ran", monkeypatch)
    configuration = "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: a}\npath: 'http://localhost/a'\n"
    tree = plant(
        tmp_path / "tree",
        {
            "web.yaml": DEPLOYMENT,
            "kustomization.yaml": "resources: [web.yaml]\ntransformers: [t.yaml]\n",
            "t.yaml": configuration,
        },
    )

    reading = read_all(FORMAT, tree)

    assert [gap.file for gap in reading.gaps] == ["t.yaml"]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("entry", ["../../etc", "missing.yaml", "/etc/hosts", "nothing-here/"])
def test_what_is_not_in_the_scanned_directory_is_a_gap(
    entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_program(tmp_path / "bin", "kubectl", f"touch {tmp_path}/ran", monkeypatch)
    tree = plant(tmp_path / "tree", {"a/kustomization.yaml": f"resources: ['{entry}']\n", "nothing-here/x": ""})

    reading = read_all(FORMAT, tree)

    assert [entry in gap.why for gap in reading.gaps] == [True]
    assert not (tmp_path / "ran").exists()


@needs_kubectl
def test_a_plugin_is_not_executed(tmp_path: Path) -> None:
    plugin = """\
resources: [web.yaml]
transformers:
  - |
    apiVersion: example.com/v1
    kind: Runs
    metadata:
      name: a
      annotations:
        config.kubernetes.io/function: "exec: {path: ./run.sh}"
"""
    tree = plant(
        tmp_path,
        {"kustomization.yaml": plugin, "web.yaml": DEPLOYMENT, "run.sh": f"#!/bin/sh\ntouch {tmp_path}/ran\n"},
    )
    (tmp_path / "run.sh").chmod(0o755)

    reading = read_all(FORMAT, tree)

    assert not (tmp_path / "ran").exists()
    assert ["external plugins disabled" in gap.why for gap in reading.gaps] == [True]
    assert list(by_address(reading)) == ["default/Deployment/web"]


@needs_kubectl
def test_a_broken_kustomization_is_a_gap_in_its_own_words_without_private_paths(tmp_path: Path) -> None:
    tree = plant(
        tmp_path, {"a/kustomization.yaml": "resources: [web.yaml]\nnoSuchField: 1\n", "a/web.yaml": DEPLOYMENT}
    )

    reading = read_all(FORMAT, tree)

    assert ["noSuchField" in gap.why for gap in reading.gaps] == [True]
    assert "bartizan-" not in reading.gaps[0].why
    assert list(by_address(reading)) == ["default/Deployment/web"]


def test_patches_within_patches_do_not_stop_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_program(tmp_path / "bin", "kubectl", "exit 1", monkeypatch)
    nested = "".join(f"{' ' * depth}a: |\n" for depth in range(1, 390)) + " " * 390 + "x"
    tree = plant(tmp_path / "tree", {"kustomization.yaml": f"patches:\n- |\n{nested}\n"})

    assert len(read_all(FORMAT, tree).gaps) == 1


def test_helm_charts_in_a_kustomization_are_a_gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_program(tmp_path / "bin", "kubectl", f"touch {tmp_path}/ran", monkeypatch)
    tree = plant(tmp_path / "tree", {"kustomization.yaml": "\nhelmCharts:\n  - {name: a, repo: 'https://a'}\n"})

    reading = read_all(FORMAT, tree)

    assert [(gap.line, "--enable-helm" in gap.why) for gap in reading.gaps] == [(2, True)]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"kustomization.yaml": "resources: ["}, "not valid YAML"),
        ({"kustomization.yaml": ""}, "empty"),
        ({"kustomization.yaml": "- a"}, "empty"),
        ({"kustomization.yaml": "resources: []", "Kustomization": "resources: []"}, "2 kustomization files"),
    ],
)
def test_a_kustomization_that_cannot_be_read_is_a_gap(
    files: dict[str, str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_program(tmp_path / "bin", "kubectl", "exit 1", monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", files))

    assert [why in gap.why for gap in reading.gaps] == [True]


def test_kubectl_sees_copies_in_an_environment_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2")
    monkeypatch.setenv("HOME", "/home/of/somebody")
    plant_program(tmp_path / "bin", "kubectl", f'env > {tmp_path}/env; echo "$@" > {tmp_path}/args; pwd', monkeypatch)

    read_all(FORMAT, plant(tmp_path / "tree", SHOP))

    environment = (tmp_path / "env").read_text()
    assert "hunter2" not in environment
    assert "/home/of/somebody" not in environment
    assert "GIT_ALLOW_PROTOCOL=none" in environment
    assert str(tmp_path / "tree") not in environment
    assert (tmp_path / "args").read_text() == "kustomize ours\n"


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exec sleep 30", "longer than"),
        ("echo 'Error: \033[31mno\007' >&2; exit 3", "no."),
        ("exit 3", "code 3"),
        ("printf '\\377\\376\\000'", "not text"),
        ("yes | head -c 200000", "more than"),
    ],
)
def test_a_renderer_that_fails_is_a_gap(script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bartizan.collect.iac.kubernetes.rendering.TIMEOUT", 0.5)
    monkeypatch.setattr("bartizan.collect.iac.kubernetes.rendering.OUTPUT", 100_000)
    plant_program(tmp_path / "bin", "kubectl", script, monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", SHOP))

    assert [why in gap.why for gap in reading.gaps] == [True]
    assert "\033" not in reading.gaps[0].why
    assert list(by_address(reading)) == ["default/Deployment/web"]


def test_a_place_that_kubectl_makes_up_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = DEPLOYMENT.replace(
        "  name: web\n", f'  name: web\n  annotations: {{{ORIGIN}: "path: ../../etc/passwd"}}\n', 1
    )
    (tmp_path / "rendered.yaml").write_text(rendered)
    plant_program(tmp_path / "bin", "kubectl", f"cat {tmp_path}/rendered.yaml", monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", SHOP))

    assert [each.place.file for each in reading.resources] == ["prod/kustomization.yaml"]


def test_a_unit_names_the_program_it_depends_on() -> None:
    assert kustomize.FORMAT.programs == ("kubectl",)
