"""Edits that take single causes away: made in files, which are then read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.finding import found
from bartizan.app.attack.found import Found
from bartizan.app.attack.otherwise import without
from bartizan.app.attack.remedy.opening import opening
from bartizan.app.attack.remedy.pipeline import pipeline
from bartizan.app.attack.remedy.removal import at, take_instance, take_statement
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot
from bartizan.collect.edit.file import applied
from bartizan.core.attack import Cause
from bartizan.core.kind import Asset

RULES = """locals {
  open = {
    ssh = { port = 22 }
    web = { port = 443 }
  }
}

resource "aws_security_group" "web" {}

resource "aws_vpc_security_group_ingress_rule" "this" {
  for_each = local.open

  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}
"""
QUEUE = """resource "aws_sqs_queue" "orders" {
  name = "orders"
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
  }
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = data.aws_iam_policy_document.orders.json
}
"""
WORKFLOW = """on:
  pull_request_target: {}
permissions: write-all
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          ref: ${{ github.event.pull_request.head.sha }}
      - run: make
"""
POD = """apiVersion: v1
kind: Pod
metadata: {name: shop}
spec: {containers: [{name: shop, image: shop}]}
"""
FILE = ".github/workflows/build.yml"


def looked(root: Path, **files: str) -> Found:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return found(target(root), Options(cache=None, jobs=1))


def asset(here: Found, end: str) -> Asset:
    return next(each for each in here.graph.assets if each.id.endswith(end))


def made(work: Workspace, root: Path) -> None:
    """Make all edits of a workspace in the files."""
    for file in {edit.file for edit in work.edits()}:
        path = root / file
        path.write_text(applied(path.read_text(), [edit for edit in work.edits() if edit.file == file]))


def cause(of: Asset, attribute: str = "", says: str = "") -> Cause:
    return Cause(id=of.id, asset=of.id, attribute=attribute, says=says, kind="setting")


def test_a_rule_of_for_each_goes_with_its_member_of_the_map(tmp_path: Path) -> None:
    here = looked(tmp_path, **{"main.tf": RULES})
    rule = asset(here, 'this["ssh"]')
    closing = opening(here.graph, rule, cause(rule, says="allows tcp 22 from 0.0.0.0/0"))
    work = Workspace(here.tree)

    assert closing is not None
    assert closing.change is not None
    closing.change(work)
    made(work, tmp_path)

    left = {each.id for each in looked(tmp_path).graph.assets if "ingress_rule" in each.id}
    assert {each.rpartition(".")[2] for each in left} == {'this["web"]'}
    assert "ssh" not in (tmp_path / "main.tf").read_text()


@pytest.mark.parametrize(
    ("many", "id"),
    [
        ("for_each = { for key, rule in local.open : key => rule }", 'this["ssh"]'),
        ("count = 2", "this[0]"),
    ],
)
def test_a_rule_that_is_computed_is_left_to_a_person(tmp_path: Path, many: str, id: str) -> None:
    here = looked(tmp_path, **{"main.tf": RULES.replace("for_each = local.open", many)})
    rule = next(each for each in here.graph.assets if "ingress_rule" in each.id)

    assert rule.place is not None
    with pytest.raises(Refused):
        take_instance(Workspace(here.tree), rule.place, id)


def test_the_only_statement_of_a_document_goes_with_the_policy_made_of_it(tmp_path: Path) -> None:
    here = looked(tmp_path, **{"main.tf": QUEUE})
    work = Workspace(here.tree)
    line = QUEUE[: QUEUE.index("  statement")].count("\n") + 1

    take_statement(work, "main.tf", Spot(line, 3))
    made(work, tmp_path)

    assert (tmp_path / "main.tf").read_text() == QUEUE[: QUEUE.index("data ")].rstrip("\n") + "\n"
    assert asset(looked(tmp_path), "aws_sqs_queue.orders").read("policy") is None


def test_a_document_with_another_use_is_left_to_a_person(tmp_path: Path) -> None:
    other = 'output "policy" {\n  value = data.aws_iam_policy_document.orders.json\n}\n'
    here = looked(tmp_path, **{"main.tf": QUEUE + other})
    line = QUEUE[: QUEUE.index("  statement")].count("\n") + 1

    with pytest.raises(Refused, match="more than one use"):
        take_statement(Workspace(here.tree), "main.tf", Spot(line, 3))


def test_a_checkout_takes_the_base_branch_and_keeps_its_other_inputs(tmp_path: Path) -> None:
    here = looked(tmp_path, **{FILE: WORKFLOW})
    step = asset(here, "build.steps.0")
    mending = pipeline(step, cause(step, "untrusted_checkout"))
    work = Workspace(here.tree)

    assert mending is not None
    assert mending.change is not None
    mending.change(work)
    made(work, tmp_path)

    assert asset(looked(tmp_path), "build.steps.0").read("untrusted_checkout") is False
    assert "fetch-depth: 0" in (tmp_path / FILE).read_text()


@pytest.mark.parametrize(
    "own", ["", "    permissions: write-all\n", "    permissions:\n      contents: write\n      packages: write\n"]
)
def test_a_token_only_reads_the_repository_and_keeps_its_other_rights(tmp_path: Path, own: str) -> None:
    here = looked(tmp_path, **{FILE: WORKFLOW.replace("    steps:\n", f"{own}    steps:\n"), "pod.yaml": POD})
    job = asset(here, "jobs.build")
    mending = pipeline(job, cause(job, "writes"))
    work = Workspace(here.tree)

    assert mending is not None
    assert mending.change is not None
    mending.change(work)
    made(work, tmp_path)

    assert asset(looked(tmp_path), "jobs.build").read("writes") is False
    assert ("packages: write" in (tmp_path / FILE).read_text()) == ("packages" in own)


def test_what_has_no_edit_says_what_to_do(tmp_path: Path) -> None:
    here = looked(tmp_path, **{FILE: WORKFLOW})
    job = asset(here, "jobs.build")

    mending = pipeline(job, cause(job, "guarded"))

    assert mending is not None
    assert mending.change is None
    assert "fork" in mending.manual


@pytest.mark.parametrize("document", [None, 3, "", "[]", "{", '{"Statement": "x"}', '{"Statement": []}'])
def test_a_document_without_the_statement_is_not_understood(document: object) -> None:
    told = without(document, 0)

    assert told is None


def test_a_statement_taken_out_leaves_the_others_where_they_are() -> None:
    told = without('{"Statement": [{"Action": "s3:*", "Effect": "Allow"}, {"Action": "sqs:*"}]}', 0)

    assert told == '{"Statement": [{"Effect": "Allow", "Action": "none:None"}, {"Action": "sqs:*"}]}'


def test_a_spot_is_that_of_the_place(tmp_path: Path) -> None:
    here = looked(tmp_path, **{"main.tf": QUEUE})
    place = asset(here, "aws_sqs_queue.orders").place

    assert place is not None
    assert at(place) == Spot(place.line, place.column)
