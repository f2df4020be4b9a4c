"""Functions that stand for what is declared elsewhere: Ref, Fn::GetAtt, Fn::FindInMap, Fn::ImportValue and others."""

from __future__ import annotations

from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT, Placed
from bartizan.collect.iac.cloudformation.choice import either
from bartizan.collect.iac.cloudformation.evaluate import Evaluation
from bartizan.collect.iac.cloudformation.text import shown, written
from bartizan.core.truth import Ref, Unknown

_OF_ACCOUNT = frozenset({"AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::URLSuffix"})
_OF_STACK = frozenset({"AWS::StackName", "AWS::StackId", "AWS::NotificationARNs"})


def ref(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Ref`: a loop's variable, a parameter, a pseudo parameter or a resource."""
    name = argument if isinstance(argument, str) else run.present(argument, at)
    if isinstance(name, str):
        return named(run, name, at)
    return name if isinstance(name, Unknown) else run.unknown("a Ref takes the name of a parameter or a resource", at)


def named(run: Evaluation, name: str, at: str) -> Any:
    """Return what a name refers to; `ABSENT` for `AWS::NoValue`."""
    scope = run.scope
    if name in run.bindings:
        return run.bindings[name]
    if name in scope.parameters:
        return scope.parameters[name]
    if name == "AWS::NoValue":
        return ABSENT
    if name in _OF_ACCOUNT:
        return Ref(f"{name} is known at deployment", name)
    if name in _OF_STACK:
        return Ref(f"{name} is known at deployment", scope.prefix + name)
    made = run.name(name)
    if isinstance(made, Unknown):
        return made
    return attribute(run, made, "Ref", at)


def get_att(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::GetAtt`: an attribute of a resource, or an output of a nested stack."""
    parts = argument.split(".", 1) if isinstance(argument, str) else argument
    if not isinstance(parts, list) or len(parts) < 2:
        return run.unknown("a Fn::GetAtt takes a resource and an attribute", at)
    texts = [written(run.present(part, f"{at}/{index}")) for index, part in enumerate(parts)]
    if isinstance(texts[0], Unknown):
        return Unknown(texts[0].why)
    return attribute(run, texts[0], ".".join(map(shown, texts[1:])), at)


def attribute(run: Evaluation, name: str, wanted: str, at: str) -> Any:
    """Return an attribute of a resource; `Ref` is what a `Ref` to it gives."""
    scope = run.scope
    part, _, rest = wanted.partition(".")
    if wanted == "Ref":
        name = scope.aliases.get(name, name)
    elif f"{name}.{part}" in scope.aliases:
        name, wanted = scope.aliases[f"{name}.{part}"], rest or "Ref"
    if name not in scope.resources and scope.whole:
        why = f"there is no parameter or resource {name}"
        if name in scope.missed:
            return Unknown(why)
        scope.missed.add(name)
        return run.unknown(why, at)
    outputs = scope.outputs.get(name)
    if outputs is not None and wanted.startswith("Outputs."):
        output = wanted.removeprefix("Outputs.")
        if output in outputs:
            return outputs[output]
        return run.unknown(f"the stack {name} has no output {output}", at)
    address = scope.prefix + name
    return Ref(f"known after deployment: {address}{'' if wanted == 'Ref' else '.' + wanted}", address, wanted)


def find_in_map(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::FindInMap`: where a key is unknown, a value only when every candidate agrees."""
    if not isinstance(argument, list) or not 3 <= len(argument) <= 4:
        return run.unknown("a Fn::FindInMap takes a map, a key and a second key", at)
    keys = [written(run.present(key, f"{at}/{index}")) for index, key in enumerate(argument[:3])]
    default: Any = ABSENT
    if len(argument) == 4 and isinstance(argument[3], dict):
        default = run.value(argument[3].get("DefaultValue"), f"{at}/3/DefaultValue")
    found: list[tuple[Any, str]] = [(run.scope.mappings, "Mappings")]
    for key in keys:
        found = [inner for node, here in found for inner in _inner(node, here, key)]
    unseen = next((key for key in keys if isinstance(key, Unknown)), None)
    if not found and default is ABSENT:
        where = "/".join(map(shown, keys))
        return run.unknown(f"the mappings have no entry {where}", at) if unseen is None else Unknown(unseen.why)
    values = [run.value(node, here) for node, here in found[:1000]]
    if unseen is None:
        return values[0] if values else default
    if default is not ABSENT:
        values.append(default)
    result = values[0] if len(found) <= 1000 else Unknown(unseen.why)
    for value in values[1:]:
        result = either(result, value, unseen.why)
    return result


def _inner(node: Any, at: str, key: str | Unknown) -> list[tuple[Any, str]]:
    if type(node) is Placed:
        node, at = node.node, node.at
    if not isinstance(node, dict):
        return []
    if isinstance(key, Unknown):
        return [(item, f"{at}/{name}") for name, item in node.items()]
    return [(node[key], f"{at}/{key}")] if key in node else []


def import_value(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::ImportValue`: certainly something, exported by another stack."""
    name = shown(written(run.present(argument, at)))
    return Ref(f"exported by another stack as {name}", "Fn::ImportValue", name)


def get_stack_output(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::GetStackOutput`: certainly something, made by another stack."""
    told = run.present(argument, at)
    names = (told.get("StackName"), told.get("OutputName")) if isinstance(told, dict) else (None, None)
    stack, output = (shown(written("?" if name is None else name)) for name in names)
    return Ref(f"output {output} of the stack {stack}", "Fn::GetStackOutput", f"{stack}.{output}")


def transform(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Transform`: a macro runs in the account, so its result is not known."""
    name = argument.get("Name") if isinstance(argument, dict) else None
    told = name if isinstance(name, str) else "used here"
    return run.unknown(f"the transform {told} runs at deployment, so what it makes is not seen", at)


def get_azs(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::GetAZs`: the zones differ between accounts."""
    return Unknown("the availability zones of the region are known at deployment")
