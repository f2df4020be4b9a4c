"""Lock files of Poetry, uv, PDM, Pipenv and PEP 751."""

import pytest

from tests.collect.packages.planted import lines, only, packages, readings, told, why
from tests.collect.packages.python_samples import (
    PDM_LOCK,
    PIPFILE,
    PIPFILE_LOCK,
    POETRY_LOCK,
    POETRY_PROJECT,
    PYLOCK,
    PYPROJECT,
    SHA,
    UV_LOCK,
)


def test_poetry_with_its_manifest() -> None:
    reading = only("poetry-lock", {"poetry.lock": POETRY_LOCK, "pyproject.toml": POETRY_PROJECT})

    assert told(reading, "direct") == {
        "certifi@2024.2.2": False,
        "mine@1.0.0": True,
        "pytest@8.0.0": True,
        "colorama@0.4.6": False,
        "some-thing@1.0": False,
        "requests@2.31.0": True,
    }
    assert told(reading, "needed_by")["certifi@2024.2.2"] == ["requests@2.31.0"]
    assert told(reading, "development") == {
        "certifi@2024.2.2": False,
        "mine@1.0.0": False,
        "pytest@8.0.0": True,
        "colorama@0.4.6": True,
        "some-thing@1.0": "?",
        "requests@2.31.0": False,
    }
    assert lines(reading)["certifi@2024.2.2"] == "poetry.lock:2"
    assert packages(reading)["certifi@2024.2.2"].value["checksums"] == [f"sha256:{SHA}"]
    assert (
        packages(reading)["mine@1.0.0"].value["purl"]
        == "pkg:pypi/mine@1.0.0?vcs_url=git%2Bhttps://git.example/mine.git%40abc123"
    )


def test_poetry_without_its_manifest_does_not_tell_what_is_direct() -> None:
    reading = only("poetry-lock", {"poetry.lock": POETRY_LOCK})

    assert set(told(reading, "direct").values()) == {"?"}
    assert set(told(reading, "development").values()) == {"?"}


@pytest.mark.parametrize(
    ("line", "development"),
    [
        ('category = "dev"', True),
        ('category = "main"', False),
        ('groups = ["dev"]', True),
        ('groups = ["main", "dev"]', False),
    ],
)
def test_poetry_tells_for_what_a_package_is(line: str, development: bool) -> None:
    text = f'[[package]]\nname = "a"\nversion = "1"\n{line}\n'

    assert told(only("poetry-lock", {"poetry.lock": text}), "development") == {"a@1": development}


def test_poetry_kept_hashes_apart_once() -> None:
    text = f'[[package]]\nname = "a"\nversion = "1"\n[metadata.files]\na = [{{file = "a", hash = "sha256:{SHA}"}}]\n'

    assert told(only("poetry-lock", {"poetry.lock": text}), "checksums") == {"a@1": [f"sha256:{SHA}"]}


def test_uv_with_all_members() -> None:
    reading = only("uv-lock", {"uv.lock": UV_LOCK})

    assert told(reading, "direct") == {
        "requests@2.31.0": True,
        "idna@3.6": False,
        "numpy@1.26.0": True,
        "numpy@2.0.0": False,
        "pytest@8.0.0": True,
        "tool@1.0": True,
    }
    assert told(reading, "development") == {
        "requests@2.31.0": False,
        "idna@3.6": False,
        "numpy@1.26.0": False,
        "numpy@2.0.0": True,
        "pytest@8.0.0": True,
        "tool@1.0": False,
    }
    assert told(reading, "needed_by")["idna@3.6"] == ["pytest@8.0.0", "requests@2.31.0"]
    assert told(reading, "checksums")["requests@2.31.0"] == [f"sha256:{SHA}", f"sha256:{'b' * 64}"]
    assert "repository_url=https://mirror.example/simple" in packages(reading)["idna@3.6"].value["purl"]
    assert packages(reading)["tool@1.0"].value["purl"].endswith("vcs_url=git%2Bhttps://github.com/owner/tool.git%40abc")
    assert lines(reading)["numpy@2.0.0"] == "uv.lock:43"


