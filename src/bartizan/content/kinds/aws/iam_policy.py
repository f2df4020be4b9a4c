"""AWS IAM managed policies, and the statements that policies of identities are made of."""

from bartizan.content.kinds.aws.governed import DOCUMENTED, LATER, Documented
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.core.kind import Asset, Document, Flag, Link, Many, Term, Text
from bartizan.core.source import Block, Fixed, Inverse, OwnerLink, Read, Shown, Source

ESCALATING = (
    "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy",
    "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteUserPermissionsBoundary", "iam:PutGroupPolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy",
    "iam:PutUserPermissionsBoundary", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile",
)  # fmt: skip
"""Calls that raise the rights of an identity, or give its holder another one's, by themselves."""

CREDENTIALS = (
    "cognito-identity:GetCredentialsForIdentity", "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
    "ec2:GetPasswordData", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift:GetClusterCredentials",
    "redshift:GetClusterCredentialsWithIAM", "sso:GetRoleCredentials", "sts:GetFederationToken",
)  # fmt: skip
"""Calls whose answer is a password, a key or a token for something else."""

DATA = (
    "dynamodb:ExportTableToPointInTime", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue",
    "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters",
    "ssm:GetParametersByPath",
)  # fmt: skip
"""Calls whose answer is stored data or secrets."""

SHARING = (
    "backup:PutBackupVaultAccessPolicy", "ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute",
    "ecr:SetRepositoryPolicy", "es:UpdateDomainConfig", "glacier:SetVaultAccessPolicy", "kms:CreateGrant",
    "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute",
    "rds:ModifyDBSnapshotAttribute", "s3:PutAccountPublicAccessBlock", "s3:PutBucketAcl", "s3:PutBucketPolicy",
    "s3:PutBucketPublicAccessBlock", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission",
    "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes",
)  # fmt: skip
"""Calls that decide who else may reach a resource."""

NOTABLE = (
    *ESCALATING, *CREDENTIALS, *DATA, *SHARING,
    "iam:PassRole", "kms:Decrypt", "kms:ReEncryptFrom", "sts:AssumeRole",
)  # fmt: skip

WEAK_CONDITIONS = (
    "aws:currenttime", "aws:multifactorauthage", "aws:multifactorauthpresent", "aws:requestedregion",
    "aws:securetransport", "aws:tokenissuetime",
)  # fmt: skip
"""Condition keys that limit when, where or how a call is made, but not to what."""

TESTS = "values(not_null(Condition, `{}`))[].entries(@)[]"


class Policy(Documented, kind="aws.iam.policy", identifier="arn:{partition}:iam::{account}:policy{path}{name}"):
    """A managed policy: a document of its own that can be attached to many identities."""

    name = Text("Its name, where it is known before deployment.")
    path = Text("Where it is in the account's own order of names: `/`, `/teams/shop/`.")
    document = Document("What it says.")
    statements = Link(lambda: Statement, "What it says, statement by statement.")


class Statement(Asset, kind="aws.iam.statement"):
    """One statement of a policy that gives rights to identities."""

    policy = Link(Policy, "The managed policy it is part of; none when it is written on an identity.")
    holders = Link(Identity, "The identities it is written on.")
    allows = Flag("It allows; otherwise it denies.")
    actions = Many("Action patterns it names, in lower case.")
    all_actions_but = Flag("It is about all actions except those it names.")
    covers = Many("Of the actions that rules ask for, those it covers more narrowly than by a whole service.")
    resources = Many("Resource patterns it names.")
    unlimited = Flag("It is about every resource, or every resource of a type.")
    conditions = Many("Names of the condition keys it tests, in lower case.")
    strange_actions = Many("Of the action patterns it names, those that fit no action that AWS documents.")


GRANTS = Statement.allows & Statement.conditions.has_only(*WEAK_CONDITIONS)
"""It allows, and no condition limits to what or whom."""

STATEMENT: dict[Term[Statement], Read] = {
    Statement.allows: "Effect == 'Allow'",
    Statement.actions: "map(&lower(@), as_list(Action))",
    Statement.all_actions_but: "NotAction != `null`",
    Statement.covers: "policy_covers(@, '" + "', '".join(NOTABLE) + "')",
    Statement.resources: "as_list(Resource)",
    Statement.unlimited: "policy_unlimited(@)",
    Statement.conditions: f"{TESTS}.lower(key)",
    Statement.strange_actions: LATER,
}
MANAGED = Fixed(None, "A managed policy is attached to identities, not written on them.")

