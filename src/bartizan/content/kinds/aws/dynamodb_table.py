"""Amazon DynamoDB tables, in one region or many."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Table(
    Governed,
    DataStore,
    kind="aws.dynamodb.table",
    identifier="arn:{partition}:dynamodb:{region}:{account}:table/{name}",
):
    """A table of items, found by their key."""

    name = Text("Its name, where it is known before deployment.")
    recoverable = Flag("It can be brought back as it was at any second of the last weeks, with all its replicas.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")
    open_by_policy = Flag("Its resource policy grants everyone access, without a condition on who calls.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=Table,
    each=Block("aws_dynamodb_table"),
    names=("name",),
    reads={
        Table.tags: TAGS,
        **GOVERNED,
        Table.policy: Beside(types="aws_dynamodb_resource_policy", on="resource_arn", read="policy"),
        Table.name: "name",
        Table.recoverable: "flag(not_null(point_in_time_recovery[0].enabled, `false`)) && all(not_null(replica[*].flag(not_null(point_in_time_recovery, `false`)), `[]`))",
        Table.key: "server_side_encryption[0].kms_key_arn",
        Table.own_key: "flag(not_null(server_side_encryption[0].enabled, `false`)) && customer_key(server_side_encryption[0].kms_key_arn)",
        Table.deletion_protected: "flag(not_null(deletion_protection_enabled, `false`))",
        Table.open_by_policy: Beside(
            types="aws_dynamodb_resource_policy", on="resource_arn", read="policy_public(policy)", none=False
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_dynamodb_table" "plain" {
  name     = "plain"
  hash_key = "id"
}
""",
            gives=Table(
                "aws_dynamodb_table.plain",
                recoverable=False,
                key=frozenset(),
                own_key=False,
                deletion_protected=False,
                open_by_policy=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  hash_key                    = "id"
  deletion_protection_enabled = true
  point_in_time_recovery {
    enabled = true
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.data.arn
  }
  replica {
    region_name            = "eu-north-1"
    point_in_time_recovery = true
  }
}

resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:GetItem", Resource = "*" }] })
}
""",
            gives=Table(
                "aws_dynamodb_table.orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}',
                name="orders",
                recoverable=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                deletion_protected=True,
                open_by_policy=True,
            ),
        ),
        Shown(
            text="""
resource "aws_dynamodb_table" "half" {
  name     = "half"
  hash_key = "id"
  point_in_time_recovery {
    enabled = true
  }
  replica {
    region_name = "eu-north-1"
  }
}
""",
            gives=Table("aws_dynamodb_table.half", recoverable=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Table,
    each=Block("AWS::DynamoDB::Table"),
    names=("TableName",),
    reads={
        Table.tags: TAGS_LISTED,
        **GOVERNED,
        Table.policy: "ResourcePolicy.PolicyDocument",
        Table.name: "TableName",
        Table.recoverable: "flag(not_null(PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled, `false`))",
        Table.key: "SSESpecification.KMSMasterKeyId",
        Table.own_key: "flag(not_null(SSESpecification.SSEEnabled, `false`)) && customer_key(SSESpecification.KMSMasterKeyId)",
        Table.deletion_protected: "flag(not_null(DeletionProtectionEnabled, `false`))",
        Table.open_by_policy: "policy_public(ResourcePolicy.PolicyDocument)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DynamoDB::Table
""",
            gives=Table(
                "Plain",
                name=None,
                recoverable=False,
                key=frozenset(),
                own_key=False,
                deletion_protected=False,
                open_by_policy=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      DeletionProtectionEnabled: true
      PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}
      SSESpecification: {SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !Ref Data}
      ResourcePolicy:
        PolicyDocument:
          Statement: [{Effect: Allow, Principal: "*", Action: "dynamodb:GetItem", Resource: "*"}]
""",
            gives=Table(
                "Orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}',
                name="orders",
                recoverable=True,
                key=frozenset({"Data"}),
                own_key=True,
                deletion_protected=True,
                open_by_policy=True,
            ),
        ),
    ],
)

GLOBAL_FROM_CLOUDFORMATION = Source(
    of=Table,
    each=Block("AWS::DynamoDB::GlobalTable"),
    names=("TableName",),
    reads={
        Table.tags: TAGS_LISTED.replace("Tags", "Replicas[].Tags[]"),
        **GOVERNED,
        Table.policy: "Replicas[0].ResourcePolicy.PolicyDocument",
        Table.name: "TableName",
        Table.recoverable: "all(not_null(Replicas[*].flag(not_null(PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled, `false`)), `[]`))",
        Table.key: "Replicas[].SSESpecification.KMSMasterKeyId",
        Table.own_key: "flag(not_null(SSESpecification.SSEEnabled, `false`)) && all(not_null(Replicas[*].customer_key(SSESpecification.KMSMasterKeyId), `[]`))",
        Table.deletion_protected: "all(not_null(Replicas[*].flag(not_null(DeletionProtectionEnabled, `false`)), `[]`))",
        Table.open_by_policy: "any(not_null(Replicas[*].policy_public(ResourcePolicy.PolicyDocument), `[]`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      Replicas: [{Region: eu-north-1}]
""",
            gives=Table(
                "Plain",
                name=None,
                recoverable=False,
                key=frozenset(),
                own_key=False,
                deletion_protected=False,
                open_by_policy=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      SSESpecification: {SSEEnabled: true, SSEType: KMS}
      Replicas:
        - Region: eu-north-1
          DeletionProtectionEnabled: true
          PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}
          SSESpecification: {KMSMasterKeyId: !Ref Data}
          ResourcePolicy:
            PolicyDocument:
              Statement: [{Effect: Allow, Principal: "*", Action: "dynamodb:GetItem", Resource: "*"}]
""",
            gives=Table(
                "Orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"dynamodb:GetItem","Resource":"*"}]}',
                name="orders",
                recoverable=True,
                key=frozenset({"Data"}),
                own_key=True,
                deletion_protected=True,
                open_by_policy=True,
            ),
        ),
    ],
)
