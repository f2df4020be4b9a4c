"""AWS Secrets Manager."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Document, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Shown, Source, Unseen


class Secret(
    Governed,
    DataStore,
    kind="aws.secretsmanager.secret",
    identifier="arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{suffix}",
):
    """A password, key or token, kept to be handed to those who may have it."""

    name = Text("Its name, where it is known before deployment.")
    written = Flag("Its value is written in the source.")
    rotates = Flag("Its value is replaced by itself.")
    rotation_days = Number("Days between two replacements.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    open_to_all = Flag("Its policy lets everyone read it, without a condition.")
    recovery_days = Number("Days in which a deletion can be undone.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


PLACEHOLDER = (
    "'^(\\W*|.*(placeholder|change.?me|dummy|replace|not.?set|to.?be.?(set|filled)|example|update.?me).*"
    "|tbd|todo|none|null|initial|default|empty|test)$'"
)
"""What people write where the value is put in by hand later."""
WRITTEN = (
    "literal({value}) && length(secret_settings((type({value}) == 'object' && {value}) "
    "|| [{name: 'password', value: {value}}])) > `0` "
    f"&& (type({{value}}) == 'object' || !matches(lower({{value}}), {PLACEHOLDER}))"
)
VALUE = "not_null(secret_string, secret_string_wo, secret_binary)"
RULES = "rotation_rules[0]"
ROTATION = "aws_secretsmanager_secret_rotation"

FROM_TERRAFORM = Source(
    of=Secret,
    each=Block("aws_secretsmanager_secret"),
    names=("name",),
    reads={
        Secret.tags: TAGS,
        **GOVERNED,
        Secret.policy: First(
            "policy", Beside(types="aws_secretsmanager_secret_policy", on="secret_arn", read="policy")
        ),
        Secret.name: "name",
        Secret.written: Beside(
            types="aws_secretsmanager_secret_version",
            on="secret_id",
            read=WRITTEN.replace("{value}", VALUE),
            none=False,
        ),
        Secret.rotates: First(
            Beside(types=ROTATION, on="secret_id", read="`true`"),
            "not_null(rotation_lambda_arn, '') != ''",
        ),
        Secret.rotation_days: First(
            Beside(
                types=ROTATION,
                on="secret_id",
                read=(
                    f"not_null({RULES}.automatically_after_days, "
                    f"to_number(find_all({RULES}.schedule_expression, '^rate\\(([0-9]+) days?\\)$')[0]))"
                ),
            ),
            f"{RULES}.automatically_after_days",
        ),
        Secret.key: "kms_key_id",
        Secret.own_key: "customer_key(kms_key_id)",
        Secret.open_to_all: First(
            "policy && policy_public(policy)",
            Beside(types="aws_secretsmanager_secret_policy", on="secret_arn", read="policy_public(policy)", none=False),
        ),
        Secret.recovery_days: "not_null(recovery_window_in_days, `30`)",
    },
    shows=[
        Shown(
            text='resource "aws_secretsmanager_secret" "plain" {}',
            gives=Secret(
                "aws_secretsmanager_secret.plain",
                name=None,
                written=False,
                rotates=False,
                rotation_days=None,
                key=frozenset(),
                own_key=False,
                open_to_all=False,
                recovery_days=30,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_secretsmanager_secret" "set" {
  name                    = "shop/db"
  kms_key_id              = aws_kms_key.data.arn
  recovery_window_in_days = 0
  policy                  = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_version" "set" {
  secret_id     = aws_secretsmanager_secret.set.id
  secret_string = "Tr0ub4dor-and-3"
}

resource "aws_secretsmanager_secret_rotation" "set" {
  secret_id = aws_secretsmanager_secret.set.id
  rotation_rules {
    schedule_expression = "rate(30 days)"
  }
}
""",
            gives=Secret(
                "aws_secretsmanager_secret.set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretVa'
                'lue","Resource":"*"}]}',
                name="shop/db",
                written=True,
                rotates=True,
                rotation_days=30,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                open_to_all=True,
                recovery_days=0,
            ),
        ),
        Shown(
            text="""
resource "random_password" "db" {
  length = 32
}

resource "aws_secretsmanager_secret" "made" {}

resource "aws_secretsmanager_secret_version" "made" {
  secret_id     = aws_secretsmanager_secret.made.id
  secret_string = jsonencode({ username = "shop", password = random_password.db.result })
}
""",
            gives=Secret("aws_secretsmanager_secret.made", written=False),
        ),
        Shown(
            text="""
resource "aws_secretsmanager_secret" "later" {}

resource "aws_secretsmanager_secret_version" "later" {
  secret_id     = aws_secretsmanager_secret.later.id
  secret_string = "Replace after build"
}
""",
            gives=Secret("aws_secretsmanager_secret.later", written=False),
        ),
        Shown(
            text="""
resource "aws_secretsmanager_secret" "both" {}

resource "aws_secretsmanager_secret_version" "both" {
  secret_id     = aws_secretsmanager_secret.both.id
  secret_string = jsonencode({ username = "shop", password = "Tr0ub4dor-and-3" })
}
""",
            gives=Secret("aws_secretsmanager_secret.both", written=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Secret,
    each=Block("AWS::SecretsManager::Secret"),
    names=("Name",),
    reads={
        Secret.tags: TAGS_LISTED,
        **GOVERNED,
        Secret.policy: Beside(types="AWS::SecretsManager::ResourcePolicy", on="SecretId", read="ResourcePolicy"),
        Secret.name: "Name",
        Secret.written: WRITTEN.replace("{value}", "SecretString"),
        Secret.rotates: Beside(types="AWS::SecretsManager::RotationSchedule", on="SecretId", read="`true`", none=False),
        Secret.rotation_days: Beside(
            types="AWS::SecretsManager::RotationSchedule",
            on="SecretId",
            read=(
                "not_null(RotationRules.AutomaticallyAfterDays, "
                "to_number(find_all(RotationRules.ScheduleExpression, '^rate\\(([0-9]+) days?\\)$')[0]))"
            ),
        ),
        Secret.key: "KmsKeyId",
        Secret.own_key: "customer_key(KmsKeyId)",
        Secret.open_to_all: Beside(
            types="AWS::SecretsManager::ResourcePolicy",
            on="SecretId",
            read="policy_public(ResourcePolicy)",
            none=False,
        ),
        Secret.recovery_days: Unseen("CloudFormation has no setting for how long a deletion can be undone."),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::SecretsManager::Secret', Properties: {GenerateSecretString: {}}}}",
            gives=Secret(
                "Plain",
                name=None,
                written=False,
                rotates=False,
                rotation_days=None,
                key=frozenset(),
                own_key=False,
                open_to_all=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Set:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: shop/db
      KmsKeyId: !Ref Data
      SecretString: Tr0ub4dor-and-3
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Set
      RotationRules: {AutomaticallyAfterDays: 30}
  Policy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref Set
      ResourcePolicy:
        Statement: [{Effect: Allow, Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*"}]
""",
            gives=Secret(
                "Set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretVa'
                'lue","Resource":"*"}]}',
                name="shop/db",
                written=True,
                rotates=True,
                rotation_days=30,
                key=frozenset({"Data"}),
                own_key=True,
                open_to_all=True,
            ),
        ),
    ],
)
