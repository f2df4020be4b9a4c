"""Targets made of assets, and of texts, for tests of attack paths."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bartizan.app.attack.finding import found
from bartizan.app.attack.found import Found, made
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.app.vulnerable import Examined
from bartizan.app.whole import Whole
from bartizan.collect.tree import Tree
from bartizan.core.kind import Asset
from bartizan.graph.graph import Graph

ALONE = Options(cache=None, jobs=1, data=Path("no-advisories.db"))


def found_in(*assets: Asset, **options: object) -> Found:
    """Return what attackers can do in a world of assets."""
    told = [type(asset)(asset.id, **asset.values) for asset in assets]
    return made("test", Tree(Path(), ()), Whole(Graph(told), Examined()), replace(ALONE, **options))  # type: ignore[arg-type]  # names of options, given by tests


def found_at(folder: Path, files: Mapping[str, str], **options: object) -> Found:
    """Return what attackers can do in a directory of these files."""
    write(folder, files)
    return found(target(folder), replace(ALONE, **options))  # type: ignore[arg-type]  # names of options, given by tests


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a directory."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


OFFICE = {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}


def bucket(name: str) -> str:
    """Return the Terraform of a bucket."""
    return f'resource "aws_s3_bucket" "{name}" {{\n  bucket = "shop-{name}"\n}}\n'


def user(name: str, *actions: str, on: str = "*", when: Mapping[str, object] | None = None) -> str:
    """Return the Terraform of a user, with a policy of its own where there are actions."""
    policy = _policy("user", name, actions, on, when) if actions else ""
    return f'resource "aws_iam_user" "{name}" {{\n  name = "{name}"\n}}\n{policy}'


def role(name: str, *actions: str, trusts: str, on: str = "*") -> str:
    """Return the Terraform of a role that trusts the ARN of an expression."""
    trust = '{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ' + trusts + " } }"
    return (
        f'resource "aws_iam_role" "{name}" {{\n  name = "{name}"\n'
        f'  assume_role_policy = jsonencode({{ Version = "2012-10-17", Statement = [{trust}] }})\n}}\n'
        + _policy("role", name, actions, on, None)
    )


def _policy(of: str, name: str, actions: tuple[str, ...], on: str, when: Mapping[str, object] | None) -> str:
    said = {"Effect": "Allow", "Action": list(actions), "Resource": on, **({"Condition": when} if when else {})}
    return (
        f'resource "aws_iam_{of}_policy" "{name}" {{\n  name = "own"\n  {of} = aws_iam_{of}.{name}.name\n'
        f'  policy = jsonencode({{ Version = "2012-10-17", Statement = {json.dumps([said])} }})\n}}\n'
    )
