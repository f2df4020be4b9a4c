"""The order of versions held against others who order them: univers, dpkg and rpm.

Where univers is wrong by the ecosystem's own rules, what it is asked is kept away from that:
- Alpine: numbers with a leading zero (apk compares them as texts, univers as numbers when they come first), and a
  version without a build (apk puts it before `-r0`, univers takes it for that);
- Maven: a word after a dot (`1.RC`; Maven takes it for one after a dash), a zero alone
  between dashes (`1-0-1`), and words that mean nothing before others;
- Packagist: what comes after the numbers (`-RC1`, `-p1`), which univers orders as semantic versions do.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.versions.order import key

versions = pytest.importorskip("univers.versions", reason="univers, the oracle, is not installed")

NUMBER = st.sampled_from(["0", "1", "2", "9", "10", "11", "100", "20240101"])
PADDED = NUMBER | st.sampled_from(["00", "01", "007"])


def chain(part: st.SearchStrategy[str], glue: str, most: int) -> st.SearchStrategy[str]:
    """Return numbers with something between them."""
    more = st.lists(st.tuples(st.sampled_from(glue.split()), part), max_size=most)
    return st.builds(lambda first, rest: first + "".join(a + b for a, b in rest), part, more)


def ended(start: st.SearchStrategy[str], *ends: str) -> st.SearchStrategy[str]:
    return st.builds("".join, st.tuples(start, *(st.sampled_from(["", *end.split()]) for end in ends)))


DEBIAN = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "1:", "2:"]),
        chain(PADDED, ". + ~ ~rc a b +dfsg ~~ - .z A", 4),
        st.sampled_from(["", "-1", "-1ubuntu2", "-0.1~bpo", "-2+deb12u1"]),
    ),
)
RPM_PART = chain(PADDED, ". _ ~ ^ .rc a b .. + Z", 5)
RPM = st.builds(
    "".join, st.tuples(st.sampled_from(["", "1:", "2:"]), RPM_PART, st.sampled_from(["-1", "-1.el8", "-2.el8_9.1"]))
)
SEMANTIC = ended(
    st.builds("{}.{}.{}".format, NUMBER, NUMBER, NUMBER), "-alpha -alpha.1 -rc.2 -0 -beta.11 -1.2.a", "+b1"
)
SPOKEN: dict[str, tuple[st.SearchStrategy[str], str]] = {
    "Debian": (DEBIAN, "DebianVersion"),
    "Red Hat": (RPM, "RpmVersion"),
    "Alpine": (
        ended(chain(NUMBER, ".", 3), "a z", "_rc1 _alpha _p2 _beta2").map("{}-r1".format),
        "AlpineLinuxVersion",
    ),
    "PyPI": (
        ended(chain(PADDED, ".", 3), "a1 b2 rc1 .alpha3 -rc.1", ".post1 -2", ".dev1", "+local.1 +abc +1"),
        "PypiVersion",
    ),
    "npm": (SEMANTIC, "SemverVersion"),
    "Go": (st.builds("v{}".format, SEMANTIC), "GolangVersion"),
    "Maven": (
        ended(
            chain(NUMBER.filter(lambda text: text != "0"), ". .0. -", 3),
            "-alpha -beta1 -rc -SNAPSHOT -sp -foo -RC2 -m1 -b2",
        ),
        "MavenVersion",
    ),
    "RubyGems": (chain(NUMBER, ". .a. .rc .pre.", 4), "RubygemsVersion"),
    "NuGet": (ended(chain(PADDED, ".", 3), "-alpha -Beta -rc.1 -RC.2"), "NugetVersion"),
    "Packagist": (ended(st.builds("{}.{}".format, NUMBER, NUMBER), ".0 .1 .10"), "ComposerVersion"),
}


def compared(low: Any, high: Any) -> int:
    return int(low > high) - int(low < high)


@pytest.mark.parametrize("ecosystem", sorted(SPOKEN))
def test_univers_agrees(ecosystem: str) -> None:
    strategy, name = SPOKEN[ecosystem]
    oracle = getattr(versions, name)

    @settings(max_examples=300)
    @given(strategy, strategy)
    def agree(one: str, other: str) -> None:
        assert compared(key(ecosystem, one), key(ecosystem, other)) == compared(oracle(one), oracle(other))

    agree()


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="dpkg is not installed")
@settings(max_examples=60)
@given(DEBIAN, DEBIAN)
def test_dpkg_agrees(one: str, other: str) -> None:
    relation = {-1: "lt", 0: "eq", 1: "gt"}[compared(key("Debian", one), key("Debian", other))]

    done = subprocess.run(["dpkg", "--compare-versions", one, relation, other], check=False, capture_output=True)

    assert done.returncode == 0


@pytest.mark.skipif(shutil.which("rpm") is None, reason="rpm is not installed")
@settings(max_examples=20)
@given(st.lists(st.tuples(RPM_PART, RPM_PART), min_size=20, max_size=40))
def test_rpm_agrees(pairs: list[tuple[str, str]]) -> None:
    program = " ".join(f'print(rpm.vercmp("{one}","{other}")..";")' for one, other in pairs)

    done = subprocess.run(["rpm", "--eval", f"%{{lua:{program}}}"], check=True, capture_output=True, text=True)

    told = [int(part) for part in done.stdout.strip().rstrip(";").split(";")]
    assert told == [compared(key("Red Hat", one), key("Red Hat", other)) for one, other in pairs]
