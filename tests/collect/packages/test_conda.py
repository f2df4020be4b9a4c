"""Environments of conda: asked for, locked, installed."""

import pytest

from bartizan.collect.lockfile import Misshapen
from bartizan.collect.packages.conda_environment.spec import of_url, spec
from bartizan.collect.tree import ROOTFS
from bartizan.core.truth import Unknown
from tests.collect.packages.planted import lines, only, packages, readings, told
from tests.collect.packages.python_samples import CONDA_LOCK, CONDA_META, ENVIRONMENT, EXPLICIT, PIXI_LOCK, SHA


def test_an_environment_asks_for_packages_of_conda_and_of_pip() -> None:
    reading = only("conda-environment", {"environment.yml": ENVIRONMENT})

    assert told(reading, "ecosystem") == {
        "requests@2.31.0": "PyPI",
        "boto3": "PyPI",
        "python": "Conda",
        "numpy@1.26.0": "Conda",
        "scipy@1.11.0": "Conda",
        "pip": "Conda",
    }
    assert packages(reading)["scipy@1.11.0"].value["purl"] == "pkg:conda/scipy@1.11.0?build=py311h_0"
    assert lines(reading)["requests@2.31.0"] == "environment.yml:9"


def test_a_lock_beside_an_environment_tells_instead() -> None:
    files = {"environment.yml": ENVIRONMENT, "conda-lock.yml": CONDA_LOCK}

    assert not readings("conda-environment", files)


def test_other_files_with_that_name_are_none() -> None:
    assert not readings("conda-environment", {"environment.yml": "production:\n  url: x\n"})


def test_conda_lock_with_its_environment() -> None:
    reading = only("conda-lock", {"conda-lock.yml": CONDA_LOCK, "environment.yml": ENVIRONMENT})

    assert told(reading, "direct") == {"pytest@8.0.0": False, "numpy@1.26.0": True, "python@3.11.5": True}
    assert told(reading, "development") == {"pytest@8.0.0": True, "numpy@1.26.0": False, "python@3.11.5": False}
    assert told(reading, "needed_by")["python@3.11.5"] == ["numpy@1.26.0"]
    assert told(reading, "ecosystem")["pytest@8.0.0"] == "PyPI"
    assert packages(reading)["numpy@1.26.0"].value["purl"] == (
        "pkg:conda/numpy@1.26.0?build=py311h_0&channel=conda-forge&subdir=linux-64"
    )
    assert reading.also == ("environment.yml",)


def test_pixi_lock() -> None:
    reading = only("conda-lock", {"pixi.lock": PIXI_LOCK})

    assert told(reading, "needed_by") == {
        "idna@3.6": [],
        "numpy@1.26.0": [],
        "python@3.11.5": ["numpy@1.26.0"],
    }
    assert told(reading, "checksums")["numpy@1.26.0"] == [f"sha256:{SHA}"]


def test_a_list_of_urls_without_their_credentials() -> None:
    reading = only("conda-lock", {"conda-linux-64.lock": EXPLICIT})

    assert told(reading, "checksums") == {"zlib@1.3": ["md5:" + "c" * 32], "tz@2024a": []}
    assert "pass" not in str([each.value["purl"] for each in reading.resources])
    assert not readings("conda-lock", {"conda-linux-64.lock": "something else"})


def test_installed_records() -> None:
    python = '{"name": "python", "version": "3.11.5", "depends": [], "requested_spec": ""}'
    files = {"opt/conda/conda-meta/numpy-1.json": CONDA_META, "opt/conda/conda-meta/python-3.json": python}

    reading = only("installed-conda", files, ROOTFS)

    assert told(reading, "direct") == {"numpy@1.26.0": True, "python@3.11.5": False}
    assert told(reading, "needed_by")["python@3.11.5"] == ["numpy@1.26.0"]
    assert told(reading, "modules")["numpy@1.26.0"] == ["numpy"]
    assert told(reading, "licenses")["numpy@1.26.0"] == ["BSD-3-Clause"]


@pytest.mark.parametrize(
    ("text", "name", "version"),
    [("a==1.0", "a", "1.0"), ("a=1.0", "a", None), ("a=1.0=b", "a", "1.0"), ("a 1.0 b", "a", "1.0"),
     ("a >=1", "a", None), ("ch::A", "a", None), ("a[version='>=1']", "a", None), ("a==1.*", "a", None),
     ("a 1.0.*", "a", None)],
)  # fmt: skip
def test_a_specification_allows_one_version_or_more(text: str, name: str, version: str | None) -> None:
    found = spec(text)

    assert found.name == name
    assert (None if isinstance(found.version, Unknown) else found.version) == version


def test_what_is_no_specification_is_refused() -> None:
    with pytest.raises(Misshapen):
        spec("%")
    assert of_url("https://host.example/x.tgz") is None
