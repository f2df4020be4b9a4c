"""The OpenAPI definition that SAM makes of a serverless API and the events that lead to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.collect.iac.cloudformation.call import Open
from bartizan.collect.iac.cloudformation.sam.draft import given, pseudo, read, ref
from bartizan.collect.iac.cloudformation.text import joined, shown, written
from bartizan.collect.resource import Resource
from bartizan.core.truth import Unknown

_ANY = "x-amazon-apigateway-any-method"
_AUTHORIZER = "x-amazon-apigateway-authorizer"
_METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace", _ANY})


@dataclass(frozen=True, slots=True)
class Route:
    """An event that leads from an API to a function or a state machine."""

    path: Any
    method: Any
    target: str
    """The address of the function or the state machine."""
    to_machine: bool
    auth: Any
    """The event's `Auth`, `ABSENT` where there is none."""


def rest_body(api: Resource, routes: Sequence[Route]) -> Any:
    """Return the definition of a REST API: its own, or one of the routes."""
    body = _body(api, routes, {"swagger": "2.0"})
    if isinstance(body, dict):
        schemes = _schemes(api, _rest_scheme)
        if schemes:
            body["securityDefinitions"] = {**_mapping(body.get("securityDefinitions")), **schemes}
        policy = read(api.value, "Auth/ResourcePolicy")
        if given(policy):
            body["x-amazon-apigateway-policy"] = _policy(policy)
    return body


def http_body(api: Resource, routes: Sequence[Route]) -> Any:
    """Return the definition of an HTTP API: its own, or one of the routes."""
    body = _body(api, routes, {"openapi": "3.0.1"})
    if isinstance(body, dict):
        schemes = _schemes(api, _http_scheme)
        if schemes:
            components = _mapping(body.get("components"))
            named = {**_mapping(components.get("securitySchemes")), **schemes}
            body["components"] = {**components, "securitySchemes": named}
    return body


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _body(api: Resource, routes: Sequence[Route], head: dict[str, Any]) -> Any:
    own = read(api.value, "DefinitionBody")
    if isinstance(own, Unknown):
        return own
    auth = read(api.value, "Auth")
    made = _paths(routes, auth)
    if not isinstance(own, dict):
        return {**head, "paths": made}
    paths = own.get("paths")
    if not isinstance(paths, dict):
        return own
    adds = "openapi" in head or read(api.value, "MergeDefinitions") is True
    merged = {**paths, **{path: _merged(paths.get(path), made[path], adds) for path in made if adds or path in paths}}
    secured = _secured(_like(made, merged) if adds else _like(paths, merged), auth)
    return _like(own, {**own, "paths": secured})


def _paths(routes: Sequence[Route], auth: Any) -> dict[str, Any]:
    made: dict[str, Any] = {}
    open_paths: Unknown | None = None
    for route in routes:
        if isinstance(route.path, Unknown) or isinstance(route.method, Unknown):
            open_paths = route.path if isinstance(route.path, Unknown) else route.method
        path, method = shown(written(route.path)), shown(written(route.method)).lower()
        name = _ANY if method in ("any", "*") else method
        made.setdefault(path, {})[name] = _operation(route, auth)
    return made if open_paths is None else Open(made, open_paths)


def _merged(own: Any, made: dict[str, Any], adds: bool) -> Any:
    """Return the operations of one path: those written out, secured as events say, and those that events add."""
    if not isinstance(own, dict):
        return made if own is None else own
    operations = dict(own)
    for method, operation in made.items():
        there = own.get(method)
        if isinstance(there, dict) and "security" in operation:
            operations[method] = _like(there, {"security": operation["security"], **there})
        elif there is None and adds:
            operations[method] = operation
    return _like(own, operations)


