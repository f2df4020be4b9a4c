"""Expands serverless resources into those that are deployed, written from the public specification of SAM."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bartizan.collect.iac.cloudformation.evaluate import Scope
from bartizan.collect.iac.cloudformation.sam.api import http_api, rest_api
from bartizan.collect.iac.cloudformation.sam.body import Route
from bartizan.collect.iac.cloudformation.sam.draft import given, read
from bartizan.collect.iac.cloudformation.sam.events import events_of
from bartizan.collect.iac.cloudformation.sam.function import function
from bartizan.collect.iac.cloudformation.sam.globals import IMPLICIT, SERVERLESS
from bartizan.collect.iac.cloudformation.sam.stores import application, graphql_api, layer, simple_table, state_machine
from bartizan.collect.resource import Resource
from bartizan.core.place import Gap
from bartizan.core.truth import Ref

Expansion = Callable[[Resource, str], Iterator[Resource]]
"""Takes a serverless resource and its address; yields what it becomes."""

_EXPANSIONS: Mapping[str, Expansion] = MappingProxyType(
    {
        f"{SERVERLESS}Application": application,
        f"{SERVERLESS}Function": function,
        f"{SERVERLESS}GraphQLApi": graphql_api,
        f"{SERVERLESS}LayerVersion": layer,
        f"{SERVERLESS}SimpleTable": simple_table,
        f"{SERVERLESS}StateMachine": state_machine,
    }
)
_APIS = MappingProxyType({f"{SERVERLESS}Api": rest_api, f"{SERVERLESS}HttpApi": http_api})
_UNSEEN: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        f"{SERVERLESS}Api": ("Auth/UsagePlan", "Domain/Route53"),
        f"{SERVERLESS}Function": ("DeploymentPreference",),
        f"{SERVERLESS}GraphQLApi": ("DataSources", "Functions", "Resolvers", "ApiKeys", "Cache", "DomainName"),
        f"{SERVERLESS}HttpApi": ("Domain/Route53",),
        f"{SERVERLESS}StateMachine": ("DeploymentPreference", "AutoPublishAlias"),
    }
)
"""Properties that make resources this does not: each is told of where it is used."""
_KEPT = ("$DependsOn", "$Metadata")


def expand(read_so_far: Sequence[Resource], own: Sequence[Resource], scope: Scope) -> list[Resource]:
    """Return resources with the serverless ones among `own` expanded.

    The first resource an expansion makes has the address of the serverless one, which is what others refer to;
    the serverless one itself is kept as `Serverless.` and its address.
    """
    routes = _routes(own, scope)
    ours = {id(resource) for resource in own}
    expanded: list[Resource] = []
    for resource in read_so_far:
        if id(resource) in ours and resource.type.startswith(SERVERLESS):
            expanded += _expanded(resource, routes, scope)
        else:
            expanded.append(resource)
    return expanded


def _expanded(source: Resource, routes: Mapping[str, list[Route]], scope: Scope) -> Iterator[Resource]:
    address = source.address
    name = address.removeprefix(scope.prefix)
    if "/Properties/Events/" not in scope.resources[name].at:  # one that is implied is written nowhere
        yield replace(source, address=f"{scope.prefix}Serverless.{name}")
    if source.type in _APIS:
        made = _APIS[source.type](source, address, routes.get(address, ()))
    elif source.type in _EXPANSIONS:
        made = _EXPANSIONS[source.type](source, address)
    else:
        _tell(source, scope, f"What a {source.type} becomes when it is deployed is not seen.")
        return
    for path in _UNSEEN.get(source.type, ()):
        if given(read(source.value, path)):
            _tell(source, scope, f"What {path} makes of {source.type} is not seen.", f"/{path}")
    for index, resource in enumerate(made):
        if index == 0:
            resource.value.update({key: source.value[key] for key in _KEPT if key in source.value})
        yield resource


def _tell(source: Resource, scope: Scope, why: str, path: str = "") -> None:
    place = source.locate(path[1:])
    about = f"{scope.prefix}Serverless.{source.address.removeprefix(scope.prefix)}{path}"
    scope.ledger.gap(Gap(scope.file, why, place.line, place.column, about))


def _routes(own: Sequence[Resource], scope: Scope) -> Mapping[str, list[Route]]:
    """Return the routes of each API, by its address."""
    routes: dict[str, list[Route]] = defaultdict(list)
    for resource in own:
        if resource.type not in (f"{SERVERLESS}Function", f"{SERVERLESS}StateMachine"):
            continue
        is_machine = resource.type == f"{SERVERLESS}StateMachine"
        for event in events_of(resource):
            if event.type in IMPLICIT:
                api = _api_of(event.value, event.type, scope)
                if api is not None:
                    path, method = (read(event.value, key) for key in ("Path", "Method"))
                    auth = read(event.value, "Auth")
                    route = Route(_or(path, "$default"), _or(method, "any"), resource.address, is_machine, auth)
                    routes[api].append(route)
    return routes


def _api_of(value: Mapping[str, Any], kind: str, scope: Scope) -> str | None:
    named = read(value, "RestApiId" if kind == "Api" else "ApiId")
    if not given(named):
        return f"{scope.prefix}{IMPLICIT[kind]}"
    if isinstance(named, Ref):
        return named.address
    return f"{scope.prefix}{named}" if isinstance(named, str) else None


def _or(value: Any, default: str) -> Any:
    return value if given(value) else default
