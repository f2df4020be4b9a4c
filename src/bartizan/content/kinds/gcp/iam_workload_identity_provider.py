"""Google Cloud workload identity providers."""

from bartizan.core.kind import Asset, Text
from bartizan.core.source import Block, Shown, Source


class IdentityProvider(Asset, kind="gcp.iam.workload-identity-provider"):
    """Trusts tokens that somebody else signs, a pipeline for example."""

    issuer = Text("Who signs the tokens.")
    condition = Text("What a token must say to be trusted.")


FROM_TERRAFORM = Source(
    of=IdentityProvider,
    each=Block("google_iam_workload_identity_pool_provider"),
    reads={
        IdentityProvider.issuer: "oidc[0].issuer_uri",
        IdentityProvider.condition: "attribute_condition",
    },
    shows=[
        Shown(
            text="""
resource "google_iam_workload_identity_pool_provider" "a" {
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
""",
            gives=IdentityProvider(
                "google_iam_workload_identity_pool_provider.a",
                issuer="https://token.actions.githubusercontent.com",
                condition=None,
            ),
        ),
        Shown(
            text="""
resource "google_iam_workload_identity_pool_provider" "a" {
  attribute_condition = "assertion.repository_owner == 'shop'"
  oidc {
    issuer_uri = "https://gitlab.com"
  }
}
""",
            gives=IdentityProvider(
                "google_iam_workload_identity_pool_provider.a",
                issuer="https://gitlab.com",
                condition="assertion.repository_owner == 'shop'",
            ),
        ),
    ],
)
