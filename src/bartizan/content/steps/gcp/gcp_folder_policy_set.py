"""Give oneself any role on a folder."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.organization import Folder
from bartizan.content.steps.gcp.scene import SHOP, account, grant
from bartizan.core.step import Act, Gain, Step, Use

TOP = Folder("top", name="folders/7", parent=None)

STEP = Step(
    id="gcp-folder-policy-set",
    title="Give oneself any role on a folder",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=Folder,
        uses=(Use(actions=("resourcemanager.folders.setIamPolicy",)),),
        gains=Gain.ADMIN,
    ),
    because="What is granted on the folder counts for every project below it.",
    fix="Grant resourcemanager.folders.setIamPolicy to a few administrators, for a while and with approval.",
    reaches=[(account("ci"), SHOP, TOP, grant("resourcemanager.folderIamAdmin", on="top"))],
    blocked=[
        (account("ci"), SHOP, TOP, grant("resourcemanager.folderViewer", on="top")),
        (account("ci"), SHOP, TOP, grant("resourcemanager.folderIamAdmin", on="top", to="web"), account("web")),
    ],
)
