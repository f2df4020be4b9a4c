"""Serverless functions: the function itself, its role, its public address, its version and alias."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bartizan.collect.iac.cloudformation.sam.draft import Draft, given, read, ref, tag_list
from bartizan.collect.iac.cloudformation.sam.events import Event, Target, event_resources, events_of, permit_events
from bartizan.collect.iac.cloudformation.sam.role import Permissions, role, role_for
from bartizan.collect.resource import Resource
from bartizan.core.truth import Unknown

_SAME = (
    "FunctionName", "Handler", "Runtime", "Description", "MemorySize", "Timeout", "VpcConfig", "Environment", "Layers",
    "KmsKeyArn", "ReservedConcurrentExecutions", "PackageType", "ImageConfig", "Architectures", "EphemeralStorage",
    "SnapStart", "RuntimeManagementConfig", "LoggingConfig", "RecursiveLoop", "FileSystemConfigs",
    "CodeSigningConfigArn", "TenancyConfig", "DurableConfig", "FunctionScalingConfig",
)  # fmt: skip


def function(source: Resource, address: str) -> Iterator[Resource]:
    """Yield what a serverless function becomes."""
    events = events_of(source)
    named, role_draft = role_for(source, f"{address}Role", "Role")
    draft = Draft(source, "AWS::Lambda::Function", address).take(*_SAME)
    draft.take_as("Tags", "Tags", tag_list).take_as("DeadLetterQueue/TargetArn", "DeadLetterConfig/TargetArn")
    if draft.read("Tracing") != "Disabled":
        draft.take_as("Tracing", "TracingConfig/Mode")
    draft.put("Role", named, "Role")
    provider = "CapacityProviderConfig/LambdaManagedInstancesCapacityProviderConfig"
    draft.take_as("CapacityProviderConfig", provider, _provider)
    _code(draft)
    yield draft.done()
    if role_draft is not None:
        permissions = _permissions(source, events)
        yield role(role_draft, "lambda.amazonaws.com", permissions, own=True)
    yield from _published(source, address)
    yield from _url(source, address)
    yield from _invocation(source, address)
    alias = read(source.value, "AutoPublishAlias")
    called = f"{address}Alias{alias}" if isinstance(alias, str) else address
    for event in events:
        yield from event_resources(event, source, Target(address, called))


def _code(draft: Draft) -> None:
    location = draft.read("CodeUri")
    if given(draft.read("InlineCode")):
        draft.take_as("InlineCode", "Code/ZipFile")
    elif given(draft.read("ImageUri")):
        draft.take_as("ImageUri", "Code/ImageUri")
    elif isinstance(location, dict | str):
        draft.put("Code", stored(location), "CodeUri")
    else:
        draft.put("Code", Unknown("packaged when the template is deployed"), "CodeUri")
        return
    draft.take_as("SourceKMSKeyArn", "Code/SourceKMSKeyArn")


def _provider(config: Any) -> Any:
    return {"CapacityProviderArn" if key == "Arn" else key: item for key, item in config.items()}


def stored(location: Any, prefix: str = "S3") -> dict[str, Any]:
    """Return where an artefact is kept, in the words of the underlying type: `S3Bucket`, `S3Key`, `S3ObjectVersion`."""
    version_name = f"{prefix}ObjectVersion" if prefix else "Version"
    names = {"Bucket": f"{prefix}Bucket", "Key": f"{prefix}Key", "Version": version_name}
    if isinstance(location, dict):
        return {names[key]: item for key, item in location.items() if key in names}
    if not isinstance(location, str) or not location.startswith("s3://"):
        packaged = Unknown("uploaded when the template is packaged")
        return {names["Bucket"]: packaged, names["Key"]: packaged}
    try:
        url = urlsplit(location)
        version = parse_qs(url.query).get("versionId")
    except ValueError:
        return {names["Bucket"]: Unknown("a malformed address"), names["Key"]: Unknown("a malformed address")}
    found: dict[str, Any] = {names["Bucket"]: url.netloc, names["Key"]: url.path.lstrip("/")}
    return {**found, names["Version"]: version[0]} if version else found


def _permissions(source: Resource, events: list[Event]) -> Permissions:
    permissions = Permissions()
    value = source.value
    durable = given(value.get("DurableConfig"))
    permissions.attach("AWSLambdaBasicDurableExecutionRolePolicy" if durable else "AWSLambdaBasicExecutionRole")
    tracing = value.get("Tracing")
    if isinstance(tracing, Unknown):
        permissions.managed[Unknown(tracing.why)] = "Tracing"
    elif tracing is not None and tracing != "Disabled":
        permissions.attach("AWSXrayWriteOnlyAccess")
    network = value.get("VpcConfig")
    if isinstance(network, Unknown):
        permissions.managed[Unknown(network.why)] = "VpcConfig"
    elif network:
        permissions.attach("AWSLambdaVPCAccessExecutionRole")
    permit_events(events, permissions)
    if isinstance(told := value.get("Events"), Unknown):
        permissions.doubt(told.why)
    if given(policies := read(value, "Policies")):
        permissions.add(policies)
    permissions.hand_on(read(value, "DeadLetterQueue"), "TargetArn")
    for outcome in ("OnSuccess", "OnFailure"):
        permissions.hand_on(read(value, f"EventInvokeConfig/DestinationConfig/{outcome}"), "Destination")
    return permissions


def _published(source: Resource, address: str) -> Iterator[Resource]:
    alias = read(source.value, "AutoPublishAlias")
    if not given(alias):
        return
    doubt = alias if isinstance(alias, Unknown) and not alias.present else None
    version = Draft(source, "AWS::Lambda::Version", f"{address}Version", doubt=doubt)
    yield version.put("FunctionName", ref(address)).done()
    made = Draft(source, "AWS::Lambda::Alias", f"{address}Alias{alias if isinstance(alias, str) else ''}", doubt=doubt)
    made.put("Name", alias, "AutoPublishAlias").put("FunctionName", ref(address))
    made.put("FunctionVersion", ref(f"{address}Version", "Version")).take("ProvisionedConcurrencyConfig")
    yield made.done()


def _url(source: Resource, address: str) -> Iterator[Resource]:
    config = read(source.value, "FunctionUrlConfig")
    if not given(config):
        return
    doubt = Unknown(config.why) if isinstance(config, Unknown) else None
    url = Draft(source, "AWS::Lambda::Url", f"{address}Url", doubt=doubt)
    url.put("TargetFunctionArn", ref(address)).take("AuthType", "Cors", "InvokeMode", within="FunctionUrlConfig")
    yield url.done()
    auth = read(config, "AuthType") if doubt is None else config
    if auth != "NONE" and not isinstance(auth, Unknown):
        return
    doubt = Unknown(auth.why) if isinstance(auth, Unknown) else None
    public = Draft(source, "AWS::Lambda::Permission", f"{address}UrlPublicPermissions", doubt=doubt)
    public.put("Action", "lambda:InvokeFunctionUrl").put("FunctionName", ref(address)).put("Principal", "*")
    yield public.put("FunctionUrlAuthType", "NONE", "FunctionUrlConfig/AuthType").done()
    direct = Draft(source, "AWS::Lambda::Permission", f"{address}URLInvokeAllowPublicAccess", doubt=doubt)
    direct.put("Action", "lambda:InvokeFunction").put("FunctionName", ref(address)).put("Principal", "*")
    yield direct.put("InvokedViaFunctionUrl", True, "FunctionUrlConfig/AuthType").done()


def _invocation(source: Resource, address: str) -> Iterator[Resource]:
    config = read(source.value, "EventInvokeConfig")
    if not given(config):
        return
    draft = Draft(source, "AWS::Lambda::EventInvokeConfig", f"{address}EventInvokeConfig")
    draft.doubt = Unknown(config.why) if isinstance(config, Unknown) else None
    alias = draft.read("AutoPublishAlias")
    draft.put("FunctionName", ref(address)).put("Qualifier", alias if given(alias) else "$LATEST")
    draft.take("MaximumEventAgeInSeconds", "MaximumRetryAttempts", within="EventInvokeConfig")
    for outcome in ("OnSuccess", "OnFailure"):
        path = f"DestinationConfig/{outcome}/Destination"
        told = draft.read(f"EventInvokeConfig/DestinationConfig/{outcome}")
        if isinstance(told, dict) and not given(draft.read(f"EventInvokeConfig/{path}")):
            draft.put(path, Unknown("SAM makes a queue or a topic"), f"EventInvokeConfig/DestinationConfig/{outcome}")
        draft.take_as(f"EventInvokeConfig/{path}", path)
    yield draft.done()
