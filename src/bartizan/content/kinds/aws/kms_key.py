"""AWS KMS keys."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.core.kind import Document, Flag, Number, Text
from bartizan.core.source import Beside, Block, First, Fixed, Shown, Source, Through, Unseen


class Key(Governed, kind="aws.kms.key", identifier="arn:{partition}:kms:{region}:{account}:key/{id}"):
    """A key whose material never leaves the service."""

    rotates = Flag("New key material is made every year, or more often.")
    rotation_days = Number("Days between rotations, where it rotates.")
    symmetric = Flag("The same key encrypts and decrypts; only such keys can rotate by themselves.")
    material = Text("Where its material comes from: AWS_KMS, EXTERNAL (imported), or a store of its own.")
    enabled = Flag("It can be used.")
    multi_region = Flag("The same key can exist in several regions.")
    deletion_window = Number("Days between the order to delete it and its end.")
    open_to_all = Flag("The key policy lets everyone use it, without a condition.")
    wide_use = Flag("The key policy allows every KMS action, to whomever.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


IMPORTED = "Imported material cannot be rotated by the service."
POLICY = "aws_kms_key_policy"

FROM_TERRAFORM = Source(
    of=Key,
    each=Block("aws_kms_key"),
    reads={
        **GOVERNED,
        Key.policy: First("policy", Beside(types=POLICY, on="key_id", read="policy")),
        Key.rotates: "flag(not_null(enable_key_rotation, `false`))",
        Key.rotation_days: "not_null(rotation_period_in_days, `365`)",
        Key.symmetric: "not_null(customer_master_key_spec, 'SYMMETRIC_DEFAULT') == 'SYMMETRIC_DEFAULT'",
        Key.material: "(custom_key_store_id != `null` && 'AWS_CLOUDHSM') || 'AWS_KMS'",
        Key.enabled: "flag(not_null(is_enabled, `true`))",
        Key.multi_region: "flag(not_null(multi_region, `false`))",
        Key.deletion_window: "not_null(deletion_window_in_days, `30`)",
        Key.open_to_all: First(
            "policy && policy_public(policy)",
            Beside(types=POLICY, on="key_id", read="policy_public(policy)", none=False),
        ),
        Key.wide_use: First(
            "policy && policy_wildcard_service(policy)",
            Beside(types=POLICY, on="key_id", read="policy_wildcard_service(policy)", none=False),
        ),
    },
    shows=[
        Shown(
            text='resource "aws_kms_key" "plain" {}',
            gives=Key(
                "aws_kms_key.plain",
                rotates=False,
                rotation_days=365,
                symmetric=True,
                material="AWS_KMS",
                enabled=True,
                multi_region=False,
                deletion_window=30,
                open_to_all=False,
                wide_use=False,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "set" {
  enable_key_rotation      = true
  rotation_period_in_days  = 180
  customer_master_key_spec = "RSA_2048"
  deletion_window_in_days  = 7
  is_enabled               = false
  multi_region             = true
  custom_key_store_id      = "cks-1"
  policy                   = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
}
""",
            gives=Key(
                "aws_kms_key.set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}',
                rotates=True,
                rotation_days=180,
                symmetric=False,
                material="AWS_CLOUDHSM",
                enabled=False,
                multi_region=True,
                deletion_window=7,
                open_to_all=True,
                wide_use=True,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "apart" {}

resource "aws_kms_key_policy" "apart" {
  key_id = aws_kms_key.apart.id
  policy = jsonencode({ Statement = { Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:Decrypt", Resource = "*" } })
}
""",
            gives=Key(
                "aws_kms_key.apart",
                policy='{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:Decrypt","Resource":"*"}}',
                open_to_all=True,
                wide_use=False,
            ),
        ),
    ],
)

FROM_TERRAFORM_IMPORTED = Source(
    of=Key,
    each=Block("aws_kms_external_key", "aws_kms_replica_external_key"),
    reads={
        **GOVERNED,
        Key.policy: First("policy", Beside(types=POLICY, on="key_id", read="policy")),
        Key.rotates: Fixed(False, IMPORTED),
        Key.rotation_days: Fixed(None, IMPORTED),
        Key.symmetric: "not_null(key_spec, 'SYMMETRIC_DEFAULT') == 'SYMMETRIC_DEFAULT'",
        Key.material: Fixed("EXTERNAL", "This resource is for imported material only."),
        Key.enabled: "flag(not_null(enabled, `true`))",
        Key.multi_region: "primary_key_arn != `null` || flag(not_null(multi_region, `false`))",
        Key.deletion_window: "not_null(deletion_window_in_days, `30`)",
        Key.open_to_all: First(
            "policy && policy_public(policy)",
            Beside(types=POLICY, on="key_id", read="policy_public(policy)", none=False),
        ),
        Key.wide_use: First(
            "policy && policy_wildcard_service(policy)",
            Beside(types=POLICY, on="key_id", read="policy_wildcard_service(policy)", none=False),
        ),
    },
    shows=[
        Shown(
            text='resource "aws_kms_external_key" "plain" {}',
            gives=Key(
                "aws_kms_external_key.plain",
                rotates=False,
                rotation_days=None,
                symmetric=True,
                material="EXTERNAL",
                enabled=True,
                multi_region=False,
                deletion_window=30,
                open_to_all=False,
                wide_use=False,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_external_key" "set" {
  deletion_window_in_days = 10
  enabled                 = false
  multi_region            = true
  policy                  = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
}
""",
            gives=Key(
                "aws_kms_external_key.set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}',
                enabled=False,
                multi_region=True,
                deletion_window=10,
                open_to_all=True,
                wide_use=True,
            ),
        ),
    ],
)

FROM_TERRAFORM_REPLICA = Source(
    of=Key,
    each=Block("aws_kms_replica_key"),
    reads={
        **GOVERNED,
        Key.policy: First("policy", Beside(types=POLICY, on="key_id", read="policy")),
        Key.rotates: Through(by="primary_key_arn", read="flag(not_null(enable_key_rotation, `false`))"),
        Key.rotation_days: Through(by="primary_key_arn", read="not_null(rotation_period_in_days, `365`)"),
        Key.symmetric: Through(
            by="primary_key_arn",
            read="not_null(customer_master_key_spec, 'SYMMETRIC_DEFAULT') == 'SYMMETRIC_DEFAULT'",
        ),
        Key.material: Fixed("AWS_KMS", "Keys with imported material have another resource, and key stores none."),
        Key.enabled: "flag(not_null(enabled, `true`))",
        Key.multi_region: Fixed(True, "Only multi-region keys have replicas."),
        Key.deletion_window: "not_null(deletion_window_in_days, `30`)",
        Key.open_to_all: First(
            "policy && policy_public(policy)",
            Beside(types=POLICY, on="key_id", read="policy_public(policy)", none=False),
        ),
        Key.wide_use: First(
            "policy && policy_wildcard_service(policy)",
            Beside(types=POLICY, on="key_id", read="policy_wildcard_service(policy)", none=False),
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_kms_key" "first" {
  multi_region            = true
  enable_key_rotation     = true
  rotation_period_in_days = 90
}

resource "aws_kms_replica_key" "second" {
  primary_key_arn         = aws_kms_key.first.arn
  deletion_window_in_days = 14
}
""",
            gives=Key(
                "aws_kms_replica_key.second",
                policy=None,
                rotates=True,
                rotation_days=90,
                symmetric=True,
                material="AWS_KMS",
                enabled=True,
                multi_region=True,
                deletion_window=14,
                open_to_all=False,
                wide_use=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Key,
    each=Block("AWS::KMS::Key"),
    reads={
        **GOVERNED,
        Key.policy: "KeyPolicy",
        Key.rotates: "flag(not_null(EnableKeyRotation, `false`))",
        Key.rotation_days: "not_null(RotationPeriodInDays, `365`)",
        Key.symmetric: "not_null(KeySpec, 'SYMMETRIC_DEFAULT') == 'SYMMETRIC_DEFAULT'",
        Key.material: "not_null(Origin, 'AWS_KMS')",
        Key.enabled: "flag(not_null(Enabled, `true`))",
        Key.multi_region: "flag(not_null(MultiRegion, `false`))",
        Key.deletion_window: "not_null(PendingWindowInDays, `30`)",
        Key.open_to_all: "policy_public(KeyPolicy)",
        Key.wide_use: "policy_wildcard_service(KeyPolicy)",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::KMS::Key', Properties: {KeyPolicy: {Statement: []}}}}",
            gives=Key(
                "Plain",
                policy='{"Statement":[]}',
                rotates=False,
                rotation_days=365,
                symmetric=True,
                material="AWS_KMS",
                enabled=True,
                multi_region=False,
                deletion_window=30,
                open_to_all=False,
                wide_use=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
      RotationPeriodInDays: 180
      KeySpec: RSA_2048
      Origin: EXTERNAL
      Enabled: false
      MultiRegion: true
      PendingWindowInDays: 7
      KeyPolicy:
        Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "kms:*", Resource: "*"}]
""",
            gives=Key(
                "Set",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*"}]}',
                rotates=True,
                rotation_days=180,
                symmetric=False,
                material="EXTERNAL",
                enabled=False,
                multi_region=True,
                deletion_window=7,
                open_to_all=True,
                wide_use=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION_REPLICA = Source(
    of=Key,
    each=Block("AWS::KMS::ReplicaKey"),
    reads={
        **GOVERNED,
        Key.policy: "KeyPolicy",
        Key.rotates: Unseen("A replica rotates with its primary key, which is in another region and stack."),
        Key.rotation_days: Unseen("A replica rotates with its primary key, which is in another region and stack."),
        Key.symmetric: Unseen("A replica has the type of its primary key, which is in another region and stack."),
        Key.material: Unseen("A replica has the material of its primary key, which is in another region and stack."),
        Key.enabled: "flag(not_null(Enabled, `true`))",
        Key.multi_region: Fixed(True, "Only multi-region keys have replicas."),
        Key.deletion_window: "not_null(PendingWindowInDays, `30`)",
        Key.open_to_all: "policy_public(KeyPolicy)",
        Key.wide_use: "policy_wildcard_service(KeyPolicy)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Replica:
    Type: AWS::KMS::ReplicaKey
    Properties:
      PrimaryKeyArn: arn:aws:kms:us-east-1:111122223333:key/mrk-1
      KeyPolicy: {Statement: []}
""",
            gives=Key(
                "Replica",
                policy='{"Statement":[]}',
                enabled=True,
                multi_region=True,
                deletion_window=30,
                open_to_all=False,
                wide_use=False,
            ),
        ),
    ],
)
