"""Versions become bytes that sort as each ecosystem orders its versions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.versions.order import SCHEMES, Malformed, key

ASCENDING = {
    "Debian": (
        "0~~ 0~ 0 0+b1 1.0~rc1-1 1.0-0.1 1.0-1~bpo1 "
        "1.0-1 1.0-1+deb12u1 1.0-1+deb12u2 1.0a-1 1.0+dfsg-1 1.2-1 1.10-1 1:0.1"
    ),
    "Ubuntu:22.04:LTS": "2.35-0ubuntu3 2.35-0ubuntu3.1 2.35-0ubuntu3.10 2.36-1",
    "Red Hat:enterprise_linux:9::baseos": (
        "1.0~rc1-1.el9 1.0-1.el9 1.0-1.el9_2 1.0^git1-1.el9 1.0a-1.el9 1.0.1-1.el9 1.2-1.el9 1.10-1.el9 1:0.5-1.el9"
    ),
    "Alpine:v3.19": (
        "1.0_alpha 1.0_beta2 1.0_pre1 1.0_rc1 1.0 1.0-r1 1.0-r10 1.0_git20240101 1.0_p1 1.0a 1.0.0 1.0.1 1.01 1.1 1.10"
    ),
    "PyPI": (
        "1.0.dev1 1.0a1.dev1 1.0a1 1.0a2 1.0b1 1.0rc1 1.0 1.0+abc 1.0+abc.5 1.0+5 1.0.post1.dev1 1.0.post1 1.0.1 1.2 "
        "1.10 1!0.1"
    ),
    "npm": (
        "1.0.0-0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 "
        "1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.1 1.2.0 1.10.0"
    ),
    "crates.io": "0.1.0-rc.1 0.1.0 0.1.1 1.0.0",
    "Go": "go1.21rc2 go1.21.0 v1.21.1-0.20230912144702-c363fe2c2ed8 v1.21.1 go1.22 v2.0.0+incompatible v2.0.1",
    "Maven": "1-alpha-1 1-beta 1-m2 1-rc1 1-SNAPSHOT 1 1-sp 1-foo 1-1 1.0.1 1.1 1.2.3 1.10",
    "RubyGems": "1.0.a 1.0.b1 1.0.pre 1.0.rc1 1.0 1.0.0.1 1.0.1 1.2 1.10",
    "NuGet": "1.0.0-alpha 1.0.0-Beta 1.0.0-rc.2 1.0.0-rc.10 1.0.0 1.0.0.1 1.0.1 1.10",
    "Packagist": "1.0-dev 1.0-alpha1 1.0-beta1 1.0-beta2 1.0-RC1 v1.0 1.0-p1 1.0.1 1.2 1.10",
    "Hex": "1.0.0-rc.0 1.0.0 1.0.1",
    "Pub": "1.0.0-dev.1 1.0.0 1.0.0+1 1.0.0+2 1.0.0+10 1.0.1",
    "SwiftURL": "1.0.0-beta 1.0.0 v1.1.0",
    "GitHub Actions": "v1 v1.0.1 v1.2 v2",
    "CRAN": "1.0 1.0-1 1.0-2 1.1 1.10",
    "openSUSE:Leap 15.6": "1.0-150600.1.1 1.0-150600.3.2.1 1.1-1",
    "Wolfi": "3.1.0-r0 3.1.0-r1 3.1.1-r0",
    "Conda": "1.0rc1 1.0 1.1",
    "Root:Alpine:3.18": "1.0_rc1-r0 1.0-r0 1.0-r1",
}
SAME = {
    "Debian": ["1.0 1.0-0", "0:1 1", "1.0-01 1.0-1", "1. 1.0"],
    "Red Hat": ["1.0 1_0", "0:1-1 1-1", "1.01-1 1.1-1", "(none):1-1 1-1"],
    "PyPI": [
        "1 1.0.0",
        "1.0-1 1.0.post1",
        "1.0c1 1.0rc1",
        "v1.0 1.0",
        "1.0-ALPHA.1 1.0a1",
        "1.0+ubuntu-1 1.0+ubuntu.1",
    ],
    "npm": ["1.0.0+a 1.0.0+b", "v1.0.0 1.0.0", "1 1.0.0"],
    "Go": ["go1.21.0 1.21.0", "v2.0.0+incompatible v2.0.0", "go1.22.1-X:boringcrypto go1.22.1"],
    "Maven": [
        "1 1.0.0",
        "1.0 1.0-final",
        "1.0 1-ga",
        "1.0-RC1 1.0-cr1",
        "1-a1 1-alpha-1",
        "1.0.RC1 1.0-RC1",
        "1.0-1 1-1",
    ],
    "RubyGems": ["1 1.0.0", "1.0.a 1.a", "1-rc1 1.pre.rc1"],
    "NuGet": ["1.0 1.0.0.0", "1.0-BETA 1.0-beta"],
    "Packagist": ["1.0 v1.0.0.0", "1.0.0-stable 1.0", "1.0-patch1 1.0p1"],
    "Alpine": ["1-r 1-r0"],
}
BAD = {
    "Debian": ["", "a b", "1.0_1", "x:1"],
    "Alpine": ["1.0-1", "abc", "1..0", "1.0_foo"],
    "PyPI": ["banana", "1.0-foo", "2004d"],
    "npm": ["latest", "8e5e7e5ab8b370d6c329ec480221332ada57f0ab", "", "^1.0.0"],
    "Go": ["devel +abc", "(devel)", "gobble"],
    "Maven": ["", " "],
    "RubyGems": ["a", "1..2"],
    "Packagist": ["dev-main", "1.x-dev", "master"],
    "CRAN": ["1.a"],
    "Red Hat": ["", "-"],
}


def cases(table: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(eco, low, high) for eco, chain in table.items() for low, high in pairwise(chain.split())]


@pytest.mark.parametrize(("ecosystem", "low", "high"), cases(ASCENDING))
def test_a_version_comes_before_the_next_one(ecosystem: str, low: str, high: str) -> None:
    assert key(ecosystem, low) < key(ecosystem, high)


@pytest.mark.parametrize(("ecosystem", "pair"), [(eco, pair) for eco, pairs in SAME.items() for pair in pairs])
def test_spellings_of_one_version_are_the_same(ecosystem: str, pair: str) -> None:
    one, other = pair.split(" ")

    assert key(ecosystem, one) == key(ecosystem, other)


@pytest.mark.parametrize(("ecosystem", "version"), [(eco, text) for eco, texts in BAD.items() for text in texts])
def test_what_is_no_version_is_malformed(ecosystem: str, version: str) -> None:
    with pytest.raises(Malformed):
        key(ecosystem, version)


@pytest.mark.parametrize("ecosystem", sorted({*SCHEMES, "npm", "Nowhere"}))
def test_endless_texts_and_numbers_are_malformed_not_slow(ecosystem: str) -> None:
    for text in ("1" * 300, "1." * 900 + "x" * 300, "-" * 1999, "9" * 3000):
        try:
            key(ecosystem, text)
        except Malformed:
            continue


@given(st.sampled_from(sorted({*SCHEMES, "npm"})), st.text(max_size=30))
def test_any_text_is_a_version_or_malformed(ecosystem: str, text: str) -> None:
    try:
        made = key(ecosystem, text)
    except Malformed:
        return

    assert isinstance(made, bytes)
    assert made


@given(st.sampled_from(sorted({*SCHEMES, "npm"})), st.from_regex(r"\A[0-9]{1,2}(\.[0-9]{1,2}){0,3}\Z"))
def test_a_key_never_begins_another_key(ecosystem: str, text: str) -> None:
    """So the least bytes above a key are the key and a zero: where an interval ends that has the key in it."""
    made = key(ecosystem, text)
    more = key(ecosystem, text + ".1")

    assert not more.startswith(made)
