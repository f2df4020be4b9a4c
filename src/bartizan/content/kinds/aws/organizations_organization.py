"""AWS Organizations."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Block, Fixed, Shown, Source, Unseen


class Governed(Asset):
    """What policies of an organisation are attached to."""


class Container(Governed):
    """What accounts and units of an organisation are in."""


class Organization(
    Container,
    kind="aws.organizations.organization",
    identifier="arn:{partition}:organizations::{account}:organization/{id}",
):
    """Many accounts under one management account."""

    features = Text("ALL, or CONSOLIDATED_BILLING, which leaves out all guardrails.")
    number = Text("`o-` and its id, where it is known before it is made.")
    root = Text("`r-` and the id of its root, where it is known before it is made.")
    management = Text("The account it was made by, by its twelve digits.")
    policy_types = Many("Types of policy that are switched on for it.")


MADE_LATER = Fixed(None, "AWS gives the id when the organisation is made.")
DEPLOYED_FROM = Fixed(None, "It is made by the account that it is deployed from.")

FROM_TERRAFORM = Source(
    of=Organization,
    each=Block("aws_organizations_organization"),
    reads={
        Organization.features: "not_null(feature_set, 'ALL')",
        Organization.number: MADE_LATER,
        Organization.root: MADE_LATER,
        Organization.management: DEPLOYED_FROM,
        Organization.policy_types: "enabled_policy_types",
    },
    shows=[
        Shown(
            text='resource "aws_organizations_organization" "us" { enabled_policy_types = ["SERVICE_CONTROL_POLICY"] }',
            gives=Organization(
                "aws_organizations_organization.us",
                features="ALL",
                number=None,
                root=None,
                management=None,
                policy_types=frozenset({"SERVICE_CONTROL_POLICY"}),
            ),
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
    reads={
        Organization.features: "not_null(FeatureSet, 'ALL')",
        Organization.number: MADE_LATER,
        Organization.root: MADE_LATER,
        Organization.management: DEPLOYED_FROM,
        Organization.policy_types: Unseen("CloudFormation switches types of policy on by attaching one."),
    },
    shows=[
        Shown(
            text="Resources: {Us: {Type: 'AWS::Organizations::Organization'}}",
            gives=Organization("Us", features="ALL", number=None, root=None, management=None),
        ),
        Shown(
            text="Resources: {Us: {Type: 'AWS::Organizations::Organization', Properties: {FeatureSet: CONSOLIDATED_BILLING}}}",
            gives=Organization("Us", features="CONSOLIDATED_BILLING"),
        ),
    ],
)

FROM_EXPORT = Source(
    of=Organization,
    each=Block("aws-organizations/Organization"),
    names=("RootId", "Id"),
    reads={
        Organization.features: "not_null(FeatureSet, 'ALL')",
        Organization.number: "Id",
        Organization.root: "RootId",
        Organization.management: "not_null(MasterAccountId, ManagementAccountId)",
        Organization.policy_types: "not_null(PolicyTypes, AvailablePolicyTypes)[?Status == 'ENABLED'].Type",
    },
    shows=[
        Shown(
            file="organization.json",
            text="""
{
  "Organization": {"Id": "o-a1", "MasterAccountId": "999999999999", "FeatureSet": "ALL",
                   "Arn": "arn:aws:organizations::999999999999:organization/o-a1"},
  "Roots": [{"Id": "r-b2", "Arn": "arn:aws:organizations::999999999999:root/o-a1/r-b2", "Name": "Root",
             "PolicyTypes": [{"Type": "SERVICE_CONTROL_POLICY", "Status": "ENABLED"}]}]
}
""",
            gives=Organization(
                "arn:aws:organizations::999999999999:organization/o-a1",
                features="ALL",
                number="o-a1",
                root="r-b2",
                management="999999999999",
                policy_types=frozenset({"SERVICE_CONTROL_POLICY"}),
            ),
        ),
    ],
)
