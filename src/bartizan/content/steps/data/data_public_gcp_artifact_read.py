"""Download from a repository that is granted to everyone."""

from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, everyone, kept
from bartizan.content.steps.gcp.scene import SHOP, account, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-gcp-artifact-read",
    title="Download from a repository that is granted to everyone",
    technique="T1525",
    actor=Internet,
    move=Act(on=Repository, uses=(Use(actions=("artifactregistry.repositories.downloadArtifacts",)),)),
    because=("Anybody pulls images and packages, and reads the program, its settings and at times its secrets."),
    fix=(
        "Take allUsers and allAuthenticatedUsers out of the grants, and forbid them by the organisation "
        "policy of domain-restricted sharing."
    ),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Repository, "it", project="shop"), SHOP, everyone("artifactregistry.reader")),
        (
            INTERNET,
            kept(Repository, "it", project="shop"),
            SHOP,
            everyone("artifactregistry.reader", "allAuthenticatedUsers"),
        ),
    ],
    blocked=[
        (INTERNET, kept(Repository, "it", project="shop"), SHOP),
        (INTERNET, kept(Repository, "it", project="shop"), SHOP, everyone("logging.viewer")),
        (
            INTERNET,
            kept(Repository, "it", project="shop"),
            SHOP,
            account("ci"),
            grant_on("it", "artifactregistry.reader"),
        ),
    ],
)
