"""Bad input becomes gaps and unknown values; what is healthy is read all the same."""

from __future__ import annotations

import os
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.iac.terraform import FORMAT
from bartizan.collect.iac.terraform.syntax import MAX_FAULTS, parsed
from bartizan.collect.iac.terraform.values import MAX_WEIGHT
from bartizan.collect.tree import walk
from bartizan.core.truth import Composite, Unknown
from tests.collect.iac.terraform.planting import declared, plant, read, read_all

HEALTHY = 'resource "t" "ok" {\n  a = 1\n}\n'


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('resource "t" "x" {\n  a = \n}\n', 2, 7),
        ('resource "t" "x" {\n  a = "open\n}\n', 2, 7),
        ('resource "t" "x" {\n  a = [1, 2\n}\n', 3, 1),
        ('resource "t" "x" {\n  a = 1 b = 2\n}\n', 2, 9),
        ('resource "t" "x" {\n  a = <<EOT\n text\n}\n', 3, 1),
        ('resource "t" "x" {\n  a = 1\n  a = 2\n}\n', 3, 3),
        ('resource "t" "x" {\n  a = "${1 +}"\n}\n', 2, 13),
        ('resource "t" "x" {\n  a = "\\q"\n}\n', 2, 8),
        ('resource "t" "x" {\n  a = "%{if true}x"\n}\n', 2, 8),
        ('resource "t" "x" {\n  a = {\n    b\n  }\n}\n', 3, 6),
        ('resource "t" "x" {\n  b { c = 1\n', 3, 1),
        ("}\n", 1, 1),
        ("% nonsense\n", 1, 1),
    ],
)
def test_broken_block_is_a_gap_with_its_place_and_the_others_are_read(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    reading = read(tmp_path, {"main.tf": HEALTHY + text + HEALTHY.replace("ok", "after")})

    assert set(declared(reading)) >= {"t.ok", "t.after"}
    assert "t.x" not in declared(reading)
    (gap,) = reading.gaps
    assert (gap.file, gap.line, gap.column) == ("main.tf", line + 3, column)
    assert gap.about == ""
    assert "correct it" in gap.why


def test_gap_names_the_block_that_is_left_out(tmp_path: Path) -> None:
    (gap,) = read(tmp_path, {"main.tf": 'resource "aws_vpc" "main" {\n  a = (\n}\n'}).gaps

    assert 'resource "aws_vpc" "main"' in gap.why


def test_names_that_may_be_in_a_broken_block_are_unknown_and_not_missing(tmp_path: Path) -> None:
    """`try` must not fall back, nor `can` say no, because of what could not be read."""
    uses = '  a = try(local.a, "none")\n  b = can(var.v)\n  c = try(t.y.id, 1)\n'
    main = f'locals {{\n  a = [\n}}\nresource "t" "x" {{\n{uses}}}\n'

    value = declared(read(tmp_path, {"main.tf": main}))["t.x"].value

    assert all(isinstance(each, Unknown) for each in value.values())
    assert "could not be read" in value["a"].why


def test_many_broken_places_are_told_up_to_a_bound() -> None:
    found = parsed('resource "t" "x" {\n  a =\n}\n' * 500)

    assert len(found.broken) == MAX_FAULTS + 1


def test_block_that_is_not_closed_does_not_take_the_next_ones_with_it(tmp_path: Path) -> None:
    reading = read(
        tmp_path, {"main.tf": 'resource "t" "x" {\n  b {\n' + HEALTHY + 'module "m" {\n  source = "./x"\n}\n'}
    )

    assert {"t.ok", "module.m"} <= set(declared(reading))


@pytest.mark.parametrize(
    "text",
    [
        'resource "t" "x" {\n  a = ' + "[" * 10_000 + "]" * 10_000 + "\n}\n",
        'resource "t" "x" {\n  a = ' + "{a=" * 10_000 + "1" + "}" * 10_000 + "\n}\n",
        'resource "t" "x" {\n  a = ' + "(" * 10_000 + "1" + ")" * 10_000 + "\n}\n",
        'resource "t" "x" {\n  a = ' + "!" * 10_000 + "true\n}\n",
        'resource "t" "x" {\n  a = ' + '"${' * 10_000 + "1" + '}"' * 10_000 + "\n}\n",
        'resource "t" "x" {\n  a = ' + "f(" * 10_000 + ")" * 10_000 + "\n}\n",
        'resource "t" "x" {\n  a = ' + "true ? 1 : " * 10_000 + "1\n}\n",
        'resource "t" "x" {\n  a = "' + "%{if true}" * 10_000 + "%{endif}" * 10_000 + '"\n}\n',
        'resource "t" "x" ' + "{\n b " * 10_000 + "}" * 10_000 + "\n",
        'resource "t" "x" {\n  a = ' + "[for x in " * 10_000 + "\n}\n",
    ],
    ids=["lists", "objects", "parentheses", "not", "templates", "calls", "conditions", "directives", "blocks", "loops"],
)
def test_nesting_without_end_is_a_gap(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, {"main.tf": text + HEALTHY})

    assert set(declared(reading)) == {"t.ok"}
    assert len(reading.gaps) == 1


def test_long_chains_are_read(tmp_path: Path) -> None:
    sums = " + ".join(["1"] * 5_000)
    steps = "x" + ".a" * 5_000
    locals_ = "\n".join(f"  l{n} = local.l{n + 1}" for n in range(60)) + "\n  l60 = 7"
    main = f'locals {{\n{locals_}\n}}\nresource "t" "x" {{\n  a = {sums}\n  b = t.{steps}\n  c = local.l0\n}}\n'

    value = declared(read(tmp_path, {"main.tf": main}))["t.x"].value

    assert value["c"] == 7
    assert value["a"] == 5_000 or isinstance(value["a"], Unknown)


def test_chain_of_locals_too_long_is_unknown(tmp_path: Path) -> None:
    locals_ = "\n".join(f"  l{n} = local.l{n + 1}" for n in range(20_000)) + "\n  l20000 = 7"
    main = f'locals {{\n{locals_}\n}}\nresource "t" "x" {{\n  c = local.l0\n}}\n'

    assert isinstance(declared(read(tmp_path, {"main.tf": main}))["t.x"].value["c"], Unknown)


def test_values_that_double_one_another_are_bounded(tmp_path: Path) -> None:
    lists = "\n".join(f"  a{n} = [local.a{n + 1}, local.a{n + 1}]" for n in range(40)) + "\n  a40 = 1"
    texts = "\n".join(f'  s{n} = "${{local.s{n + 1}}}${{local.s{n + 1}}}"' for n in range(40)) + '\n  s40 = "x"'
    same = "\n".join(f"  o{n} = {{ l = local.o{n + 1}, r = local.o{n + 1} }}" for n in range(40)) + "\n  o40 = 1"
    uses = "\n".join(("  a = local.a0", "  b = local.s0", "  c = local.o0", "  d = local.a0 == local.a0"))
    main = f'locals {{\n{lists}\n{texts}\n{same}\n}}\nresource "t" "x" {{\n{uses}\n}}\n'

    value = declared(read(tmp_path, {"main.tf": main}))["t.x"].value

    assert all(weight(each) <= MAX_WEIGHT for each in value.values())
    assert isinstance(value["d"], Unknown)


def weight(value: object) -> int:
    """Count the values that a value is made of, as somebody who prints it meets them."""
    if isinstance(value, Composite):
        return sum(len(part) if isinstance(part, str) else 1 for part in value.parts)
    items = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return 1 + sum(map(weight, items))


def test_number_of_instances_is_bounded(tmp_path: Path) -> None:
    found = declared(read(tmp_path, {"main.tf": 'resource "t" "x" {\n  count = 1000000000\n}\n'}))

    assert list(found) == ["t.x[*]"]
    assert found["t.x[*]"].doubt is not None


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"\x00\x01\x02\xff" * 100, "binary"), (b"\x89PNG\r\n\x1a\n\x00", "binary"), (b'resource "t" "\xe9" {}', "UTF-8")],
)
def test_file_that_is_no_text_is_a_gap(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "a.tf").write_bytes(data)
    (tmp_path / "b.tf").write_text(HEALTHY)

    reading = read_all(tmp_path)[""]

    assert list(declared(reading)) == ["t.ok"]
    assert [(gap.file, gap.about) for gap in reading.gaps] == [("a.tf", "")]
    assert why in reading.gaps[0].why


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_and_utf_16_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.tf").write_bytes('resource "t" "ök" {\n  a = "ü"\n}\n'.encode(encoding))

    assert declared(read_all(tmp_path)[""])["t.ök"].value == {"a": "ü"}


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    body = '  a = 1\n  b = {\n    c = "d"\n  }\n  e = <<-EOT\n    one\n    two\n  EOT\n  f = [\n    1,\n  ]\n'
    text = f'resource "t" "x" {{\n{body}}}\n'

    found = declared(read(tmp_path, {"main.tf": text.replace("\n", "\r\n")}))["t.x"]

    assert found.value == {"a": 1, "b": {"c": "d"}, "e": "one\r\ntwo\r\n", "f": [1]}
    assert found.spots["f"] == (10, 3)


