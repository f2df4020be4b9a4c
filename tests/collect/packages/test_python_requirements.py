"""Requirement files of pip."""

import pytest

from bartizan.collect.lockfile import Misshapen
from bartizan.collect.packages.python_manifest.requirement import parsed
from bartizan.core.truth import Unknown
from tests.collect.packages.planted import lines, only, packages, readings, told, why
from tests.collect.packages.python_samples import COMPILED, REQUIREMENTS, SHA


def test_pins_are_versions_and_ranges_are_unknown() -> None:
    reading = only("pip-requirements", {"requirements.txt": REQUIREMENTS})

    assert told(reading, "version") == {
        "django@4.2.1": "4.2.1",
        "requests": "?",
        "zope-interface@5.0": "5.0",
        "wheely@1.5": "1.5",
        "some-tool": "?",
        "numpy": "?",
        "ver": "?",
    }
    assert "range is given: >=2,<3" in why(reading, "requests")
    assert "variable" in why(reading, "ver")
    assert not reading.gaps


def test_lines_and_hashes_are_told() -> None:
    reading = only("pip-requirements", {"requirements.txt": REQUIREMENTS})

    assert lines(reading)["django@4.2.1"] == "requirements.txt:3"
    assert lines(reading)["requests"] == "requirements.txt:6"
    assert packages(reading)["django@4.2.1"].value["checksums"] == [f"sha256:{SHA}", f"sha256:{'b' * 64}"]


def test_no_credential_of_a_url_is_kept() -> None:
    reading = only("pip-requirements", {"requirements.txt": REQUIREMENTS})

    values = str([resource.value for resource in reading.resources])
    assert "token" not in values
    assert "vcs_url=git%2Bhttps://github.com/owner/tool.git" in packages(reading)["some-tool"].value["purl"]


def test_annotations_tell_who_asks() -> None:
    reading = only("pip-requirements", {"requirements.txt": COMPILED})

    assert told(reading, "needed_by") == {
        "certifi@2024.2.2": ["requests@2.31.0"],
        "idna@3.6": ["requests@2.31.0"],
        "requests@2.31.0": ["tool@1.0"],
        "tool@1.0": [],
    }
    assert told(reading, "direct") == {
        "certifi@2024.2.2": False,
        "idna@3.6": False,
        "requests@2.31.0": True,
        "tool@1.0": True,
    }


def test_what_is_listed_with_hashes_only_may_have_been_asked_for_by_others() -> None:
    reading = only("pip-requirements", {"requirements.txt": f"a==1 --hash=sha256:{SHA}\n"})

    assert told(reading, "direct") == {"a@1": "?"}


def test_constraints_give_the_version() -> None:
    files = {
        "requirements.txt": "-c pins/constraints.txt\nflask\nidna\n",
        "pins/constraints.txt": "flask==3.0\nother==1\n",
    }

    reading = only("pip-requirements", files)

    assert told(reading, "version") == {"flask@3.0": "3.0", "idna": "?"}
    assert reading.also == ("pins/constraints.txt",)


def test_an_included_file_with_another_name_is_read_with_it() -> None:
    files = {"requirements.txt": "-r more.list\na==1\n", "more.list": "b==2\n-r requirements.txt\n"}

    assert lines(only("pip-requirements", files)) == {"b@2": "more.list:1", "a@1": "requirements.txt:2"}


def test_an_included_file_that_is_read_by_itself_is_not_read_twice() -> None:
    files = {"requirements.txt": "a==1\n", "requirements-dev.txt": "-r requirements.txt\npytest==8\n"}

    found = [told(reading, "development") for reading in readings("pip-requirements", files)]

    assert found == [{"pytest@8": True}, {"a@1": False}]


def test_an_input_that_was_compiled_is_left_to_the_result() -> None:
    assert len(readings("pip-requirements", {"requirements.in": "a\n", "requirements.txt": "a==1\n"})) == 1
    assert len(readings("pip-requirements", {"requirements.in": "a\n"})) == 1


@pytest.mark.parametrize(
    "line", ["-r missing.txt", "-r ../../outside.txt", "-r https://host.example/r.txt", "a=1", "%junk%"]
)
def test_what_cannot_be_followed_is_a_gap(line: str) -> None:
    reading = only("pip-requirements", {"requirements.txt": f"a==1\n{line}\n"})

    assert [gap.line for gap in reading.gaps] == [2]
    assert list(told(reading, "version")) == ["a@1"]


def test_installed_packages_bring_no_requirements() -> None:
    files = {"venv/lib/python3.11/site-packages/x/requirements.txt": "a==1\n"}

    assert not readings("pip-requirements", files)


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("A.b_C==1.0", "1.0"),
        ("a (==1.0)", "1.0"),
        ("a>=1,==1.5,<2", "1.5"),
        ("a==1.0+local.2;python_version<'3'", "1.0+local.2"),
        ("a @ https://h.example/a-2.0.tar.gz", "2.0"),
        ("a", None),
        ("a~=1.0", None),
        ("a==1.*", None),
        ("a @ git+https://h.example/a.git@v1", None),
    ],
)
def test_a_version_is_known_where_exactly_one_fits(text: str, version: str | None) -> None:
    found = parsed(text).version

    assert (None if isinstance(found, Unknown) else found) == version


@pytest.mark.parametrize("text", ["", "==1", "a=1", "a 1.0", "a[x==1", "-", "a==1 b==2", "ä==1"])
def test_what_is_no_requirement_is_refused(text: str) -> None:
    with pytest.raises(Misshapen):
        parsed(text)
