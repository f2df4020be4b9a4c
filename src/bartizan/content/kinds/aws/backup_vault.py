"""AWS Backup vaults and plans."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_MAPPED, DataStore
from bartizan.core.kind import Asset, Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Vault(
    Governed,
    DataStore,
    kind="aws.backup.vault",
    identifier="arn:{partition}:backup:{region}:{account}:backup-vault:{name}",
):
    """Where recovery points are kept."""

    name = Text("Its name.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    locked = Flag("Recovery points cannot be deleted before their time.")
    open_to_all = Flag("Its policy lets everyone in, without a condition.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


class Plan(Asset, kind="aws.backup.plan", identifier="arn:{partition}:backup:{region}:{account}:backup-plan:{id}"):
    """Says what is backed up when, and how long it is kept."""

    keeps_long = Flag("Every rule keeps recovery points for 35 days or more, or for ever.")
    vaults = Link(Vault, "Where its recovery points go.")


FROM_TERRAFORM = Source(
    of=Vault,
    each=Block("aws_backup_vault"),
    names=("name",),
    reads={
        Vault.tags: TAGS,
        **GOVERNED,
        Vault.policy: Beside(types="aws_backup_vault_policy", on="backup_vault_name", read="policy"),
        Vault.name: "name",
        Vault.key: "kms_key_arn",
        Vault.own_key: "customer_key(kms_key_arn)",
        Vault.locked: Beside(
            types="aws_backup_vault_lock_configuration", on="backup_vault_name", read="`true`", none=False
        ),
        Vault.open_to_all: Beside(
            types="aws_backup_vault_policy", on="backup_vault_name", read="policy_public(policy)", none=False
        ),
    },
    shows=[
        Shown(
            text='resource "aws_backup_vault" "plain" { name = "plain" }',
            gives=Vault(
                "aws_backup_vault.plain",
                name="plain",
                key=frozenset(),
                own_key=False,
                locked=False,
                open_to_all=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_backup_vault" "set" {
  name        = "set"
  kms_key_arn = aws_kms_key.data.arn
}

resource "aws_backup_vault_lock_configuration" "set" {
  backup_vault_name  = aws_backup_vault.set.name
  min_retention_days = 7
}

resource "aws_backup_vault_policy" "set" {
  backup_vault_name = aws_backup_vault.set.name
  policy            = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "backup:CopyIntoBackupVault", Resource = "*" }]
  })
}
""",
            gives=Vault(
                "aws_backup_vault.set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"backup:CopyIntoBackupVault'
                '","Resource":"*"}]}',
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                locked=True,
                open_to_all=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Vault,
    each=Block("AWS::Backup::BackupVault"),
    names=("BackupVaultName",),
    reads={
        Vault.tags: TAGS_MAPPED.replace("Tags", "BackupVaultTags"),
        **GOVERNED,
        Vault.policy: "AccessPolicy",
        Vault.name: "BackupVaultName",
        Vault.key: "EncryptionKeyArn",
        Vault.own_key: "customer_key(EncryptionKeyArn)",
        Vault.locked: "LockConfiguration != `null`",
        Vault.open_to_all: "policy_public(AccessPolicy)",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::Backup::BackupVault', Properties: {BackupVaultName: plain}}}",
            gives=Vault(
                "Plain", name="plain", key=frozenset(), own_key=False, locked=False, open_to_all=False, tags=frozenset()
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Set:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: set
      EncryptionKeyArn: !GetAtt Data.Arn
      LockConfiguration: {MinRetentionDays: 7}
      AccessPolicy:
        Statement: [{Effect: Allow, Principal: "*", Action: "backup:CopyIntoBackupVault", Resource: "*"}]
""",
            gives=Vault(
                "Set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"backup:CopyIntoBackupVault'
                '","Resource":"*"}]}',
                key=frozenset({"Data"}),
                own_key=True,
                locked=True,
                open_to_all=True,
            ),
        ),
    ],
)

PLAN_FROM_TERRAFORM = Source(
    of=Plan,
    each=Block("aws_backup_plan"),
    reads={
        Plan.keeps_long: "length(rule[?lifecycle[0].delete_after && to_number(lifecycle[0].delete_after) < `35`]) == `0`",
        Plan.vaults: "rule[].target_vault_name",
    },
    shows=[
        Shown(
            text="""
resource "aws_backup_vault" "set" {
  name = "set"
}

resource "aws_backup_plan" "long" {
  name = "long"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.set.name
    lifecycle {
      delete_after = 90
    }
  }
  rule {
    rule_name         = "yearly"
    target_vault_name = aws_backup_vault.set.name
  }
}
""",
            gives=Plan("aws_backup_plan.long", keeps_long=True, vaults=frozenset({"aws_backup_vault.set"})),
        ),
        Shown(
            text="""
resource "aws_backup_plan" "short" {
  name = "short"
  rule {
    rule_name         = "daily"
    target_vault_name = "set"
    lifecycle {
      delete_after = 7
    }
  }
}
""",
            gives=Plan("aws_backup_plan.short", keeps_long=False),
        ),
    ],
)

RULES = "BackupPlan.BackupPlanRule"

PLAN_FROM_CLOUDFORMATION = Source(
    of=Plan,
    each=Block("AWS::Backup::BackupPlan"),
    reads={
        Plan.keeps_long: (
            f"length({RULES}[?Lifecycle.DeleteAfterDays && to_number(Lifecycle.DeleteAfterDays) < `35`]) == `0`"
        ),
        Plan.vaults: f"{RULES}[].TargetBackupVault",
    },
    shows=[
        Shown(
            text="""
Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties: {BackupVaultName: set}
  Long:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: long
        BackupPlanRule:
          - {RuleName: daily, TargetBackupVault: !Ref Vault, Lifecycle: {DeleteAfterDays: 90}}
          - {RuleName: yearly, TargetBackupVault: !Ref Vault}
""",
            gives=Plan("Long", keeps_long=True, vaults=frozenset({"Vault"})),
        ),
        Shown(
            text="""
Resources:
  Short:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: short
        BackupPlanRule: [{RuleName: daily, TargetBackupVault: set, Lifecycle: {DeleteAfterDays: 7}}]
""",
            gives=Plan("Short", keeps_long=False),
        ),
    ],
)