def test_what_is_declared_twice_is_a_gap_and_the_first_counts(tmp_path: Path) -> None:
    main = "".join(
        f'resource "t" "x" {{\n  a = {n}\n}}\nvariable "v" {{\n  default = {n}\n}}\nlocals {{\n  l = {n}\n}}\n'
        f'output "o" {{\n  value = {n}\n}}\nmodule "m" {{\n  source = "./m"\n}}\ndata "t" "d" {{}}\n'
        for n in (1, 2)
    )

    reading = read(tmp_path, {"main.tf": main, "m/main.tf": "# none\n"})

    found = declared(reading)
    assert found["t.x"].value == {"a": 1}
    assert found["output.o"].value == {"value": 1}
    told = {gap.why.split(" ")[0]: gap.about for gap in reading.gaps}
    assert told == {
        "t.x": "",
        "var.v": "var.v",
        "local.l": "local.l",
        "output.o": "output.o",
        "module.m": "",
        "data.t.d": "",
    }


def test_unusual_headers_are_told(tmp_path: Path) -> None:
    reading = read(tmp_path, {"main.tf": 'resource "t" {}\nwidget "x" {}\nmoved {\n  from = a.b\n}\nstray = 1\n'})

    whys = [gap.why for gap in reading.gaps]
    assert len(whys) == 3
    assert any("2 labels, not 1" in why for why in whys)
    assert any('"widget" are not known' in why for why in whys)
    assert any('"stray" stands outside' in why for why in whys)


