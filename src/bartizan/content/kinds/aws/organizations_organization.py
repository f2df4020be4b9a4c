"""AWS Organizations."""

from bartizan.core.kind import Asset, Text
from bartizan.core.source import Block, Shown, Source


class Organization(Asset, kind="aws.organizations.organization"):
    """Many accounts under one management account."""

    features = Text("ALL, or CONSOLIDATED_BILLING, which leaves out all guardrails.")


FROM_TERRAFORM = Source(
    of=Organization,
    each=Block("aws_organizations_organization"),
    reads={Organization.features: "not_null(feature_set, 'ALL')"},
    shows=[
        Shown(
            text='resource "aws_organizations_organization" "us" {}',
            gives=Organization("aws_organizations_organization.us", features="ALL"),
        ),
        Shown(
            text='resource "aws_organizations_organization" "us" { feature_set = "CONSOLIDATED_BILLING" }',
            gives=Organization("aws_organizations_organization.us", features="CONSOLIDATED_BILLING"),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Organization,
    each=Block("AWS::Organizations::Organization"),
    reads={Organization.features: "not_null(FeatureSet, 'ALL')"},
    shows=[
        Shown(
            text="Resources: {Us: {Type: 'AWS::Organizations::Organization'}}",
            gives=Organization("Us", features="ALL"),
        ),
        Shown(
            text="Resources: {Us: {Type: 'AWS::Organizations::Organization', Properties: {FeatureSet: CONSOLIDATED_BILLING}}}",
            gives=Organization("Us", features="CONSOLIDATED_BILLING"),
        ),
    ],
)
