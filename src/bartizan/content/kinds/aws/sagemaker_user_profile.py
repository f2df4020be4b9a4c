"""Amazon SageMaker Studio: the profiles of a domain's users."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.sagemaker_model import Domain
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, First, Shown, Source, Through


class UserProfile(
    Asset,
    kind="aws.sagemaker.user-profile",
    identifier="arn:{partition}:sagemaker:{region}:{account}:user-profile/{domain}/{name}",
):
    """One user of a domain."""

    name = Text("Its name, where it is known before deployment.")
    domain = Link(Domain, "The domain it is part of.")
    role = Link(Role, "The role the user's programs act as.")


FROM_TERRAFORM = Source(
    of=UserProfile,
    each=Block("aws_sagemaker_user_profile"),
    reads={
        UserProfile.name: "user_profile_name",
        UserProfile.domain: "domain_id",
        UserProfile.role: First(
            "user_settings[0].execution_role",
            Through(by="domain_id", read="default_user_settings[0].execution_role"),
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "studio" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_sagemaker_domain" "models" {
  domain_name = "models"
  default_user_settings {
    execution_role = aws_iam_role.studio.arn
  }
}

resource "aws_sagemaker_user_profile" "ann" {
  domain_id         = aws_sagemaker_domain.models.id
  user_profile_name = "ann"
}
""",
            gives=UserProfile(
                "aws_sagemaker_user_profile.ann",
                name="ann",
                domain=frozenset({"aws_sagemaker_domain.models"}),
                role=frozenset({"aws_iam_role.studio"}),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_role" "own" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_sagemaker_user_profile" "ben" {
  domain_id         = "d-1"
  user_profile_name = "ben"
  user_settings {
    execution_role = aws_iam_role.own.arn
  }
}
""",
            gives=UserProfile("aws_sagemaker_user_profile.ben", name="ben", role=frozenset({"aws_iam_role.own"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=UserProfile,
    each=Block("AWS::SageMaker::UserProfile"),
    reads={
        UserProfile.name: "UserProfileName",
        UserProfile.domain: "DomainId",
        UserProfile.role: First(
            "UserSettings.ExecutionRole",
            Through(by="DomainId", read="DefaultUserSettings.ExecutionRole"),
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Studio:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Models:
    Type: AWS::SageMaker::Domain
    Properties:
      DomainName: models
      DefaultUserSettings: {ExecutionRole: !GetAtt Studio.Arn}
  Ann:
    Type: AWS::SageMaker::UserProfile
    Properties: {DomainId: !Ref Models, UserProfileName: ann}
""",
            gives=UserProfile("Ann", name="ann", domain=frozenset({"Models"}), role=frozenset({"Studio"})),
        ),
    ],
)
