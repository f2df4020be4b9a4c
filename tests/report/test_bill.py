"""Bills of materials: valid by the published schemas, and the same bytes for the same bill."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from bartizan.content.kinds.software.package import Package
from bartizan.content.kinds.software.system import System
from bartizan.core.bill import Bill
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown
from bartizan.report.bill import ids, load
from bartizan.report.bill.component import is_expression
from tests.report.spdx import spdx_errors


def package(id: str, purl: str, **values: object) -> Package:
    made = Package(id, purl=purl, name=purl.rpartition("/")[2].partition("@")[0], **values)
    made.place = Place(id.partition("//")[0], 3)
    return made


EXPRESS = package(
    "package-lock.json//express@4.19.2",
    "pkg:npm/express@4.19.2",
    version="4.19.2",
    direct=True,
    development=False,
    needed_by=frozenset(),
    licenses=frozenset({"MIT"}),
    checksums=frozenset({"sha512:" + "ab" * 64, "sha256:no digits"}),
)
QS = package(
    "package-lock.json//qs@6.13.0",
    "pkg:npm/qs@6.13.0",
    version="6.13.0",
    direct=False,
    development=False,
    needed_by=frozenset({EXPRESS.id}),
    licenses=frozenset({"BSD-3-Clause OR Apache-2.0"}),
)
ODD = package(
    "requirements.txt//odd",
    "pkg:pypi/odd",
    version=Unknown("only a range is given"),
    direct=True,
    development=True,
    needed_by=Unknown("the file does not tell"),
    licenses=frozenset({"Our own <licence>", "MIT"}),
    layer="sha256:" + "1" * 64,
)


def bill(**values: Any) -> Bill:
    parts: dict[str, Any] = {
        "target": "shop \x1b[31m",
        "of": "directory",
        "version": "0.1.0",
        "packages": [EXPRESS, QS, ODD],
        **values,
    }
    return Bill(**parts)


def written(format: str, made: Bill) -> str:
    stream = io.StringIO()
    load(format).write(made, stream)
    return stream.getvalue()


WHOLE = bill(
    system=System("debian@12", distribution="debian", version="12", name="Debian 12"), created="2026-01-02T03:04:05Z"
)


@pytest.mark.parametrize("made", [bill(), WHOLE, bill(packages=[]), bill(of="image"), bill(of="rootfs")])
def test_cyclonedx_is_valid_by_its_schema(made: Bill) -> None:
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written("cyclonedx", made))

    assert error is None


@pytest.mark.parametrize("made", [bill(), WHOLE, bill(packages=[]), bill(of="image"), bill(of="rootfs")])
def test_spdx_is_valid_by_its_specification(made: Bill) -> None:
    assert spdx_errors(json.loads(written("spdx", made))) == []


@pytest.mark.parametrize("format", ids())
def test_the_same_bill_gives_the_same_bytes(format: str) -> None:
    assert written(format, bill()) == written(format, bill(packages=[QS, ODD, EXPRESS]))
    assert written(format, bill()) != written(format, bill(packages=[QS, ODD]))


def test_cyclonedx_tells_who_needs_whom() -> None:
    document = json.loads(written("cyclonedx", bill()))

    needs = {each["ref"]: each["dependsOn"] for each in document["dependencies"]}
    assert needs["target"] == ["pkg:npm/express@4.19.2", "pkg:pypi/odd"]
    assert needs["pkg:npm/express@4.19.2"] == ["pkg:npm/qs@6.13.0"]


def test_spdx_tells_who_needs_whom() -> None:
    document = json.loads(written("spdx", bill()))

    ids = {each["name"]: each["SPDXID"] for each in document["packages"]}
    related = {(e["spdxElementId"], e["relationshipType"], e["relatedSpdxElement"]) for e in document["relationships"]}
    assert (ids["express"], "DEPENDS_ON", ids["qs"]) in related
    assert (ids["odd"], "DEV_DEPENDENCY_OF", "SPDXRef-target") in related


def test_a_bill_with_gaps_says_that_it_may_lack_packages() -> None:
    gaps = [Gap("yarn.lock", "It has conflict markers.")]

    assert json.loads(written("cyclonedx", bill(gaps=gaps)))["compositions"][0]["aggregate"] == "incomplete"
    assert "could not be read" in json.loads(written("spdx", bill(gaps=gaps)))["comment"]


def test_a_version_that_is_not_known_is_left_out() -> None:
    components = {each["name"]: each for each in json.loads(written("cyclonedx", bill()))["components"]}

    assert "version" not in components["odd"]
    assert components["odd"]["scope"] == "excluded"


def test_a_package_that_two_files_tell_of_is_one_component() -> None:
    again = package("web/package-lock.json//express@4.19.2", "pkg:npm/express@4.19.2", version="4.19.2")

    document = json.loads(written("cyclonedx", bill(packages=[EXPRESS, again])))

    files = [each["value"] for each in document["components"][0]["properties"]]
    assert len(document["components"]) == 1
    assert files == ["package-lock.json", "web/package-lock.json"]


def test_no_control_character_reaches_a_bill() -> None:
    assert "\\u001b" not in written("cyclonedx", bill()) + written("spdx", bill())


@pytest.mark.parametrize(
    ("license", "expression"),
    [
        ("MIT", True),
        ("Apache-2.0 OR MIT", True),
        ("(GPL-2.0-only WITH Classpath-exception-2.0)", True),
        ("BSD", False),
        ("MIT Apache-2.0", False),
        ("MIT OR", False),
        ("", False),
        ("See LICENSE.txt", False),
    ],
)
def test_only_spdx_ids_joined_by_operators_are_an_expression(license: str, expression: bool) -> None:
    assert is_expression(license) is expression
