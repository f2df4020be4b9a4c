"""Packages as every format tells of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from packageurl import PackageURL

from bartizan.collect.package import PURL_TYPES, Package, merged, purl
from bartizan.core.place import Place
from bartizan.core.truth import Unknown


@given(
    ecosystem=st.sampled_from(sorted(PURL_TYPES)),
    name=st.from_regex(r"(@?[aZ0._-]{1,5}[/:])?[aZ0._-]{1,5}", fullmatch=True),
    version=st.from_regex(r"[0-9aZ._+~-]{1,8}", fullmatch=True),
)
def test_a_package_url_is_as_the_library_writes_it(ecosystem: str, name: str, version: str) -> None:
    kind = PURL_TYPES[ecosystem]
    namespace, _, bare = name.rpartition(":" if kind == "maven" else "/")
    try:
        expected = PackageURL(kind, namespace or None, bare, version).to_string()
    except ValueError:
        return

    assert purl(ecosystem, name, version) == expected


def test_a_scope_is_escaped() -> None:
    assert purl("npm", "@babel/core", "7.0.0") == "pkg:npm/%40babel/core@7.0.0"


def told(direct: bool | Unknown = False, development: bool = True, by: str = "a") -> Package:
    return Package(
        ecosystem="npm",
        name="x",
        version="1",
        place=Place("f"),
        direct=direct,
        development=development,
        needed_by={by},
    )


def test_a_package_told_twice_is_direct_and_of_production_if_it_is_so_anywhere() -> None:
    (one,) = merged([told(), told(direct=True, development=False, by="b")])

    assert (one.value["direct"], one.value["development"], one.value["needed_by"]) == (True, False, ["a", "b"])


def test_what_one_place_does_not_tell_stays_unknown() -> None:
    (one,) = merged([told(), told(direct=Unknown("not told"))])

    assert isinstance(one.value["direct"], Unknown)
