"""What an image tells of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.image.about import config
from bartizan.collect.image.about.history import added_from_network, base_layers, secret_written, steps
from bartizan.collect.image.container_image import FORMAT
from bartizan.collect.resource import Resource
from bartizan.core.truth import Unknown
from tests.collect.image.making import digest, file, layer, layout, opened

HEX = "0" * 64
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def resource(tmp_path: Path, given: dict[str, Any], *files: Any) -> Resource:
    """Return the resource of an image of one layer."""
    with opened(layout(tmp_path / "image", layer(*files), config=given).root, wants=FORMAT.wants) as tree:
        [unit] = FORMAT.units(tree)
        [found] = FORMAT.read(unit, tree).resources
        return found


def history(*texts: str) -> dict[str, Any]:
    """Return a history; a text that begins with `-` is of a step without a layer."""
    return {"history": [{"created_by": text.removeprefix("-"), "empty_layer": text[0] == "-"} for text in texts]}


@pytest.mark.parametrize(
    ("user", "root"),
    [(None, True), ("", True), ("root", True), ("0", True), ("0:0", True), ("root:app", True), ("00", True),
     ("1000", False), ("1000:0", False), ("app", False), ("toor", True)],
)  # fmt: skip
def test_it_is_told_whether_it_runs_as_root(user: str | None, root: bool, tmp_path: Path) -> None:
    passwd = file("etc/passwd", "root:x:0:0::/:\napp:x:100:0::/:\ntoor:x:0:0::/:\nbroken\n")

    assert resource(tmp_path, {"config": {"User": user}}, passwd).value["runs_as_root"] is root


@pytest.mark.parametrize("files", [[], [file("etc/passwd", "root:x:0:0::/:\n")], [file("etc/passwd", b"\0\xff")]])
def test_a_user_whose_number_is_not_known_may_be_root(files: list[Any], tmp_path: Path) -> None:
    assert isinstance(resource(tmp_path, {"config": {"User": "app"}}, *files).value["runs_as_root"], Unknown)


def test_secrets_are_told_by_name_and_kept_nowhere(tmp_path: Path) -> None:
    env = ["DB_PASSWORD=correct-horse", "PATH=/bin", "SECRET_FILE=/run/x", "BROKEN"]
    found = resource(tmp_path, {"config": {"Env": env}, **history("RUN echo API_TOKEN=correct-horse > /x")})

    assert found.value["secret_environment"] == ["DB_PASSWORD"]
    assert found.value["secret_history"] is True
    assert "correct-horse" not in repr(found)


def test_files_are_told_by_their_modes(tmp_path: Path) -> None:
    files = (file("usr/bin/su", mode=0o4755), file("usr/bin/wall", mode=0o2755), file("lock", mode=0o2644),
             file("etc/app.conf", mode=0o666), file("run", mode=0o777), file("tmp/x", mode=0o666))  # fmt: skip
    found = resource(tmp_path, {}, *files)

    assert found.value["setuid_files"] == ["/usr/bin/su", "/usr/bin/wall"]
    assert found.value["writable_files"] == ["/etc/app.conf", "/run"]


def test_what_was_not_read_is_unknown(tmp_path: Path) -> None:
    made = layout(tmp_path / "image", layer(file("a")), layer(file("usr/bin/su", mode=0o4755)))
    (made.root / "blobs" / "sha256" / digest(layer(file("a")))[7:]).write_bytes(b"")
    with opened(made.root) as tree:
        [found] = FORMAT.read(next(iter(FORMAT.units(tree))), tree).resources

    assert isinstance(found.value["ssh_server"], Unknown)
    assert found.value["setuid_files"][0] == "/usr/bin/su"
    assert isinstance(found.value["setuid_files"][1], Unknown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADD https://x.example/a /a # buildkit", True),
        ("ADD --chown=1 git@x.example:a/b /a", True),
        (f"/bin/sh -c #(nop) ADD file:{HEX} in / ", False),
        (f"/bin/sh -c #(nop) ADD dir:{HEX} in / ", False),
        (f"/bin/sh -c #(nop) ADD {HEX} in /usr/bin/ ", True),
        ("ADD rootfs.tar.xz / # buildkit", False),
        ("COPY https://x.example /a", False),
        ("RUN curl https://x.example", False),
    ],
)
def test_it_is_told_whether_add_fetched_something(text: str, expected: bool) -> None:
    assert added_from_network(steps(history(text)), 1) is expected


def test_what_the_history_does_not_tell_is_unknown() -> None:
    assert isinstance(added_from_network((), 1), Unknown)
    assert isinstance(secret_written((), 1), Unknown)
    assert isinstance(secret_written(steps(history("RUN a")), 2), Unknown)
    assert isinstance(added_from_network(steps(history(f"/bin/sh -c #(nop) ADD multi:{HEX} in / ")), 1), Unknown)
    assert secret_written((), 0) is False


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["ADD a /", '-CMD ["bash"]', "RUN b", "COPY c"], 1),
        (["ADD a /", '-CMD ["bash"]', "RUN b", '-CMD ["python3"]', "COPY c", '-CMD ["app"]'], 2),
        (["ADD a /", '-/bin/sh -c #(nop)  CMD ["bash"]', "RUN b"], 1),
        (["ADD a /", '-ENTRYPOINT ["x"]', "-ENV a=b", "RUN b"], 1),
        (["ADD a /", '-CMD ["bash"]'], None),
        (["RUN a", "RUN b"], None),
        ([], None),
    ],
)
def test_a_base_ends_where_it_says_what_to_run(texts: list[str], count: int | None) -> None:
    layers = sum(text[0] != "-" for text in texts) or 3

    assert base_layers(steps(history(*texts)), layers) == count


def test_a_history_of_other_layers_tells_no_base() -> None:
    assert base_layers(steps(history("ADD a /", '-CMD ["bash"]', "RUN b")), 3) is None


@given(JSON, JSON)
def test_a_configuration_of_any_shape_is_read(inner: Any, outer: Any) -> None:
    for told in ({"config": inner, "history": outer, "created": inner}, outer if isinstance(outer, dict) else {}):
        assert isinstance(config.ports(told), list)
        assert isinstance(config.secret_environment(told), list)
        assert config.health_checked(told) in (True, False)
        assert isinstance(config.labels(told), dict)
        assert isinstance(config.user(told), str | None)
        assert isinstance(config.created(told), str | None)
        found = steps(told)
        assert isinstance(secret_written(found, 1), bool | Unknown)
        assert isinstance(added_from_network(found, 1), bool | Unknown)
        assert isinstance(base_layers(found, 1), int | None)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-01-02T03:04:05.678Z", "2026-01-02"), ("0001-01-01T00:00:00Z", None), ("", None), (None, None), (5, None)],
)
def test_the_day_it_was_built_is_told(text: object, day: str | None) -> None:
    assert config.created({"created": text}) == day


def test_ranges_of_ports_are_all_their_ports() -> None:
    assert config.ports({"config": {"ExposedPorts": {"80/tcp": {}, "8000-8002": {}, "x": {}, "9-8": {}}}}) == [
        80,
        8000,
        8001,
        8002,
    ]
