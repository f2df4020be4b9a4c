"""`bartizan data`: fetched from a mirror, told, checked and carried, with real exports where they are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bartizan.cli.main import root
from tests.collect.advisories.mirror import Mirror, record, serving, zipped

SHARED = Path("/work/shared/data")


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    with serving(Mirror()) as served:
        yield served


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "advisories.db"


def data(*words: str) -> Result:
    return CliRunner().invoke(root, ["data", *words])


def update(mirror: Mirror, file: Path, *words: str) -> Result:
    return data("update", *words, "--data", str(file), "--osv", mirror.address, "--kev", "", "--epss", "")


def test_update_info_and_verify_tell_the_same_as_json(mirror: Mirror, file: Path) -> None:
    mirror.put("PyPI", zipped(record("PYSEC-1"), bad="{"))

    updated = update(mirror, file, "--json")
    told = data("info", "--data", str(file), "--json")
    verified = data("verify", "--data", str(file), "--json")

    assert [result.exit_code for result in (updated, told, verified)] == [0, 0, 0]
    (outcome,) = json.loads(updated.stdout)
    assert (outcome["name"], outcome["state"], outcome["records"], outcome["bad"]) == ("PyPI", "new", 1, 1)
    info = json.loads(told.stdout)
    assert [(each["name"], each["records"]) for each in info["ecosystems"]] == [("PyPI", 1)]
    assert not info["stale"]
    assert json.loads(verified.stdout) == {"PyPI": True}


def test_a_source_that_fails_is_told_and_the_exit_code_is_three(mirror: Mirror, file: Path) -> None:
    mirror.put("PyPI", zipped(record("PYSEC-1")))
    mirror.put("npm", b"no zip at all")

    result = update(mirror, file)

    assert result.exit_code == 3
    assert "PyPI: updated, 1 records" in result.stdout
    assert "npm: failed" in result.stdout
    assert "cut short or damaged" in result.stderr


def test_without_data_the_next_step_is_told(file: Path) -> None:
    result = data("info", "--data", str(file))

    assert result.exit_code == 1
    assert "bartizan data update" in result.output


def test_changed_data_fails_the_check(mirror: Mirror, file: Path) -> None:
    import sqlite3

    mirror.put("PyPI", zipped(record("PYSEC-1")))
    update(mirror, file)
    connection = sqlite3.connect(file)
    connection.execute("UPDATE package SET name = 'other'")
    connection.commit()
    connection.close()

    result = data("verify", "--data", str(file))

    assert result.exit_code == 1
    assert "PyPI: CHANGED" in result.stdout


def test_data_is_carried_to_a_machine_without_network(mirror: Mirror, file: Path, tmp_path: Path) -> None:
    mirror.put("PyPI", zipped(record("PYSEC-1")))
    update(mirror, file)
    carried, there = tmp_path / "carried", tmp_path / "there" / "advisories.db"

    exported = data("export", str(carried), "--data", str(file))
    imported = data("import", str(carried), "--data", str(there))

    assert (exported.exit_code, imported.exit_code) == (0, 0)
    assert there.read_bytes() == file.read_bytes()


@pytest.mark.skipif(not (SHARED / "osv").is_dir(), reason="the shared OSV exports are not on this machine")
def test_real_exports_are_fetched_and_told(mirror: Mirror, file: Path) -> None:
    for ecosystem in ("PyPI", "Go", "Alpine"):
        mirror.put(ecosystem, (SHARED / "osv" / ecosystem / "all.zip").read_bytes())
    mirror.files["/kev"] = (SHARED / "kev" / "known_exploited_vulnerabilities.json").read_bytes()

    result = data(
        "update", "--data", str(file), "--osv", mirror.address, "--kev", f"{mirror.address}/kev", "--epss", ""
    )

    assert result.exit_code == 0
    info = json.loads(data("info", "--data", str(file), "--json").stdout)
    counts = {each["name"]: each["records"] for each in info["ecosystems"]}
    assert counts == {"PyPI": 2651, "Go": 4274, "Alpine": 2438, "KEV": 1404}
