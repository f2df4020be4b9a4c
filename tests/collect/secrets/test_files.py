"""Secrets in files: which files are read, how a leak is told, and that no secret gets out."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.app.cache import digest
from bartizan.collect.assets import Plans, make
from bartizan.collect.format import Entry
from bartizan.collect.pack import Collected, pack
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.secrets.current.batch import MOST_BYTES, MOST_FILES, batches
from bartizan.collect.secrets.current.store import holds_keys
from bartizan.collect.secrets.files import FORMAT
from bartizan.collect.secrets.search.engine import MOST
from bartizan.collect.tree import IMAGE, ROOTFS, Tree, walk
from bartizan.content.kinds.code.leak import FROM_TEXT
from tests.collect.secrets.samples import LOOKED_FOR, base64_of, letters, private_key, token


def tree_of(root: Path, files: dict[str, str | bytes], of: str = "directory") -> Tree:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return replace(walk(root), looked_for=LOOKED_FOR, of=of)


def readings(tree: Tree) -> Iterator[Reading]:
    for unit in FORMAT.units(tree):
        yield FORMAT.read(unit, tree)


def leaks(tree: Tree) -> list[Resource]:
    return [resource for reading in readings(tree) for resource in reading.resources]


def addresses(tree: Tree) -> list[str]:
    return [leak.address for leak in leaks(tree)]


def test_a_leak_has_its_file_kind_and_number_as_address(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"a/settings.py": f"x = 1\nkey = '{token()}'\nother = '{token()}'\n"})
    first, second = leaks(tree)

    assert first.address == "a/settings.py#secret-token/1"
    assert second.address == "a/settings.py#secret-token/2"
    assert (first.place.file, first.place.line, first.place.column) == ("a/settings.py", 2, 8)


def test_a_leak_tells_all_but_the_secret(tmp_path: Path) -> None:
    secret = token()
    (leak,) = leaks(tree_of(tmp_path, {"f": secret}))

    assert leak.value == {
        "credential": "secret-token",
        "redacted": f"tok_********{secret[-4:]}",
        "mark": leak.value["mark"],
        "present": True,
        "accepted": False,
        "commit": None,
        "author": None,
        "layer": None,
        "removed": False,
    }
    assert re.fullmatch("[0-9a-f]{16}", leak.value["mark"])


def test_the_same_secret_has_the_same_mark_everywhere_and_is_told_once_a_file(tmp_path: Path) -> None:
    secret = token()
    found = leaks(
        tree_of(tmp_path, {"a": f"{secret}\n{secret}\n", "b/c": f"x={secret}", "d": base64_of(f"k {secret}")})
    )

    assert [leak.address for leak in found] == ["a#secret-token/1", "b/c#secret-token/1", "d#secret-token/1"]
    assert len({leak.value["mark"] for leak in found}) == 1


def test_the_mark_depends_on_the_key(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"a": token()})
    (here,), (elsewhere,) = leaks(tree), leaks(replace(tree, looked_for=replace(LOOKED_FOR, key=b"another")))

    assert here.value["mark"] != elsewhere.value["mark"]


def test_the_address_stays_when_lines_move(tmp_path: Path) -> None:
    text = f"a = '{token()}'\nb = '{token()}'\n"
    before = leaks(tree_of(tmp_path, {"f.py": text}))
    after = leaks(tree_of(tmp_path, {"f.py": "\n\n# moved\n" + text.replace("\n", "\n\n")}))

    assert [(leak.address, leak.value) for leak in before] == [(leak.address, leak.value) for leak in after]
    assert [leak.place.line for leak in after] == [4, 6]


def test_a_key_is_placed_from_its_first_to_its_last_line(tmp_path: Path) -> None:
    key = private_key()
    (leak,) = leaks(tree_of(tmp_path, {"id_rsa": f"\n{key}\n"}))

    assert (leak.place.line, leak.place.end_line) == (2, 2 + key.count("\n"))


def test_columns_count_characters(tmp_path: Path) -> None:
    (leak,) = leaks(tree_of(tmp_path, {"f": f"ключ: {token()}"}))

    assert leak.place.column == 7


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = f"\r\nkey={token()}\r\n"
    tree = tree_of(tmp_path, {"little": text.encode("utf-16"), "big": b"\xfe\xff" + text.encode("utf-16-be")})

    assert [(leak.address, leak.place.line) for leak in leaks(tree)] == [
        ("big#secret-token/1", 2),
        ("little#secret-token/1", 2),
    ]


def test_binary_files_and_pictures_are_passed_over(tmp_path: Path) -> None:
    secret = token()
    tree = tree_of(tmp_path, {"x.png": secret, "y": b"\0\0" + secret.encode(), "go.sum": secret, "z.PNG.txt": secret})

    assert addresses(tree) == ["z.PNG.txt#secret-token/1"]


def test_a_file_that_is_too_big_is_a_gap_unless_it_is_binary(tmp_path: Path) -> None:
    tree = replace(tree_of(tmp_path, {"a.txt": "x" * 2000, "b.dat": b"\0" * 2000, "c": token()}), limit=1000)
    (reading,) = readings(tree)

    assert [(gap.file, "--max-file-size" in gap.why) for gap in reading.gaps] == [("a.txt", True)]
    assert len(reading.resources) == 1


def test_a_file_that_is_gone_is_a_gap(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"a": token(), "b": token()})
    (tmp_path / "a").unlink()
    (reading,) = readings(tree)

    assert [gap.file for gap in reading.gaps] == ["a"]
    assert [leak.address for leak in reading.resources] == ["b#secret-token/1"]


def test_more_secrets_than_are_told_are_a_gap(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"dump": "\n".join(token() for _ in range(MOST + 5))})
    (reading,) = readings(tree)

    assert len(reading.resources) == MOST
    assert [gap.file for gap in reading.gaps] == ["dump"]


def test_a_root_file_system_is_searched_where_packages_put_nothing(tmp_path: Path) -> None:
    secret = token()
    tree = tree_of(tmp_path, {"usr/share/doc/x": secret, "etc/app.conf": secret, "usr/local/x": secret}, ROOTFS)

    assert addresses(tree) == ["etc/app.conf#secret-token/1", "usr/local/x#secret-token/1"]


@pytest.mark.parametrize(
    ("path", "size", "head", "wanted"),
    [
        ("app/.env", 10, b"A=b", True),
        ("app/.env", 0, b"", False),
        ("app/big.sql", 50_000_000, b"A=b", False),
        ("app/program", 10, b"\x7fELF\0\0", False),
        ("app/x.png", 10, b"text", False),
        ("usr/share/x", 10, b"text", False),
        ("app/store.jks", 10, b"\xfe\xed\xfe\xed\0\0\0\2", True),
        ("app/utf16", 10, b"\xff\xfea\0", True),
    ],
)
def test_of_an_image_only_texts_and_key_stores_are_wanted(path: str, size: int, head: bytes, wanted: bool) -> None:
    assert FORMAT.wants(Entry(path, size, 0o644, head)) is wanted


def test_of_an_image_what_was_not_kept_is_no_gap(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"app/x": "text", "app/y": token()}, IMAGE)
    (tmp_path / "app/x").write_bytes(b"")
    (reading,) = readings(tree)

    assert (len(reading.resources), reading.gaps) == (1, [])


def java_store(*tags: int) -> bytes:
    entries = b""
    for tag in tags:
        entries += tag.to_bytes(4, "big") + b"\0\x02ab" + bytes(8)
        entries += (b"\0\x05X.509" if tag == 2 else b"") + b"\0\0\0\x04data"
    return b"\xfe\xed\xfe\xed\0\0\0\x02" + len(tags).to_bytes(4, "big") + entries


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (java_store(1), True),
        (java_store(2, 2, 1), True),
        (java_store(2, 2), False),
        (java_store(), False),
        (java_store(2, 2)[:20], False),
        (b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5" + bytes(20), True),
        (b"0\x82\x0a\x01\x02\x01\x030\x82" + bytes(20), True),
        (b"0\x82\x04\xbd\x02\x01\x000\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01" + bytes(20), True),
        (b"0\x82\x03\x01" + bytes(30), False),
    ],
)
def test_a_store_of_keys_is_known_by_what_is_in_it(data: bytes, keys: bool) -> None:
    assert holds_keys(data) is keys


def test_a_store_of_keys_is_a_leak(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"release.jks": java_store(1), "cacerts": java_store(2)})

    assert addresses(tree) == ["release.jks#secret-key-store/1"]


def test_a_changed_file_changes_one_batch(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"d{number}/f{one}": "x" for number in range(100) for one in range(3)}
    before = set(batches(tree_of(tmp_path, files)))
    after = set(batches(tree_of(tmp_path, {"d50/added": "x"})))

    assert len(after - before) == 1
    assert len(before) > 5
    assert sorted(file for batch in before for file in batch) == sorted(files)


def test_batches_are_bounded(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"d/f{one}": "x" * 30_000 for one in range(300)}
    found = list(batches(tree_of(tmp_path, files)))

    assert all(len(batch) <= MOST_FILES and len(batch) * 30_000 <= MOST_BYTES for batch in found)


def test_no_secret_is_in_anything_that_leaves_the_reading(tmp_path: Path) -> None:
    """Everything that crosses between processes or is kept: resources, gaps, assets, their packed form."""
    secrets = [token(), "hunter-22-ZQ-battery", letters(16) + "-" + letters(16)]
    text = f"a={secrets[0]}\npassword = '{secrets[1]}'\ntoken: \"{secrets[2]}\"\n{private_key()}\n"
    tree = tree_of(tmp_path, {"f": text, "g": base64_of(text)})
    every = list(readings(tree))
    assets = [asset for reading in every for asset in make(reading, "", Plans([FROM_TEXT])).assets]
    kept = pickle.dumps(every) + pack(Collected(assets=assets, gaps=[])) + repr(every).encode()

    assert len(assets) > 4
    assert not [secret for secret in secrets for part in _parts(secret) if part.encode() in kept]
    assert digest(text).encode() not in kept


def _parts(secret: str) -> Iterator[str]:
    return (secret[place : place + 8] for place in range(4, len(secret) - 12))


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=600), cut=st.integers(0, 400))
def test_whatever_is_in_a_file_a_reading_comes_of_it(tmp_path_factory: Any, data: bytes, cut: int) -> None:
    root = tmp_path_factory.mktemp("any")
    mixed = f"kind: Secret\ndata:\n a: {token()}\n{private_key(100)}".encode()
    tree = tree_of(root, {"a": data, "b": mixed[:cut] + data + mixed[cut:], ".secrets.baseline": data})

    for reading in readings(tree):
        assert isinstance(reading, Reading)
