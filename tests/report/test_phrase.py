"""Phrases: how numbers, places and module calls are said."""

from __future__ import annotations

from dataclasses import replace

from bartizan.core.finding import Evidence, Finding, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.priority import Decision, Priority
from bartizan.report.phrase import calls, count, cut, deciding, fact, gap_place, inputs, kinds_in_short, urgency
from tests.report.attack import PRIORITY


def found(asset: str, *via: Place, evidence: tuple[Evidence, ...] = ()) -> Finding:
    place = Place("a.tf", 1, 1, via=via)
    return Finding(rule="r", asset=asset, kind="k", verdict=Verdict.FAIL, place=place, evidence=evidence)


def test_one_is_singular_and_thousands_have_commas() -> None:
    assert (count(1, "gap"), count(0, "gap"), count(12345, "gap")) == ("1 gap", "0 gaps", "12,345 gaps")


def test_a_long_text_is_cut_to_the_length() -> None:
    assert (cut("abcdef", 4), cut("abcd", 4)) == ("abc…", "abcd")


def test_module_calls_are_named_by_the_address() -> None:
    outer, inner = Place("main.tf", 1), Place("net/main.tf", 2)

    named = calls(found('module.net["a.module.b"].module.edge.aws_subnet.a[0]', outer, inner))

    assert named == [(outer, 'module.net["a.module.b"]'), (inner, "module.edge")]


def test_module_calls_are_named_below_the_unit_that_was_read() -> None:
    (call,) = calls(found("infra/eu//module.net[0].aws_subnet.a", Place("main.tf", 1)))
    assert call == (Place("main.tf", 1), "module.net[0]")


def test_module_calls_that_do_not_match_the_address_stay_unnamed() -> None:
    outer, inner = Place("kustomization.yaml", 1), Place("base/kustomization.yaml", 2)
    assert calls(found("default/Deployment/web", outer, inner)) == [(outer, ""), (inner, "")]
    assert calls(found("module.a.aws_x.y", outer, inner)) == [(outer, ""), (inner, "")]


def test_evidence_names_another_asset_but_not_its_own() -> None:
    finding = found("aws_sg.a")

    said = [fact(Evidence(asset=asset, attribute="port", value="22"), finding) for asset in ("aws_sg.a", "aws_sg.b")]

    assert said == ["port = 22", "aws_sg.b: port = 22"]


def test_evidence_within_the_asset_is_named_by_what_is_inside() -> None:
    finding = found("aws_sg.a")
    assert fact(Evidence(asset="aws_sg.a/ingress/0", attribute="port", value="22"), finding) == "ingress/0: port = 22"
    assert fact(Evidence(asset="aws_sg.ab", attribute="port", value="22"), finding) == "aws_sg.ab: port = 22"


def test_the_deciding_place_is_the_evidence_s_or_the_asset_s() -> None:
    written = Evidence(asset="a", attribute="x", value="1", place=Place("b.tf", 9))
    unwritten = Evidence(asset="a", attribute="y", value="not set")

    block = Evidence(asset="a", attribute="z", value="not set", place=Place("a.tf", 1, end_line=9))

    assert deciding(found("a", evidence=(unwritten, block, written))) == Place("b.tf", 9)
    assert deciding(found("a", evidence=(unwritten, block))) == Place("a.tf", 1, end_line=9)
    assert deciding(found("a", evidence=(unwritten,))) == Place("a.tf", 1)


def test_kinds_are_told_in_short_with_what_is_left_out() -> None:
    assert kinds_in_short({"a": 1, "b": 20, "c": 3, "d": 1}, most=2) == "20 b, 3 c and 2 more of 2 kinds"
    assert kinds_in_short({"a": 1}) == "1 a"


def test_the_place_of_a_gap_is_as_exact_as_is_known() -> None:
    assert gap_place(Gap("a", "b")) == "a"
    assert gap_place(Gap("a", "b", 3)) == "a:3"
    assert gap_place(Gap("a", "b", 3, 4), "x/") == "x/a:3:4"


def test_urgency_names_the_decision_and_the_days() -> None:
    none = Priority(decision=Decision.TRACK, days=None, inputs=(), score=0.0)

    assert urgency(PRIORITY) == "act within 3 days"
    assert urgency(replace(PRIORITY, days=1)) == "act within 1 day"
    assert urgency(none) == "track: with the next regular update"


def test_the_inputs_of_a_decision_say_what_they_rest_on() -> None:
    assert inputs(PRIORITY)[0] == "exploited yes: listed by CISA on 2022-04-01"
    assert inputs(PRIORITY)[3] == "impact unknown: what it leads to is not known"
