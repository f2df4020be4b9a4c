"""Replace the signing key of an identity provider."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.steps.aws.scene import ROOT, allow, arn, deny, role, user
from bartizan.core.step import Act, Step, Upon, Use

APP = role("app", allow("s3:*"), federated=arn("iam", "saml-provider/corp"))

STEP = Step(
    id="aws-iam-saml-provider-update",
    title="Replace the signing key of an identity provider",
    technique="T1484.002",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(
                actions=("iam:UpdateSAMLProvider",),
                upon=Upon.TARGET,
                resource="arn:{partition}:iam::{account}:saml-provider/*",
            ),
        ),
    ),
    where=Role.trust.any(Trust.allows & Trust.federated.has_match(r":saml-provider/")),
    because=(
        "The metadata of a SAML provider names the key its assertions are signed with. Whoever may "
        "replace it signs assertions of any user, and takes every role that trusts the provider."
    ),
    fix="Give iam:UpdateSAMLProvider to administrators alone.",
    weight=2.0,
    reaches=[
        (*user("ann", allow("iam:UpdateSAMLProvider")), *APP),
        (*role("ci", allow("iam:Update*", on=arn("iam", "saml-provider/*"))), *APP),
    ],
    blocked=[
        (*user("ann", allow("iam:GetSAMLProvider")), *APP),
        (*user("ann", allow("iam:UpdateSAMLProvider")), *role("app", trusts=ROOT)),
        (*user("ann", allow("iam:*"), deny("iam:UpdateSAMLProvider")), *APP),
    ],
)
