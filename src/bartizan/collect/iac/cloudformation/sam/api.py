"""Serverless APIs: the API itself with its routes, its stage, its domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bartizan.collect.iac.cloudformation.sam.body import Route, http_body, rest_body
from bartizan.collect.iac.cloudformation.sam.draft import Draft, arn, given, read, ref, tag_list
from bartizan.collect.iac.cloudformation.sam.function import stored
from bartizan.collect.iac.cloudformation.sam.globals import stage_id
from bartizan.collect.resource import Resource
from bartizan.core.truth import Unknown

_STAGE = (
    "TracingEnabled", "CacheClusterEnabled", "CacheClusterSize", "Variables", "MethodSettings", "AccessLogSetting",
    "CanarySetting",
)  # fmt: skip
_HTTP_STAGE = ("AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables", "Tags")
_EVERYONE = {"AllowOrigins": ["*"]}


def rest_api(source: Resource, address: str, routes: Sequence[Route]) -> Iterator[Resource]:
    """Yield what a `AWS::Serverless::Api` becomes."""
    api = Draft(source, "AWS::ApiGateway::RestApi", address)
    api.take("Name", "Description", "BinaryMediaTypes", "MinimumCompressionSize", "ApiKeySourceType", "FailOnWarnings")
    api.take("DisableExecuteApiEndpoint", "Mode", "SecurityPolicy", "EndpointAccessMode", "Policy")
    api.take_as("EndpointConfiguration", "EndpointConfiguration", _endpoint)
    if "BodyS3Location" not in _definition(api):
        api.put("Body", rest_body(source, routes), "DefinitionBody")
    yield api.take_as("Tags", "Tags", tag_list).done()
    deployment = Draft(source, "AWS::ApiGateway::Deployment", f"{address}Deployment")
    yield deployment.put("RestApiId", ref(address)).done()
    stage = Draft(source, "AWS::ApiGateway::Stage", _stage_address(source, address))
    stage.put("RestApiId", ref(address)).put("DeploymentId", ref(f"{address}Deployment")).take("StageName", *_STAGE)
    yield stage.take_as("Tags", "Tags", tag_list).done()
    yield from _rest_domain(source, address)
    yield from _authorizer_permissions(source, address)


def http_api(source: Resource, address: str, routes: Sequence[Route]) -> Iterator[Resource]:
    """Yield what a `AWS::Serverless::HttpApi` becomes."""
    api = Draft(source, "AWS::ApiGatewayV2::Api", address)
    api.take("Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings")
    api.take_as("CorsConfiguration", "CorsConfiguration", lambda cors: _EVERYONE if cors is True else cors)
    if "BodyS3Location" not in _definition(api):
        api.put("Body", http_body(source, routes), "DefinitionBody")
    yield api.take("Tags").done()
    stage = Draft(source, "AWS::ApiGatewayV2::Stage", _stage_address(source, address))
    stage.put("ApiId", ref(address)).put("AutoDeploy", True).put("StageName", "$default")
    yield stage.take("StageName", *_HTTP_STAGE).done()
    yield from _http_domain(source, address)
    yield from _authorizer_permissions(source, address)


def _authorizer_permissions(source: Resource, address: str) -> Iterator[Resource]:
    """An API may call the functions that authorise its callers, unless it does so in a role of its own."""
    authorizers = read(source.value, "Auth/Authorizers")
    for name, authorizer in authorizers.items() if isinstance(authorizers, dict) else ():
        called = read(authorizer, "FunctionArn")
        if not given(called) or given(read(authorizer, "FunctionInvokeRole")):
            continue
        if read(authorizer, "DisableFunctionDefaultPermissions") is True:
            continue
        draft = Draft(source, "AWS::Lambda::Permission", f"{address}{name}AuthorizerPermission")
        draft.put("Action", "lambda:InvokeFunction").put("Principal", "apigateway.amazonaws.com")
        draft.put("FunctionName", called, f"Auth/Authorizers/{name}/FunctionArn")
        yield draft.put("SourceArn", arn("execute-api", ref(address), "/authorizers/*")).done()


def _definition(api: Draft) -> dict[str, Any]:
    """Tell where the definition is kept, when it is not written in the template itself."""
    location = api.read("DefinitionUri")
    if given(location) and not given(api.read("DefinitionBody")):
        where = location if isinstance(location, Unknown) else stored(location, "")
        api.put("BodyS3Location", where, "DefinitionUri")
        api.put("Body", Unknown("the definition of the API is uploaded when the template is packaged"))
    return api.value


def _stage_address(source: Resource, address: str) -> str:
    stage = read(source.value, "StageName")
    return stage_id(address, stage if given(stage) else None)


def _endpoint(configured: Any) -> Any:
    """An endpoint's type alone, or with the endpoints of private networks."""
    if isinstance(configured, str):
        return {"Types": [configured]}
    if not isinstance(configured, dict):
        return configured
    renamed = {"VPCEndpointIds": "VpcEndpointIds"}
    made = {renamed.get(key, key): item for key, item in configured.items() if key != "Type"}
    return {"Types": [configured["Type"]], **made} if "Type" in configured else made


def _rest_domain(source: Resource, address: str) -> Iterator[Resource]:
    if given(read(source.value, "Domain")):
        private = read(source.value, "Domain/EndpointConfiguration") == "PRIVATE"
        kind = "AWS::ApiGateway::DomainNameV2" if private else "AWS::ApiGateway::DomainName"
        domain = Draft(source, kind, f"{address}DomainName")
        names = ("DomainName", "SecurityPolicy", "MutualTlsAuthentication", "OwnershipVerificationCertificateArn")
        domain.take(*names, within="Domain")
        endpoint = domain.read("Domain/EndpointConfiguration")
        reach = endpoint if isinstance(endpoint, str | Unknown) else "REGIONAL"
        domain.put("EndpointConfiguration", {"Types": [reach]}, "Domain/EndpointConfiguration")
        certificate = "CertificateArn" if reach in ("EDGE", "PRIVATE") else "RegionalCertificateArn"
        yield domain.take_as("Domain/CertificateArn", certificate).done()


def _http_domain(source: Resource, address: str) -> Iterator[Resource]:
    if given(read(source.value, "Domain")):
        domain = Draft(source, "AWS::ApiGatewayV2::DomainName", f"{address}DomainName")
        domain.take("DomainName", "MutualTlsAuthentication", within="Domain")
        configuration = {
            name: found
            for name in ("CertificateArn", "SecurityPolicy", "OwnershipVerificationCertificateArn")
            if given(found := domain.read(f"Domain/{name}"))
        }
        endpoint = domain.read("Domain/EndpointConfiguration")
        configuration["EndpointType"] = endpoint if given(endpoint) else "REGIONAL"
        yield domain.put("DomainNameConfigurations", [configuration], "Domain").done()
