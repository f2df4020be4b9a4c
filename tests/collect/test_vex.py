"""VEX documents of three formats: what they say in our words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.tree import walk
from bartizan.collect.vex import read, said
from bartizan.collect.vex.statement import Malformed
from bartizan.core.vulnerability import Status

OPENVEX: dict[str, Any] = {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": "https://example.org/vex/1",
    "author": "Shop Security",
    "timestamp": "2026-01-01T00:00:00Z",
    "version": 1,
    "statements": [
        {
            "vulnerability": {"name": "CVE-2021-44228", "aliases": ["GHSA-jfh8-c2jp-5v3q"]},
            "products": [
                {
                    "@id": "pkg:oci/shop@sha256%3Aabc",
                    "subcomponents": [{"@id": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}],
                }
            ],
            "status": "not_affected",
            "justification": "vulnerable_code_not_present",
            "impact_statement": "JndiLookup is removed.",
        },
        {"vulnerability": "CVE-2020-1", "products": [{"@id": "pkg:npm/x"}], "status": "under_investigation"},
    ],
}

CSAF: dict[str, Any] = {
    "document": {
        "category": "csaf_vex",
        "publisher": {"name": "Vendor"},
        "tracking": {"current_release_date": "2026-02-01T00:00:00Z"},
    },
    "product_tree": {
        "branches": [
            {
                "category": "vendor",
                "branches": [
                    {
                        "category": "product_version",
                        "product": {
                            "product_id": "openssl-3",
                            "product_identification_helper": {"purl": "pkg:rpm/redhat/openssl@3.0.7?arch=x86_64"},
                        },
                    }
                ],
            }
        ],
        "relationships": [{"product_reference": "openssl-3", "full_product_name": {"product_id": "rhel9:openssl-3"}}],
    },
    "vulnerabilities": [
        {
            "cve": "CVE-2023-0286",
            "ids": [{"system_name": "x", "text": "RHBZ-1"}],
            "product_status": {"known_not_affected": ["rhel9:openssl-3"], "recommended": ["openssl-3"]},
            "flags": [{"label": "vulnerable_code_not_in_execute_path", "product_ids": ["rhel9:openssl-3"]}],
            "threats": [{"category": "impact", "details": "It is built without.", "product_ids": ["rhel9:openssl-3"]}],
        }
    ],
}

CYCLONEDX: dict[str, Any] = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "components": [{"bom-ref": "lib", "purl": "pkg:pypi/pyyaml@5.3"}],
    "vulnerabilities": [
        {
            "id": "CVE-2020-14343",
            "references": [{"id": "GHSA-8q59-q68h-6hv4"}],
            "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "safe_load alone"},
            "affects": [{"ref": "lib"}],
        },
        {"id": "CVE-1", "affects": [{"ref": "lib"}]},
    ],
}


def test_openvex_is_read_with_parts_and_aliases() -> None:
    first, second = read(json.dumps(OPENVEX), "a.json")

    assert first.ids == {"CVE-2021-44228", "GHSA-jfh8-c2jp-5v3q"}
    assert first.parts == {"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}
    assert (first.status, first.author) == (Status.NOT_AFFECTED, "Shop Security")
    assert first.reason == "vulnerable_code_not_present: JndiLookup is removed."
    assert (set(second.ids), second.status) == ({"CVE-2020-1"}, Status.UNDER_INVESTIGATION)


def test_csaf_is_read_through_relationships_and_flags() -> None:
    (one,) = read(json.dumps(CSAF), "a.json")

    assert (set(one.ids), one.status) == ({"CVE-2023-0286", "RHBZ-1"}, Status.NOT_AFFECTED)
    assert one.products == {"pkg:rpm/redhat/openssl@3.0.7?arch=x86_64"}
    assert one.reason == "vulnerable_code_not_in_execute_path: It is built without."


def test_cyclonedx_says_only_what_was_analysed() -> None:
    (one,) = read(json.dumps(CYCLONEDX), "a.json")

    assert (set(one.ids), set(one.products)) == ({"CVE-2020-14343", "GHSA-8q59-q68h-6hv4"}, {"pkg:pypi/pyyaml@5.3"})
    assert one.status is Status.NOT_AFFECTED


def test_documents_are_found_among_the_files_of_a_tree(tmp_path: Path) -> None:
    (tmp_path / ".vex").mkdir()
    (tmp_path / ".vex" / "shop.openvex.json").write_text(json.dumps(OPENVEX), encoding="utf-8")
    (tmp_path / "csaf.json").write_text(json.dumps(CSAF, indent=2), encoding="utf-8")
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"@context": "https://openvex.dev/ns/v0.2.0", ', encoding="utf-8")

    found = said(walk(tmp_path))

    assert [one.file for one in found.statements] == [".vex/shop.openvex.json"] * 2 + ["csaf.json"]
    assert [gap.file for gap in found.gaps] == ["broken.json"]


def test_a_status_that_there_is_not_is_refused() -> None:
    document = {**OPENVEX, "statements": [{"vulnerability": "CVE-1", "status": "ignored"}]}

    with pytest.raises(Malformed, match="ignored"):
        read(json.dumps(document), "a.json")


@given(junk=st.recursive(st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
def test_values_of_any_shape_raise_nothing_else(junk: object) -> None:
    for document, names in ((OPENVEX, ["statements"]), (CSAF, list(CSAF)[1:]), (CYCLONEDX, list(CYCLONEDX)[2:])):
        for name in names:
            try:
                read(json.dumps({**document, name: junk}), "a.json")
            except Malformed:
                continue
