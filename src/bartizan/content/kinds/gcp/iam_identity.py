"""Google Cloud identities: service accounts, and the people that policies name."""

from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Fixed, Shown, Source, Unseen


class Identity(Actor):
    """Somebody who can act."""

    email = Text("Its address.")


class ServiceAccount(
    Identity,
    kind="gcp.iam.service-account",
    identifier="//iam.googleapis.com/projects/{project}/serviceAccounts/{email}",
):
    """An identity for programs."""

    project = Text("Id of the project it is in; where it is not set, that of the provider counts.")
    account_id = Text("The part of its address before the at sign.")
    disabled = Flag("It cannot act.")
    default = Flag("Google made it, for workloads that name no account of their own.")


class User(Identity, kind="gcp.iam.user"):
    """A person with a Google account."""


FROM_TERRAFORM = Source(
    of=ServiceAccount,
    each=Block("google_service_account", "data.google_service_account"),
    names=(
        "email",
        "name",
        "account_id",
        "project && join('', [account_id, '@', project, '.iam.gserviceaccount.com'])",
    ),
    reads={
        **ROUTES,
        ServiceAccount.email: "not_null(email, project && join('', [account_id, '@', project, '.iam.gserviceaccount.com']))",
        ServiceAccount.project: "project",
        ServiceAccount.account_id: "account_id",
        ServiceAccount.disabled: "flag(not_null(disabled, `false`))",
        ServiceAccount.default: Fixed(False, "Terraform makes accounts of its own only."),
    },
    shows=[
        Shown(
            text="""
resource "google_service_account" "a" {
  account_id = "web"
}
""",
            gives=ServiceAccount(
                "google_service_account.a", email=None, project=None, account_id="web", disabled=False, default=False
            ),
        ),
        Shown(
            text="""
resource "google_service_account" "a" {
  account_id = "web"
  project    = "shop"
  disabled   = true
}
""",
            gives=ServiceAccount(
                "google_service_account.a",
                email="web@shop.iam.gserviceaccount.com",
                project="shop",
                account_id="web",
                disabled=True,
            ),
        ),
    ],
)


DEFAULT_FROM_TERRAFORM = Source(
    of=ServiceAccount,
    each=Block("data.google_compute_default_service_account", "data.google_app_engine_default_service_account"),
    names=("email",),
    reads={
        **ROUTES,
        ServiceAccount.email: "email",
        ServiceAccount.project: "project",
        ServiceAccount.account_id: Unseen("the number of the project is part of it"),
        ServiceAccount.disabled: Unseen("a data source does not tell whether it is disabled"),
        ServiceAccount.default: Fixed(True, "This is the account that Google makes."),
    },
    shows=[
        Shown(
            text="""
data "google_compute_default_service_account" "a" {
  project = "shop"
  email   = "12-compute@developer.gserviceaccount.com"
}
""",
            gives=ServiceAccount(
                "data.google_compute_default_service_account.a",
                email="12-compute@developer.gserviceaccount.com",
                project="shop",
                default=True,
            ),
        ),
    ],
)


FROM_EXPORT = Source(
    of=ServiceAccount,
    each=Block("gcloud/service-account"),
    names=("email", "name"),
    reads={
        **ROUTES,
        ServiceAccount.email: "email",
        ServiceAccount.project: "projectId",
        ServiceAccount.account_id: "split(email, '@')[0]",
        ServiceAccount.disabled: "flag(not_null(disabled, `false`))",
        ServiceAccount.default: "matches(email, '(-compute@developer|@appspot|@cloudbuild)[.]gserviceaccount[.]com$')",
    },
    shows=[
        Shown(
            file="accounts.json",
            text="""
[{"name": "projects/shop/serviceAccounts/12-compute@developer.gserviceaccount.com", "projectId": "shop",
  "email": "12-compute@developer.gserviceaccount.com", "uniqueId": "1", "disabled": true}]
""",
            gives=ServiceAccount(
                "//iam.googleapis.com/projects/shop/serviceAccounts/12-compute@developer.gserviceaccount.com",
                email="12-compute@developer.gserviceaccount.com",
                project="shop",
                account_id="12-compute",
                disabled=True,
                default=True,
            ),
        ),
    ],
)


USER_FROM_EXPORT = Source(
    of=User,
    each=Block("gcloud/user"),
    reads={**ROUTES, User.email: "email"},
    shows=[
        Shown(
            file="policy.json",
            text="""
{"bindings": [{"role": "roles/viewer", "members": ["user:ann@shop.example"]}], "etag": "BwX=", "version": 1}
""",
            gives=User("user:ann@shop.example", email="ann@shop.example"),
        ),
    ],
)
