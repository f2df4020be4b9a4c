"""Switch off a guard of the organization."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.organization import Organization
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Step, Use

TOP = Organization("top", name="organizations/1")

STEP = Step(
    id="gcp-org-policy-set",
    title="Switch off a guard of the organization",
    technique="T1562",
    references=("GCP-IAM-Privilege-Escalation orgpolicy.policy.set",),
    actor=Identity,
    move=Act(
        on=Organization,
        uses=(Use(actions=("orgpolicy.policy.set",)),),
    ),
    because="Constraints such as iam.disableServiceAccountKeyCreation hold only until somebody lifts them.",
    fix="Grant roles/orgpolicy.policyAdmin to a few, for a while and with approval.",
    weight=3.0,
    reaches=[(account("ci"), SHOP, TOP, grant("orgpolicy.policyAdmin", on="top"))],
    blocked=[(account("ci"), SHOP, TOP, grant("orgpolicy.policyViewer", on="top"))],
)
