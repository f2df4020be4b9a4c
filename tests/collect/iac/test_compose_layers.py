"""Compose files laid over each other: overrides, includes, extended services, parts of services, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.format import Unit
from bartizan.collect.iac.compose import FORMAT
from bartizan.collect.resource import Resource
from bartizan.collect.tree import Tree, walk
from bartizan.core.truth import Partial, Unknown
from tests.collect.iac.planting import by_address, plant, read_all

BASE = """\
services:
  web:
    image: nginx
    privileged: false
    command: [a]
    ports: ["80:80"]
    volumes: ["./a:/data", "db:/db"]
    environment: {A: a, B: b}
    cap_add: [NET_ADMIN]
    labels: [x=1]
    logging: {driver: json-file, options: {max-size: 1m}}
"""


def web_of(tree: Tree) -> Resource:
    reading = read_all(FORMAT, tree)
    assert reading.gaps == []
    return by_address(reading)["services.web"]


def test_an_override_is_merged_as_compose_does(tmp_path: Path) -> None:
    over = """\
services:
  web:
    privileged: true
    command: [b]
    ports: ["81:81", "80:80"]
    volumes: ["./b:/data:ro"]
    environment: [B=c]
    cap_add: [SYS_ADMIN, NET_ADMIN]
    labels: {y: 2}
    logging: {driver: syslog}
    user: "1"
"""
    web = web_of(plant(tmp_path, {"docker-compose.yml": BASE, "docker-compose.override.yml": over}))

    value = web.value
    assert (value["image"], value["privileged"], value["command"], value["user"]) == ("nginx", True, ["b"], "1")
    assert [each["published"] for each in value["ports"]] == [80, 81]
    assert [(each["source"], each["target"], each["read_only"]) for each in value["volumes"]] == [
        ("./b", "/data", True),
        ("db", "/db", False),
    ]
    assert {name: entry["value"] for name, entry in value["environment"].items()} == {"A": "a", "B": "c"}
    assert value["cap_add"] == ["NET_ADMIN", "SYS_ADMIN"]
    assert value["labels"] == {"x": "1", "y": "2"}
    assert value["logging"] == {"driver": "syslog"}
    assert str(web.place) == "docker-compose.yml:2:3"
    assert web.locate("privileged") == web.place
    assert web.locate("image").line == 3


def test_reset_removes_and_override_replaces(tmp_path: Path) -> None:
    over = """\
services:
  web:
    privileged: !reset null
    ports: !override ["81:81"]
    environment: {A: !reset null}
  gone: !reset null
