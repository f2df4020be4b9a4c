"""Events of serverless functions: what calls them, and what is made so that it may."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bartizan.collect.iac.cloudformation.sam.draft import Draft, arn, given, pseudo, read, ref
from bartizan.collect.iac.cloudformation.sam.role import Permissions, role
from bartizan.collect.resource import Resource
from bartizan.core.truth import Ref, Unknown


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a function or a state machine."""

    name: str
    type: str
    at: str
    """Where its properties are, in the properties of the resource."""
    value: Mapping[str, Any]
    whole: bool
    """Whether its properties are known."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the events of a function call."""

    address: str
    """The function's, which begins the names of what its events become."""
    called: str
    """The address of the function, or of its alias where it has one."""

    @property
    def ref(self) -> Ref:
        """The name (the ARN, for an alias) of what is called."""
        return ref(self.called)

    @property
    def arn(self) -> Ref:
        """The ARN of what is called."""
        return ref(self.called) if self.called != self.address else ref(self.address, "Arn")


_STREAMS = {
    "SQS": ("Queue", "AWSLambdaSQSQueueExecutionRole"),
    "Kinesis": ("Stream", "AWSLambdaKinesisExecutionRole"),
    "DynamoDB": ("Stream", "AWSLambdaDynamoDBExecutionRole"),
    "MSK": ("Stream", "AWSLambdaMSKExecutionRole"),
    "MQ": ("Broker", ""),
    "DocumentDB": ("Cluster", ""),
    "SelfManagedKafka": ("", ""),
}
"""Sources that are polled: the property that names the source, and the policy the function's role is given."""
_MAPPING = (
    "BatchSize", "BisectBatchOnFunctionError", "DestinationConfig", "Enabled", "FilterCriteria",
    "FunctionResponseTypes", "KmsKeyArn", "MaximumBatchingWindowInSeconds", "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts", "MetricsConfig", "ParallelizationFactor", "ProvisionedPollerConfig", "Queues",
    "ScalingConfig", "SourceAccessConfigurations", "StartingPosition", "StartingPositionTimestamp", "Topics",
    "TumblingWindowInSeconds",
)  # fmt: skip
_GROUPS = {"MSK": "AmazonManagedKafkaEventSourceConfig", "SelfManagedKafka": "SelfManagedKafkaEventSourceConfig"}
_MORE = ("SchemaRegistryConfig", "SourceAccessConfigurations", "ProvisionedPollerConfig")
"""Properties of a source that make SAM allow more than the policy it attaches."""
_RULE = ("Schedule", "CloudWatchEvent", "EventBridgeRule")


def events_of(source: Resource) -> list[Event]:
    """Return the events of a function or a state machine that are known."""
    events = source.value.get("Events")
    return [
        _event(name, event)
        for name, event in (events.items() if isinstance(events, dict) else ())
        if isinstance(event, dict) and isinstance(event.get("Type"), str)
    ]


def _event(name: str, event: dict[str, Any]) -> Event:
    properties = event.get("Properties")
    known = properties if isinstance(properties, dict) else {}
    return Event(name, event["Type"], f"Events/{name}/Properties", known, not isinstance(properties, Unknown))


def permit_events(events: list[Event], permissions: Permissions) -> None:
    """Let a function's role read from what its events come from."""
    for event in events:
        if event.type == "SNS" and given(read(event.value, "SqsSubscription")):
            permissions.attach("AWSLambdaSQSQueueExecutionRole")
        if event.type not in _STREAMS:
            continue
        policy = _STREAMS[event.type][1]
        if policy:
            permissions.attach(policy)
        if not policy or not event.value.keys().isdisjoint(_MORE):
            permissions.doubt(f"SAM allows what an event of {event.type} takes", inline_only=True)
        permissions.hand_on(read(event.value, "DestinationConfig/OnFailure"), "Destination")


def event_resources(event: Event, source: Resource, target: Target) -> Iterator[Resource]:
    """Yield what an event becomes."""
    made = target.address + event.name
    if event.type in _STREAMS:
        yield _mapping(event, source, target, made)
    elif event.type == "ScheduleV2":
        yield from schedule(event, source, target.arn, made, "lambda:InvokeFunction")
    elif event.type == "SNS" and given(read(event.value, "SqsSubscription")):
        yield from _queued(event, source, target, made)
    else:
        yield from _caller(event, source, target, made)
        yield from _permission(event, source, target)


