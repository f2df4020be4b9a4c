"""Edits as lines of files, version pins, Dockerfiles, and values of Terraform that are written elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.dockerfile import instruction_added, instruction_removed, instruction_replaced
from bartizan.collect.edit.edit import Spot
from bartizan.collect.edit.file import applied, edits, recoded
from bartizan.collect.edit.follow import Site, Sources, followed
from bartizan.collect.edit.pins import command, raised
from bartizan.core.attack import Edit
from bartizan.core.place import Place

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\r\n", "\n", "d"]), max_size=12).map("".join)
DOCKERFILE = "FROM python:3.13\nRUN apt-get update \\\n  && apt-get install git\nUSER root\n"


@given(LINES, LINES)
def test_the_edits_between_two_texts_lead_from_one_to_the_other(old: str, new: str) -> None:
    assert applied(old, edits("f", old, new)) == new


def test_an_edit_of_a_file_that_changed_meanwhile_is_refused() -> None:
    with pytest.raises(Refused, match="not as it was"):
        applied("a\nb\n", [Edit(file="f", before="c\n", after="", line=2)])


def test_edits_of_the_same_lines_are_refused_and_the_same_edit_twice_is_one() -> None:
    one, other = Edit(file="f", before="a\nb\n", after="", line=1), Edit(file="f", before="b\n", after="c\n", line=2)

    assert applied("a\nb\n", [one, one]) == ""
    with pytest.raises(Refused, match="same text"):
        applied("a\nb\n", [one, other])


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa: 1\r\n",
        b"a: 1\n",
        "\ufeffa: 1\n".encode("utf-16-le"),
        "\ufeffa: \u00e9\n".encode("utf-16-be"),
    ],
)
def test_a_file_keeps_its_encoding_and_its_mark(data: bytes) -> None:
    assert recoded(data, lambda text: text) == data


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(Refused, match="binary"):
        recoded(b"a\0b", lambda text: text)


@pytest.mark.parametrize(
    ("file", "text", "new"),
    [
        ("requirements.txt", "PyYAML==5.3.1  # why\r\nflask==1.0\r\n", "PyYAML==6.0.2  # why\r\nflask==1.0\r\n"),
        ("requirements/prod.txt", "x\npyyaml[c] == 5.3.1 ; python_version > '3'\n", None),
        ("dev-requirements.txt", "pyyaml[c]==5.3.1;python_version>'3'\n", "pyyaml[c]==6.0.2;python_version>'3'\n"),
        ("package.json", '{"dependencies": {"pyyaml": "5.3.1"}}', '{"dependencies": {"pyyaml": "6.0.2"}}'),
        (
            "pyproject.toml",
            '[project]\ndependencies = ["pyyaml==5.3.1"]\n',
            '[project]\ndependencies = ["pyyaml==6.0.2"]\n',
        ),
    ],
)
def test_an_exact_pin_is_raised_and_nothing_else(file: str, text: str, new: str | None) -> None:
    if new is None:
        with pytest.raises(Refused, match="no file in which"):
            raised(file, text, "pyyaml", "5.3.1", "6.0.2")
    else:
        assert raised(file, text, "pyyaml", "5.3.1", "6.0.2") == new


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("requirements.txt", "pyyaml>=5.3.1\n", "nowhere"),
        ("requirements.txt", "pyyaml==5.3.1\npyyaml==5.3.1\n", "several times"),
        ("requirements.txt", "pyyaml==5.3.1 \\\n    --hash=sha256:aa\n", "checksums"),
        ("requirements.txt", "pyyaml==5.3.10\n", "nowhere"),
        ("package.json", '{"dependencies": {"pyyaml": "^5.3.1"}}', "allows other versions"),
        ("package.json", '{"dependencies": {"pyyaml": "5.3.1"}, "devDependencies": {"pyyaml": "5.3.1"}}', "several"),
        ("pyproject.toml", 'dependencies = ["pyyaml==5.3.1"', "not TOML"),
    ],
)
def test_a_pin_that_is_not_exact_is_refused(file: str, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        raised(file, text, "pyyaml", "5.3.1", "6.0.2")


def test_a_version_that_is_no_version_is_refused() -> None:
    with pytest.raises(Refused, match="no version"):
        raised("requirements.txt", "a==1\n", "a", "1", "2\nevil==1")


def test_a_lock_file_is_raised_by_its_own_tool() -> None:
    assert command("web/package-lock.json", "ejs", "3.1.7") == "npm install ejs@3.1.7"
    assert command("go.sum", "example.com/a", "v1.2.3") == "go get example.com/a@v1.2.3 && go mod tidy"
    assert command("requirements.txt", "a", "1") == ""


def test_instructions_of_a_dockerfile_are_edited_with_all_their_lines() -> None:
    assert instruction_removed(DOCKERFILE, 2) == "FROM python:3.13\nUSER root\n"
    assert instruction_replaced(DOCKERFILE, 4, "USER 1000") == DOCKERFILE.replace("root", "1000")
    assert instruction_added(DOCKERFILE.rstrip("\n"), 4, "USER 1000") == f"{DOCKERFILE}USER 1000\n"
    with pytest.raises(Refused, match="No instruction"):
        instruction_removed(DOCKERFILE, 3)


def sources(files: Mapping[str, str]) -> Sources:
    return Sources(tuple(files), files.__getitem__)


ROOT = 'module "m" {\n  source = "./m"\n  public = local.public\n}\n\nlocals {\n  public = true\n}\n'
MODULE = 'variable "public" {}\n\nresource "aws_db_instance" "a" {\n  publicly_accessible = var.public\n}\n'


def test_a_value_is_followed_through_a_module_call_to_the_local_that_sets_it() -> None:
    files = {"main.tf": ROOT, "m/main.tf": MODULE}
    site = Site("m/main.tf", Spot(3, 1, ("publicly_accessible",)), (Place("main.tf", 1, 1),))
    found = followed(sources(files), site)

    assert (found.file, found.spot.line) == ("main.tf", 7)


def test_a_local_with_other_uses_is_replaced_where_it_is_used() -> None:
    files = {"main.tf": f'{ROOT}output "a" {{\n  value = local.public\n}}\n', "m/main.tf": MODULE}
    site = Site("m/main.tf", Spot(3, 1, ("publicly_accessible",)), (Place("main.tf", 1, 1),))
    found = followed(sources(files), site)

    assert (found.file, found.spot.line, found.spot.path) == ("main.tf", 1, ("public",))


def test_a_variable_is_followed_to_the_values_of_its_root() -> None:
    files = {"main.tf": MODULE, "terraform.tfvars": "other = 1\npublic = true\n"}
    found = followed(sources(files), Site("main.tf", Spot(3, 1, ("publicly_accessible",))))

    assert (found.file, found.spot.line) == ("terraform.tfvars", 2)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"m/main.tf": MODULE + 'output "a" {\n  value = var.public\n}\n'}, "uses in 2 places"),
        ({"m/main.tf": MODULE.replace("var.public", "each.value.public")}, "for_each"),
    ],
)
def test_a_value_that_several_things_rest_on_is_refused(files: dict[str, str], why: str) -> None:
    site = Site("m/main.tf", Spot(3, 1, ("publicly_accessible",)), (Place("main.tf", 1, 1),))

    with pytest.raises(Refused, match=why):
        followed(sources({"main.tf": ROOT, **files}), site)
