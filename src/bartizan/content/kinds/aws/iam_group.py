"""AWS IAM groups."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import UNTAGGED, Identity
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.core.kind import Link
from bartizan.core.source import Block, Fixed, Inverse, Shown, Source


class Group(Identity, kind="aws.iam.group", identifier="arn:{partition}:iam::{account}:group{path}{name}"):
    """Users who are given the same rights."""

    policies = Link(Policy, "Managed policies that its own declaration attaches and that are declared here too.")
    attachments = Link(Attachment, "Attachments declared by themselves.")
    inline = Link(InlinePolicy, "The policies written on it directly.")
    statements = Link(Statement, "What is written on it directly, statement by statement.")


UNBOUNDED = Fixed(False, "Groups cannot have a permissions boundary.")
NO_BOUNDARY = Fixed(None, "Groups cannot have a permissions boundary.")

FROM_TERRAFORM = Source(
    of=Group,
    each=Block("aws_iam_group"),
    names=("name", "name && join('/', ['group', name])"),
    reads={
        Group.name: "name",
        Group.path: "not_null(path, '/')",
        Group.boundary: NO_BOUNDARY,
        Group.tags: UNTAGGED,
        Group.inline: Inverse(InlinePolicy.holders),
        Group.managed: Fixed(None, "Terraform attaches policies by resources of their own."),
        Group.bounded: UNBOUNDED,
        Group.policies: Fixed(None, "Terraform attaches policies by resources of their own."),
        Group.attachments: Inverse(Attachment.identities),
        Group.statements: Inverse(Statement.holders),
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_group" "devs" {
  name = "devs"
}

resource "aws_iam_group_policy_attachment" "devs" {
  group      = aws_iam_group.devs.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
""",
            gives=Group(
                "aws_iam_group.devs",
                name="devs",
                path="/",
                boundary=None,
                tags=frozenset(),
                inline=frozenset(),
                managed=frozenset(),
                bounded=False,
                policies=frozenset(),
                attachments=frozenset({"aws_iam_group_policy_attachment.devs"}),
                statements=frozenset(),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Group,
    each=Block("AWS::IAM::Group"),
    names=("GroupName",),
    reads={
        Group.name: "GroupName",
        Group.path: "not_null(Path, '/')",
        Group.boundary: NO_BOUNDARY,
        Group.tags: UNTAGGED,
        Group.inline: Inverse(InlinePolicy.holders),
        Group.managed: "ManagedPolicyArns",
        Group.bounded: UNBOUNDED,
        Group.policies: "policy_own(ManagedPolicyArns)",
        Group.attachments: Inverse(Attachment.identities),
        Group.statements: Inverse(Statement.holders),
    },
    shows=[
        Shown(
            text="""
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: []}, Groups: [!Ref Devs]}
  Devs:
    Type: AWS::IAM::Group
    Properties:
      GroupName: devs
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
""",
            gives=Group(
                "Devs",
                name="devs",
                path="/",
                boundary=None,
                tags=frozenset(),
                inline=frozenset(),
                managed=frozenset({"arn:aws:iam::aws:policy/ReadOnlyAccess"}),
                bounded=False,
                attachments=frozenset({"Read/?0"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: []}}
  Devs:
    Type: AWS::IAM::Group
    Properties:
      ManagedPolicyArns: [!Ref Read]
""",
            gives=Group("Devs", policies=frozenset({"Read"})),
        ),
    ],
)
