"""The data is carried in one file, which is used only when it is as it was written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bartizan.collect.advisories.build import Building, Fetched
from bartizan.collect.advisories.errors import AdvisoryError, Damaged
from bartizan.collect.advisories.exchange import export, import_
from bartizan.collect.advisories.scope import Scope
from bartizan.collect.advisories.store import Store
from tests.collect.advisories.mirror import record, zipped


def build(file: Path, *ids: str) -> None:
    file.parent.mkdir(exist_ok=True)
    archive = file.with_suffix(".zip")
    archive.write_bytes(zipped(*(record(id) for id in ids)))
    building = Building(file, None)
    fetched = Fetched(name="PyPI", path=archive, url="", when="2026-01-01T00:00:00Z", size=1, sha256="")
    building.add(fetched, lambda _: None)
    building.finish()


def count(file: Path) -> int:
    with Store(file) as store:
        return len(store.entries(Scope("PyPI"), "lib"))


@pytest.fixture
def carried(file: Path, tmp_path: Path) -> Path:
    build(file, "PYSEC-1", "PYSEC-2")
    export(file, tmp_path / "carried")
    return tmp_path / "carried"


def test_what_is_exported_is_imported_as_it_was(carried: Path, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "advisories.db"

    import_(carried, other)

    assert other.read_bytes() == file.read_bytes()
    assert count(other) == 2


def test_a_file_cut_short_or_changed_leaves_the_data_alone(carried: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "advisories.db"
    build(other, "PYSEC-3")
    whole = carried.read_bytes()
    choose = random.Random(3)
    changed = [whole[:size] for size in (0, 10, 150, len(whole) // 2, len(whole) - 1)]
    for _ in range(20):
        bad = bytearray(whole)
        bad[choose.randrange(len(bad))] ^= 1 << choose.randrange(8)
        changed.append(bytes(bad))

    for body in changed:
        carried.write_bytes(body)
        with pytest.raises(AdvisoryError, match=r"copy it again|export it again"):
            import_(carried, other)
        assert count(other) == 1


def test_a_file_that_says_it_is_larger_than_it_is_is_refused(carried: Path, tmp_path: Path) -> None:
    head, _, body = carried.read_bytes().partition(b"\n")
    carried.write_bytes(head.replace(b'"size": ', b'"size": 1') + b"\n" + body)

    with pytest.raises(Damaged):
        import_(carried, tmp_path / "other" / "advisories.db")


def test_any_damage_to_the_data_is_an_error_and_never_an_answer_of_another_kind(file: Path) -> None:
    build(file, *(f"PYSEC-{n}" for n in range(200)))
    whole = file.read_bytes()
    choose = random.Random(5)
    noticed = 0

    for _ in range(60):
        bad = bytearray(whole)
        for _ in range(8):
            bad[choose.randrange(len(bad))] = choose.randrange(256)
        file.write_bytes(bad)
        try:
            with Store(file) as store:
                for entry in store.entries(Scope("PyPI"), "lib"):
                    store.advisory(entry.advisory)
                noticed += not all(right for _, right in store.verify())
        except AdvisoryError:
            noticed += 1

    assert noticed >= 55
