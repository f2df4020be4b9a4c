"""Attachments of managed policies to AWS identities, where they are declared by themselves; and permission sets."""

from bartizan.content.kinds.aws.iam_identity import HOLDERS, Carrier, Identity
from bartizan.content.kinds.aws.iam_policy import Policy
from bartizan.core.kind import Link, Text
from bartizan.core.source import Block, First, Fixed, OwnerLink, Shown, Source, Through


class Attachment(Carrier, kind="aws.iam.attachment"):
    """The fact that a managed policy is attached to identities."""

    policies = Link(Policy, "The policies that are declared here too.")
    identities = Link(Identity, "Whom they are attached to.")


class PermissionSet(Carrier, kind="aws.sso.permission-set"):
    """A role that IAM Identity Center makes in every account it is assigned to."""

    name = Text("Its name.")
    session = Text("How long a session lasts, as an ISO 8601 duration.")


LOOKED_UP = "(policy == `null` && (arn || (name && join('/', ['arn:aws:iam::aws:policy', name])))) || `null`"
"""The policy that a data source finds by its name; one that is declared here has a document."""

FROM_TERRAFORM = Source(
    of=Attachment,
    each=Block(
        "aws_iam_role_policy_attachment",
        "aws_iam_user_policy_attachment",
        "aws_iam_group_policy_attachment",
        "aws_iam_policy_attachment",
    ),
    reads={
        Attachment.managed: First(
            "(literal(policy_arn) && policy_arn) || `null`",
            Through(by="policy_arn", read=LOOKED_UP),
            "policy_arn",
        ),
        Attachment.policies: "policy_own(policy_arn)",
        Attachment.identities: HOLDERS,
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_policy" "read" {
  policy = "{}"
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.app.name
  policy_arn = aws_iam_policy.read.arn
}
""",
            gives=Attachment(
                "aws_iam_role_policy_attachment.read",
                managed=frozenset({"${aws_iam_policy.read.arn}"}),
                policies=frozenset({"aws_iam_policy.read"}),
                identities=frozenset({"aws_iam_role.app"}),
            ),
        ),
        Shown(
            text="""
data "aws_iam_policy" "admin" {
  name = "AdministratorAccess"
}

resource "aws_iam_group_policy_attachment" "admin" {
  group      = "admins"
  policy_arn = data.aws_iam_policy.admin.arn
}
""",
            gives=Attachment(
                "aws_iam_group_policy_attachment.admin",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_policy_attachment" "admin" {
  name       = "admin"
  users      = ["ann"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
""",
            gives=Attachment(
                "aws_iam_policy_attachment.admin",
                policies=frozenset(),
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
            ),
        ),
    ],
)

FROM_TERRAFORM_IDENTITY_CENTER = Source(
    of=Attachment,
    each=Block("aws_ssoadmin_managed_policy_attachment"),
    reads={
        Attachment.managed: "managed_policy_arn",
        Attachment.policies: Fixed(None, "Only policies of AWS itself are attached in this way."),
        Attachment.identities: Fixed(None, "A permission set becomes a role in each account it is assigned to."),
    },
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_managed_policy_attachment" "admin" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
""",
            gives=Attachment(
                "aws_ssoadmin_managed_policy_attachment.admin",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
                policies=frozenset(),
                identities=frozenset(),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Attachment,
    each=Block("AWS::IAM::ManagedPolicy", each="[@]", where="length(not_null([Roles, Users, Groups][], `[]`)) > `0`"),
    reads={
        Attachment.managed: Fixed(None, "This policy is declared here, not by AWS."),
        Attachment.policies: OwnerLink(),
        Attachment.identities: "[Roles, Users, Groups][]",
    },
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref App]
      PolicyDocument: {Statement: []}
""",
            gives=Attachment(
                "Read/?0", managed=frozenset(), policies=frozenset({"Read"}), identities=frozenset({"App"})
            ),
        ),
    ],
)

PERMISSION_SET_FROM_TERRAFORM = Source(
    of=PermissionSet,
    each=Block("aws_ssoadmin_permission_set"),
    reads={
        PermissionSet.managed: Fixed(None, "Terraform attaches policies by resources of their own."),
        PermissionSet.name: "name",
        PermissionSet.session: "not_null(session_duration, 'PT1H')",
    },
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_permission_set" "admins" {
  name             = "admins"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1"
  session_duration = "PT8H"
}
""",
            gives=PermissionSet(
                "aws_ssoadmin_permission_set.admins", managed=frozenset(), name="admins", session="PT8H"
            ),
        ),
    ],
)

PERMISSION_SET_FROM_CLOUDFORMATION = Source(
    of=PermissionSet,
    each=Block("AWS::SSO::PermissionSet"),
    reads={
        PermissionSet.managed: "ManagedPolicies",
        PermissionSet.name: "Name",
        PermissionSet.session: "not_null(SessionDuration, 'PT1H')",
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
      ManagedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"]
""",
            gives=PermissionSet(
                "Admins",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
                name="admins",
                session="PT1H",
            ),
        ),
    ],
)
