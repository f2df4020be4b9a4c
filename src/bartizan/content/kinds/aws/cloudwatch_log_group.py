"""Amazon CloudWatch log groups, the metrics that are counted in them, and alarms."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class LogGroup(
    DataStore, kind="aws.cloudwatch.log-group", identifier="arn:{partition}:logs:{region}:{account}:log-group:{name}"
):
    """A place for the log of one thing, with one retention and one key."""

    name = Text("Its name, where it is known before deployment.")
    retention = Number("Days until its events are deleted; 0 means never.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    filters = Link(lambda: MetricFilter, "What is counted in it.")


class MetricFilter(Asset, kind="aws.cloudwatch.metric-filter"):
    """Counts the events of a log group that fit a pattern."""

    log_group = Link(LogGroup, "Where it counts.")
    fields = Many("Fields of the event that its pattern looks at.")
    named = Many("Values that fields are compared with: names of calls, errors, services.")
    alarms = Link(lambda: Alarm, "Alarms on what it counts.")


class Alarm(
    Asset, kind="aws.cloudwatch.alarm", identifier="arn:{partition}:cloudwatch:{region}:{account}:alarm:{name}"
):
    """Does something when a metric goes beyond a bound."""

    acts = Flag("It tells someone, or does something: actions are on, and there is one.")
    filters = Link(MetricFilter, "The metric filters whose count it watches.")


FIELD = "\\$\\.([A-Za-z0-9_.]+)"
EQUALS = '=\\s*"?([A-Za-z0-9_.*:/-]+)'

FROM_TERRAFORM = Source(
    of=LogGroup,
    each=Block("aws_cloudwatch_log_group"),
    names=("name",),
    reads={
        LogGroup.tags: TAGS,
        LogGroup.name: "name",
        LogGroup.retention: "not_null(retention_in_days, `0`)",
        LogGroup.key: "kms_key_id",
        LogGroup.own_key: "customer_key(kms_key_id)",
        LogGroup.filters: Inverse(MetricFilter.log_group),
    },
    shows=[
        Shown(
            text='resource "aws_cloudwatch_log_group" "plain" {}',
            gives=LogGroup(
                "aws_cloudwatch_log_group.plain",
                name=None,
                retention=0,
                key=frozenset(),
                own_key=False,
                filters=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "logs" {}

resource "aws_cloudwatch_log_group" "set" {
  name              = "/shop/orders"
  retention_in_days = 400
  kms_key_id        = aws_kms_key.logs.arn
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = aws_cloudwatch_log_group.set.name
  pattern        = "ERROR"
  metric_transformation {
    name      = "Errors"
    namespace = "Shop"
    value     = "1"
  }
}
""",
            gives=LogGroup(
                "aws_cloudwatch_log_group.set",
                name="/shop/orders",
                retention=400,
                key=frozenset({"aws_kms_key.logs"}),
                own_key=True,
                filters=frozenset({"aws_cloudwatch_log_metric_filter.errors"}),
            ),
        ),
    ],
)

