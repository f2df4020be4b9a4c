"""Files are fetched whole or not at all, resumed where they broke off, and only when they changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.collect.advisories.errors import Unfetched
from bartizan.collect.advisories.fetch import Fetcher, Known, Patience
from tests.collect.advisories.mirror import Fault, Mirror

QUICK = Patience(connect=2, stall=0.4, tries=3, pause=0.01)
BODY = bytes(range(256)) * 4000


def fetch(mirror: Mirror, folder: Path, known: Known | None = None, limit: int = 1 << 24) -> bytes | None:
    folder.mkdir(exist_ok=True)
    got = Fetcher(folder, QUICK).fetch(f"{mirror.address}/file", "file", limit, known)
    return None if got is None else got.path.read_bytes()


@pytest.fixture
def served(mirror: Mirror) -> Mirror:
    mirror.files["/file"] = BODY
    return mirror


def test_a_file_comes_whole(served: Mirror, tmp_path: Path) -> None:
    assert fetch(served, tmp_path) == BODY


def test_a_file_that_is_the_same_is_not_sent_again(served: Mirror, tmp_path: Path) -> None:
    got = Fetcher(tmp_path, QUICK).fetch(f"{served.address}/file", "file", 1 << 24)
    assert got is not None

    assert fetch(served, tmp_path, Known(etag=got.etag)) is None
    assert served.statuses("/file") == [200, 304]


def test_what_broke_off_goes_on_where_it_was(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(cut=300_000), Fault(cut=400_000)]

    assert fetch(served, tmp_path) == BODY
    assert served.statuses("/file") == [200, 206, 206]
    assert served.asked[1][1]["Range"] == "bytes=300000-"


def test_what_broke_off_goes_on_in_the_next_run(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(cut=300_000), *[Fault(status=503)] * 2]
    with pytest.raises(Unfetched, match="kept"):
        fetch(served, tmp_path)

    assert fetch(served, tmp_path) == BODY
    assert served.statuses("/file")[-1] == 206


def test_a_file_that_changed_meanwhile_starts_anew(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(cut=300_000), *[Fault(status=503)] * 2]
    with pytest.raises(Unfetched):
        fetch(served, tmp_path)
    served.files["/file"] = BODY[::-1]

    assert fetch(served, tmp_path) == BODY[::-1]


def test_a_mirror_that_stalls_is_asked_again(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(cut=1000, stall=2)]

    assert fetch(served, tmp_path) == BODY


def test_a_wrong_length_is_not_believed(served: Mirror, tmp_path: Path) -> None:
    wrong = Fault(headers={"Content-Length": str(len(BODY) + 7)}, cut=len(BODY))
    served.faults["/file"] = [wrong] * 3

    with pytest.raises(Unfetched):
        fetch(served, tmp_path)
    assert not (tmp_path / "file").exists()


def test_a_wrong_checksum_is_not_believed(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(headers={"x-goog-hash": "crc32c=AAAAAA==,md5=AAAAAAAAAAAAAAAAAAAAAA=="})]

    assert fetch(served, tmp_path) == BODY
    assert served.statuses("/file") == [200, 200]


def test_another_part_than_was_asked_for_is_not_believed(served: Mirror, tmp_path: Path) -> None:
    length = len(BODY) - 300_000
    served.faults["/file"] = [
        Fault(cut=300_000),
        Fault(headers={"Content-Range": f"bytes 5-{length}/{len(BODY)}"}),
    ]

    assert fetch(served, tmp_path) == BODY


def test_a_file_larger_than_it_should_be_is_refused(served: Mirror, tmp_path: Path) -> None:
    with pytest.raises(Unfetched, match="larger"):
        fetch(served, tmp_path, limit=1000)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_told_at_once(mirror: Mirror, tmp_path: Path) -> None:
    with pytest.raises(Unfetched, match="404"):
        fetch(mirror, tmp_path)
    assert mirror.statuses("/file") == [404]


def test_redirects_are_followed_and_loops_are_not(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(status=302, headers={"Location": "/file"})]
    assert fetch(served, tmp_path) == BODY

    served.faults["/file"] = [Fault(status=302, headers={"Location": "/file"})] * 20
    with pytest.raises(Unfetched, match="redirects"):
        fetch(served, tmp_path)


def test_a_mirror_that_is_busy_says_when_to_come_again(served: Mirror, tmp_path: Path) -> None:
    served.faults["/file"] = [Fault(status=429, headers={"Retry-After": "0"})]

    assert fetch(served, tmp_path) == BODY


@pytest.mark.parametrize("address", ["ftp://x/y", "file:///etc/passwd", "nonsense", "http://"])
def test_only_http_is_fetched(address: str, tmp_path: Path) -> None:
    with pytest.raises(Unfetched, match="address"):
        Fetcher(tmp_path, QUICK).fetch(address, "file", 100)


def test_no_mirror_at_all_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unfetched, match="refused"):
        Fetcher(tmp_path, QUICK).fetch("http://127.0.0.1:9/file", "file", 100)
