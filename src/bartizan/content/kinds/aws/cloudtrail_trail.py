"""AWS CloudTrail trails and event data stores."""

from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Asset, Flag, Link
from bartizan.core.source import Block, Shown, Source


class Trail(
    Asset, kind="aws.cloudtrail.trail", identifier="arn:{partition}:cloudtrail:{region}:{account}:trail/{name}"
):
    """Records calls to AWS in a bucket."""

    on = Flag("It is recording.")
    all_regions = Flag("It records all regions.")
    validated = Flag("Digests tell whether files were changed afterwards.")
    management_events = Flag("It records calls that change or read the configuration, all of them.")
    object_writes = Flag("It records writes of objects in all S3 buckets.")
    object_reads = Flag("It records reads of objects in all S3 buckets.")
    key = Link(Key, "The customer-managed key that encrypts its files.")
    own_key = Flag("A customer-managed key is named for it.")
    bucket = Link(Bucket, "Where its files go.")
    sent_to_logs = Flag("It is also sent to a log group.")
    log_group = Link(LogGroup, "The log group it is sent to.")


class EventStore(
    DataStore,
    kind="aws.cloudtrail.event-data-store",
    identifier="arn:{partition}:cloudtrail:{region}:{account}:eventdatastore/{id}",
):
    """A store of CloudTrail Lake, in which recorded calls can be searched."""

    own_key = Flag("A customer-managed key is named for it.")
    protected = Flag("It cannot be deleted before the protection is taken off.")


ALL_BUCKETS = "'^arn:aws[a-z-]*:s3(:::)?$'"
NO_SELECTORS = "length(not_null(event_selector, advanced_event_selector, `[]`)) == `0`"
MANAGEMENT = (
    f"{NO_SELECTORS} || length(not_null(event_selector[?flag(not_null(include_management_events, `true`)) "
    "&& not_null(read_write_type, 'All') == 'All'], `[]`)) > `0` || length(not_null(advanced_event_selector["
    "?length(field_selector[?field == 'eventCategory' && contains(equals, 'Management')]) > `0` "
    "&& length(field_selector[?field == 'readOnly']) == `0`], `[]`)) > `0`"
)
OBJECTS = (
    "length(not_null(event_selector[?contains(['All', '{only}'], not_null(read_write_type, 'All')) "
    "&& length(not_null(data_resource[?type == 'AWS::S3::Object' "
    f"&& length(values[?matches(@, {ALL_BUCKETS})]) > `0`], `[]`)) > `0`], `[]`)) > `0` "
    "|| length(not_null(advanced_event_selector["
    "?length(field_selector[?field == 'resources.type' && contains(equals, 'AWS::S3::Object')]) > `0` "
    "&& length(field_selector[?field == 'resources.ARN' || field == 'eventName']) == `0` "
    "&& length(field_selector[?field == 'readOnly' && !contains(equals, '{flag}')]) == `0`], `[]`)) > `0`"
)
MANAGEMENT_CFN = (
    "length(not_null(EventSelectors, AdvancedEventSelectors, `[]`)) == `0` "
    "|| length(not_null(EventSelectors[?flag(not_null(IncludeManagementEvents, `true`)) "
    "&& not_null(ReadWriteType, 'All') == 'All'], `[]`)) > `0` || length(not_null(AdvancedEventSelectors["
    "?length(FieldSelectors[?Field == 'eventCategory' && contains(Equals, 'Management')]) > `0` "
    "&& length(FieldSelectors[?Field == 'readOnly']) == `0`], `[]`)) > `0`"
)
OBJECTS_CFN = (
    "length(not_null(EventSelectors[?contains(['All', '{only}'], not_null(ReadWriteType, 'All')) "
    "&& length(not_null(DataResources[?Type == 'AWS::S3::Object' "
    f"&& length(Values[?matches(@, {ALL_BUCKETS})]) > `0`], `[]`)) > `0`], `[]`)) > `0` "
    "|| length(not_null(AdvancedEventSelectors["
    "?length(FieldSelectors[?Field == 'resources.type' && contains(Equals, 'AWS::S3::Object')]) > `0` "
    "&& length(FieldSelectors[?Field == 'resources.ARN' || Field == 'eventName']) == `0` "
    "&& length(FieldSelectors[?Field == 'readOnly' && !contains(Equals, '{flag}')]) == `0`], `[]`)) > `0`"
)

