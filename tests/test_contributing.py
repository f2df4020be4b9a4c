"""The examples in CONTRIBUTING.md are right: they are tried as the declarations they are."""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from bartizan.collect.assets import plan
from bartizan.core.claim import Framework, Requirement, Rule
from bartizan.core.kind import Asset
from bartizan.core.source import Source
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.posture.judge import answer

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = re.compile(r"^`(src/[^`]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = dict(EXAMPLE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))


def example(part: str) -> tuple[str, str]:
    """Return path and text of the one example whose path has `part`."""
    (found,) = (item for item in EXAMPLES.items() if part in item[0])
    return found


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The example of a kind, as the module it would be."""
    path, text = example("/kinds/")
    name = path.removeprefix("src/").removesuffix(".py").replace("/", ".")
    module = ModuleType(name)
    exec(compile(text, path, "exec"), vars(module))
    monkeypatch.setitem(sys.modules, name, module)
    return module


@pytest.fixture
def rule(kind: ModuleType) -> Rule[Asset]:
    path, text = example("/rules/")
    names: dict[str, Rule[Asset]] = {}
    exec(compile(text, path, "exec"), names)
    return names["RULE"]


def test_the_sources_read_every_attribute_of_the_kind(kind: ModuleType) -> None:
    sources = [value for value in vars(kind).values() if isinstance(value, Source)]

    assert len(sources) == 2
    for source in sources:
        assert {term.name for term in source.reads} == set(source.of.attributes)
        assert plan(source).source is source
        assert all(type(shown.gives) is source.of for shown in source.shows)


def test_the_rule_is_named_as_its_file_and_its_examples_hold(rule: Rule[Asset]) -> None:
    path, text = example("/rules/")

    assert Path(path).stem.replace("_", "-") == rule.id
    assert text.startswith(f'"""{rule.title}."""\n')
    for scenes, truth in ((rule.passes, Truth.YES), (rule.fails, Truth.NO), ([rule.every()], Truth.UNKNOWN)):
        for scene in scenes:
            assets = scene if isinstance(scene, tuple) else (scene,)
            judged = answer(rule, assets[0], Graph(assets))
            assert judged is not None
            assert judged.truth is truth


def test_the_rule_serves_objectives_that_exist(rule: Rule[Asset]) -> None:
    objectives = tomllib.loads((ROOT / "src/bartizan/content/objectives.toml").read_text("utf-8"))["objective"]

    assert set(rule.serves) <= {objective["id"] for objective in objectives}


def test_the_framework_has_the_fields_of_a_framework(rule: Rule[Asset]) -> None:
    path, text = example("/frameworks/")

    framework = tomllib.loads(text)
    requirements = [Requirement(**requirement) for requirement in framework.pop("requirement")]

    assert set(framework) == {field.name for field in fields(Framework)} - {"requirements"}
    assert Path(path).stem.replace("_", "-") == framework["id"]
    assert rule.id in requirements[0].rules
