"""Read the objects of a bucket."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, deny, grant, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-object-read",
    title="Read the objects of a bucket",
    technique="T1530",
    actor=Identity,
    move=Act(on=Bucket, uses=(Use(actions=("storage.objects.get",)),)),
    because=("Whoever may get the objects of a bucket has all that is in them."),
    fix=("Grant roles/storage.objectViewer on single buckets."),
    weight=0.5,
    reaches=[
        (account("ci"), SHOP, kept(Bucket, "it", project="shop"), grant("storage.objectViewer")),
        (account("ci"), SHOP, kept(Bucket, "it", project="shop"), grant_on("it", "storage.objectViewer")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Bucket, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Bucket, "it", project="shop"), grant("storage.objectCreator")),
        (account("ci"), SHOP, OTHER, kept(Bucket, "it", project="shop"), grant("storage.objectViewer", on="other")),
        (
            account("ci"),
            SHOP,
            kept(Bucket, "it", project="shop"),
            grant("storage.objectViewer"),
            deny("storage.googleapis.com/objects.get"),
        ),
    ],
)
