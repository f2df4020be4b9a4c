"""What is read of Compose files: services in one form, files laid over each other, and what is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.iac.compose import FORMAT
from bartizan.collect.iac.compose.variables import BadVariable, interpolate
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree
from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.planting import by_address, plant, read_all

WEB = "services:\n  web:\n    image: nginx\n"


def read(tmp_path: Path, text: str) -> Reading:
    return read_all(FORMAT, plant(tmp_path, {"compose.yaml": text}))


def service(tmp_path: Path, text: str) -> Resource:
    reading = read(tmp_path, text)
    assert reading.gaps == []
    return by_address(reading)["services.web"]


def units(tree: Tree) -> dict[str, tuple[str, ...]]:
    return {unit.root: unit.files for unit in FORMAT.units(tree)}


def is_unknown(value: Any) -> bool:
    return isinstance(value, Unknown)


def test_sections_are_resources_with_their_places(tmp_path: Path) -> None:
    text = WEB + "networks: {front: }\nvolumes: {db: {driver: local}}\nsecrets: {key: {file: ./key}}\nx-a: {b: c}\n"

    reading = read(tmp_path, text)

    assert reading.gaps == []
    assert [(each.type, each.address) for each in reading.resources] == [
        ("compose/service", "services.web"),
        ("compose/network", "networks.front"),
        ("compose/volume", "volumes.db"),
        ("compose/secret", "secrets.key"),
    ]
    web = reading.resources[0]
    assert (web.place.file, web.place.line, web.place.column) == ("compose.yaml", 2, 3)
    assert web.locate("image").line == 3
    assert reading.resources[1].value == {}


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [
        ("compose.yml", "", True),
        ("docker-compose.yml", "", True),
        ("docker-compose.prod.yaml", WEB, True),
        ("docker-compose-ci.yml", WEB, True),
        ("compose.dev.yaml", WEB, True),
        ("app.compose.yml", WEB, True),
        ("docker-compose.prod.yaml", "a: b\n", False),
        ("decompose.yml", WEB, False),
        ("compose.json", WEB, False),
        ("services.yml", WEB, False),
    ],
)
def test_files_are_recognised_by_name_and_sections(name: str, text: str, taken: bool, tmp_path: Path) -> None:
    assert units(plant(tmp_path, {f"a/{name}": text})) == ({f"a/{name}": (f"a/{name}",)} if taken else {})


def test_only_the_default_override_is_read_with_the_default_file(tmp_path: Path) -> None:
    names = ("docker-compose.yml", "docker-compose.override.yml", "docker-compose.prod.yml", "compose.test.yml")

    assert units(plant(tmp_path, dict.fromkeys(names, WEB))) == {
        "compose.test.yml": ("compose.test.yml",),
        "docker-compose.prod.yml": ("docker-compose.prod.yml",),
        "docker-compose.yml": ("docker-compose.override.yml", "docker-compose.yml"),
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a", "a"),
        ("$$A ${B:-c} ${D-e}", "$A c e"),
        ("${A:-${B:-c}}d", "cd"),
        ("${A:-}", ""),
        ("${A:-x:y}", "x:y"),
    ],
)
def test_a_variable_is_its_default(text: str, value: str) -> None:
    assert interpolate(text) == value


@pytest.mark.parametrize("text", ["$A", "${A}", "${A:?is needed}", "${A?}", "${A:+b}", "${A:-${B}}"])
def test_a_variable_without_a_default_is_unknown(text: str) -> None:
    assert is_unknown(interpolate(text))


def test_of_a_text_with_variables_the_rest_is_known() -> None:
    value = interpolate("http://${HOST}:${PORT:-80}/")

    assert isinstance(value, Composite)
    assert [part if isinstance(part, str) else "?" for part in value.parts] == ["http://", "?", ":80/"]


@pytest.mark.parametrize("text", ["${", "${A", "$(a)", "$1", "${A-${B}", "${-a}", "${A:-" * 30 + "}" * 30])
def test_what_compose_refuses_is_refused(text: str) -> None:
    with pytest.raises(BadVariable):
        interpolate(text)


@given(st.text(alphabet="${}:-?+A1 ", max_size=60))
def test_no_text_stops_interpolation(text: str) -> None:
    try:
        value = interpolate(text)
    except BadVariable:
        return
    assert isinstance(value, str | Unknown)


def test_a_text_that_compose_refuses_is_a_gap_and_stays(tmp_path: Path) -> None:
    reading = read(tmp_path, WEB + "    command: echo $(date)\n")

    assert by_address(reading)["services.web"].value["command"] == "echo $(date)"
    assert [(gap.line, "$$" in gap.why) for gap in reading.gaps] == [(4, True)]


def test_values_of_env_files_are_not_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TAG=hunter2\n")

    web = service(tmp_path, "services: {web: {image: 'nginx:${TAG}', env_file: .env}}\n")

    assert "hunter2" not in repr(web)
    assert is_unknown(web.value["image"])
    assert web.value["env_file"] == [{"path": ".env", "required": True}]


@pytest.mark.parametrize(
    ("written", "ports"),
    [
        ("80", [(None, None, 80, "tcp")]),
        ("'8080:80'", [(None, 8080, 80, "tcp")]),
        ("'127.0.0.1:8080:80/udp'", [("127.0.0.1", 8080, 80, "udp")]),
        ("'127.0.0.1::80'", [("127.0.0.1", None, 80, "tcp")]),
        ("'[::1]:8080:80'", [("::1", 8080, 80, "tcp")]),
        ("'3000-3001:4000-4001'", [(None, 3000, 4000, "tcp"), (None, 3001, 4001, "tcp")]),
        ("'3000-3001'", [(None, None, 3000, "tcp"), (None, None, 3001, "tcp")]),
        ("'8000-9000:80'", [(None, "8000-9000", 80, "tcp")]),
        ("'10000-20000:10000-20000'", [(None, "10000-20000", "10000-20000", "tcp")]),
        ("'${P:-9000}:80'", [(None, 9000, 80, "tcp")]),
        ("{target: 80, published: '8080', host_ip: '::1', mode: host}", [("::1", 8080, 80, "tcp")]),
        ("{target: 80}", [(None, None, 80, "tcp")]),
    ],
)
def test_ports_have_one_form(written: str, ports: list[tuple[Any, ...]], tmp_path: Path) -> None:
    web = service(tmp_path, f"{WEB}    ports: [{written}]\n")

    found = [tuple(each[key] for key in ("host_ip", "published", "target", "protocol")) for each in web.value["ports"]]
    assert found == ports


def test_a_variable_before_a_port_may_hold_an_address_too(tmp_path: Path) -> None:
    web = service(tmp_path, WEB + "    ports: ['${PORT}:80', '$ALL', 'a:80']\n")

    first, second, third = web.value["ports"]
    assert [is_unknown(first["host_ip"]), is_unknown(first["published"]), first["target"]] == [True, True, 80]
    assert all(map(is_unknown, second.values()))
    assert is_unknown(third["published"])


def test_ports_of_a_range_are_found_where_the_range_is_written(tmp_path: Path) -> None:
    web = service(tmp_path, WEB + "    ports:\n      - 3000-3002:3000-3002\n      - 80:80\n")

    assert [web.locate(f"ports/{index}/published").line for index in range(4)] == [5, 5, 5, 6]


@pytest.mark.parametrize(
    ("written", "mount"),
    [
        ("/data", ("volume", None, "/data", False, None)),
        ("db:/data", ("volume", "db", "/data", False, None)),
        ("./a:/a:ro", ("bind", "./a", "/a", True, None)),
        ("~/a:/a:ro,z", ("bind", "~/a", "/a", True, None)),
        ("/var/../etc/:/a:rw,rshared", ("bind", "/etc", "/a", False, "rshared")),
        ("//:/host", ("bind", "/", "/host", False, None)),
        (r"C:\a:/a:ro", ("bind", r"C:\a", "/a", True, None)),
        ("${A:-./b}:/a", ("bind", "./b", "/a", False, None)),
        (
            "{type: bind, source: /etc, target: /a, read_only: true, bind: {propagation: shared}}",
            ("bind", "/etc", "/a", True, "shared"),
        ),
        ("{type: tmpfs, target: /a}", ("tmpfs", None, "/a", False, None)),
    ],
)
def test_mounts_have_one_form(written: str, mount: tuple[Any, ...], tmp_path: Path) -> None:
    web = service(tmp_path, f"{WEB}    volumes:\n      - {written}\n")

    keys = ("type", "source", "target", "read_only", "propagation")
    assert tuple(web.value["volumes"][0][key] for key in keys) == mount


def test_mounts_with_variables_are_unknown_where_they_are(tmp_path: Path) -> None:
    web = service(tmp_path, WEB + "    volumes: ['$A:/a', '${B}/x:/b', './c:$C', './d:/d:$MODE', '$E']\n")

    a, b, c, d, e = web.value["volumes"]
    assert [is_unknown(a["type"]), a["target"], a["read_only"]] == [True, "/a", False]
    assert [b["type"], is_unknown(b["source"])] == ["bind", True]
    assert [c["type"], is_unknown(c["target"]), is_unknown(c["read_only"])] == ["bind", True, True]
    assert is_unknown(d["read_only"])
    assert all(map(is_unknown, e.values()))


def test_the_environment_keeps_no_secret(tmp_path: Path) -> None:
    text = """\
    environment:
      LEVEL: debug
      DB_PASSWORD: hunter2
      API_KEY: ${API_KEY}
      TOKEN: ${TOKEN:-hunter2}
      AUTH_TOKEN: hunter2${SUFFIX}
      PASSWORD_FILE: /run/secrets/db
      ALLOW_EMPTY_PASSWORD: "yes"
      DATABASE: postgres://shop:hunter2@db/shop
      HOST_ONLY: http://${HOST}/
      SHELL_GIVEN:
      EMPTY_SECRET: ""
