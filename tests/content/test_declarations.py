"""Every declaration is held to its own examples, and to what must be true of all of them."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from bartizan.app import catalog
from bartizan.core.claim import Rule, Scene
from bartizan.core.condition import Across, Condition, Joined, Negated
from bartizan.core.condition import Tested as OneValue
from bartizan.core.finding import Verdict
from bartizan.core.kind import Asset, FlagTerm, Link
from bartizan.core.source import Inverse, Source, Unseen
from bartizan.core.truth import Unknown
from tests.content.trial import things, tried, written

CATALOG = catalog.catalog()
RULES = list(CATALOG.rules.values())
SOURCES = [
    (module.__name__, name, value)
    for module in catalog.modules("kinds")
    for name, value in vars(module).items()
    if isinstance(value, Source)
]
SHOWN = [
    pytest.param(source, shown, id=f"{module.rpartition('.')[2]}-{name}-{number}")
    for module, name, source in SOURCES
    for number, shown in enumerate(source.shows)
]


def scenes(side: str) -> list[Any]:
    return [
        pytest.param(rule, scene, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, scene in enumerate(getattr(rule, side))
    ]


@pytest.mark.parametrize(("rule", "scene"), scenes("passes"))
def test_rule_passes_its_good_examples(rule: Rule[Any], scene: Scene) -> None:
    assert tried(rule, scene) is Verdict.PASS


@pytest.mark.parametrize(("rule", "scene"), scenes("fails"))
def test_rule_fails_its_bad_examples(rule: Rule[Any], scene: Scene) -> None:
    assert tried(rule, scene) is Verdict.FAIL


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_concludes_nothing_from_nothing(rule: Rule[Any]) -> None:
    """An asset of which nothing was seen neither passes nor fails."""
    kind = type(things(rule.fails[0])[0])
    assert tried(rule, kind()) is Verdict.UNKNOWN


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_never_flips_when_it_sees_less(rule: Rule[Any]) -> None:
    """Hiding one value may turn a verdict to unknown, never to its opposite."""
    for scene in (*rule.passes, *rule.fails):
        world = things(scene)
        before = tried(rule, scene)
        for position, asset in enumerate(world):
            for name in asset.values:
                less = {key: value for key, value in asset.values.items() if key != name}
                hidden = type(asset)(asset.id, **less)
                after = tried(rule, (*world[:position], hidden, *world[position + 1 :]))
                assert after in (before, Verdict.UNKNOWN), f"hiding {name}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_well_formed(rule: Rule[Any]) -> None:
    assert rule.passes, "no passing example"
    assert rule.fails, "no failing example"
    assert rule.serves, "serves no objective"
    assert set(rule.serves) <= CATALOG.objectives.keys()
    assert not rule.title.endswith("."), "a title is not a sentence with a full stop"
    assert rule.because.endswith(".")
    assert rule.fix.endswith(".")
    assert str(rule.must)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_reads_only_what_some_source_shows(rule: Rule[Any]) -> None:
    """A rule on an attribute that no source can ever show would be unknown for ever."""
    for kind, name in attributes(rule.must, rule.every) | (attributes(rule.where, rule.every) if rule.where else set()):
        readable = [s for s in CATALOG.sources if issubclass(s.of, kind) and reads(s, name)]
        assert readable or kind.attributes[name].derived, f"{kind.kind}.{name} is read by no source"


def attributes(condition: Condition[Any], kind: type[Asset]) -> set[tuple[type[Asset], str]]:
    if isinstance(condition, FlagTerm):
        return {(kind, condition.name)}
    if isinstance(condition, OneValue):
        return {(kind, condition.name)}
    if isinstance(condition, Negated):
        return attributes(condition.inner, kind)
    if isinstance(condition, Joined):
        return attributes(condition.left, kind) | attributes(condition.right, kind)
    assert isinstance(condition, Across)
    link = kind.attributes[condition.link]
    assert isinstance(link, Link)
    inner = attributes(condition.inner, link.to) if condition.inner is not None else set()
    return {(kind, condition.link)} | inner


def reads(source: Source[Any], name: str) -> bool:
    read = next((read for term, read in source.reads.items() if term.name == name), None)
    return read is not None and (not isinstance(read, Unseen) or read.later)


@pytest.mark.parametrize(
    ("module", "name", "source"), SOURCES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_source_reads_every_attribute(module: str, name: str, source: Source[Any]) -> None:
    """What a language cannot say is declared `Unseen`, with the reason; nothing is just left out."""
    told = {name for name, attribute in source.of.attributes.items() if not attribute.derived}
    assert {term.name for term in source.reads} == told


@pytest.mark.parametrize(("source", "shown"), SHOWN)
def test_source_reads_its_example(source: Source[Any], shown: Any, tmp_path: Path) -> None:
    assets = {asset.id: asset for asset in written(tmp_path, source, shown) if isinstance(asset, source.of)}

    assert shown.gives.id in assets, f"found {sorted(assets)}"
    found = assets[shown.gives.id].values
    assert {name: found[name] for name in shown.gives.values} == shown.gives.values


@pytest.mark.parametrize(
    ("module", "name", "source"), SOURCES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_source_shows_every_attribute_known(module: str, name: str, source: Source[Any]) -> None:
    """Each attribute is seen with a known value in some example, so that no read is wrong for ever."""
    shown = {
        name for each in source.shows for name, value in each.gives.values.items() if not isinstance(value, Unknown)
    }
    seen = {term.name for term, read in source.reads.items() if not isinstance(read, Unseen | Inverse)}
    assert seen <= shown, f"never shown: {sorted(seen - shown)}"


def test_aws_rules_are_judged_on_terraform_and_cloudformation() -> None:
    """One declaration, both languages: every kind that an AWS rule is about has a source in each."""
    for rule in RULES:
        if rule.id.startswith("aws-"):
            types = {t for s in CATALOG.sources if issubclass(s.of, rule.every) for t in s.each.types}
            assert any(t.startswith("AWS::") for t in types), f"{rule.id}: no CloudFormation source"
            assert any(t.startswith(("aws_", "data.", "provider.")) for t in types), f"{rule.id}: no Terraform source"


def test_a_rule_is_named_as_its_file() -> None:
    for module, rule in catalog.declared("rules", Rule):
        assert module.__name__.rpartition(".")[2] == rule.id.replace("-", "_")


def test_a_rule_file_opens_with_the_title() -> None:
    for module, rule in catalog.declared("rules", Rule):
        assert (module.__doc__ or "").startswith(f"{rule.title}."), module.__name__


def test_content_modules_hold_declarations_only() -> None:
    for package in ("kinds", "rules"):
        for module in catalog.modules(package):
            tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
            for node in tree.body:
                allowed = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.Expr)
                assert isinstance(node, allowed), f"{module.__name__}:{node.lineno}"


def test_aliases_belong_to_one_rule() -> None:
    """An alias that meant two rules would hide more than its author asked for, unless both say so."""
    for rule in RULES:
        assert len(set(rule.also)) == len(rule.also), rule.id


def test_every_kind_has_a_sentence_for_each_attribute() -> None:
    for kind in CATALOG.kinds.values():
        assert kind.__doc__, kind.kind
        for name, attribute in kind.attributes.items():
            assert attribute.says.endswith("."), f"{kind.kind}.{name}"


def test_frameworks_name_what_exists() -> None:
    for framework in CATALOG.frameworks.values():
        for requirement in framework.requirements:
            where = f"{framework.id} {requirement.id}"
            assert set(requirement.rules) <= CATALOG.rules.keys(), where
            assert set(requirement.objectives) <= CATALOG.objectives.keys(), where
            assert not (requirement.manual and (requirement.rules or requirement.objectives)), where