def _caller(event: Event, source: Resource, target: Target, made: str) -> Iterator[Resource]:
    if event.type in _RULE:
        yield rule(event, Draft(source, "AWS::Events::Rule", made), {"Arn": target.arn})
    elif event.type == "SNS":
        yield _subscription(event, source, made).put("Protocol", "lambda").put("Endpoint", target.arn).done()
    elif event.type == "CloudWatchLogs":
        filtered = Draft(source, "AWS::Logs::SubscriptionFilter", made).put("DestinationArn", target.arn)
        yield filtered.take("LogGroupName", "FilterPattern", within=event.at).done()
    elif event.type == "IoTRule":
        topic = Draft(source, "AWS::IoT::TopicRule", made)
        for name in ("Sql", "AwsIotSqlVersion"):
            topic.take_as(f"{event.at}/{name}", f"TopicRulePayload/{name}")
        topic.put("TopicRulePayload/RuleDisabled", False)
        yield topic.put("TopicRulePayload/Actions", [{"Lambda": {"FunctionArn": target.arn}}]).done()


def _subscription(event: Event, source: Resource, made: str) -> Draft:
    draft = Draft(source, "AWS::SNS::Subscription", made).take_as(f"{event.at}/Topic", "TopicArn")
    return draft.take("FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region", within=event.at)


