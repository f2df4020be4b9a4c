"""The AWS steps: every published way is there, and what they ask for is what AWS checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bartizan.app import catalog
from bartizan.app.identity.world import world_of
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.core.step import Act, Step, Upon, Use
from bartizan.core.truth import Truth
from bartizan.identity.aws import actions
from bartizan.identity.hole import overlap
from tests.content.trial import read

STEPS = [step for step in catalog.steps().values() if step.id.startswith("aws-")]

PATHFINDING = {
    "apprunner": 2, "bedrock": 2, "cloudformation": 5, "codebuild": 4, "datapipeline": 1, "ec2": 4, "ecs": 5,
    "glue": 6, "iam": 21, "lambda": 6, "sagemaker": 5, "ssm": 2, "sts": 1,
}  # fmt: skip
"""How many paths pathfinding.cloud has of each service, numbered from 001; `ec2instanceconnect-003` stands alone."""


def uses(*upon: Upon) -> list[Any]:
    return [
        pytest.param(step, use, action, id=f"{step.id}-{action}")
        for step in STEPS
        if isinstance(step.move, Act)
        for use in step.move.uses
        for action in use.actions
        if not upon or use.upon in upon
    ]


def acts() -> Iterator[tuple[Step[Any, Any], Act[Any]]]:
    for step in STEPS:
        if isinstance(step.move, Act):
            yield step, step.move


def about(action: str, name: str) -> bool:
    """Tell whether a thing of this name can be what an action is about: of that service, and named like that kind."""
    service, rest = parts(re.sub(r"\{[^}]*\}", "*", name))
    kinds = [parts(kind.pattern) for kind in actions.kinds(action)]
    return any(service == other and overlap(rest, pattern) for other, pattern in kinds)


def parts(arn: str) -> tuple[str, str]:
    """Return the service and the resource of an ARN."""
    _, _, service, _, _, rest = arn.split(":", 5)
    return service, rest


def test_every_path_of_pathfinding_cloud_is_told_by_one_step() -> None:
    named = [each for step in STEPS for each in step.references]

    expected = {f"{service}-{number:03}" for service, count in PATHFINDING.items() for number in range(1, count + 1)}
    assert sorted(named) == sorted(f"pathfinding.cloud {id}" for id in (*expected, "ec2instanceconnect-003"))


@pytest.mark.parametrize(("step", "use", "action"), uses())
def test_action_is_published(step: Step[Any, Any], use: Use, action: str) -> None:
    assert action in actions.names()


@pytest.mark.parametrize(("step", "use", "action"), uses(Upon.NEW))
def test_what_is_made_is_what_the_action_is_about(step: Step[Any, Any], use: Use, action: str) -> None:
    """An action without kinds of resource is asked for on `*`; any other on a name that one of its kinds can have."""
    if use.resource:
        assert about(action, use.resource)
    else:
        assert not any(kind.required for kind in actions.kinds(action))


@pytest.mark.parametrize(("step", "use", "action"), uses(Upon.TARGET))
def test_what_is_acted_on_is_what_the_action_is_about(step: Step[Any, Any], use: Use, action: str) -> None:
    on = step.move.on if isinstance(step.move, Act) else Identity

    assert use.along or use.by or about(action, use.resource or on.identifier)


def test_a_role_that_is_passed_on_its_own_must_trust_the_service() -> None:
    """Without that no service could run anything as the role: the pass-role paths are bound to real roles."""
    for step, move in acts():
        passes = [use for use in move.uses if "iam:PassRole" in use.actions and use.upon is Upon.TARGET]
        trusted = [use for use in move.uses if "sts:AssumeRole" in use.actions and use.by.startswith("service:")]
        assert not passes or trusted, step.id


def test_what_passes_a_role_says_to_which_service() -> None:
    for step, move in acts():
        for use in move.uses:
            if "iam:PassRole" in use.actions:
                assert use.given["iam:passedtoservice"].endswith(".amazonaws.com"), step.id


def test_whoever_acts_is_an_identity() -> None:
    for step, _ in acts():
        assert issubclass(step.actor, Identity), step.id


def test_keys_of_requests_are_in_lower_case() -> None:
    for step, move in acts():
        for use in move.uses:
            assert all(key == key.lower() for key in use.given), step.id


def test_nothing_is_gained_for_good_past_a_boundary() -> None:
    """What writes policies gains everything only where no boundary limits them, or where that is what it removes."""
    for step, move in acts():
        writes = {action for use in move.uses for action in use.actions if re.search("(Attach|Put).*Policy$", action)}
        made = any(use.upon is Upon.NEW for use in move.uses)
        if step.id != "aws-administrator" and writes and not made and str(move.gains) == "Gain.ADMIN":
            assert "bounded" in f"{step.when} {step.where}", step.id


TERRAFORM = """
data "aws_caller_identity" "here" {}

resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_group" "devs" {
  name = "devs"
}

resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = [aws_iam_group.devs.name]
}

resource "aws_iam_policy" "work" {
  name   = "work"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["lambda:*", "ssm:StartSession"], Resource = "*" },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.app.arn
        Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicyVersion"
        Resource = "arn:aws:iam::${data.aws_caller_identity.here.account_id}:policy/work"
      },
    ]
  })
}

resource "aws_iam_group_policy_attachment" "work" {
  group      = aws_iam_group.devs.name
  policy_arn = aws_iam_policy.work.arn
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "agent" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "node" {
  role = aws_iam_role.node.name
}

resource "aws_instance" "web" {
  ami                  = "ami-1"
  iam_instance_profile = aws_iam_instance_profile.node.name
}
"""


def test_steps_are_told_from_code_before_anything_is_deployed(tmp_path: Path) -> None:
    """The account, the region and most names are not known there, and still everything that decides is."""
    (tmp_path / "main.tf").write_text(TERRAFORM, "utf-8")

    world = world_of(read(tmp_path))
    certain = {
        (move.step, move.gained.partition(":")[0])
        for each in world.moves
        for move in each
        if move.actor == "aws_iam_user.ann" and move.truth is Truth.YES
    }

    assert certain == {
        ("aws-iam-own-policy-version", "admin"),
        ("aws-lambda-pass-role-and-invoke", "aws_iam_role.app"),
        ("aws-lambda-pass-role-and-map", "aws_iam_role.app"),
        ("aws-lambda-pass-role-and-permit", "aws_iam_role.app"),
        ("aws-lambda-pass-role-and-url", "aws_iam_role.app"),
        ("aws-ssm-session", "aws_iam_role.node"),
    }
