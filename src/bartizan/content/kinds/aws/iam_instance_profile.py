"""AWS IAM instance profiles."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, Shown, Source


class InstanceProfile(
    Asset, kind="aws.iam.instance-profile", identifier="arn:{partition}:iam::{account}:instance-profile{path}{name}"
):
    """What hands a role to virtual machines."""

    name = Text("Its name, where it is known before deployment.")
    path = Text("Where it is in the account's own order of names: `/`, `/teams/shop/`.")
    role = Link(Role, "The role machines act as.")


FROM_TERRAFORM = Source(
    of=InstanceProfile,
    each=Block("aws_iam_instance_profile"),
    names=("name",),
    reads={InstanceProfile.name: "name", InstanceProfile.path: "not_null(path, '/')", InstanceProfile.role: "role"},
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "web" {
  name               = "web-role"
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}
""",
            gives=InstanceProfile(
                "aws_iam_instance_profile.web", name="web", path="/", role=frozenset({"aws_iam_role.web"})
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=InstanceProfile,
    each=Block("AWS::IAM::InstanceProfile"),
    names=("InstanceProfileName",),
    reads={
        InstanceProfile.name: "InstanceProfileName",
        InstanceProfile.path: "not_null(Path, '/')",
        InstanceProfile.role: "Roles",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {InstanceProfileName: web, Roles: [!Ref Web]}
""",
            gives=InstanceProfile("Profile", name="web", path="/", role=frozenset({"Web"})),
        ),
    ],
)
