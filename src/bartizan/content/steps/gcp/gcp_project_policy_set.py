"""Give oneself any role on a project."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.project import Project
from bartizan.content.steps.gcp.scene import SHOP, account, deny, grant
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="gcp-project-policy-set",
    title="Give oneself any role on a project",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=Project,
        uses=(Use(actions=("resourcemanager.projects.setIamPolicy",)),),
        gains=Gain.ADMIN,
    ),
    because="Whoever writes the policy of a project makes themselves its owner.",
    fix=(
        "Keep resourcemanager.projects.setIamPolicy with those who manage identities; grant "
        "roles/resourcemanager.projectIamAdmin under a condition on the roles it may give."
    ),
    reaches=[(account("ci"), SHOP, grant("resourcemanager.projectIamAdmin")), (account("ci"), SHOP, grant("owner"))],
    blocked=[
        (account("ci"), SHOP, grant("editor")),
        (account("ci"), SHOP, grant("owner"), deny("cloudresourcemanager.googleapis.com/projects.setIamPolicy")),
        (account("ci"), SHOP, grant("owner", to="web"), account("web")),
    ],
)
