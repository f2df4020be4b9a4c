"""How soon to act on vulnerabilities: the published table, its inputs, and what is not known of them."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from bartizan.app.attack.priority import decided, of, prioritised
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.kinds.software.application import Application
from bartizan.content.kinds.software.package import Package
from bartizan.core.attack import AttackPath, Cause, Goal, Layer, Node, PathHop
from bartizan.core.finding import Finding, Verdict
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.core.priority import Decision, Input, Priority
from bartizan.core.truth import Truth, Unknown
from bartizan.core.vulnerability import Status, Vulnerability
from bartizan.graph.graph import Graph

TABLE = """
yes yes yes total 3 forensic
yes yes yes partial 3 -
yes yes no total 3 forensic
yes yes no partial 14 -
yes no yes total 3 -
yes no yes partial 14 -
yes no no total 14 -
yes no no partial 60 -
no yes yes total 3 forensic
no yes yes partial 14 -
no yes no total 14 -
no yes no partial 14 -
no no yes total 60 -
no no yes partial 60 -
no no no total - -
no no no partial - -
"""
"""Table 1 of BOD 26-04: exposed, exploited, automatable, impact; days and forensic triage."""
WORST = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_the_decision_is_that_of_the_published_table(row: str) -> None:
    exposed, exploited, automatable, impact, days, triage = row.split()

    found = decided(exposed == "yes", exploited == "yes", automatable == "yes", impact == "total")

    assert found == (None if days == "-" else int(days), triage == "forensic")


def test_the_table_has_every_case() -> None:
    rows = {tuple(row.split()[:4]) for row in TABLE.strip().splitlines()}

    assert rows == set(product(("yes", "no"), ("yes", "no"), ("yes", "no"), ("total", "partial")))


def flaw(vector: str = WORST, **said: Any) -> Vulnerability:
    return Vulnerability(asset="pkg", purl="pkg:npm/ejs@3.1.6", id="CVE-2022-29078", vector=vector, **said)


def exposed(truth: Truth) -> Input:
    return Input(name="exposed", truth=truth, says="so")


def truths(priority: Priority) -> dict[str, Truth]:
    return {each.name: each.truth for each in priority.inputs}


def test_an_unknown_input_makes_the_most_urgent_that_is_possible_and_says_so() -> None:
    priority = of(flaw(), exposed(Truth.UNKNOWN), on_path=False)

    assert (priority.decision, priority.days, priority.least) == (Decision.ACT, 3, Decision.TRACK_CLOSELY)


def test_a_decision_that_no_unknown_changes_is_certain() -> None:
    priority = of(flaw("", exploited=True), exposed(Truth.NO), on_path=False)

    assert truths(priority)["automatable"] is Truth.UNKNOWN
    assert priority.least is Decision.ATTEND
    assert of(flaw(exploited=True), exposed(Truth.YES), on_path=False).least is None


@pytest.mark.parametrize(
    ("vector", "automatable", "total"),
    [
        (WORST, Truth.YES, Truth.YES),
        ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N", Truth.YES, Truth.NO),
        ("CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H", Truth.NO, Truth.YES),
        ("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", Truth.NO, Truth.YES),
        ("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", Truth.YES, Truth.YES),
        ("CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N", Truth.NO, Truth.NO),
        ("AV:N/AC:L/Au:N/C:C/I:C/A:C", Truth.YES, Truth.YES),
        ("(AV:L/AC:L/Au:N/C:P/I:P/A:P)", Truth.NO, Truth.NO),
        ("", Truth.UNKNOWN, Truth.UNKNOWN),
        ("nonsense", Truth.UNKNOWN, Truth.UNKNOWN),
        ("CVSS:9.9/AV:N", Truth.UNKNOWN, Truth.UNKNOWN),
    ],
)
def test_vectors_tell_whether_it_is_automatable_and_total(vector: str, automatable: Truth, total: Truth) -> None:
    told = truths(of(flaw(vector), exposed(Truth.NO), on_path=False))

    assert (told["automatable"], told["impact"]) == (automatable, total)


def test_a_path_through_it_makes_the_impact_total() -> None:
    partial = flaw("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N")

    assert truths(of(partial, exposed(Truth.YES), on_path=True))["impact"] is Truth.YES


def test_the_score_grows_with_likelihood_severity_and_a_path() -> None:
    low = of(flaw(epss=0.01, score=5.0), exposed(Truth.NO), on_path=False).score
    high = of(flaw(epss=0.9, score=9.8, ransomware=True), exposed(Truth.NO), on_path=True).score

    assert 0 <= low < high <= 100


def world(runs: object = frozenset({"app"}), reached: object = True) -> list[Asset]:
    return [
        Package("pkg", name="ejs"),
        Application("app", packages=frozenset({"pkg"})),
        Workload("shop/Deployment/web", runs=runs, exposed=reached, exposed_by="Service web, port 80"),
    ]


def finding(asset: str = "pkg", verdict: Verdict = Verdict.FAIL) -> Finding:
    return Finding(rule="r", asset=asset, kind="k", verdict=verdict, place=Place(file="f", line=1))


def priority_in(assets: list[Asset], *known: Vulnerability) -> Priority | None:
    return prioritised([finding()], Graph(assets), known, [])[0].priority


def test_a_package_is_exposed_where_what_runs_with_it_is() -> None:
    told = priority_in(world(), flaw())

    assert told is not None
    assert truths(told)["exposed"] is Truth.YES
    assert any("Service web, port 80" in each.says for each in told.inputs)


@pytest.mark.parametrize(
    ("assets", "truth"),
    [
        (world(reached=False), Truth.NO),
        (world(reached=Unknown("the rules were not read")), Truth.UNKNOWN),
        (world(runs=frozenset()), Truth.UNKNOWN),
        ([Package("pkg", name="ejs")], Truth.UNKNOWN),
    ],
)
def test_exposure_that_is_not_seen_is_unknown(assets: list[Asset], truth: Truth) -> None:
    told = priority_in(assets, flaw())

    assert told is not None
    assert truths(told)["exposed"] is truth


def test_the_most_urgent_vulnerability_of_a_package_decides() -> None:
    told = priority_in(world(), flaw("CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N"), flaw(exploited=True))

    assert told is not None
    assert (told.days, told.forensic) == (3, True)


def test_what_does_not_count_has_no_priority() -> None:
    assert priority_in(world(), flaw(status=Status.NOT_AFFECTED)) is None
    assert priority_in(world()) is None


def node(id: str) -> Node:
    return Node(id=id, name=id, kind="k")


def test_findings_on_a_path_name_it_and_others_do_not() -> None:
    cause = Cause(id="pkg", asset="pkg", says="ejs 3.1.6", kind="package")
    hop = PathHop(
        step="s", title="t", technique="T1190", layer=Layer.CODE, actor=node("internet"), target=node("web"),
        gained=node("web"), truth=Truth.YES, weight=1.0, because="b", fix="f", causes=(cause,),
    )  # fmt: skip
    path = AttackPath(goal=Goal(node=node("web"), classes=("customer",)), hops=(hop,))
    findings = [finding("pkg"), finding("web"), finding("other"), finding("web", Verdict.PASS)]

    found = prioritised(findings, Graph(world()), [flaw()], [path])

    assert [each.paths for each in found] == [(path.id,), (path.id,), (), ()]
    assert found[0].priority is not None
    assert found[1].priority is None
