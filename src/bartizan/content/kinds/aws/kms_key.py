"""AWS KMS keys."""

from bartizan.core.kind import Asset, Flag, Number
from bartizan.core.source import Block, Shown, Source


class Key(Asset, kind="aws.kms.key"):
    """A key whose material never leaves the service."""

    rotates = Flag("New key material is made every year, or more often.")
    symmetric = Flag("The same key encrypts and decrypts; only such keys can rotate by themselves.")
    deletion_window = Number("Days between the order to delete it and its end.")
    open_to_all = Flag("The key policy lets everyone use it, without a condition.")


FROM_TERRAFORM = Source(
    of=Key,
    each=Block("aws_kms_key"),
    reads={
        Key.rotates: "flag(not_null(enable_key_rotation, `false`))",
        Key.symmetric: "not_null(customer_master_key_spec, 'SYMMETRIC_DEFAULT') == 'SYMMETRIC_DEFAULT'",
        Key.deletion_window: "not_null(deletion_window_in_days, `30`)",
        Key.open_to_all: "policy_public(policy)",
    },
    shows=[
        Shown(
            text='resource "aws_kms_key" "plain" {}',
            gives=Key("aws_kms_key.plain", rotates=False, symmetric=True, deletion_window=30, open_to_all=False),
        ),
        Shown(
            text="""
resource "aws_kms_key" "set" {
  enable_key_rotation      = true
  customer_master_key_spec = "RSA_2048"
  deletion_window_in_days  = 7
  policy                   = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
}
""",
            gives=Key("aws_kms_key.set", rotates=True, symmetric=False, deletion_window=7, open_to_all=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Key,
    each=Block("AWS::KMS::Key"),
    reads={
        Key.rotates: "flag(not_null(EnableKeyRotation, `false`))",
        Key.symmetric: "not_null(KeySpec, 'SYMMETRIC_DEFAULT') == 'SYMMETRIC_DEFAULT'",
        Key.deletion_window: "not_null(PendingWindowInDays, `30`)",
        Key.open_to_all: "policy_public(KeyPolicy)",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::KMS::Key', Properties: {KeyPolicy: {Statement: []}}}}",
            gives=Key("Plain", rotates=False, symmetric=True, deletion_window=30, open_to_all=False),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      KeySpec: RSA_2048
      PendingWindowInDays: 7
      KeyPolicy:
        Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "kms:*", Resource: "*"}]
""",
            gives=Key("Set", rotates=True, symmetric=False, deletion_window=7, open_to_all=True),
        ),
    ],
)
