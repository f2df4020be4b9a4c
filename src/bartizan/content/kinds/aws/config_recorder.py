"""AWS Config recorders and aggregators."""

from bartizan.core.kind import Asset, Flag
from bartizan.core.source import Beside, Block, First, Fixed, Shown, Source


class Recorder(
    Asset,
    kind="aws.config.recorder",
    identifier="arn:{partition}:config:{region}:{account}:configuration-recorder/{name}/{id}",
):
    """Writes down how resources are configured, and each change of it."""

    all_types = Flag("It records every type of resource that Config knows.")
    global_types = Flag("It records users, groups, roles and policies, which belong to no region.")
    on = Flag("It is recording.")


class Aggregator(
    Asset, kind="aws.config.aggregator", identifier="arn:{partition}:config:{region}:{account}:config-aggregator/{id}"
):
    """Shows in one place what recorders wrote in many accounts and regions."""

    all_regions = Flag("It covers all regions.")


TERRAFORM_TYPES = "recording_group[0].recording_strategy[0].use_only"
TYPES = "RecordingGroup.RecordingStrategy.UseOnly"

FROM_TERRAFORM = Source(
    of=Recorder,
    each=Block("aws_config_configuration_recorder"),
    names=("not_null(name, 'default')",),
    reads={
        Recorder.all_types: (
            f"(not_null({TERRAFORM_TYPES}, 'ALL_SUPPORTED_RESOURCE_TYPES') == 'ALL_SUPPORTED_RESOURCE_TYPES') "
            "&& flag(not_null(recording_group[0].all_supported, `true`))"
        ),
        Recorder.global_types: "flag(not_null(recording_group[0].include_global_resource_types, `false`))",
        Recorder.on: Beside(
            types="aws_config_configuration_recorder_status", on="name", read="flag(is_enabled)", none=False
        ),
    },
    shows=[
        Shown(
            text='resource "aws_config_configuration_recorder" "plain" { role_arn = "arn:aws:iam::111122223333:role/c" }',
            gives=Recorder("aws_config_configuration_recorder.plain", all_types=True, global_types=False, on=False),
        ),
        Shown(
            text="""
resource "aws_config_configuration_recorder" "some" {
  name     = "some"
  role_arn = "arn:aws:iam::111122223333:role/config"
  recording_group {
    all_supported                 = false
    include_global_resource_types = true
  }
}

resource "aws_config_configuration_recorder_status" "some" {
  name       = aws_config_configuration_recorder.some.name
  is_enabled = true
}
""",
            gives=Recorder("aws_config_configuration_recorder.some", all_types=False, global_types=True, on=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Recorder,
    each=Block("AWS::Config::ConfigurationRecorder"),
    reads={
        Recorder.all_types: (
            f"(not_null({TYPES}, 'ALL_SUPPORTED_RESOURCE_TYPES') == 'ALL_SUPPORTED_RESOURCE_TYPES') "
            "&& flag(not_null(RecordingGroup.AllSupported, `true`))"
        ),
        Recorder.global_types: "flag(not_null(RecordingGroup.IncludeGlobalResourceTypes, `false`))",
        Recorder.on: Fixed(True, "CloudFormation starts a recorder as soon as there is a delivery channel."),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::Config::ConfigurationRecorder', Properties: {RoleARN: x}}}",
            gives=Recorder("Plain", all_types=True, global_types=False, on=True),
        ),
        Shown(
            text="""
Resources:
  Some:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      RoleARN: arn:aws:iam::111122223333:role/config
      RecordingGroup: {AllSupported: false, IncludeGlobalResourceTypes: true}
""",
            gives=Recorder("Some", all_types=False, global_types=True),
        ),
    ],
)

AGGREGATOR_FROM_TERRAFORM = Source(
    of=Aggregator,
    each=Block("aws_config_configuration_aggregator"),
    reads={
        Aggregator.all_regions: First(
            "account_aggregation_source[0] | flag(all_regions)",
            "organization_aggregation_source[0] | flag(all_regions)",
            Fixed(False, "Without all_regions, regions are listed."),
        )
    },
    shows=[
        Shown(
            text="""
resource "aws_config_configuration_aggregator" "all" {
  name = "all"
  organization_aggregation_source {
    all_regions = true
    role_arn    = "arn:aws:iam::111122223333:role/config"
  }
}
""",
            gives=Aggregator("aws_config_configuration_aggregator.all", all_regions=True),
        ),
        Shown(
            text="""
resource "aws_config_configuration_aggregator" "one" {
  name = "one"
  account_aggregation_source {
    account_ids = ["111122223333"]
    regions     = ["eu-central-1"]
  }
}
""",
            gives=Aggregator("aws_config_configuration_aggregator.one", all_regions=False),
        ),
    ],
)

AGGREGATOR_FROM_CLOUDFORMATION = Source(
    of=Aggregator,
    each=Block("AWS::Config::ConfigurationAggregator"),
    reads={
        Aggregator.all_regions: (
            "flag(not_null(OrganizationAggregationSource.AllAwsRegions, "
            "AccountAggregationSources[0].AllAwsRegions, `false`))"
        )
    },
    shows=[
        Shown(
            text="""
Resources:
  All:
    Type: AWS::Config::ConfigurationAggregator
    Properties:
      OrganizationAggregationSource: {AllAwsRegions: true, RoleArn: "arn:aws:iam::111122223333:role/config"}
""",
            gives=Aggregator("All", all_regions=True),
        ),
        Shown(
            text="""
Resources:
  One:
    Type: AWS::Config::ConfigurationAggregator
    Properties:
      AccountAggregationSources: [{AccountIds: ["111122223333"], AwsRegions: [eu-central-1]}]
""",
            gives=Aggregator("One", all_regions=False),
        ),
    ],
)
