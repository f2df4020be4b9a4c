"""Serverless tables, layers, state machines, applications and GraphQL APIs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.cloudformation.sam.draft import Draft, given, ref, tag_list
from bartizan.collect.iac.cloudformation.sam.events import events_of, rule, schedule
from bartizan.collect.iac.cloudformation.sam.function import stored
from bartizan.collect.iac.cloudformation.sam.role import Permissions, role, role_for
from bartizan.collect.resource import Resource
from bartizan.core.truth import Unknown

_KEY_TYPES = {"String": "S", "Number": "N", "Binary": "B"}


def simple_table(source: Resource, address: str) -> Iterator[Resource]:
    """Yield what a `AWS::Serverless::SimpleTable` becomes."""
    table = Draft(source, "AWS::DynamoDB::Table", address)
    name, kind = table.read("PrimaryKey/Name"), table.read("PrimaryKey/Type")
    name = name if given(name) else "id"
    kind = _KEY_TYPES.get(kind, kind) if isinstance(kind, str) else kind if given(kind) else "S"
    table.put("AttributeDefinitions", [{"AttributeName": name, "AttributeType": kind}], "PrimaryKey")
    table.put("KeySchema", [{"AttributeName": name, "KeyType": "HASH"}], "PrimaryKey")
    if given(table.read("ProvisionedThroughput")):
        table.take("ProvisionedThroughput")
    else:
        table.put("BillingMode", "PAY_PER_REQUEST")
    table.take("TableName", "SSESpecification", "PointInTimeRecoverySpecification", *_KEPT)
    yield table.take_as("Tags", "Tags", tag_list).done()


_KEPT = ("$DeletionPolicy", "$UpdateReplacePolicy")


def layer(source: Resource, address: str) -> Iterator[Resource]:
    """Yield what a `AWS::Serverless::LayerVersion` becomes."""
    made = Draft(source, "AWS::Lambda::LayerVersion", address)
    made.put("LayerName", address.rpartition(".")[2]).take("LayerName", "Description", "CompatibleRuntimes")
    made.take("CompatibleArchitectures", "LicenseInfo")
    made.take_as("ContentUri", "Content", stored).take_as("RetentionPolicy", "$DeletionPolicy")
    yield made.done()


def state_machine(source: Resource, address: str) -> Iterator[Resource]:
    """Yield what a `AWS::Serverless::StateMachine` becomes."""
    machine = Draft(source, "AWS::StepFunctions::StateMachine", address)
    machine.take_as("Name", "StateMachineName").take_as("Type", "StateMachineType")
    machine.take_as("Logging", "LoggingConfiguration").take_as("Tracing", "TracingConfiguration")
    machine.take("DefinitionSubstitutions", "EncryptionConfiguration", "Definition")
    machine.take_as("DefinitionUri", "DefinitionS3Location", lambda location: stored(location, ""))
    named, role_draft = role_for(source, f"{address}Role", "Role")
    machine.put("RoleArn", named, "Role")
    yield machine.take_as("Tags", "Tags", tag_list).done()
    if role_draft is not None:
        permissions = Permissions()
        if given(policies := machine.read("Policies")):
            permissions.add(policies)
        tracing = machine.read("Tracing/Enabled")
        if isinstance(tracing, Unknown):
            permissions.managed[Unknown(tracing.why)] = "Tracing"
        elif tracing is True:
            permissions.attach("AWSXrayWriteOnlyAccess")
        yield role(role_draft, "states.amazonaws.com", permissions, own=True)
    yield from _triggers(source, address)


def _triggers(source: Resource, address: str) -> Iterator[Resource]:
    for event in events_of(source):
        made = address + event.name
        if event.type == "ScheduleV2":
            yield from schedule(event, source, ref(address), made, "states:StartExecution")
        if event.type == "Api":
            permissions = Permissions()
            permissions.allow(["states:StartExecution"], ref(address))
            yield role(Draft(source, "AWS::IAM::Role", f"{made}Role"), "apigateway.amazonaws.com", permissions)
        if event.type not in ("Schedule", "CloudWatchEvent", "EventBridgeRule"):
            continue
        target = {"Arn": ref(address), "RoleArn": ref(f"{made}Role", "Arn")}
        yield rule(event, Draft(source, "AWS::Events::Rule", made), target)
        permissions = Permissions()
        permissions.allow(["states:StartExecution"], ref(address))
        yield role(Draft(source, "AWS::IAM::Role", f"{made}Role"), "events.amazonaws.com", permissions)


def application(source: Resource, address: str) -> Iterator[Resource]:
    """Yield the stack a `AWS::Serverless::Application` becomes."""
    stack = Draft(source, "AWS::CloudFormation::Stack", address)
    stack.take_as("Location", "TemplateURL", _template).take("Parameters", "NotificationARNs", "TimeoutInMinutes")
    yield stack.take_as("Tags", "Tags", tag_list).done()


def _template(location: Any) -> Any:
    return location if isinstance(location, str) else Unknown("an application of the serverless repository")


def graphql_api(source: Resource, address: str) -> Iterator[Resource]:
    """Yield the API a `AWS::Serverless::GraphQLApi` becomes; its resolvers and sources are not made."""
    api = Draft(source, "AWS::AppSync::GraphQLApi", address)
    api.put("Name", address.rpartition(".")[2]).take("Name", "XrayEnabled", "Visibility", "OwnerContact")
    api.take("IntrospectionConfig", "QueryDepthLimit", "ResolverCountLimit", "EnvironmentVariables")
    logging = api.read("Logging")
    if isinstance(logging, dict | Unknown):
        api.take_as("Logging", "LogConfig")
    elif logging is not False:
        api.put("LogConfig", {"FieldLogLevel": "ALL"})
    api.take_as("Auth/Type", "AuthenticationType").take_as("Auth/Additional", "AdditionalAuthenticationProviders")
    yield api.take_as("Tags", "Tags", tag_list).done()