def _queued(event: Event, source: Resource, target: Target, made: str) -> Iterator[Resource]:
    """A topic's messages go through a queue: the one that is named, or one that is made."""
    own = read(event.value, "SqsSubscription/QueueArn")
    queue = own if given(own) else ref(f"{made}Queue", "Arn")
    yield _subscription(event, source, made).put("Protocol", "sqs").put("Endpoint", queue).done()
    mapping = Draft(source, "AWS::Lambda::EventSourceMapping", f"{made}EventSourceMapping")
    mapping.put("FunctionName", target.ref).put("EventSourceArn", queue)
    yield mapping.take("BatchSize", "Enabled", within=f"{event.at}/SqsSubscription").done()
    if not given(own):
        yield Draft(source, "AWS::SQS::Queue", f"{made}Queue").done()
    policy = Draft(source, "AWS::SQS::QueuePolicy", f"{made}QueuePolicy")
    url = read(event.value, "SqsSubscription/QueueUrl")
    topic = read(event.value, "Topic")
    statement: dict[str, Any] = {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": queue}
    if given(topic):
        statement["Condition"] = {"ArnEquals": {"aws:SourceArn": topic}}
    policy.put("Queues", [url if given(url) else ref(f"{made}Queue")])
    yield policy.put("PolicyDocument", {"Version": "2012-10-17", "Statement": [statement]}).done()


def _mapping(event: Event, source: Resource, target: Target, made: str) -> Resource:
    draft = Draft(source, "AWS::Lambda::EventSourceMapping", made).put("FunctionName", target.ref)
    key = _STREAMS[event.type][0]
    if key:
        draft.take_as(f"{event.at}/{key}", "EventSourceArn")
    if not event.whole:
        draft.put("EventSourceArn", Unknown("the event's properties are not known"))
    draft.take(*_MAPPING, within=event.at)
    if event.type in _GROUPS:
        draft.take_as(f"{event.at}/ConsumerGroupId", f"{_GROUPS[event.type]}/ConsumerGroupId")
    for name in ("DatabaseName", "CollectionName", "FullDocument") if event.type == "DocumentDB" else ():
        draft.take_as(f"{event.at}/{name}", f"DocumentDBEventSourceConfig/{name}")
    servers = f"{event.at}/KafkaBootstrapServers"
    return draft.take_as(servers, "SelfManagedEventSource/Endpoints/KafkaBootstrapServers").done()


def rule(event: Event, draft: Draft, target: dict[str, Any]) -> Resource:
    """Return the rule of a schedule or a pattern of events, for a function or a state machine."""
    draft.take_as(f"{event.at}/Schedule", "ScheduleExpression").take_as(f"{event.at}/Pattern", "EventPattern")
    draft.take("Description", "EventBusName", "State", within=event.at)
    draft.take_as(f"{event.at}/RuleName", "Name").take_as(f"{event.at}/Name", "Name")
    draft.take_as(f"{event.at}/Enabled", "State", lambda enabled: "ENABLED" if enabled else "DISABLED")
    inputs = ("Input", "InputPath", "InputTransformer", "RetryPolicy")
    more = {name: found for name in inputs if given(found := read(event.value, name))}
    dead = read(event.value, "DeadLetterConfig/Arn")
    if given(dead):
        more["DeadLetterConfig"] = {"Arn": dead}
    identity = f"{draft.address.rpartition('.')[2]}LambdaTarget"
    return draft.put("Targets", [{"Id": identity, **target, **more}]).done()


def schedule(event: Event, source: Resource, target: Ref, made: str, action: str) -> Iterator[Resource]:
    """Yield a schedule, and the role it calls its target with."""
    draft = Draft(source, "AWS::Scheduler::Schedule", made)
    draft.put("Name", made.rpartition(".")[2]).put("FlexibleTimeWindow", {"Mode": "OFF"})
    names = ("ScheduleExpression", "FlexibleTimeWindow", "Name", "State", "KmsKeyArn", "GroupName", "Description")
    draft.take(*names, "StartDate", "EndDate", "ScheduleExpressionTimezone", within=event.at)
    own = draft.read(f"{event.at}/RoleArn")
    draft.put("Target", {"Arn": target, "RoleArn": own if given(own) else ref(f"{made}Role", "Arn")})
    yield draft.done()
    if not given(own):
        permissions = Permissions()
        permissions.allow([action], target)
        dead = read(event.value, "DeadLetterConfig/Arn")
        if given(dead):
            permissions.allow(["sqs:SendMessage"], dead)
        yield role(Draft(source, "AWS::IAM::Role", f"{made}Role"), "scheduler.amazonaws.com", permissions)


def _permission(event: Event, source: Resource, target: Target) -> Iterator[Resource]:
    allowed = _CALLERS.get(event.type)
    if allowed is None:
        return
    principal, origin = allowed
    draft = Draft(source, "AWS::Lambda::Permission", f"{target.address}{event.name}Permission")
    draft.put("Action", "lambda:InvokeFunction").put("FunctionName", target.ref).put("Principal", principal)
    if event.whole:
        origin(draft, event, target.address)
    else:
        draft.put("SourceArn", Unknown("the event's properties are not known"))
    yield draft.done()


Origin = Callable[[Draft, Event, str], object]
"""Narrows a permission down to where calls may come from."""


def _from_property(name: str) -> Origin:
    return lambda draft, event, _: draft.take_as(f"{event.at}/{name}", "SourceArn")


def _from_rule(draft: Draft, event: Event, address: str) -> object:
    return draft.put("SourceArn", ref(address + event.name, "Arn"))


def _from_bucket(draft: Draft, _: Event, __: str) -> object:
    return draft.put("SourceAccount", pseudo("AccountId"))


def _from_api(draft: Draft, event: Event, address: str) -> object:
    scope = address.rpartition(".")[0]
    implied = "ServerlessRestApi" if event.type == "Api" else "ServerlessHttpApi"
    api = read(event.value, "RestApiId" if event.type == "Api" else "ApiId")
    named = api if given(api) else ref(f"{scope}.{implied}" if scope else implied)
    return draft.put("SourceArn", arn("execute-api", named, "/*"), event.at)


def _from_logs(draft: Draft, event: Event, _: str) -> object:
    group = read(event.value, "LogGroupName")
    return draft.put("SourceArn", arn("logs", "log-group:", group if given(group) else "", ":*"), event.at)


def _from_skill(draft: Draft, event: Event, _: str) -> object:
    return draft.take_as(f"{event.at}/SkillId", "EventSourceToken")


def _from_iot(draft: Draft, event: Event, address: str) -> object:
    return draft.put("SourceArn", arn("iot", "rule/", ref(address + event.name)), event.at)


_CALLERS: Mapping[str, tuple[str, Origin]] = MappingProxyType(
    {
        "AlexaSkill": ("alexa-appkit.amazon.com", _from_skill),
        "Api": ("apigateway.amazonaws.com", _from_api),
        "CloudWatchEvent": ("events.amazonaws.com", _from_rule),
        "CloudWatchLogs": ("logs.amazonaws.com", _from_logs),
        "Cognito": ("cognito-idp.amazonaws.com", _from_property("UserPool")),
        "EventBridgeRule": ("events.amazonaws.com", _from_rule),
        "HttpApi": ("apigateway.amazonaws.com", _from_api),
        "IoTRule": ("iot.amazonaws.com", _from_iot),
        "S3": ("s3.amazonaws.com", _from_bucket),
        "SNS": ("sns.amazonaws.com", _from_property("Topic")),
        "Schedule": ("events.amazonaws.com", _from_rule),
    }
)
"""Services that call a function: who they are, and what narrows the permission down."""
