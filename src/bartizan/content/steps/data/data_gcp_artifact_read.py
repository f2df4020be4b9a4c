"""Download what a repository holds."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, deny, grant, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-artifact-read",
    title="Download what a repository holds",
    technique="T1525",
    actor=Identity,
    move=Act(on=Repository, uses=(Use(actions=("artifactregistry.repositories.downloadArtifacts",)),)),
    because=("Images and packages hold the program, its settings and at times its secrets."),
    fix=("Grant roles/artifactregistry.reader on single repositories."),
    weight=0.5,
    reaches=[
        (account("ci"), SHOP, kept(Repository, "it", project="shop"), grant("artifactregistry.reader")),
        (account("ci"), SHOP, kept(Repository, "it", project="shop"), grant_on("it", "artifactregistry.reader")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Repository, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Repository, "it", project="shop"), grant("logging.viewer")),
        (
            account("ci"),
            SHOP,
            OTHER,
            kept(Repository, "it", project="shop"),
            grant("artifactregistry.reader", on="other"),
        ),
        (
            account("ci"),
            SHOP,
            kept(Repository, "it", project="shop"),
            grant("artifactregistry.reader"),
            deny("artifactregistry.googleapis.com/repositories.downloadArtifacts"),
        ),
    ],
)
