"""Google Cloud workload identity providers."""

from bartizan.core.kind import Asset, Document, Flag, Many, Text
from bartizan.core.source import Block, Shown, Source


class IdentityProvider(Asset, kind="gcp.iam.workload-identity-provider"):
    """Trusts tokens that somebody else signs, a pipeline for example."""

    issuer = Text("Who signs the tokens.")
    condition = Text("What a token must say to be trusted.")
    mapping = Document("What each attribute of the identity is made of: `google.subject` of `assertion.sub`.")
    audiences = Many("Whom a token may be meant for; the provider itself, where none is named.")
    pool = Text("Id of the pool it adds identities to, as it is written.")
    project = Text("Id of the project it is in; where it is not set, that of the provider counts.")
    disabled = Flag("No token is taken.")


FROM_TERRAFORM = Source(
    of=IdentityProvider,
    each=Block("google_iam_workload_identity_pool_provider"),
    reads={
        IdentityProvider.issuer: "oidc[0].issuer_uri",
        IdentityProvider.condition: "attribute_condition",
        IdentityProvider.mapping: "attribute_mapping",
        IdentityProvider.audiences: "oidc[0].allowed_audiences",
        IdentityProvider.pool: "workload_identity_pool_id",
        IdentityProvider.project: "project",
        IdentityProvider.disabled: "flag(not_null(disabled, `false`))",
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
        Shown(
            text="""
resource "google_iam_workload_identity_pool_provider" "a" {
  project                            = "shop"
  workload_identity_pool_id          = "pipelines"
  workload_identity_pool_provider_id = "github"
  disabled                           = true
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  oidc {
    issuer_uri        = "https://token.actions.githubusercontent.com"
    allowed_audiences = ["shop"]
  }
}
""",
            gives=IdentityProvider(
                "google_iam_workload_identity_pool_provider.a",
                mapping='{"google.subject":"assertion.sub"}',
                audiences=frozenset({"shop"}),
                pool="pipelines",
                project="shop",
                disabled=True,
            ),
        ),
    ],
)