"""
    web = service(tmp_path, WEB + text)

    environment = web.value["environment"]
    assert "hunter2" not in repr(web)
    literal = [name for name, entry in environment.items() if entry["literal"]]
    assert literal == ["LEVEL", "DB_PASSWORD", "TOKEN", "PASSWORD_FILE", "ALLOW_EMPTY_PASSWORD", "DATABASE"]
    assert [environment[name]["value"] for name in literal] == ["debug", None, None, "/run/secrets/db", "yes", None]
    unknown = [name for name, entry in environment.items() if is_unknown(entry["value"])]
    assert unknown == ["API_KEY", "AUTH_TOKEN", "HOST_ONLY", "SHELL_GIVEN"]
    secret = [name for name, entry in environment.items() if entry["secret"] and entry["like"] == "text"]
    assert secret == ["DB_PASSWORD", "TOKEN", "DATABASE"]


def test_the_environment_may_be_a_list(tmp_path: Path) -> None:
    web = service(tmp_path, WEB + "    environment:\n      - A=b=c\n      - TOKEN=hunter2\n      - GIVEN\n")

    environment = web.value["environment"]
    assert environment["A"]["value"] == "b=c"
    assert environment["TOKEN"] == {"literal": True, "value": None, "secret": True, "like": "text"}
    assert is_unknown(environment["GIVEN"]["value"])
    assert web.locate("environment/TOKEN").line == 6


def test_other_short_forms_are_made_long(tmp_path: Path) -> None:
    text = """\