def test_pdm_with_its_groups() -> None:
    reading = only("pdm-lock", {"pdm.lock": PDM_LOCK, "pyproject.toml": PYPROJECT})

    assert told(reading, "development") == {
        "requests@2.31.0": False,
        "idna@3.6": False,
        "boto3@1.34.0": False,
        "pytest@8.0.0": True,
    }
    assert told(reading, "direct") == {
        "requests@2.31.0": True,
        "idna@3.6": False,
        "boto3@1.34.0": True,
        "pytest@8.0.0": True,
    }
    assert told(reading, "needed_by")["idna@3.6"] == ["requests@2.31.0"]


def test_a_package_with_an_extra_does_not_need_itself() -> None:
    entry = '[[package]]\nname = "a"\nversion = "1"\n'
    text = f'{entry}[[package]]\nname = "a"\nversion = "1"\nextras = ["x"]\ndependencies = ["a==1"]\n'

    assert told(only("pdm-lock", {"pdm.lock": text}), "needed_by") == {"a@1": []}


def test_pipenv_tells_what_is_asked_for_but_not_who_needs_whom() -> None:
    reading = only("pipenv-lock", {"Pipfile.lock": PIPFILE_LOCK, "Pipfile": PIPFILE})

    assert told(reading, "version") == {
        "requests@2.31.0": "2.31.0",
        "idna@3.6": "3.6",
        "mine": "?",
        "pytest@8.0.0": "8.0.0",
    }
    assert told(reading, "direct") == {"requests@2.31.0": True, "idna@3.6": False, "mine": False, "pytest@8.0.0": True}
    assert told(reading, "development")["pytest@8.0.0"] is True
    assert set(map(str, told(reading, "needed_by").values())) == {"?"}
    assert lines(reading)["pytest@8.0.0"] == "Pipfile.lock:19"


def test_a_pipfile_alone() -> None:
    reading = only("pipenv-lock", {"Pipfile": PIPFILE})

    assert told(reading, "version") == {"requests": "?", "exact@1.0": "1.0", "pytest": "?"}
    assert told(reading, "development") == {"requests": False, "exact@1.0": False, "pytest": True}


def test_pylock_tells_groups_by_markers() -> None:
    reading = only("pylock", {"pylock.toml": PYLOCK, "pyproject.toml": PYPROJECT})

    assert told(reading, "development") == {
        "requests@2.31.0": False,
        "idna@3.6": False,
        "boto3@1.0": False,
        "pytest@8.0.0": True,
        "built": False,
    }
    assert told(reading, "needed_by")["idna@3.6"] == ["requests@2.31.0"]
    assert "built" in why(reading, "built")
    assert len(readings("pylock", {"pylock.dev.toml": PYLOCK, "pylock.a.b.toml": PYLOCK})) == 1


def test_pylock_without_dependencies_does_not_tell_who_needs_whom() -> None:
    reading = only("pylock", {"pylock.toml": '[[packages]]\nname = "a"\nversion = "1"\n'})

    assert told(reading, "needed_by") == {"a@1": "?"}
    assert told(reading, "direct") == {"a@1": "?"}


@pytest.mark.parametrize(
    ("format", "file"),
    [("poetry-lock", "poetry.lock"), ("uv-lock", "uv.lock"), ("pdm-lock", "pdm.lock"), ("pylock", "pylock.toml"),
     ("pipenv-lock", "Pipfile.lock")],
)  # fmt: skip
def test_a_merge_in_conflict_is_a_gap_with_its_line(format: str, file: str) -> None:
    reading = only(format, {file: "\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"})

    assert not reading.resources
    assert [gap.line for gap in reading.gaps] == [2]
    assert "conflict" in reading.gaps[0].why


def test_one_entry_that_is_wrong_leaves_the_others() -> None:
    text = '[[package]]\nname = 1\nversion = "1"\n[[package]]\nname = "a"\nversion = "1"\n'

    for format, file in (("poetry-lock", "poetry.lock"), ("uv-lock", "uv.lock"), ("pdm-lock", "pdm.lock")):
        reading = only(format, {file: text})
        assert list(told(reading, "version")) == ["a@1"]
        assert len(reading.gaps) == 1
