"""Network policies of Amazon OpenSearch Serverless collections."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class NetworkPolicy(Asset, kind="aws.opensearch.serverless-policy"):
    """Says from which networks collections are reached."""

    name = Text("Its name, where it is known before deployment.")
    public = Flag("Some collection or dashboard is reached from the Internet.")


FROM_TERRAFORM = Source(
    of=NetworkPolicy,
    each=Block("aws_opensearchserverless_security_policy", where="type == 'network'"),
    reads={
        NetworkPolicy.name: "name",
        NetworkPolicy.public: "any(not_null(as_list(from_json(policy))[*].flag(not_null(AllowFromPublic, `false`)), `[]`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_opensearchserverless_security_policy" "inside" {
  name   = "inside"
  type   = "network"
  policy = jsonencode([{ Rules = [{ ResourceType = "collection", Resource = ["collection/*"] }], AllowFromPublic = false, SourceVPCEs = ["vpce-1"] }])
}
""",
            gives=NetworkPolicy("aws_opensearchserverless_security_policy.inside", name="inside", public=False),
        ),
        Shown(
            text="""
resource "aws_opensearchserverless_security_policy" "outside" {
  name   = "outside"
  type   = "network"
  policy = jsonencode([{ Rules = [{ ResourceType = "collection", Resource = ["collection/*"] }], AllowFromPublic = true }])
}
""",
            gives=NetworkPolicy("aws_opensearchserverless_security_policy.outside", name="outside", public=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=NetworkPolicy,
    each=Block("AWS::OpenSearchServerless::SecurityPolicy", where="Type == 'network'"),
    reads={
        NetworkPolicy.name: "Name",
        NetworkPolicy.public: "any(not_null(as_list(from_json(Policy))[*].flag(not_null(AllowFromPublic, `false`)), `[]`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Inside:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: inside
      Type: network
      Policy: '[{"Rules": [], "AllowFromPublic": false, "SourceVPCEs": ["vpce-1"]}]'
""",
            gives=NetworkPolicy("Inside", name="inside", public=False),
        ),
        Shown(
            text="""
Resources:
  Outside:
    Type: AWS::OpenSearchServerless::SecurityPolicy
    Properties:
      Name: outside
      Type: network
      Policy: '[{"Rules": [], "AllowFromPublic": true}]'
""",
            gives=NetworkPolicy("Outside", name="outside", public=True),
        ),
    ],
)
