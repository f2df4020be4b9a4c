"""Bills of others as targets: what is read of them, in every notation."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.packages.sbom import FORMAT
from bartizan.collect.resource import Reading
from bartizan.collect.tree import walk
from bartizan.core.truth import Unknown
from bartizan.report.bill import load
from tests.report.test_bill import WHOLE

CYCLONEDX: dict[str, Any] = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "metadata": {"component": {"bom-ref": "app", "type": "application", "name": "app"}},
    "components": [
        {
            "bom-ref": "a",
            "type": "library",
            "name": "log4j-core",
            "version": "2.14.1",
            "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
            "licenses": [{"license": {"id": "Apache-2.0"}}],
            "hashes": [{"alg": "SHA-256", "content": "AB" * 32}],
            "components": [{"bom-ref": "b", "type": "library", "name": "x", "purl": "pkg:pypi/Ruamel_Yaml@0.17"}],
        },
        {
            "bom-ref": "c",
            "type": "library",
            "name": "libssl3",
            "version": "3.0.11-1~deb12u2",
            "purl": "pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12&upstream=openssl",
        },
        {"bom-ref": "os", "type": "operating-system", "name": "debian", "version": "12"},
        {"bom-ref": "d", "type": "library", "name": "nameless"},
    ],
    "dependencies": [{"ref": "app", "dependsOn": ["a"]}, {"ref": "a", "dependsOn": ["b"]}],
}

XML = """<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1">
  <components>
    <component type="library" bom-ref="a">
      <name>lodash</name><version>4.17.20</version><scope>excluded</scope>
      <hashes><hash alg="SHA-1">abcd</hash></hashes>
      <licenses><license><id>MIT</id></license></licenses>
      <purl>pkg:npm/lodash@4.17.20</purl>
    </component>
  </components>
</bom>"""

TAGS = """SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
DocumentComment: <text>PackageName: not this one
PackageVersion: 9</text>

PackageName: requests
SPDXID: SPDXRef-requests
PackageVersion: 2.19.0
PackageLicenseDeclared: Apache-2.0
PackageChecksum: SHA1: abcdef
ExternalRef: PACKAGE-MANAGER purl pkg:pypi/requests@2.19.0

PackageName: urllib3
SPDXID: SPDXRef-urllib3
PackageVersion: 1.23
PackageLicenseDeclared: NOASSERTION
ExternalRef: PACKAGE-MANAGER purl pkg:pypi/urllib3@1.23

Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-requests
Relationship: SPDXRef-requests DEPENDS_ON SPDXRef-urllib3
"""


def read(folder: Path, text: str, name: str = "bom.json") -> Reading:
    (folder / name).write_text(text, encoding="utf-8")
    tree = walk(folder / name)
    units = list(FORMAT.units(tree))
    assert units, "not recognised"
    return FORMAT.read(units[0], tree)


def values(reading: Reading) -> dict[str, dict[str, Any]]:
    return {resource.address: resource.value for resource in reading.resources}


def test_cyclonedx_json_tells_packages_nested_ones_too(tmp_path: Path) -> None:
    reading = read(tmp_path, json.dumps(CYCLONEDX, indent=1))

    found = values(reading)
    assert set(found) == {
        "org.apache.logging.log4j:log4j-core@2.14.1",
        "ruamel-yaml@0.17",
        "libssl3@3.0.11-1~deb12u2",
    }
    log4j = found["org.apache.logging.log4j:log4j-core@2.14.1"]
    assert (log4j["ecosystem"], log4j["direct"], log4j["licenses"]) == ("Maven", True, ["Apache-2.0"])
    assert log4j["checksums"] == ["sha256:" + "ab" * 32]
    assert found["ruamel-yaml@0.17"]["needed_by"] == ["org.apache.logging.log4j:log4j-core@2.14.1"]
    assert "1 components have no package URL" in reading.gaps[0].why


def test_a_package_of_a_distribution_has_its_release_and_source(tmp_path: Path) -> None:
    found = values(read(tmp_path, json.dumps(CYCLONEDX)))["libssl3@3.0.11-1~deb12u2"]

    assert (found["ecosystem"], found["source_name"]) == ("Debian:12", "openssl")
    assert found["source_version"] == "3.0.11-1~deb12u2"


def test_cyclonedx_xml_is_read(tmp_path: Path) -> None:
    reading = read(tmp_path, XML, "bom.xml")

    found = values(reading)["lodash@4.17.20"]
    assert (found["development"], found["licenses"], found["checksums"]) == (True, ["MIT"], ["sha1:abcd"])
    assert reading.resources[0].place.line == 4


def test_spdx_tags_and_values_are_read(tmp_path: Path) -> None:
    found = values(read(tmp_path, TAGS, "bom.spdx"))

    assert set(found) == {"requests@2.19.0", "urllib3@1.23"}
    assert found["urllib3@1.23"]["needed_by"] == ["requests@2.19.0"]
    assert found["requests@2.19.0"]["licenses"] == ["Apache-2.0"]
    assert found["urllib3@1.23"]["licenses"] == []


@pytest.mark.parametrize("format", ["cyclonedx", "spdx"])
def test_what_is_written_is_read_again(format: str, tmp_path: Path) -> None:
    stream = io.StringIO()
    load(format).write(WHOLE, stream)

    found = values(read(tmp_path, stream.getvalue()))

    assert set(found) == {"express@4.19.2", "qs@6.13.0", "odd"}
    assert found["qs@6.13.0"]["needed_by"] == ["express@4.19.2"]
    assert found["express@4.19.2"]["direct"] is True
    assert isinstance(found["odd"]["version"], Unknown)


def test_a_bill_without_relations_does_not_tell_what_is_direct(tmp_path: Path) -> None:
    bill = {**CYCLONEDX, "dependencies": []}

    found = values(read(tmp_path, json.dumps(bill)))

    assert all(
        isinstance(each["direct"], Unknown) and isinstance(each["needed_by"], Unknown) for each in found.values()
    )


def test_a_bill_among_sources_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "bom.json").write_text(json.dumps(CYCLONEDX), encoding="utf-8")
    (tmp_path / "main.py").write_text("", encoding="utf-8")

    assert list(FORMAT.units(walk(tmp_path))) == []


@pytest.mark.parametrize(
    "text", ['{"bomFormat": "CycloneDX", "components": [', '{"bomFormat": "CycloneDX"' + "[" * 100_000]
)
def test_a_broken_bill_is_a_gap(text: str, tmp_path: Path) -> None:
    reading = read(tmp_path, text)

    assert not reading.resources
    assert "JSON" in reading.gaps[0].why


@given(junk=st.recursive(st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
def test_values_of_any_shape_raise_nothing(junk: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in ("components", "dependencies", "metadata"):
        bill = {**CYCLONEDX, name: junk}

        assert isinstance(read(tmp_path_factory.getbasetemp(), json.dumps(bill)), Reading)
