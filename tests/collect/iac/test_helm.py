"""What is read of Helm charts: through helm where it is there, and honestly where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.collect.iac.helm import FORMAT
from bartizan.collect.iac.kubernetes.templates import template_lines
from tests.collect.iac.planting import by_address, plant, plant_program, read_all

TEMPLATE = """\
{{- if .Values.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels:
    {{- include "web.labels" . | nindent 4 }}
spec:
  template:
    spec:
      hostNetwork: {{ .Values.host }}
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image }}"
          {{- with .Values.securityContext }}
          securityContext:
            {{- toYaml . | nindent 12 }}
          {{- end }}
{{- end }}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Values.first }}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Values.second }}
"""
RENDERED = """\
---
# Source: web/templates/web.yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: one
---
# Source: web/templates/web.yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: two
---
# Source: web/charts/db/templates/secret.yaml
apiVersion: v1
kind: Secret
metadata:
  name: db
stringData:
  password: hunter2
---
# Source: web/templates/web.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
spec:
  template:
    spec:
      hostNetwork: true
      containers:
        - name: web
          image: "nginx:1.25"
          securityContext:
            privileged: true
"""
CHART = {
    "charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
    "charts/web/values.yaml": "enabled: true\n",
    "charts/web/values.schema.json": '{"$ref": "http://localhost/"}',
    "charts/web/templates/web.yaml": TEMPLATE,
}


def plant_helm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str = "") -> None:
    (tmp_path / "rendered.yaml").write_text(RENDERED)
    script = f'{before}\necho "$@" >> {tmp_path}/args; find tree -type f | sort > {tmp_path}/seen; '
    plant_program(tmp_path / "bin", "helm", f"{script}cat {tmp_path}/rendered.yaml", monkeypatch)


def test_rendered_objects_are_placed_in_their_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_helm(tmp_path, monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", CHART))

    assert reading.gaps == []
    web = by_address(reading)["default/Deployment/web"]
    assert (web.place.file, web.place.line) == ("charts/web/templates/web.yaml", 2)
    lines = {
        path: web.locate(path).line
        for path in (
            "metadata/labels/app",
            "spec/template/spec/hostNetwork",
            "spec/template/spec/containers/0/image",
            "spec/template/spec/containers/0/securityContext/privileged",
        )
    }
    assert list(lines.values()) == [6, 11, 14, 16]
    assert web.locate("spec/template/spec/hostNetwork").column == 7


def test_documents_of_one_shape_are_placed_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_helm(tmp_path, monkeypatch)

    found = by_address(read_all(FORMAT, plant(tmp_path / "tree", CHART)))

    assert found["default/ServiceAccount/one"].locate("metadata/name").line == 24
    assert found["default/ServiceAccount/two"].locate("metadata/name").line == 29


def test_objects_of_packed_subcharts_are_placed_at_the_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_helm(tmp_path, monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", CHART))

    secret = by_address(reading)["default/Secret/db"]
    assert str(secret.place) == "charts/web/Chart.yaml:1:1"
    assert "hunter2" not in repr(secret)


def test_helm_gets_fixed_arguments_and_copies_without_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_helm(tmp_path, monkeypatch)

    read_all(FORMAT, plant(tmp_path / "tree", CHART))

    arguments = (tmp_path / "args").read_text()
    assert arguments == "template web tree/charts/web --skip-tests --skip-schema-validation\n"
    assert (tmp_path / "seen").read_text().split() == [
        "tree/charts/web/Chart.yaml",
        "tree/charts/web/templates/web.yaml",
        "tree/charts/web/values.yaml",
    ]


def test_an_older_helm_is_asked_without_the_flag_it_does_not_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = 'case "$*" in *--skip-schema*) echo "Error: unknown flag: --skip-schema-validation" >&2; exit 1;; esac'
    plant_helm(tmp_path, monkeypatch, before=refusal)

    reading = read_all(FORMAT, plant(tmp_path / "tree", CHART))

    assert reading.gaps == []
    assert len(reading.resources) == 4


def test_without_helm_one_gap_names_the_chart_and_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))

    reading = read_all(FORMAT, plant(tmp_path / "tree", CHART))

    assert reading.resources == []
    assert [gap.file for gap in reading.gaps] == ["charts/web/Chart.yaml"]
    assert "chart web is not rendered" in reading.gaps[0].why
    assert "`helm template web charts/web`" in reading.gaps[0].why


def test_a_subchart_is_part_of_its_chart_and_a_library_is_nothing(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "a/Chart.yaml": "name: a\n",
            "a/charts/b/Chart.yaml": "name: b\n",
            "charts/c/Chart.yaml": "name: c\ntype: library\n",
        },
    )

    units = {unit.root: unit for unit in FORMAT.units(tree)}

    assert list(units) == ["a/Chart.yaml", "charts/c/Chart.yaml"]
    assert units["a/Chart.yaml"].files == ("a/Chart.yaml", "a/charts/b/Chart.yaml")
    library = FORMAT.read(units["charts/c/Chart.yaml"], tree)
    assert (library.resources, library.gaps) == ([], [])


@pytest.mark.parametrize(
    ("file", "line"), [("charts/web/Chart.yaml", 4), ("charts/web/requirements.yaml", 3)], ids=["now", "before"]
)
def test_missing_dependencies_are_one_gap_and_the_rest_is_rendered(
    file: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_helm(tmp_path, monkeypatch, before=f"cat tree/{file} > {tmp_path}/given")
    needs = "dependencies:\n  - {name: here}\n  - {name: packed}\n  - {name: redis}\n  - {name: kafka}\n"
    own = {"charts/web/Chart.yaml": "name: web\n", "charts/web/charts/here/Chart.yaml": "name: here\n"}
    own |= {"charts/web/charts/packed-1.0.tgz": ""}
    tree = plant(tmp_path / "tree", {**CHART, **own, file: ("name: web\n" if line == 4 else "") + needs})

    reading = read_all(FORMAT, tree)

    assert len(reading.resources) == 4
    assert [(gap.file, gap.line) for gap in reading.gaps] == [(file, line + 1)]
    assert "kafka, redis" in reading.gaps[0].why
    assert "helm dependency build charts/web" in reading.gaps[0].why
    given = (tmp_path / "given").read_text()
    assert ["here" in given, "packed" in given, "redis" in given, "kafka" in given] == [True, True, False, False]


@pytest.mark.parametrize(
    ("chart", "why"),
    [("version: 1.0.0\n", "no name"), ("name: [\n", "not valid YAML"), ("", "no name"), ("- a\n", "no name")],
)
def test_a_chart_that_cannot_be_read_is_a_gap(
    chart: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant_helm(tmp_path, monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", {"Chart.yaml": chart}))

    assert [why in gap.why for gap in reading.gaps] == [True]
    assert not (tmp_path / "args").exists()


def test_what_helm_refuses_is_a_gap_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    message = "Error: execution error at (web/templates/web.yaml:2:4): a password is needed"
    plant_program(tmp_path / "bin", "helm", f"echo '{message}' >&2; exit 1", monkeypatch)

    reading = read_all(FORMAT, plant(tmp_path / "tree", CHART))

    assert ["a password is needed" in gap.why for gap in reading.gaps] == [True]


def test_a_name_that_looks_like_an_option_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_helm(tmp_path, monkeypatch)

    read_all(FORMAT, plant(tmp_path / "tree", {"Chart.yaml": "name: --post-renderer=/bin/sh\n"}))

    assert (tmp_path / "args").read_text().startswith("template post-renderer-bin-sh tree/ --skip-tests")


def test_the_body_of_a_loop_is_found_for_each_turn() -> None:
    template = ["{{- range .Values.names }}", "---", "kind: Pod", "metadata:", "  name: {{ . }}", "{{- end }}"]
    taken: set[int] = set()

    turns = [template_lines(["kind: Pod", "metadata:", f"  name: {name}"], template, taken) for name in "ab"]

    assert turns == [{1: 3, 2: 4, 3: 5}] * 2
