"""Give oneself any role on the organization."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.organization import Organization
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Gain, Step, Use

TOP = Organization("top", name="organizations/1")

STEP = Step(
    id="gcp-organization-policy-set",
    title="Give oneself any role on the organization",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=Organization,
        uses=(Use(actions=("resourcemanager.organizations.setIamPolicy",)),),
        gains=Gain.ADMIN,
    ),
    because="What is granted on the organization counts for every project below it.",
    fix="Grant resourcemanager.organizations.setIamPolicy to a few administrators, for a while and with approval.",
    reaches=[(account("ci"), SHOP, TOP, grant("resourcemanager.organizationAdmin", on="top"))],
    blocked=[
        (account("ci"), SHOP, TOP, grant("resourcemanager.organizationViewer", on="top")),
        (account("ci"), SHOP, TOP, grant("resourcemanager.organizationAdmin", on="top", to="web"), account("web")),
    ],
)
