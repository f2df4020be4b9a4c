"""Scores are those that FIRST's specifications and calculators give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.advisories.cvss import score

PUBLISHED = {
    # Version 2.0: examples of the specification, and of NVD.
    "AV:N/AC:L/Au:N/C:N/I:N/A:C": 7.8,
    "AV:N/AC:L/Au:N/C:C/I:C/A:C": 10.0,
    "AV:L/AC:H/Au:N/C:C/I:C/A:C": 6.2,
    "AV:N/AC:M/Au:N/C:N/I:P/A:N": 4.3,
    "AV:N/AC:L/Au:N/C:P/I:P/A:P": 7.5,
    "AV:L/AC:L/Au:N/C:N/I:N/A:N": 0.0,
    "(AV:N/AC:L/Au:N/C:P/I:N/A:N)": 5.0,
    # Version 3.0 and 3.1: examples of FIRST's documents of examples.
    "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N": 6.4,
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N": 6.1,
    "CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N": 3.1,
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N": 7.5,
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H": 9.8,
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H": 10.0,
    "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H": 5.5,
    "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H": 6.8,
    "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:C/C:H/I:H/A:H": 9.1,
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N": 0.0,
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O": 9.8,
    # Version 4.0: from FIRST's calculator.
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H": 10.0,
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N": 9.3,
    "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N": 7.3,
    "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:A/VC:L/VI:L/VA:L/SC:H/SI:H/SA:H": 4.9,
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N": 0.0,
}
WRONG = [
    "", "CVSS:3.1", "CVSS:3.1/AV:N", "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:9.9/AV:N", "AV:N/AC:L/AV:N",
    "CVSS:4.0/AV:NN/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
]  # fmt: skip


@pytest.mark.parametrize(("vector", "wanted"), PUBLISHED.items())
def test_a_vector_has_the_published_score(vector: str, wanted: float) -> None:
    assert score(vector) == wanted


@pytest.mark.parametrize("vector", WRONG)
def test_what_is_no_vector_has_no_score(vector: str) -> None:
    assert score(vector) is None


METRICS = {
    "AV": "NALP",
    "AC": "LH",
    "AT": "NP",
    "PR": "NLH",
    "UI": "NPA",
    **dict.fromkeys(("VC", "VI", "VA", "SC", "SI", "SA"), "HLN"),
}


@given(
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in METRICS.items()}),
    st.sampled_from(sorted(METRICS)),
)
def test_a_worse_metric_never_lowers_the_score(given: dict[str, str], name: str) -> None:
    def vector(metrics: dict[str, str]) -> str:
        return "CVSS:4.0/" + "/".join(f"{key}:{value}" for key, value in metrics.items())

    worst = score(vector(given | {name: METRICS[name][0]}))
    here = score(vector(given))

    assert here is not None
    assert worst is not None
    assert 0 <= here <= worst <= 10


@given(st.text(alphabet="CVSS:34.01/AVNLHPUIR", max_size=60))
def test_any_text_has_a_score_or_none(text: str) -> None:
    assert score(text) is None or 0 <= (score(text) or 0) <= 10
