"""Give oneself the right to read a repository."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Repository
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-artifact-policy-set",
    title="Give oneself the right to read a repository",
    technique="T1098.003",
    actor=Identity,
    move=Act(on=Repository, uses=(Use(actions=("artifactregistry.repositories.setIamPolicy",)),)),
    because=("Whoever writes the policy of a repository lets themselves, or everyone, read it."),
    fix=("Keep roles/artifactregistry.admin with those who manage repositories."),
    weight=0.6,
    reaches=[
        (account("ci"), SHOP, kept(Repository, "it", project="shop"), grant("artifactregistry.admin")),
        (account("ci"), SHOP, kept(Repository, "it", project="shop"), grant_on("it", "artifactregistry.admin")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Repository, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Repository, "it", project="shop"), grant("artifactregistry.reader")),
        (
            account("ci"),
            SHOP,
            OTHER,
            kept(Repository, "it", project="shop"),
            grant("artifactregistry.admin", on="other"),
        ),
    ],
)
