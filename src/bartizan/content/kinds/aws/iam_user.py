"""AWS IAM users and their access keys."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_identity import TAGS, TAGS_LISTED, Identity
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.core.kind import Asset, Flag, Link, Number
from bartizan.core.source import Beside, Block, First, Fixed, Inverse, Shown, Source, Unseen
from bartizan.core.truth import Unknown


class User(Identity, Actor, kind="aws.iam.user", identifier="arn:{partition}:iam::{account}:user{path}{name}"):
    """An identity with credentials that last until someone takes them away."""

    console = Flag("It has a password for the console.")
    mfa = Flag("It has a device for a second factor.")
    password_written = Flag("Its password is written in the source.")
    own_rights = Flag("Policies are attached to it, or written on it, besides those of its groups.")
    active_keys = Number("How many of its access keys work.")
    groups = Link(Group, "The groups it is a member of.")
    policies = Link(Policy, "Managed policies that its own declaration attaches and that are declared here too.")
    attachments = Link(Attachment, "Attachments declared by themselves.")
    inline = Link(InlinePolicy, "The policies written on it directly.")
    statements = Link(Statement, "What is written on it directly, statement by statement.")
    keys = Link(lambda: AccessKey, "Its access keys.")


class AccessKey(Asset, kind="aws.iam.access-key"):
    """A key id and a secret with which programs sign as a user."""

    user = Link(User, "Whose key it is.")
    active = Flag("It works.")


MFA_LATER = Unknown("people enrol their devices themselves")
OWN = "(length(not_null(Policies, `[]`)) > `0` || length(not_null(ManagedPolicyArns, `[]`)) > `0`) || `null`"

FROM_TERRAFORM = Source(
    of=User,
    each=Block("aws_iam_user"),
    names=("name", "name && join('/', ['user', name])"),
    reads={
        **ROUTES,
        User.name: "name",
        User.path: "not_null(path, '/')",
        User.boundary: "permissions_boundary",
        User.tags: TAGS,
        User.inline: Inverse(InlinePolicy.holders),
        User.mfa: Unseen("Terraform does not say whose a device is."),
        User.managed: Fixed(None, "Terraform attaches policies by resources of their own."),
        User.bounded: "not_null(permissions_boundary, '') != ''",
        User.console: Beside(types="aws_iam_user_login_profile", on="user", read="`true`", none=False),
        User.password_written: Fixed(False, "Terraform lets AWS make up the password."),
        User.own_rights: Beside(
            types=("aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_policy_attachment"),
            on="[user, users][]",
            read="`true`",
            none=False,
        ),
        User.active_keys: Beside(
            types="aws_iam_access_key",
            on="user",
            read="length([?not_null(status, 'Active') == 'Active'])",
            none=0,
            all=True,
        ),
        User.groups: Beside(
            types=("aws_iam_user_group_membership", "aws_iam_group_membership"),
            on="[user, users][]",
            read="[].[groups, group][][]",
            all=True,
        ),
        User.policies: Fixed(None, "Terraform attaches policies by resources of their own."),
        User.attachments: Inverse(Attachment.identities),
        User.statements: Inverse(Statement.holders),
        User.keys: Inverse(AccessKey.user),
    },
    shows=[
        Shown(
            text='resource "aws_iam_user" "plain" { name = "plain" }',
            gives=User(
                "aws_iam_user.plain",
                name="plain",
                managed=frozenset(),
                bounded=False,
                console=False,
                password_written=False,
                own_rights=False,
                active_keys=0,
                groups=frozenset(),
                policies=frozenset(),
                attachments=frozenset(),
                statements=frozenset(),
                keys=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_group" "devs" {
  name = "devs"
}

resource "aws_iam_user" "ann" {
  name                 = "ann"
  path                 = "/people/"
  tags                 = { team = "shop" }
  permissions_boundary = "arn:aws:iam::111122223333:policy/boundary"
}

resource "aws_iam_user_group_membership" "ann" {
  user   = aws_iam_user.ann.name
  groups = [aws_iam_group.devs.name]
}

resource "aws_iam_user_login_profile" "ann" {
  user = aws_iam_user.ann.name
}

resource "aws_iam_access_key" "old" {
  user   = aws_iam_user.ann.name
  status = "Inactive"
}

resource "aws_iam_access_key" "new" {
  user = aws_iam_user.ann.name
}

resource "aws_iam_user_policy_attachment" "ann" {
  user       = aws_iam_user.ann.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
""",
            gives=User(
                "aws_iam_user.ann",
                path="/people/",
                tags=frozenset({"team=shop"}),
                inline=frozenset(),
                bounded=True,
                boundary="arn:aws:iam::111122223333:policy/boundary",
                console=True,
                own_rights=True,
                active_keys=1,
                groups=frozenset({"aws_iam_group.devs"}),
                attachments=frozenset({"aws_iam_user_policy_attachment.ann"}),
                keys=frozenset({"aws_iam_access_key.old", "aws_iam_access_key.new"}),
            ),
        ),
    ],
)

