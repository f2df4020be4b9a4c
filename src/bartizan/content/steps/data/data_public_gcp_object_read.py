"""Read the objects of a bucket that is granted to everyone."""

from bartizan.content.kinds.gcp.storage_bucket import Bucket
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, everyone, kept
from bartizan.content.steps.gcp.scene import SHOP, account, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-gcp-object-read",
    title="Read the objects of a bucket that is granted to everyone",
    technique="T1530",
    actor=Internet,
    move=Act(on=Bucket, uses=(Use(actions=("storage.objects.get",)),)),
    where=~Bucket.prevents_public_access,
    because=("Whoever knows the name of the bucket reads it, without credentials or with those of any account."),
    fix=(
        "Take allUsers and allAuthenticatedUsers out of the grants, and forbid them by the organisation "
        "policy of domain-restricted sharing."
    ),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(Bucket, "it", project="shop", prevents_public_access=False),
            SHOP,
            everyone("storage.objectViewer"),
        ),
        (
            INTERNET,
            kept(Bucket, "it", project="shop", prevents_public_access=False),
            SHOP,
            everyone("storage.objectViewer", "allAuthenticatedUsers"),
        ),
    ],
    blocked=[
        (INTERNET, kept(Bucket, "it", project="shop", prevents_public_access=False), SHOP),
        (
            INTERNET,
            kept(Bucket, "it", project="shop", prevents_public_access=False),
            SHOP,
            everyone("storage.objectCreator"),
        ),
        (
            INTERNET,
            kept(Bucket, "it", project="shop", prevents_public_access=False),
            SHOP,
            account("ci"),
            grant_on("it", "storage.objectViewer"),
        ),
        (
            INTERNET,
            kept(Bucket, "it", project="shop", prevents_public_access=True),
            SHOP,
            everyone("storage.objectViewer"),
        ),
    ],
)
