"""Policies that are written on AWS IAM roles, users, groups and permission sets themselves."""

from bartizan.content.kinds.aws.governed import DOCUMENTED, Documented
from bartizan.content.kinds.aws.iam_identity import HOLDERS, Carrier
from bartizan.core.kind import Document, Link, Text
from bartizan.core.source import Block, Fixed, OwnerLink, Shown, Source


class InlinePolicy(Documented, kind="aws.iam.inline-policy"):
    """A policy that is part of an identity, and goes with it."""

    name = Text("Its name, where it is known before deployment.")
    document = Document("What it says.")
    holders = Link(Carrier, "The identities it is written on.")


ONLY_ONE = Fixed(None, "A permission set has one policy of its own, without a name.")

FROM_TERRAFORM = Source(
    of=InlinePolicy,
    each=Block("aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"),
    reads={**DOCUMENTED, InlinePolicy.name: "name", InlinePolicy.document: "policy", InlinePolicy.holders: HOLDERS},
    shows=[
        Shown(
            text="""
resource "aws_s3_bucket" "orders" {}

resource "aws_iam_role" "app" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "app" {
  name   = "orders"
  role   = aws_iam_role.app.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "${aws_s3_bucket.orders.arn}/*" }] })
}
""",
            gives=InlinePolicy(
                "aws_iam_role_policy.app",
                name="orders",
                document='{"Statement":[{"Effect":"Allow","Action":"s3:*",'
                '"Resource":"\ue000aws_s3_bucket.orders|arn\ue001/*"}]}',
                holders=frozenset({"aws_iam_role.app"}),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_group" "devs" {
  name = "devs"
}

resource "aws_iam_group_policy" "devs" {
  group  = aws_iam_group.devs.name
  policy = "{}"
}
""",
            gives=InlinePolicy(
                "aws_iam_group_policy.devs", name=None, document="{}", holders=frozenset({"aws_iam_group.devs"})
            ),
        ),
    ],
)

FROM_TERRAFORM_ROLE = Source(
    of=InlinePolicy,
    each=Block("aws_iam_role", each="inline_policy[?policy != `null`]"),
    reads={**DOCUMENTED, InlinePolicy.name: "name", InlinePolicy.document: "policy", InlinePolicy.holders: OwnerLink()},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = "{}"
  inline_policy {
    name   = "pass"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] })
  }
}
""",
            gives=InlinePolicy(
                "aws_iam_role.app/inline_policy/0",
                name="pass",
                document='{"Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}',
                holders=frozenset({"aws_iam_role.app"}),
            ),
        ),
    ],
)

FROM_TERRAFORM_PERMISSION_SET = Source(
    of=InlinePolicy,
    each=Block("aws_ssoadmin_permission_set_inline_policy"),
    reads={
        **DOCUMENTED,
        InlinePolicy.name: ONLY_ONE,
        InlinePolicy.document: "inline_policy",
        InlinePolicy.holders: "permission_set_arn",
    },
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_permission_set" "admins" {
  name         = "admins"
  instance_arn = "arn:aws:sso:::instance/ssoins-1"
}

resource "aws_ssoadmin_permission_set_inline_policy" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
""",
            gives=InlinePolicy(
                "aws_ssoadmin_permission_set_inline_policy.admins",
                name=None,
                document='{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
                holders=frozenset({"aws_ssoadmin_permission_set.admins"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=InlinePolicy,
    each=Block("AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::UserPolicy", "AWS::IAM::GroupPolicy"),
    reads={
        **DOCUMENTED,
        InlinePolicy.name: "PolicyName",
        InlinePolicy.document: "PolicyDocument",
        InlinePolicy.holders: "[Roles, Users, Groups, RoleName, UserName, GroupName][]",
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
      PolicyDocument: {Statement: [{Effect: Allow, Action: "sts:AssumeRole", Resource: !GetAtt App.Arn}]}
""",
            gives=InlinePolicy(
                "Policy",
                name="app",
                document='{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"\ue000App|Arn\ue001"}]}',
                holders=frozenset({"App"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION_IDENTITY = Source(
    of=InlinePolicy,
    each=Block("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group", each="Policies"),
    reads={
        **DOCUMENTED,
        InlinePolicy.name: "PolicyName",
        InlinePolicy.document: "PolicyDocument",
        InlinePolicy.holders: OwnerLink(),
    },
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
          PolicyDocument: {Statement: [{Effect: Allow, Action: "iam:PassRole", Resource: "*"}]}
""",
            gives=InlinePolicy(
                "App/Policies/0",
                name="pass",
                document='{"Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}',
                holders=frozenset({"App"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION_PERMISSION_SET = Source(
    of=InlinePolicy,
    each=Block("AWS::SSO::PermissionSet", each="[@]", where="InlinePolicy != `null`"),
    reads={
        **DOCUMENTED,
        InlinePolicy.name: ONLY_ONE,
        InlinePolicy.document: "InlinePolicy",
        InlinePolicy.holders: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
Resources:
  Admins:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: admins
      InstanceArn: arn:aws:sso:::instance/ssoins-1
      InlinePolicy: {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
""",
            gives=InlinePolicy(
                "Admins/?0",
                name=None,
                document='{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
                holders=frozenset({"Admins"}),
            ),
        ),
    ],
)