KEY_FROM_TERRAFORM = Source(
    of=AccessKey,
    each=Block("aws_iam_access_key"),
    reads={AccessKey.user: "user", AccessKey.active: "not_null(status, 'Active') == 'Active'"},
    shows=[
        Shown(
            text="""
resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_access_key" "ci" {
  user = aws_iam_user.ci.name
}
""",
            gives=AccessKey("aws_iam_access_key.ci", user=frozenset({"aws_iam_user.ci"}), active=True),
        ),
        Shown(
            text="""
resource "aws_iam_access_key" "old" {
  user   = "ci"
  status = "Inactive"
}
""",
            gives=AccessKey("aws_iam_access_key.old", active=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=User,
    each=Block("AWS::IAM::User"),
    names=("UserName",),
    reads={
        **ROUTES,
        User.name: "UserName",
        User.path: "not_null(Path, '/')",
        User.boundary: "PermissionsBoundary",
        User.tags: TAGS_LISTED,
        User.inline: Inverse(InlinePolicy.holders),
        User.mfa: Beside(types="AWS::IAM::VirtualMFADevice", on="Users", read="`true`", none=MFA_LATER),
        User.managed: "ManagedPolicyArns",
        User.bounded: "not_null(PermissionsBoundary, '') != ''",
        User.console: "LoginProfile != `null`",
        User.password_written: "literal(LoginProfile.Password)",
        User.own_rights: First(
            OWN,
            Beside(
                types=("AWS::IAM::UserPolicy", "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"),
                on="[UserName, Users][]",
                read="`true`",
                none=False,
            ),
        ),
        User.active_keys: Beside(
            types="AWS::IAM::AccessKey",
            on="UserName",
            read="length([?not_null(Status, 'Active') == 'Active'])",
            none=0,
            all=True,
        ),
        User.groups: First(
            "Groups",
            Beside(types="AWS::IAM::UserToGroupAddition", on="Users", read="[].GroupName", all=True),
        ),
        User.policies: "policy_own(ManagedPolicyArns)",
        User.attachments: Inverse(Attachment.identities),
        User.statements: Inverse(Statement.holders),
        User.keys: Inverse(AccessKey.user),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::IAM::User'}}",
            gives=User(
                "Plain",
                name=None,
                managed=frozenset(),
                bounded=False,
                console=False,
                password_written=False,
                own_rights=False,
                active_keys=0,
                groups=frozenset(),
                policies=frozenset(),
                attachments=frozenset(),
                statements=frozenset(),
                keys=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Devs: {Type: AWS::IAM::Group}
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: []}}
  Ann:
    Type: AWS::IAM::User
    Properties:
      UserName: ann
      Path: /people/
      Tags: [{Key: team, Value: shop}]
      PermissionsBoundary: arn:aws:iam::111122223333:policy/boundary
      LoginProfile: {Password: Hunter2-Hunter2}
      Groups: [!Ref Devs]
      ManagedPolicyArns: [!Ref Read]
  Key:
    Type: AWS::IAM::AccessKey
    Properties: {UserName: !Ref Ann}
  Phone:
    Type: AWS::IAM::VirtualMFADevice
    Properties: {Users: [!Ref Ann]}
""",
            gives=User(
                "Ann",
                name="ann",
                path="/people/",
                boundary="arn:aws:iam::111122223333:policy/boundary",
                tags=frozenset({"team=shop"}),
                inline=frozenset(),
                mfa=True,
                managed=frozenset({"${Read.Ref}"}),
                bounded=True,
                console=True,
                password_written=True,
                own_rights=True,
                active_keys=1,
                groups=frozenset({"Devs"}),
                policies=frozenset({"Read"}),
                keys=frozenset({"Key"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Bob:
    Type: AWS::IAM::User
    Properties: {LoginProfile: {Password: "{{resolve:secretsmanager:bob}}"}}
  Rights:
    Type: AWS::IAM::UserPolicy
    Properties: {PolicyName: rights, UserName: !Ref Bob, PolicyDocument: {Statement: []}}
""",
            gives=User("Bob", password_written=False, own_rights=True),
        ),
    ],
)

KEY_FROM_CLOUDFORMATION = Source(
    of=AccessKey,
    each=Block("AWS::IAM::AccessKey"),
    reads={AccessKey.user: "UserName", AccessKey.active: "not_null(Status, 'Active') == 'Active'"},
    shows=[
        Shown(
            text="""
Resources:
  Ann: {Type: AWS::IAM::User}
  Key:
    Type: AWS::IAM::AccessKey
    Properties: {UserName: !Ref Ann}
""",
            gives=AccessKey("Key", user=frozenset({"Ann"}), active=True),
        ),
        Shown(
            text="""
Resources:
  Key:
    Type: AWS::IAM::AccessKey
    Properties: {UserName: ann, Status: Inactive}
""",
            gives=AccessKey("Key", active=False),
        ),
    ],
)
