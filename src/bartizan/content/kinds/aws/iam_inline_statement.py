"""Statements of policies that are written on AWS IAM roles, users, groups and permission sets themselves."""

from bartizan.content.kinds.aws.iam_identity import HOLDERS
from bartizan.content.kinds.aws.iam_policy import STATEMENT, Statement
from bartizan.core.source import Block, Fixed, Owner, OwnerLink, Shown, Source

WRITTEN_ON = Fixed(None, "It is written on the identity, not in a managed policy.")
PERMISSION_SET = Fixed(None, "A permission set becomes a role in each account it is assigned to.")

FROM_TERRAFORM = Source(
    of=Statement,
    each=Block("aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", each="policy_statements(policy)"),
    reads={**STATEMENT, Statement.policy: WRITTEN_ON, Statement.holders: Owner(HOLDERS)},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "app" {
  role   = aws_iam_role.app.id
  policy = <<-EOT
    {
      "Statement": {
        "Effect": "Allow",
        "Action": "sts:AssumeRole",
        "Resource": "*",
        "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }
      }
    }
  EOT
}
""",
            gives=Statement(
                "aws_iam_role_policy.app/policy/?0",
                policy=frozenset(),
                holders=frozenset({"aws_iam_role.app"}),
                allows=True,
                actions=frozenset({"sts:assumerole"}),
                all_actions_but=False,
                covers=frozenset({"sts:AssumeRole"}),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset({"aws:multifactorauthpresent"}),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_group" "devs" {
  name = "devs"
}

resource "aws_iam_group_policy" "devs" {
  group  = aws_iam_group.devs.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::dev/*" }] })
}
""",
            gives=Statement(
                "aws_iam_group_policy.devs/policy/Statement/0",
                holders=frozenset({"aws_iam_group.devs"}),
                actions=frozenset({"s3:*"}),
                unlimited=False,
            ),
        ),
    ],
)

FROM_TERRAFORM_ROLE = Source(
    of=Statement,
    each=Block("aws_iam_role", each="inline_policy[].policy_statements(policy)[]"),
    reads={**STATEMENT, Statement.policy: WRITTEN_ON, Statement.holders: OwnerLink()},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = "{}"
  inline_policy {
    name   = "pass"
    policy = jsonencode({
      Statement = [{
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "*"
        Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }
      }]
    })
  }
}
""",
            gives=Statement(
                "aws_iam_role.app/inline_policy/0/policy/Statement/0",
                policy=frozenset(),
                holders=frozenset({"aws_iam_role.app"}),
                allows=True,
                actions=frozenset({"iam:passrole"}),
                all_actions_but=False,
                covers=frozenset({"iam:PassRole"}),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset({"iam:passedtoservice"}),
            ),
        ),
    ],
)

FROM_TERRAFORM_PERMISSION_SET = Source(
    of=Statement,
    each=Block("aws_ssoadmin_permission_set_inline_policy", each="policy_statements(inline_policy)"),
    reads={**STATEMENT, Statement.policy: WRITTEN_ON, Statement.holders: PERMISSION_SET},
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_permission_set_inline_policy" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  inline_policy      = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } } }]
  })
}
""",
            gives=Statement(
                "aws_ssoadmin_permission_set_inline_policy.admins/inline_policy/Statement/0",
                policy=frozenset(),
                holders=frozenset(),
                allows=True,
                actions=frozenset({"*"}),
                all_actions_but=False,
                covers=frozenset(),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset({"aws:securetransport"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Statement,
    each=Block(
        "AWS::IAM::Policy",
        "AWS::IAM::RolePolicy",
        "AWS::IAM::UserPolicy",
        "AWS::IAM::GroupPolicy",
        each="policy_statements(PolicyDocument)",
    ),
    reads={
        **STATEMENT,
        Statement.policy: WRITTEN_ON,
        Statement.holders: Owner("[Roles, Users, Groups, RoleName, UserName, GroupName][]"),
    },
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: app
      Roles: [!Ref App]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Resource: "*"
            Condition: {Bool: {"aws:MultiFactorAuthPresent": "true"}}
""",
            gives=Statement(
                "Policy/PolicyDocument/Statement/0",
                policy=frozenset(),
                holders=frozenset({"App"}),
                allows=True,
                actions=frozenset({"sts:assumerole"}),
                all_actions_but=False,
                covers=frozenset({"sts:AssumeRole"}),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset({"aws:multifactorauthpresent"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION_IDENTITY = Source(
    of=Statement,
    each=Block(
        "AWS::IAM::Role",
        "AWS::IAM::User",
        "AWS::IAM::Group",
        each="Policies[].policy_statements(PolicyDocument)[]",
    ),
    reads={**STATEMENT, Statement.policy: WRITTEN_ON, Statement.holders: OwnerLink()},
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
      Policies:
        - PolicyName: pass
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: iam:PassRole
                Resource: "*"
                Condition: {StringEquals: {"iam:PassedToService": ec2.amazonaws.com}}
""",
            gives=Statement(
                "App/Policies/0/PolicyDocument/Statement/0",
                policy=frozenset(),
                holders=frozenset({"App"}),
                allows=True,
                actions=frozenset({"iam:passrole"}),
                all_actions_but=False,
                covers=frozenset({"iam:PassRole"}),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset({"iam:passedtoservice"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION_PERMISSION_SET = Source(
    of=Statement,
    each=Block("AWS::SSO::PermissionSet", each="policy_statements(InlinePolicy)"),
    reads={**STATEMENT, Statement.policy: WRITTEN_ON, Statement.holders: PERMISSION_SET},
    shows=[
        Shown(
            text="""
Resources:
  Admins:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: admins
      InstanceArn: arn:aws:sso:::instance/ssoins-1
      InlinePolicy:
        Statement:
          - {Effect: Allow, Action: "*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "true"}}}
""",
            gives=Statement(
                "Admins/InlinePolicy/Statement/0",
                policy=frozenset(),
                holders=frozenset(),
                allows=True,
                actions=frozenset({"*"}),
                all_actions_but=False,
                covers=frozenset(),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset({"aws:securetransport"}),
            ),
        ),
    ],
)
