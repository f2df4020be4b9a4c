"""Grants of AWS KMS: the right of one principal to use a key, beside the key's policy."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.kind import Asset, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Grant(Asset, kind="aws.kms.grant"):
    """Lets somebody use a key for some operations."""

    name = Text("Its name.")
    key = Link(Key, "The key it is about.")
    grantee = Text("ARN of the principal that may use the key.")
    operations = Many("What the grantee may do: Decrypt, GenerateDataKey ...")
    context = Many("Pairs of the encryption context a request must have, each as `key=value`.")
    exact_context = Many("Pairs of the encryption context a request must have, and no others.")


FROM_TERRAFORM = Source(
    of=Grant,
    each=Block("aws_kms_grant"),
    reads={
        Grant.name: "name",
        Grant.key: "key_id",
        Grant.grantee: "grantee_principal",
        Grant.operations: "operations",
        Grant.context: "constraints[].entries(encryption_context_subset)[].join('=', [key, value])",
        Grant.exact_context: "constraints[].entries(encryption_context_equals)[].join('=', [key, value])",
    },
    shows=[
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_kms_grant" "app" {
  name              = "app"
  key_id            = aws_kms_key.data.key_id
  grantee_principal = "arn:aws:iam::111122223333:role/app"
  operations        = ["Decrypt", "GenerateDataKey"]
  constraints {
    encryption_context_equals = { team = "shop" }
  }
}
""",
            gives=Grant(
                "aws_kms_grant.app",
                name="app",
                key=frozenset({"aws_kms_key.data"}),
                grantee="arn:aws:iam::111122223333:role/app",
                operations=frozenset({"Decrypt", "GenerateDataKey"}),
                context=frozenset(),
                exact_context=frozenset({"team=shop"}),
            ),
        ),
    ],
)
