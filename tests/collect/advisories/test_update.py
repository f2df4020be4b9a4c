"""An update replaces all of the data or nothing; one source that cannot be had does not stop the others."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bartizan.collect.advisories.errors import Busy, Unfetched
from bartizan.collect.advisories.fetch import Patience
from bartizan.collect.advisories.scope import Scope
from bartizan.collect.advisories.store import Store
from bartizan.collect.advisories.swap import alone
from bartizan.collect.advisories.update import Mirrors, Outcome, update
from tests.collect.advisories.mirror import Fault, Mirror, affected, record, zipped

QUICK = Patience(connect=2, stall=0.4, tries=2, pause=0.01)
KEV = json.dumps(
    {"vulnerabilities": [{"cveID": "CVE-2024-1", "dueDate": "2024-02-01", "knownRansomwareCampaignUse": "Known"}]}
)
EPSS = gzip.compress(b"#model_version:v4,score_date:2026-01-01\ncve,epss,percentile\nCVE-2024-1,0.94358,0.999\n")
NPM = record("GHSA-1", affected=[affected("npm", "left", ("introduced", "0"), ("fixed", "1.2.3"))])


def run(mirror: Mirror, file: Path, *ecosystems: str) -> dict[str, Outcome]:
    mirrors = Mirrors(osv=mirror.address, kev=f"{mirror.address}/kev", epss=f"{mirror.address}/epss")
    return {each.name: each for each in update(file, mirrors, ecosystems, patience=QUICK)}


def states(outcomes: dict[str, Outcome]) -> dict[str, str]:
    return {name: each.state for name, each in outcomes.items()}


def found(file: Path, ecosystem: str, name: str) -> int:
    with Store(file) as store:
        return len(store.entries(Scope(ecosystem), name))


@pytest.fixture
def public(mirror: Mirror) -> Mirror:
    mirror.put("PyPI", zipped(record("PYSEC-1"), record("PYSEC-2")))
    mirror.put("npm", zipped(NPM))
    mirror.files |= {"/kev": KEV.encode(), "/epss": EPSS}
    return mirror


def test_everything_the_mirror_lists_is_fetched(public: Mirror, file: Path) -> None:
    outcomes = run(public, file)

    assert states(outcomes) == dict.fromkeys(("PyPI", "npm", "KEV", "EPSS"), "new")
    assert (found(file, "PyPI", "lib"), found(file, "npm", "left")) == (2, 1)
    with Store(file) as store:
        exploitation = store.exploitation("CVE-2024-1")
        assert exploitation is not None
        assert (exploitation.due, exploitation.ransomware) == ("2024-02-01", True)
        assert store.likelihood("CVE-2024-1") == pytest.approx(0.94358)
        assert store.likelihood("CVE-2024-2") is None
        assert all(right for _, right in store.verify())
    assert sorted(path.name for path in file.parent.iterdir()) == ["advisories.db", "advisories.db.lock"]


def test_what_did_not_change_is_not_fetched_again(public: Mirror, file: Path) -> None:
    run(public, file)
    public.put("npm", zipped(NPM, {**NPM, "id": "GHSA-2"}))

    outcomes = run(public, file)

    assert states(outcomes) == {"PyPI": "same", "npm": "new", "KEV": "same", "EPSS": "same"}
    assert (found(file, "PyPI", "lib"), found(file, "npm", "left")) == (2, 2)
    with Store(file) as store:
        assert all(right for _, right in store.verify())


def test_nothing_new_still_makes_the_data_fresh(public: Mirror, file: Path) -> None:
    run(public, file)
    with Store(file) as store:
        before = store.origins[0].fetched
    time.sleep(1.1)

    assert set(states(run(public, file)).values()) == {"same"}
    with Store(file) as store:
        assert store.origins[0].fetched > before
        assert all(right for _, right in store.verify())


def test_an_ecosystem_that_is_not_asked_for_stays(public: Mirror, file: Path) -> None:
    run(public, file)
    public.put("PyPI", zipped(record("PYSEC-3")))

    assert states(run(public, file, "PyPI"))["npm"] == "kept"
    assert (found(file, "PyPI", "lib"), found(file, "npm", "left")) == (1, 1)


def test_an_ecosystem_that_fails_keeps_what_it_had(public: Mirror, file: Path) -> None:
    run(public, file)
    public.put("npm", zipped(NPM, {**NPM, "id": "GHSA-2"}))
    public.faults["/PyPI/all.zip"] = [Fault(status=500)] * 5

    outcomes = run(public, file)

    assert (outcomes["PyPI"].state, outcomes["npm"].state) == ("old", "new")
    assert "500" in outcomes["PyPI"].why
    assert (found(file, "PyPI", "lib"), found(file, "npm", "left")) == (2, 2)


def test_an_archive_cut_in_half_keeps_what_there_was(public: Mirror, file: Path) -> None:
    run(public, file)
    whole = zipped(*(record(f"PYSEC-{n}") for n in range(50)))
    public.put("PyPI", whole[: len(whole) // 2])

    outcome = run(public, file)["PyPI"]

    assert outcome.state == "old"
    assert "cut short or damaged" in outcome.why
    assert found(file, "PyPI", "lib") == 2


def test_a_member_with_a_wrong_checksum_spoils_the_archive(public: Mirror, file: Path) -> None:
    run(public, file)
    damaged = bytearray(zipped(*(record(f"PYSEC-{n}") for n in range(50))))
    damaged[120] ^= 255
    public.put("PyPI", bytes(damaged))

    assert run(public, file)["PyPI"].state == "old"
    assert found(file, "PyPI", "lib") == 2
    with Store(file) as store:
        assert all(right for _, right in store.verify())


def test_a_bad_record_is_counted_and_named(public: Mirror, file: Path) -> None:
    bad = {"BAD-1": "{", "BAD-2": '{"id": 7}', "BAD-3": "[]", "BAD-4": "[" * 100_000, "BAD-5": "\x00\xff"}
    public.put("PyPI", zipped(record("PYSEC-1"), **bad))

    outcome = run(public, file)["PyPI"]

    assert (outcome.state, outcome.records, outcome.bad) == ("new", 1, 5)
    assert outcome.named[0].startswith("BAD-1.json: ")


def test_an_ecosystem_that_is_not_there_is_told_with_what_is_meant(public: Mirror, file: Path) -> None:
    outcomes = run(public, file, "pypi", "npm")

    assert (outcomes["pypi"].state, outcomes["npm"].state) == ("missing", "new")
    assert "'PyPI'" in outcomes["pypi"].why


def test_a_mirror_without_a_list_gives_what_is_named(public: Mirror, file: Path) -> None:
    del public.files["/ecosystems.txt"]

    assert states(run(public, file, "npm"))["npm"] == "new"
    with pytest.raises(Unfetched, match="list"):
        run(public, file.with_name("other.db"))


def test_a_mirror_without_anything_leaves_the_data_alone(public: Mirror, file: Path) -> None:
    run(public, file)
    before = file.read_bytes()
    public.files.clear()

    assert set(states(run(public, file, "PyPI", "npm")).values()) == {"old"}
    assert file.read_bytes() == before


def test_exploitation_that_cannot_be_understood_keeps_what_there_was(public: Mirror, file: Path) -> None:
    run(public, file)
    public.files["/kev"] = b'{"vulnerabilities": 5}'
    public.files["/epss"] = EPSS[:-9]

    outcomes = run(public, file)

    assert (outcomes["KEV"].state, outcomes["EPSS"].state) == ("old", "old")
    with Store(file) as store:
        assert store.exploitation("CVE-2024-1")
        assert store.likelihood("CVE-2024-1")


def test_a_file_that_is_none_of_ours_is_made_anew(public: Mirror, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"SQLite format 3\0" + b"\0" * 5000)

    assert set(states(run(public, file)).values()) == {"new"}


def test_data_that_was_changed_is_fetched_again_though_the_mirror_s_is_the_same(public: Mirror, file: Path) -> None:
    run(public, file)
    connection = sqlite3.connect(file)
    connection.execute("UPDATE package SET name = 'other' WHERE name = 'lib'")
    connection.commit()
    connection.close()

    outcomes = run(public, file)

    assert (outcomes["PyPI"].state, outcomes["npm"].state) == ("new", "same")
    assert found(file, "PyPI", "lib") == 2


def test_two_updates_at_once_are_refused(public: Mirror, file: Path) -> None:
    with alone(file), pytest.raises(Busy):
        run(public, file)


def test_a_reader_keeps_what_it_opened_while_it_is_replaced(public: Mirror, file: Path) -> None:
    run(public, file)
    with Store(file) as store:
        public.put("PyPI", zipped(record("PYSEC-9")))
        run(public, file)

        assert len(store.entries(Scope("PyPI"), "lib")) == 2
    assert found(file, "PyPI", "lib") == 1


PROGRAM = """
import sys
from pathlib import Path
from bartizan.collect.advisories.update import Mirrors, update
address, file = sys.argv[1:]
print("begun", flush=True)
update(Path(file), Mirrors(osv=address, kev="", epss=""), ["PyPI", "npm"])
"""


def test_an_update_killed_at_any_moment_leaves_the_data_usable(public: Mirror, file: Path) -> None:
    run(public, file, "PyPI", "npm")
    public.put("PyPI", zipped(*(record(f"PYSEC-{n}", details="x" * 500) for n in range(4000))))
    choose = random.Random(7)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    for _ in range(6):
        command = [sys.executable, "-c", PROGRAM, public.address, str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(choose.uniform(0.0, 1.2))
            os.kill(process.pid, signal.SIGKILL)
        with Store(file) as store:
            assert all(right for _, right in store.verify())
            assert len(store.entries(Scope("PyPI"), "lib")) in (2, 4000)

    assert run(public, file, "PyPI", "npm")["PyPI"].state in ("new", "same")
    assert found(file, "PyPI", "lib") == 4000
    left = [path.name for path in file.parent.iterdir() if ".new-" in path.name or path.name.endswith(".downloads")]
    assert left == []


def test_threads_may_read_while_another_updates(public: Mirror, file: Path) -> None:
    run(public, file)
    wrong: list[int] = []

    def read() -> None:
        for _ in range(30):
            count = found(file, "PyPI", "lib")
            if count not in (1, 2):
                wrong.append(count)

    thread = threading.Thread(target=read)
    thread.start()
    public.put("PyPI", zipped(record("PYSEC-9")))
    run(public, file)
    thread.join()

    assert wrong == []