def _like(own: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    return Open(made, own.why) if isinstance(own, Open) else made


def _operation(route: Route, auth: Any) -> dict[str, Any]:
    head = ("arn:", pseudo("Partition"), ":apigateway:", pseudo("Region"))
    if route.to_machine:
        integration = {"httpMethod": "POST", "type": "aws", "uri": joined([*head, ":states:action/StartExecution"])}
    else:
        invoked = (":lambda:path/2015-03-31/functions/", ref(route.target, "Arn"), "/invocations")
        integration = {"httpMethod": "POST", "type": "aws_proxy", "uri": joined([*head, *invoked])}
    operation: dict[str, Any] = {"x-amazon-apigateway-integration": integration, "responses": {}}
    security = _security(route.auth, auth)
    return operation if security is None else {**operation, "security": security}


def _secured(paths: dict[str, Any], auth: Any) -> dict[str, Any]:
    """Give the operations that name no authorizer the default one."""
    default = _security(None, auth)
    if default is None:
        return paths
    secured: dict[str, Any] = {}
    for path, operations in paths.items():
        secured[path] = operations
        if isinstance(operations, dict):
            secured[path] = _like(
                operations,
                {
                    name: {"security": default, **operation}
                    if name in _METHODS and isinstance(operation, dict) and not isinstance(operation, Open)
                    else operation
                    for name, operation in operations.items()
                },
            )
    return _like(paths, secured)


def _security(of_route: Any, of_api: Any) -> Any:
    """Return what a caller must show: a list as in OpenAPI, None for nothing, `Unknown`."""
    if isinstance(of_route, Unknown) or isinstance(of_api, Unknown):
        return Unknown("the authorisation of the API is not known")
    own, default = read(of_route, "Authorizer"), read(of_api, "DefaultAuthorizer")
    authorizer = own if given(own) else default
    security: list[Any] = []
    if isinstance(authorizer, Unknown):
        security.append(authorizer)
    elif isinstance(authorizer, str) and (authorizer != "NONE" or given(default)):
        scopes = read(of_route, "AuthorizationScopes")
        if not given(scopes):
            scopes = read(of_api, f"Authorizers/{authorizer}/AuthorizationScopes")
        security.append({authorizer: scopes if given(scopes) else []})
    key = read(of_route, "ApiKeyRequired")
    key = key if given(key) else read(of_api, "ApiKeyRequired")
    if isinstance(key, Unknown):
        security.append(key)
    elif key is True or key == "true":
        security.append({"api_key": []})
    return security or None


def _schemes(api: Resource, made: Callable[[str, dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    authorizers = read(api.value, "Auth/Authorizers")
    named = authorizers.items() if isinstance(authorizers, dict) else ()
    schemes = {name: made(name, authorizer) for name, authorizer in named if isinstance(authorizer, dict)}
    if read(api.value, "Auth/DefaultAuthorizer") == "AWS_IAM":
        schemes["AWS_IAM"] = {**_IN_HEADER, "x-amazon-apigateway-authtype": "awsSigv4"}
    return schemes


_IN_HEADER = {"type": "apiKey", "name": "Authorization", "in": "header"}


def _rest_scheme(_: str, authorizer: dict[str, Any]) -> dict[str, Any]:
    pool = authorizer.get("UserPoolArn")
    if pool is not None:
        kind = "cognito_user_pools"
        pools = {"type": kind, "providerARNs": pool if isinstance(pool, list) else [pool]}
        return {**_IN_HEADER, "x-amazon-apigateway-authtype": kind, _AUTHORIZER: pools}
    kind = authorizer.get("FunctionPayloadType", "TOKEN")
    told = {"type": kind.lower() if isinstance(kind, str) else kind, "authorizerUri": authorizer.get("FunctionArn")}
    return {**_IN_HEADER, "x-amazon-apigateway-authtype": "custom", _AUTHORIZER: told}


def _http_scheme(_: str, authorizer: dict[str, Any]) -> dict[str, Any]:
    tokens = authorizer.get("JwtConfiguration")
    if tokens is not None:
        source = authorizer.get("IdentitySource")
        return {"type": "oauth2", _AUTHORIZER: {"type": "jwt", "jwtConfiguration": tokens, "identitySource": source}}
    return {**_IN_HEADER, _AUTHORIZER: {"type": "request", "authorizerUri": authorizer.get("FunctionArn")}}


def _policy(policy: Any) -> Any:
    """Return the resource policy of an API, as far as it is written out as statements."""
    statements = read(policy, "CustomStatements")
    if not isinstance(policy, dict) or not given(statements) or set(policy) != {"CustomStatements"}:
        return Unknown("SAM makes a policy of who may call the API")
    listed = statements if isinstance(statements, list) else [statements]
    return {"Version": "2012-10-17", "Statement": listed}
