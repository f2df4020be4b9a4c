"""Give oneself the right to read a bucket."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

IT = Bucket("it", name="it", project="shop", uniform_access=True)

STEP = Step(
    id="gcp-bucket-policy-set",
    title="Give oneself the right to read a bucket",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=Bucket,
        uses=(Use(actions=("storage.buckets.setIamPolicy",)),),
    ),
    because="Whoever writes the policy of a bucket lets themselves, or everyone, read it.",
    fix="Keep roles/storage.admin with those who manage storage; enforce public access prevention.",
    reaches=[
        (account("ci"), SHOP, IT, grant("storage.admin")),
        (account("ci"), SHOP, IT, grant_on("it", "storage.admin")),
    ],
    blocked=[
        (account("ci"), SHOP, IT, grant("storage.objectViewer")),
        (account("ci"), SHOP, OTHER, IT, grant("storage.admin", on="other")),
    ],
)