FILTER_FROM_TERRAFORM = Source(
    of=MetricFilter,
    each=Block("aws_cloudwatch_log_metric_filter"),
    names=("join('', ['metric:', metric_transformation[0].name])",),
    reads={
        MetricFilter.log_group: "log_group_name",
        MetricFilter.fields: f"find_all(pattern, '{FIELD}')",
        MetricFilter.named: f"find_all(pattern, '{EQUALS}')",
        MetricFilter.alarms: Inverse(Alarm.filters),
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_cloudwatch_log_metric_filter" "trail" {
  name           = "trail-changes"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = CreateTrail) || ($.eventName=\\"DeleteTrail\\") || ($.errorCode = \\"AccessDenied*\\") }"
  metric_transformation {
    name      = "TrailChanges"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "trail" {
  alarm_name    = "trail-changes"
  metric_name   = "TrailChanges"
  namespace     = "Security"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}
""",
            gives=MetricFilter(
                "aws_cloudwatch_log_metric_filter.trail",
                log_group=frozenset({"aws_cloudwatch_log_group.trail"}),
                fields=frozenset({"eventName", "errorCode"}),
                named=frozenset({"CreateTrail", "DeleteTrail", "AccessDenied*"}),
                alarms=frozenset({"aws_cloudwatch_metric_alarm.trail"}),
            ),
        ),
    ],
)

ALARM_FROM_TERRAFORM = Source(
    of=Alarm,
    each=Block("aws_cloudwatch_metric_alarm"),
    reads={
        Alarm.acts: "flag(not_null(actions_enabled, `true`)) && length(not_null(alarm_actions, `[]`)) > `0`",
        Alarm.filters: "[metric_name, metric_query[].metric[].metric_name][] | map(&join('', ['metric:', @]), @)",
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "shop"
  pattern        = "ERROR"
  metric_transformation {
    name      = "Errors"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  metric_name   = aws_cloudwatch_log_metric_filter.errors.metric_transformation[0].name
  namespace     = "Shop"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:alarms"]
}
""",
            gives=Alarm(
                "aws_cloudwatch_metric_alarm.errors",
                acts=True,
                filters=frozenset({"aws_cloudwatch_log_metric_filter.errors"}),
            ),
        ),
        Shown(
            text='resource "aws_cloudwatch_metric_alarm" "mute" { alarm_name = "mute" }',
            gives=Alarm("aws_cloudwatch_metric_alarm.mute", acts=False, filters=frozenset()),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=LogGroup,
    each=Block("AWS::Logs::LogGroup"),
    names=("LogGroupName",),
    reads={
        LogGroup.tags: TAGS_LISTED,
        LogGroup.name: "LogGroupName",
        LogGroup.retention: "not_null(RetentionInDays, `0`)",
        LogGroup.key: "KmsKeyId",
        LogGroup.own_key: "customer_key(KmsKeyId)",
        LogGroup.filters: Inverse(MetricFilter.log_group),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::Logs::LogGroup'}}",
            gives=LogGroup(
                "Plain", name=None, retention=0, key=frozenset(), own_key=False, filters=frozenset(), tags=frozenset()
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Set:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /shop/orders
      RetentionInDays: 400
      KmsKeyId: !GetAtt Data.Arn
  Errors:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: !Ref Set
      FilterPattern: ERROR
      MetricTransformations: [{MetricName: Errors, MetricNamespace: Shop, MetricValue: "1"}]
""",
            gives=LogGroup(
                "Set",
                name="/shop/orders",
                retention=400,
                key=frozenset({"Data"}),
                own_key=True,
                filters=frozenset({"Errors"}),
            ),
        ),
    ],
)

FILTER_FROM_CLOUDFORMATION = Source(
    of=MetricFilter,
    each=Block("AWS::Logs::MetricFilter"),
    names=("join('', ['metric:', MetricTransformations[0].MetricName])",),
    reads={
        MetricFilter.log_group: "LogGroupName",
        MetricFilter.fields: f"find_all(FilterPattern, '{FIELD}')",
        MetricFilter.named: f"find_all(FilterPattern, '{EQUALS}')",
        MetricFilter.alarms: Inverse(Alarm.filters),
    },
    shows=[
        Shown(
            text="""
Resources:
  Trail: {Type: AWS::Logs::LogGroup}
  Changes:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: !Ref Trail
      FilterPattern: '{ ($.eventName = CreateTrail) || ($.eventName="DeleteTrail") }'
      MetricTransformations: [{MetricName: TrailChanges, MetricNamespace: Security, MetricValue: "1"}]
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      MetricName: TrailChanges
      Namespace: Security
      AlarmActions: ["arn:aws:sns:eu-central-1:111122223333:alarms"]
""",
            gives=MetricFilter(
                "Changes",
                log_group=frozenset({"Trail"}),
                fields=frozenset({"eventName"}),
                named=frozenset({"CreateTrail", "DeleteTrail"}),
                alarms=frozenset({"Alarm"}),
            ),
        ),
    ],
)

ALARM_FROM_CLOUDFORMATION = Source(
    of=Alarm,
    each=Block("AWS::CloudWatch::Alarm"),
    reads={
        Alarm.acts: "flag(not_null(ActionsEnabled, `true`)) && length(not_null(AlarmActions, `[]`)) > `0`",
        Alarm.filters: "[MetricName, Metrics[].MetricStat.Metric.MetricName][] | map(&join('', ['metric:', @]), @)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Errors:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: shop
      FilterPattern: ERROR
      MetricTransformations: [{MetricName: Errors, MetricNamespace: Shop, MetricValue: "1"}]
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics: [{Id: m, MetricStat: {Metric: {MetricName: Errors, Namespace: Shop}}}]
      AlarmActions: ["arn:aws:sns:eu-central-1:111122223333:alarms"]
""",
            gives=Alarm("Alarm", acts=True, filters=frozenset({"Errors"})),
        ),
        Shown(
            text="Resources: {Mute: {Type: 'AWS::CloudWatch::Alarm', Properties: {ActionsEnabled: false}}}",
            gives=Alarm("Mute", acts=False, filters=frozenset()),
        ),
    ],
)