FROM_TERRAFORM = Source(
    of=Policy,
    each=Block("aws_iam_policy"),
    reads={
        **DOCUMENTED,
        Policy.name: "name",
        Policy.path: "not_null(path, '/')",
        Policy.document: "policy",
        Policy.statements: Inverse(Statement.policy),
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_policy" "read" {
  name   = "read-orders"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders/*" }] })
}
""",
            gives=Policy(
                "aws_iam_policy.read",
                name="read-orders",
                path="/",
                document='{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::orders/*"}]}',
                statements=frozenset({"aws_iam_policy.read/policy/Statement/0"}),
            ),
        ),
    ],
)

STATEMENTS_FROM_TERRAFORM = Source(
    of=Statement,
    each=Block("aws_iam_policy", each="policy_statements(policy)"),
    reads={**STATEMENT, Statement.policy: OwnerLink(), Statement.holders: MANAGED},
    shows=[
        Shown(
            text="""
resource "aws_iam_policy" "all" {
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "*", Resource = "*" } })
}
""",
            gives=Statement(
                "aws_iam_policy.all/policy/Statement",
                policy=frozenset({"aws_iam_policy.all"}),
                holders=frozenset(),
                allows=True,
                actions=frozenset({"*"}),
                all_actions_but=False,
                covers=frozenset(),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset(),
            ),
        ),
        Shown(
            text="""
data "aws_caller_identity" "current" {}

resource "aws_iam_policy" "pass" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Deny", NotAction = ["iam:*"], Resource = "*" },
      {
        Effect    = "Allow"
        Action    = ["iam:Pass*", "s3:*"]
        Resource  = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app"
        Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }
      },
    ]
  })
}
""",
            gives=Statement(
                "aws_iam_policy.pass/policy/Statement/1",
                allows=True,
                actions=frozenset({"iam:pass*", "s3:*"}),
                all_actions_but=False,
                covers=frozenset({"iam:PassRole"}),
                resources=frozenset({"arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app"}),
                unlimited=False,
                conditions=frozenset({"iam:passedtoservice"}),
            ),
        ),
        Shown(
            text="""
data "aws_iam_policy_document" "guard" {
  statement {
    effect      = "Deny"
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}

resource "aws_iam_policy" "guard" {
  policy = data.aws_iam_policy_document.guard.json
}
""",
            gives=Statement(
                "aws_iam_policy.guard/policy/Statement/0",
                allows=False,
                actions=frozenset(),
                all_actions_but=True,
                covers=frozenset(),
                resources=frozenset({"*"}),
                unlimited=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Policy,
    each=Block("AWS::IAM::ManagedPolicy"),
    reads={
        **DOCUMENTED,
        Policy.name: "ManagedPolicyName",
        Policy.path: "not_null(Path, '/')",
        Policy.document: "PolicyDocument",
        Policy.statements: Inverse(Statement.policy),
    },
    shows=[
        Shown(
            text="""
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: read-orders
      PolicyDocument:
        Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*"}]
""",
            gives=Policy(
                "Read",
                name="read-orders",
                path="/",
                document='{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::orders/*"}]}',
                statements=frozenset({"Read/PolicyDocument/Statement/0"}),
            ),
        ),
    ],
)

STATEMENTS_FROM_CLOUDFORMATION = Source(
    of=Statement,
    each=Block("AWS::IAM::ManagedPolicy", each="policy_statements(PolicyDocument)"),
    reads={**STATEMENT, Statement.policy: OwnerLink(), Statement.holders: MANAGED},
    shows=[
        Shown(
            text="""
Resources:
  Pass:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: ["iam:PassRole", "kms:*"]
            Resource: !Sub "arn:aws:iam::${AWS::AccountId}:role/*"
            Condition: {StringEquals: {"iam:PassedToService": ec2.amazonaws.com}}
          - Effect: Deny
            NotAction: "iam:*"
            Resource: "arn:aws:iam::*:role/app"
""",
            gives=Statement(
                "Pass/PolicyDocument/Statement/0",
                policy=frozenset({"Pass"}),
                holders=frozenset(),
                allows=True,
                actions=frozenset({"iam:passrole", "kms:*"}),
                all_actions_but=False,
                covers=frozenset({"iam:PassRole"}),
                resources=frozenset({"arn:aws:iam::${AWS::AccountId}:role/*"}),
                unlimited=True,
                conditions=frozenset({"iam:passedtoservice"}),
            ),
        ),
    ],
)
