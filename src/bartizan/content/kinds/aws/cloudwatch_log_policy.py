"""Policies that let others write to Amazon CloudWatch Logs."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.core.kind import Document, Flag
from bartizan.core.source import Block, Shown, Source


class LogPolicy(Governed, kind="aws.cloudwatch.log-resource-policy"):
    """Says who else may write to log groups of the account."""

    open_to_all = Flag("It lets everyone, without a condition.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=LogPolicy,
    each=Block("aws_cloudwatch_log_resource_policy", "aws_cloudwatch_log_destination_policy"),
    reads={
        **GOVERNED,
        LogPolicy.policy: "not_null(policy_document, access_policy)",
        LogPolicy.open_to_all: "policy_public(not_null(policy_document, access_policy))",
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudwatch_log_resource_policy" "open" {
  policy_name     = "open"
  policy_document = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "logs:PutLogEvents", Resource = "*" }]
  })
}
""",
            gives=LogPolicy(
                "aws_cloudwatch_log_resource_policy.open",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*"}]}',
                open_to_all=True,
            ),
        ),
        Shown(
            text="""
resource "aws_cloudwatch_log_destination_policy" "named" {
  destination_name = "central"
  access_policy    = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }]
  })
}
""",
            gives=LogPolicy(
                "aws_cloudwatch_log_destination_policy.named",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"logs:Pu'
                'tSubscriptionFilter","Resource":"*"}]}',
                open_to_all=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=LogPolicy,
    each=Block("AWS::Logs::ResourcePolicy"),
    reads={**GOVERNED, LogPolicy.policy: "PolicyDocument", LogPolicy.open_to_all: "policy_public(PolicyDocument)"},
    shows=[
        Shown(
            text="""
Resources:
  Open:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: open
      PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*"}]}'
""",
            gives=LogPolicy(
                "Open",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*"}]}',
                open_to_all=True,
            ),
        ),
    ],
)
