"""The sections of a template, and their members with loops unrolled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bartizan.collect.iac.cloudformation.call import LOOP, Call
from bartizan.collect.iac.cloudformation.evaluate import Evaluation, Member, Scope, loop
from bartizan.collect.iac.cloudformation.functions import FUNCTIONS
from bartizan.collect.iac.cloudformation.ledger import Ledger
from bartizan.collect.iac.cloudformation.parameters import values
from bartizan.collect.yaml import Document
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

SERVERLESS = "AWS::Serverless-2016-10-31"
_TRANSFORMS = ("AWS::Serverless-", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen")
"""Transforms of which this reader knows the effect on what it reads, or that have none."""
_ADDING = ("AWS::SecretsManager-", "AWS::CodeStar")
"""Transforms that add resources of their own, and leave those that are written as they are."""


def transforms(template: Mapping[str, Any]) -> list[str]:
    """Return the names of a template's transforms; one that is not a name is shown as it is."""
    listed: list[Any] = []
    for declared in (template.get("Transform"), template.get("Fn::Transform")):
        listed += declared if isinstance(declared, list) else [] if declared is None else [declared]
    names = (each.get("Name", each) if isinstance(each, dict) else each for each in listed)
    return [name if isinstance(name, str) else "Fn::Transform" for name in names]


def scope(file: str, document: Document, given: Mapping[str, Any], prefix: str, ledger: Ledger) -> Scope:
    """Return what the functions of a template can refer to: parameters, mappings, conditions, resources."""
    template = document.value
    foreign = [name for name in transforms(template) if not name.startswith(_TRANSFORMS)]
    made = Scope(
        file=file,
        prefix=prefix,
        spots=document.spots,
        ledger=ledger,
        functions=FUNCTIONS,
        parameters=values(template.get("Parameters"), given, prefix),
        mappings=template.get("Mappings"),
        whole=not foreign and not is_serverless(template),
    )
    for name in foreign:
        line, column = Evaluation(made).place("Transform")
        why = f"The transform {name} runs at deployment; what it adds or changes is not seen."
        ledger.gap(Gap(file, why, line, column, "Transform" if name.startswith(_ADDING) else ""))
    for section, into in (("Conditions", made.conditions), ("Resources", made.resources)):
        _gather(Evaluation(made), template.get(section), section, into)
    return made


def _gather(run: Evaluation, section: Any, at: str, into: dict[str, Member]) -> None:
    for name, member in members(run, section, at):
        if name in into:
            run.unknown(f"{name} is made twice; the last one counts", member.at)
        into[name] = member


def members(run: Evaluation, section: Any, at: str) -> Iterator[tuple[str, Member]]:
    """Yield the members of a section by name; a loop whose collection is unknown yields each member once, in doubt."""
    if section is None:
        return
    if not isinstance(section, dict):
        run.unknown(f"{at} must be a mapping", at)
        return
    for key, node in section.items():
        here = f"{at}/{key}"
        if key.startswith(LOOP):
            yield from _looped(run, node, here)
        elif key == "Fn::Transform":
            told = node.get("Name") if isinstance(node, dict) else None
            _unseen(run, here, f"the transform {told if isinstance(told, str) else 'there'} runs at deployment")
        else:
            name = run.name(key)
            doubt = name if isinstance(name, Unknown) else None
            yield key if isinstance(name, Unknown) else name, Member(node, here, run.bindings, doubt)


def _looped(run: Evaluation, node: Any, at: str) -> Iterator[tuple[str, Member]]:
    for turn in loop(run, node, at):
        if isinstance(turn, Unknown):
            _unseen(run, at, turn.why)
            return
        inner, body, body_at, doubt = turn
        for name, member in members(inner, body, body_at):
            if doubt is not None:
                run.scope.whole = False
            yield name, member if doubt is None else replace(member, doubt=doubt)


def _unseen(run: Evaluation, at: str, why: str) -> None:
    """What is not unrolled may be any member, so the gap is one of the whole file."""
    run.scope.whole = False
    line, column = run.place(at)
    told = f"Members of {at.partition('/')[0]} are not seen: {why}."
    run.scope.ledger.gap(Gap(run.scope.file, told, line, column))


def is_serverless(template: Mapping[str, Any]) -> bool:
    """Tell whether a template is one of SAM: it says so, or has serverless resources (and cannot be deployed)."""
    resources = template.get("Resources")
    nodes = resources.values() if isinstance(resources, dict) else ()
    types = (node.get("Type") for node in nodes if isinstance(node, dict))
    declared = any(isinstance(kind, str) and kind.startswith("AWS::Serverless::") for kind in types)
    return declared or SERVERLESS in transforms(template)


def fields(node: Any) -> dict[str, Any] | None:
    """Return the fields of a section's member, or None where it has none."""
    return node if isinstance(node, dict) and not isinstance(node, Call) else None
