"""Overwrite an image that others run."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

IT = Repository("it", name="it", project="shop", immutable=False)

STEP = Step(
    id="gcp-image-overwrite",
    title="Overwrite an image that others run",
    technique="T1525",
    actor=Identity,
    move=Act(
        on=Repository,
        uses=(Use(actions=("artifactregistry.repositories.uploadArtifacts",)),),
    ),
    where=~Repository.immutable,
    because="What pulls a tag runs what the tag points to now, as its own account.",
    fix="Let pipelines alone write to the repository, and make tags immutable.",
    weight=2.0,
    reaches=[
        (account("ci"), SHOP, IT, grant("artifactregistry.writer")),
        (account("ci"), SHOP, IT, grant_on("it", "artifactregistry.writer")),
    ],
    blocked=[
        (account("ci"), SHOP, IT, grant("artifactregistry.reader")),
        (account("ci"), SHOP, OTHER, IT, grant("artifactregistry.writer", on="other")),
        (
            account("ci"),
            SHOP,
            Repository("it", name="it", project="shop", immutable=True),
            grant("artifactregistry.writer"),
        ),
    ],
)