FROM_TERRAFORM = Source(
    of=Trail,
    each=Block("aws_cloudtrail"),
    reads={
        Trail.on: "flag(not_null(enable_logging, `true`))",
        Trail.all_regions: "flag(not_null(is_multi_region_trail, `false`))",
        Trail.validated: "flag(not_null(enable_log_file_validation, `false`))",
        Trail.management_events: f"flag(not_null(include_global_service_events, `true`)) && ({MANAGEMENT})",
        Trail.object_writes: OBJECTS.replace("{only}", "WriteOnly").replace("{flag}", "false"),
        Trail.object_reads: OBJECTS.replace("{only}", "ReadOnly").replace("{flag}", "true"),
        Trail.key: "kms_key_id",
        Trail.own_key: "customer_key(kms_key_id)",
        Trail.bucket: "s3_bucket_name",
        Trail.sent_to_logs: "not_null(cloud_watch_logs_group_arn, '') != ''",
        Trail.log_group: "cloud_watch_logs_group_arn",
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudtrail" "plain" {
  name           = "plain"
  s3_bucket_name = "plain"
}
""",
            gives=Trail(
                "aws_cloudtrail.plain",
                on=True,
                all_regions=False,
                validated=False,
                management_events=True,
                object_writes=False,
                object_reads=False,
                key=frozenset(),
                own_key=False,
                sent_to_logs=False,
                log_group=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "trail" {}

resource "aws_s3_bucket" "trail" {
  bucket = "trail"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_cloudtrail" "set" {
  name                       = "set"
  s3_bucket_name             = aws_s3_bucket.trail.id
  kms_key_id                 = aws_kms_key.trail.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  enable_logging             = false
  is_multi_region_trail      = true
  enable_log_file_validation = true
  event_selector {
    read_write_type           = "WriteOnly"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
""",
            gives=Trail(
                "aws_cloudtrail.set",
                on=False,
                all_regions=True,
                validated=True,
                management_events=False,
                object_writes=True,
                object_reads=False,
                key=frozenset({"aws_kms_key.trail"}),
                own_key=True,
                bucket=frozenset({"aws_s3_bucket.trail"}),
                sent_to_logs=True,
                log_group=frozenset({"aws_cloudwatch_log_group.trail"}),
            ),
        ),
        Shown(
            text="""
resource "aws_cloudtrail" "advanced" {
  name           = "advanced"
  s3_bucket_name = "trail"
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["true"]
    }
  }
}
""",
            gives=Trail("aws_cloudtrail.advanced", management_events=True, object_writes=False, object_reads=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Trail,
    each=Block("AWS::CloudTrail::Trail"),
    reads={
        Trail.on: "flag(IsLogging)",
        Trail.all_regions: "flag(not_null(IsMultiRegionTrail, `false`))",
        Trail.validated: "flag(not_null(EnableLogFileValidation, `false`))",
        Trail.management_events: (
            "(flag(not_null(IsMultiRegionTrail, `false`)) || flag(not_null(IncludeGlobalServiceEvents, `true`))) "
            f"&& ({MANAGEMENT_CFN})"
        ),
        Trail.object_writes: OBJECTS_CFN.replace("{only}", "WriteOnly").replace("{flag}", "false"),
        Trail.object_reads: OBJECTS_CFN.replace("{only}", "ReadOnly").replace("{flag}", "true"),
        Trail.key: "KMSKeyId",
        Trail.own_key: "customer_key(KMSKeyId)",
        Trail.bucket: "S3BucketName",
        Trail.sent_to_logs: "not_null(CloudWatchLogsLogGroupArn, '') != ''",
        Trail.log_group: "CloudWatchLogsLogGroupArn",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: false, S3BucketName: plain}
""",
            gives=Trail(
                "Plain",
                on=False,
                all_regions=False,
                validated=False,
                management_events=True,
                object_writes=False,
                object_reads=False,
                key=frozenset(),
                own_key=False,
                sent_to_logs=False,
                log_group=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Bucket: {Type: AWS::S3::Bucket}
  Logs: {Type: AWS::Logs::LogGroup}
  Set:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: true
      EnableLogFileValidation: true
      S3BucketName: !Ref Bucket
      KMSKeyId: !GetAtt Data.Arn
      CloudWatchLogsLogGroupArn: !GetAtt Logs.Arn
      EventSelectors:
        - ReadWriteType: All
          IncludeManagementEvents: false
          DataResources: [{Type: "AWS::S3::Object", Values: ["arn:aws:s3"]}]
""",
            gives=Trail(
                "Set",
                on=True,
                all_regions=True,
                validated=True,
                management_events=False,
                object_writes=True,
                object_reads=True,
                key=frozenset({"Data"}),
                own_key=True,
                bucket=frozenset({"Bucket"}),
                sent_to_logs=True,
                log_group=frozenset({"Logs"}),
            ),
        ),
    ],
)

STORE_FROM_TERRAFORM = Source(
    of=EventStore,
    each=Block("aws_cloudtrail_event_data_store"),
    reads={
        EventStore.tags: TAGS,
        EventStore.own_key: "customer_key(kms_key_id)",
        EventStore.protected: "flag(not_null(termination_protection_enabled, `true`))",
    },
    shows=[
        Shown(
            text='resource "aws_cloudtrail_event_data_store" "plain" { name = "plain" }',
            gives=EventStore("aws_cloudtrail_event_data_store.plain", own_key=False, protected=True, tags=frozenset()),
        ),
        Shown(
            text="""
resource "aws_cloudtrail_event_data_store" "set" {
  name                           = "set"
  kms_key_id                     = "arn:aws:kms:eu-central-1:111122223333:key/1"
  termination_protection_enabled = false
}
""",
            gives=EventStore("aws_cloudtrail_event_data_store.set", own_key=True, protected=False),
        ),
    ],
)

STORE_FROM_CLOUDFORMATION = Source(
    of=EventStore,
    each=Block("AWS::CloudTrail::EventDataStore"),
    reads={
        EventStore.tags: TAGS_LISTED,
        EventStore.own_key: "customer_key(KmsKeyId)",
        EventStore.protected: "flag(not_null(TerminationProtectionEnabled, `true`))",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::CloudTrail::EventDataStore'}}",
            gives=EventStore("Plain", own_key=False, protected=True, tags=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      KmsKeyId: arn:aws:kms:eu-central-1:111122223333:key/1
      TerminationProtectionEnabled: false
""",
            gives=EventStore("Set", own_key=True, protected=False),
        ),
    ],
)