services:
  web:
    build: ./web
    privileged: ${PRIVILEGED:-true}
    pids_limit: "100"
    user: 1000
    networks: [front]
    depends_on: [db]
    secrets: [key]
    labels: [a=b]
    dns: 1.1.1.1
    devices: ["/dev/mem:/dev/m:r", "/dev/fuse"]
    x-own: true
  api:
    build: {context: api, args: {TOKEN: hunter2, A: }}
"""
    reading = read(tmp_path, text)

    web, api = (by_address(reading)[f"services.{name}"].value for name in ("web", "api"))
    assert web == {
        "build": {"context": "./web", "dockerfile": None, "args": []},
        "privileged": True,
        "pids_limit": 100,
        "user": "1000",
        "networks": {"front": {}},
        "depends_on": {"db": {"condition": "service_started"}},
        "secrets": [{"source": "key", "target": None}],
        "labels": {"a": "b"},
        "dns": ["1.1.1.1"],
        "devices": [
            {"source": "/dev/mem", "target": "/dev/m", "permissions": "r"},
            {"source": "/dev/fuse", "target": "/dev/fuse", "permissions": "rwm"},
        ],
    }
    assert api == {"build": {"context": "api", "dockerfile": None, "args": ["TOKEN", "A"]}}


def test_contents_of_secrets_are_not_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, "secrets: {a: {content: hunter2}}\nconfigs: {b: {content: hunter2, x-a: 1}}\n")

    assert "hunter2" not in repr(reading)
    assert [each.type for each in reading.resources] == ["compose/secret", "compose/config"]
