"""Policies of AWS Organizations: guardrails that limit what accounts can do and what can be done to them."""

from bartizan.content.kinds.aws.governed import DOCUMENTED, Documented
from bartizan.content.kinds.aws.organizations_organization import Governed
from bartizan.core.kind import Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, Fixed, Shown, Source


class OrganizationPolicy(
    Documented,
    kind="aws.organizations.policy",
    identifier="arn:{partition}:organizations::{account}:policy/{organization}/{form}/{id}",
):
    """A policy over accounts, units or the whole organisation."""

    name = Text("Its name.")
    type = Text("SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, TAG_POLICY ...")
    document = Document("What it says.")
    targets = Link(Governed, "What it is attached to.")
    by_aws = Flag("AWS itself made it.")


OWN = Fixed(False, "Policies of AWS itself are there without being declared.")

FROM_TERRAFORM = Source(
    of=OrganizationPolicy,
    each=Block("aws_organizations_policy"),
    reads={
        **DOCUMENTED,
        OrganizationPolicy.name: "name",
        OrganizationPolicy.type: "not_null(type, 'SERVICE_CONTROL_POLICY')",
        OrganizationPolicy.document: "content",
        OrganizationPolicy.targets: Beside(
            types="aws_organizations_policy_attachment", on="policy_id", read="[].target_id", all=True
        ),
        OrganizationPolicy.by_aws: OWN,
    },
    shows=[
        Shown(
            text="""
resource "aws_organizations_organization" "us" {}

resource "aws_organizations_policy" "no_leaving" {
  name    = "no-leaving"
  content = jsonencode({ Statement = [{ Effect = "Deny", Action = "organizations:LeaveOrganization", Resource = "*" }] })
}

resource "aws_organizations_policy_attachment" "no_leaving" {
  policy_id = aws_organizations_policy.no_leaving.id
  target_id = aws_organizations_organization.us.roots[0].id
}
""",
            gives=OrganizationPolicy(
                "aws_organizations_policy.no_leaving",
                name="no-leaving",
                type="SERVICE_CONTROL_POLICY",
                document='{"Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}',
                targets=frozenset({"aws_organizations_organization.us"}),
                by_aws=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=OrganizationPolicy,
    each=Block("AWS::Organizations::Policy"),
    reads={
        **DOCUMENTED,
        OrganizationPolicy.name: "Name",
        OrganizationPolicy.type: "Type",
        OrganizationPolicy.document: "Content",
        OrganizationPolicy.targets: "TargetIds",
        OrganizationPolicy.by_aws: OWN,
    },
    shows=[
        Shown(
            text="""
Resources:
  Us: {Type: AWS::Organizations::Organization}
  NoLeaving:
    Type: AWS::Organizations::Policy
    Properties:
      Name: no-leaving
      Type: SERVICE_CONTROL_POLICY
      TargetIds: [!GetAtt Us.RootId]
      Content: {Statement: [{Effect: Deny, Action: "organizations:LeaveOrganization", Resource: "*"}]}
""",
            gives=OrganizationPolicy(
                "NoLeaving",
                name="no-leaving",
                type="SERVICE_CONTROL_POLICY",
                document='{"Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}',
                targets=frozenset({"Us"}),
                by_aws=False,
            ),
        ),
    ],
)

FROM_EXPORT = Source(
    of=OrganizationPolicy,
    each=Block("aws-organizations/Policy"),
    reads={
        **DOCUMENTED,
        OrganizationPolicy.name: "PolicySummary.Name",
        OrganizationPolicy.type: "PolicySummary.Type",
        OrganizationPolicy.document: "Content",
        OrganizationPolicy.targets: "Targets",
        OrganizationPolicy.by_aws: "not_null(PolicySummary.AwsManaged, `false`)",
    },
    shows=[
        Shown(
            file="organization.json",
            text="""
{
  "Organization": {"Id": "o-a1", "MasterAccountId": "999999999999", "FeatureSet": "ALL",
                   "Arn": "arn:aws:organizations::999999999999:organization/o-a1"},
  "Roots": [{"Id": "r-b2", "Arn": "arn:aws:organizations::999999999999:root/o-a1/r-b2", "Name": "Root"}],
  "Policies": [
    {
      "PolicySummary": {"Id": "p-1", "Arn": "arn:aws:organizations::999999999999:policy/o-a1/service_control_policy/p-1",
                        "Name": "no-leaving", "Type": "SERVICE_CONTROL_POLICY", "AwsManaged": false},
      "Content": "{\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Action\\":\\"organizations:LeaveOrganization\\",\\"Resource\\":\\"*\\"}]}",
      "Targets": [{"TargetId": "r-b2", "Type": "ROOT"}]
    }
  ]
}
""",
            gives=OrganizationPolicy(
                "arn:aws:organizations::999999999999:policy/o-a1/service_control_policy/p-1",
                name="no-leaving",
                type="SERVICE_CONTROL_POLICY",
                document='{"Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}',
                targets=frozenset({"arn:aws:organizations::999999999999:organization/o-a1"}),
                by_aws=False,
            ),
        ),
    ],
)