def test_unreadable_file_is_a_gap(tmp_path: Path) -> None:
    plant(tmp_path, {"a.tf": HEALTHY, "big.tf": "#" * 5_000})
    tree = walk(tmp_path, limit=1_000)

    (unit,) = FORMAT.units(tree)
    reading = FORMAT.read(unit, tree)

    assert list(declared(reading)) == ["t.ok"]
    assert [gap.file for gap in reading.gaps] == ["big.tf"]


def test_file_that_disappears_is_a_gap(tmp_path: Path) -> None:
    plant(tmp_path, {"a.tf": HEALTHY, "b.tf": HEALTHY})
    tree = walk(tmp_path)
    (unit,) = FORMAT.units(tree)
    os.remove(tmp_path / "b.tf")

    reading = FORMAT.read(unit, tree)

    assert [gap.file for gap in reading.gaps] == ["b.tf"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    paths = ("link.txt", "../secret.txt", "/etc/hostname")
    reads = "".join(f'  a{n} = file("{path}")\n' for n, path in enumerate(paths))
    main = f'resource "t" "x" {{\n{reads}  b = fileexists("../secret.txt")\n}}\n'
    plant(tmp_path, {"secret.txt": "s3cret", "in/main.tf": main})
    os.symlink(tmp_path / "secret.txt", tmp_path / "in/link.txt")
    os.symlink(tmp_path / "in", tmp_path / "in/loop")

    value = declared(read_all(tmp_path / "in")[""])["t.x"].value

    assert all(isinstance(each, Unknown) for each in value.values())


SAMPLES = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "estate").rglob("*.tf"))]


@given(st.integers(0, 2**32), st.sampled_from(SAMPLES))
def test_damaged_files_are_read_to_their_end(seed: int, text: str) -> None:
    """Whatever is cut out, put in or moved, the parser ends and raises nothing."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 6)):
        place, length = chance.randrange(len(text) + 1), chance.randrange(30)
        piece = chance.choice(
            ['"', "{", "}", "[", "]", "(", ")", "${", "%{", "<<EOT\n", "\n", "~}", "=", "/*", "#", "\\", ""]
        )
        text = text[:place] + piece + text[place + length * chance.randrange(2) :]

    found = parsed(text)

    lines = text.count("\n") + 1
    assert all(1 <= broken.spot[0] <= lines and broken.why for broken in found.broken)


@given(st.text(alphabet="abr \"'{}[]()=$%~\\\n\t.,:?!<>-+*/#0123é\x00", max_size=200))
def test_any_text_is_read_to_its_end(text: str) -> None:
    parsed(text)
    parsed('resource "t" "x" {\n  a = ' + text)
    parsed('a = "' + text)
    parsed("a = <<EOT\n" + text)


WORDS = [
    "null",
    "[]",
    "{}",
    '""',
    "var.x",
    "each.value",
    "local.a",
    "[*]",
    "...",
    "try(",
    "toset(",
    "!",
    "-",
    ".0",
    "?",
]


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(SAMPLES))
def test_configurations_of_words_at_random_are_evaluated_to_their_end(seed: int, text: str) -> None:
    chance = random.Random(seed)
    words = text.split(" ")
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(words))
        words[place] = chance.choice([chance.choice(WORDS), chance.choice(words), words[place] + chance.choice(WORDS)])

    with TemporaryDirectory() as directory:
        read(Path(directory), {"main.tf": " ".join(words)})


def test_attribute_and_block_of_one_name_do_no_harm(tmp_path: Path) -> None:
    main = 'variable "v" {}\nresource "t" "x" {\n  rule = var.v\n  rule {\n    a = 1\n  }\n}\n'

    assert declared(read(tmp_path, {"main.tf": main}))["t.x"].value == {"rule": [{"a": 1}]}