"""
    web = web_of(plant(tmp_path, {"compose.yaml": BASE, "compose.override.yaml": over}))

    assert "privileged" not in web.value
    assert [each["published"] for each in web.value["ports"]] == [81]
    assert list(web.value["environment"]) == ["B"]


def test_reset_and_override_mean_nothing_in_a_first_file(tmp_path: Path) -> None:
    web = web_of(plant(tmp_path, {"compose.yaml": "services: {web: {image: !override a, user: !reset b}}\n"}))

    assert web.value == {"image": "a"}


def test_a_service_has_what_it_extends(tmp_path: Path) -> None:
    text = BASE + "  api: {extends: web, ports: ['90:90'], image: api}\n"

    found = by_address(read_all(FORMAT, plant(tmp_path, {"compose.yaml": text})))

    api = found["services.api"]
    assert [each["published"] for each in api.value["ports"]] == [80, 90]
    assert (api.value["image"], "extends" in api.value) == ("api", False)
    assert [api.locate("ports/0").line, api.locate("ports/1").line, api.locate("cap_add").line] == [6, 12, 9]


def test_a_service_of_another_file_is_extended_with_its_paths(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "app/compose.yaml": "services:\n  web:\n    extends: {file: ../lib/base.yml, service: b}\n    user: a\n",
            "lib/base.yml": "services: {b: {build: ./web, extends: {file: more.yml, service: c}}}\n",
            "lib/more.yml": "services: {c: {privileged: true}}\n",
        },
    )
    units = list(FORMAT.units(tree))

    reading = FORMAT.read(units[0], tree)

    assert reading.gaps == []
    web = reading.resources[0]
    assert web.value["build"]["context"] == "../lib/web"
    assert (web.value["privileged"], web.value["user"]) == (True, "a")
    assert str(web.locate("privileged")) == "app/compose.yaml:2:3"
    assert reading.also == ("lib/base.yml", "lib/more.yml")


@pytest.mark.parametrize(
    "extends",
    ["nothing", "web", "{service: web, file: gone.yml}", "{service: web, file: ../../etc.yml}", "{file: a}", "[a]"],
)
def test_what_is_extended_and_not_found_leaves_the_rest_unknown(extends: str, tmp_path: Path) -> None:
    text = f"services:\n  web:\n    extends: {extends}\n    image: a\n    cap_add: [A]\n"

    reading = read_all(FORMAT, plant(tmp_path, {"compose.yaml": text}))

    web = reading.resources[0]
    assert [(gap.line, "unknown" in gap.why) for gap in reading.gaps] == [(3, True)]
    assert web.value["image"] == "a"
    assert isinstance(web.value["privileged"], Unknown)
    assert isinstance(web.value["cap_add"], Partial)
    assert web.value["cap_add"].known == ("A",)


def test_services_that_extend_each_other_are_gaps(tmp_path: Path) -> None:
    text = "services: {a: {image: a, extends: b}, b: {image: b, extends: a}}\n"

    reading = read_all(FORMAT, plant(tmp_path, {"compose.yaml": text}))

    assert [resource.value["image"] for resource in reading.resources] == ["a", "b"]
    assert isinstance(reading.resources[0].value["privileged"], Unknown)
    assert len(reading.gaps) == 1


def test_a_very_long_row_of_extended_services_is_cut(tmp_path: Path) -> None:
    rows = "".join(f"  s{n}: {{image: a, extends: s{n + 1}}}\n" for n in range(2_000))

    reading = read_all(FORMAT, plant(tmp_path, {"compose.yaml": f"services:\n{rows}  s2000: {{image: a}}\n"}))

    assert len(reading.resources) == 2_001
    assert reading.gaps != []


def test_included_files_are_part_of_the_project(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "compose.yaml": "include:\n  - db/compose.yaml\n  - path: [a.yaml, b.yaml]\n" + BASE,
            "db/compose.yaml": "services: {db: {image: postgres}}\n",
            "a.yaml": "services: {a: {image: a}}\n",
            "b.yaml": "services: {a: {user: b}}\n",
        },
    )

    reading = read_all(FORMAT, tree)

    assert [unit.root for unit in FORMAT.units(tree)] == ["compose.yaml"]
    assert reading.gaps == []
    found = by_address(reading)
    assert sorted(found) == ["services.a", "services.db", "services.web"]
    assert found["services.db"].place.file == "db/compose.yaml"
    assert found["services.a"].value == {"image": "a", "user": "b"}


def test_an_include_from_elsewhere_is_a_gap(tmp_path: Path) -> None:
    text = "include:\n  - oci://docker.io/a/b\n  - ../out.yaml\n" + BASE

    reading = read_all(FORMAT, plant(tmp_path, {"compose.yaml": text}))

    assert [(gap.line, "not fetched" in gap.why) for gap in reading.gaps] == [(2, True), (3, True)]


def test_files_that_include_each_other_are_read_once(tmp_path: Path) -> None:
    tree = plant(
        tmp_path,
        {
            "a/compose.yaml": f"include: [../b/compose.yaml]\n{BASE}",
            "b/compose.yaml": "include: [../a/compose.yaml]\nservices: {db: {image: a}}\n",
        },
    )

    reading = FORMAT.read(Unit("compose", "a/compose.yaml", ("a/compose.yaml",)), tree)

    assert sorted(by_address(reading)) == ["services.db", "services.web"]


def test_a_part_of_a_service_is_read_with_the_file_beside_it(tmp_path: Path) -> None:
    part = "services:\n  web: {privileged: true}\n"
    tree = plant(tmp_path, {"compose.yaml": BASE, "compose.prod.yaml": part})

    reading = read_all(FORMAT, tree)

    prod = next(each for each in reading.resources if each.place.file == "compose.prod.yaml")
    assert (prod.value["image"], prod.value["privileged"]) == ("nginx", True)
    assert reading.gaps == []


def test_a_part_of_a_service_alone_is_unknown_in_the_rest(tmp_path: Path) -> None:
    reading = read_all(FORMAT, plant(tmp_path, {"compose.prod.yaml": "services:\n  web: {privileged: true}\n"}))

    web = reading.resources[0]
    assert web.value["privileged"] is True
    assert isinstance(web.value["read_only"], Unknown)
    assert ["no image and no build" in gap.why for gap in reading.gaps] == [True]


def test_the_first_version_of_the_format_has_its_services_at_the_top(tmp_path: Path) -> None:
    web = web_of(plant(tmp_path, {"docker-compose.yml": "web:\n  image: a\n  privileged: true\n"}))

    assert (web.value["privileged"], web.locate("privileged").line) == (True, 3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("services: [", "not valid YAML"),
        ("services:\n  web:\n    image: {{ image }}\n", "template"),
        ("- a\n", "no mapping"),
        ("services: [a]\n", "no mapping"),
        ("services: {web: nginx}\n", "no mapping"),
        ("services: {web: }\n", "no mapping"),
        ("services: {web: {image: a, image: b}}\n", "given twice"),
    ],
)
def test_a_broken_file_is_a_gap(text: str, why: str, tmp_path: Path) -> None:
    reading = read_all(FORMAT, plant(tmp_path, {"compose.yaml": text}))

    assert [why in gap.why for gap in reading.gaps] == [True]
    assert reading.gaps[0].line >= 1


def test_a_file_that_cannot_be_read_is_a_gap(tmp_path: Path) -> None:
    plant(tmp_path, {"a/compose.yaml": BASE + "#" * 2_000, "b/compose.yaml": b"services: \xff"})

    reading = read_all(FORMAT, walk(tmp_path, limit=1_000))

    assert [gap.file for gap in reading.gaps] == ["a/compose.yaml", "b/compose.yaml"]


WORDS = st.sampled_from(
    ["a", "80:80", "$A", "${A:-b}", "!reset null", "!override [a]", "[a, b]", "{a: b}", "", "1", "'a:b:c:d'", "true"]
)
KEYS = st.sampled_from(
    ["image", "ports", "volumes", "environment", "build", "extends", "networks", "labels", "devices", "secrets", "x-a"]
)


SERVICE = st.lists(st.tuples(KEYS, WORDS), max_size=6).map(
    lambda entries: "services:\n  web:\n" + "".join(f"    {key}: {word}\n" for key, word in entries)
)


@given(first=SERVICE, second=SERVICE)
def test_no_values_stop_the_reader(first: str, second: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("compose")
    tree = plant(root, {"compose.yaml": first, "compose.override.yaml": second})

    reading = read_all(FORMAT, tree)

    assert all(gap.why.endswith(".") for gap in reading.gaps)
    assert all(resource.locate("ports/0/target").line >= 1 for resource in reading.resources)
