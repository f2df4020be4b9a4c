"""Attachments of managed policies to AWS identities, where they are declared by themselves; and permission sets."""

from bartizan.content.kinds.aws.iam_identity import HOLDERS, Carrier, Identity
from bartizan.content.kinds.aws.iam_policy import Policy
from bartizan.core.kind import Asset, Link, Many, Text
from bartizan.core.source import Block, First, Fixed, OwnerLink, Shown, Source, Through


class Attachment(Carrier, kind="aws.iam.attachment"):
    """The fact that a managed policy is attached to identities."""

    policies = Link(Policy, "The policies that are declared here too.")
    identities = Link(Identity, "Whom they are attached to.")
    permission_sets = Link(lambda: PermissionSet, "The permission sets they are attached to.")


class PermissionSet(Carrier, kind="aws.sso.permission-set"):
    """A role that IAM Identity Center makes in every account it is assigned to."""

    name = Text("Its name.")
    boundary = Text("ARN of the managed policy that is its permissions boundary.")
    customer_managed = Many("Names of policies of each account that it attaches there.")
    attachments = Link(Attachment, "Attachments declared by themselves.")
    assignments = Link(lambda: Assignment, "Who may take it, and in which accounts.")
    session = Text("How long a session lasts, as an ISO 8601 duration.")


class Assignment(Asset, kind="aws.sso.assignment"):
    """The right of a user or group of IAM Identity Center to a permission set in an account."""

    permission_set = Link(PermissionSet, "What is given.")
    account = Text("The account, by its twelve digits.")
    principal = Text("Id of the user or group in the identity store.")
    principal_type = Text("USER or GROUP.")


LOOKED_UP = "(policy == `null` && (arn || (name && join('/', ['arn:aws:iam::aws:policy', name])))) || `null`"
"""The policy that a data source finds by its name; one that is declared here has a document."""

ON_IDENTITIES = Fixed(None, "It is attached to roles, users or groups.")

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
        Attachment.permission_sets: ON_IDENTITIES,
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
                permission_sets=frozenset(),
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
        Attachment.permission_sets: "permission_set_arn",
    },
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_permission_set" "admins" {
  name         = "admins"
  instance_arn = "arn:aws:sso:::instance/ssoins-1"
}

resource "aws_ssoadmin_managed_policy_attachment" "admin" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
""",
            gives=Attachment(
                "aws_ssoadmin_managed_policy_attachment.admin",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
                policies=frozenset(),
                identities=frozenset(),
                permission_sets=frozenset({"aws_ssoadmin_permission_set.admins"}),
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
        Attachment.permission_sets: ON_IDENTITIES,
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
                "Read/?0",
                managed=frozenset(),
                policies=frozenset({"Read"}),
                identities=frozenset({"App"}),
                permission_sets=frozenset(),
            ),
        ),
    ],
)
