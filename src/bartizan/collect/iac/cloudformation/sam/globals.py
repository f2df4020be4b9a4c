"""What a SAM template says for all: the `Globals` section, the APIs that events imply, and names made for parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.cloudformation.call import Placed, called
from bartizan.collect.iac.cloudformation.choice import condition
from bartizan.collect.iac.cloudformation.evaluate import Evaluation, Member, Scope
from bartizan.core.truth import Unknown

SERVERLESS = "AWS::Serverless::"
IMPLICIT = {"Api": "ServerlessRestApi", "HttpApi": "ServerlessHttpApi"}
"""The APIs that events of a type belong to when they name none."""
_API_ID = {"Api": "RestApiId", "HttpApi": "ApiId"}


def merge_globals(scope: Scope, declared: Any) -> None:
    """Write the globals into the resources they are for, add the APIs that are implied, and name the parts."""
    sections = declared if isinstance(declared, dict) else {}
    scope.resources.update(_implied(scope))
    for name, member in scope.resources.items():
        node = member.node
        kind = node.get("Type") if isinstance(node, dict) else None
        if not isinstance(kind, str) or not kind.startswith(SERVERLESS):
            continue
        section = kind.removeprefix(SERVERLESS)
        common = sections.get(section)
        if isinstance(common, dict) and called(common) is None:
            properties = _with_globals(node.get("Properties"), f"{member.at}/Properties", common, f"Globals/{section}")
            member = Member({**node, "Properties": properties}, member.at, member.bindings, member.doubt)
            scope.resources[name] = member
        scope.aliases.update(_parts(scope, name, member, section))


def _with_globals(properties: Any, at: str, common: dict[str, Any], common_at: str) -> Any:
    if properties is None:
        properties = {}
    if not isinstance(properties, dict):
        return properties
    ignored = properties.get("IgnoreGlobals")
    if ignored == "*":
        return properties
    kept = {key: item for key, item in common.items() if not isinstance(ignored, list) or key not in ignored}
    return merged(kept, common_at, properties, at)


def merged(common: Any, common_at: str, own: Any, own_at: str) -> Any:
    """Return a node of `own` over one of `common`: mappings key by key, lists one after the other."""
    if isinstance(common, dict) and isinstance(own, dict) and called(common) is None and called(own) is None:
        both: dict[str, Any] = {}
        for key, item in common.items():
            here = f"{common_at}/{key}"
            both[key] = merged(item, here, own[key], f"{own_at}/{key}") if key in own else Placed(item, here)
        return {**both, **{key: item for key, item in own.items() if key not in common}}
    if isinstance(common, list) and isinstance(own, list):
        first = [Placed(item, f"{common_at}/{index}") for index, item in enumerate(common)]
        return [*first, *(Placed(item, f"{own_at}/{index}") for index, item in enumerate(own))]
    return own


def _implied(scope: Scope) -> Iterator[tuple[str, Member]]:
    for kind, name in IMPLICIT.items():
        events = [found for member in scope.resources.values() for found in _events_without_api(scope, member, kind)]
        if events and name not in scope.resources:
            certain = next((event for event in events if event[1] is None), events[0])
            stage = {"StageName": "Prod"} if kind == "Api" else {}
            yield name, Member({"Type": f"{SERVERLESS}{kind}", "Properties": stage}, certain[0], {}, certain[1])


def _events_without_api(scope: Scope, member: Member, kind: str) -> Iterator[tuple[str, Unknown | None]]:
    node = member.node
    properties = node.get("Properties") if isinstance(node, dict) else None
    events = properties.get("Events") if isinstance(properties, dict) else None
    if not isinstance(events, dict) or node.get("Type") not in (f"{SERVERLESS}Function", f"{SERVERLESS}StateMachine"):
        return
    exists = condition(Evaluation(scope), node["Condition"], f"{member.at}/Condition") if "Condition" in node else True
    if exists is False:
        return
    doubt = exists if isinstance(exists, Unknown) else member.doubt
    for name, event in events.items():
        if isinstance(event, dict) and event.get("Type") == kind:
            told = event.get("Properties")
            if not (isinstance(told, dict) and _API_ID[kind] in told):
                yield f"{member.at}/Properties/Events/{name}", doubt


def _parts(scope: Scope, name: str, member: Member, section: str) -> Iterator[tuple[str, str]]:
    """Yield the other names of what a resource is expanded into: `Api.Stage` is the stage of an API."""
    properties = member.node.get("Properties")
    own = properties if isinstance(properties, dict) else {}
    run = Evaluation(scope, name, member.bindings)
    if section in ("Api", "HttpApi"):
        stage = run.present(own.get("StageName"), f"{member.at}/Properties/StageName")
        yield f"{name}.Stage", stage_id(name, stage)
    elif section == "Function":
        alias = run.present(own.get("AutoPublishAlias"), f"{member.at}/Properties/AutoPublishAlias")
        yield f"{name}.Version", f"{name}Version"
        if isinstance(alias, str):
            yield f"{name}.Alias", f"{name}Alias{alias}"


def stage_id(api: str, stage: Any) -> str:
    """Return the logical id that SAM gives the stage of an API."""
    if stage is None:
        return f"{api}ApiGatewayDefaultStage"
    return f"{api}{stage}Stage" if isinstance(stage, str) and stage.isalnum() else f"{api}Stage"
