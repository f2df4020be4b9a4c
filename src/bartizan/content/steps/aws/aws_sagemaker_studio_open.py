"""Open the Studio of another user."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.sagemaker_user_profile import UserProfile
from bartizan.content.steps.aws.scene import allow, arn, policy, role, roles, user
from bartizan.core.step import Act, Step, Use

USER_PROFILE = arn("sagemaker", "user-profile/d-1/ben")
APP = role("app", allow("s3:GetObject"), trusts="sagemaker.amazonaws.com")
HELD = (UserProfile(USER_PROFILE, name="ben", role=roles("app")), *APP)
MAY = allow("sagemaker:CreatePresignedDomainUrl", on=USER_PROFILE)

STEP = Step(
    id="aws-sagemaker-studio-open",
    title="Open the Studio of another user",
    technique="T1550",
    actor=Identity,
    move=Act(
        on=UserProfile,
        uses=(Use(actions=("sagemaker:CreatePresignedDomainUrl",)),),
        gains=UserProfile.role,
    ),
    because=(
        "A signed address opens Studio as the user of a profile, and programs there act as the role of that profile."
    ),
    fix="Limit sagemaker:CreatePresignedDomainUrl by the tag or name of the profile to one's own.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("sagemaker:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("sagemaker:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (*user("ann", allow("sagemaker:CreatePresignedDomainUrl", on=arn("sagemaker", "user-profile/d-1/ann"))), *HELD),
        (*user("ann", MAY), UserProfile(USER_PROFILE, name="ben", role=roles("")), *APP),
    ],
)
