"""Keys of Google Cloud service accounts."""

from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class ServiceAccountKey(Asset, kind="gcp.iam.service-account-key"):
    """A key with which anyone who has it is the service account."""

    account = Text("The account it is for, where that is known.")
    identity = Link(ServiceAccount, "The account it is for.")
    expires = Flag("It is replaced by a time or a trigger.")


FROM_TERRAFORM = Source(
    of=ServiceAccountKey,
    each=Block("google_service_account_key"),
    reads={
        ServiceAccountKey.account: "service_account_id",
        ServiceAccountKey.identity: "service_account_id",
        ServiceAccountKey.expires: "keepers != `null`",
    },
    shows=[
        Shown(
            text="""
resource "google_service_account_key" "a" {
  service_account_id = "web"
}
""",
            gives=ServiceAccountKey("google_service_account_key.a", account="web", expires=False),
        ),
        Shown(
            text="""
resource "google_service_account_key" "a" {
  service_account_id = "web"
  keepers            = { turn = 1 }
}
""",
            gives=ServiceAccountKey("google_service_account_key.a", account="web", expires=True),
        ),
        Shown(
            text="""
resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_service_account_key" "a" {
  service_account_id = google_service_account.web.name
}
""",
            gives=ServiceAccountKey("google_service_account_key.a", identity=frozenset({"google_service_account.web"})),
        ),
    ],
)


FROM_EXPORT = Source(
    of=ServiceAccountKey,
    each=Block("gcloud/service-account-key"),
    reads={
        ServiceAccountKey.account: "split(name, '/')[3]",
        ServiceAccountKey.identity: "split(name, '/')[3]",
        ServiceAccountKey.expires: "!starts_with(not_null(validBeforeTime, '9999'), '9999')",
    },
    shows=[
        Shown(
            file="keys.json",
            text="""
[{"name": "projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com/keys/a1", "keyType": "USER_MANAGED",
  "keyAlgorithm": "KEY_ALG_RSA_2048", "validBeforeTime": "9999-12-31T23:59:59Z"},
 {"name": "projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com", "projectId": "shop", "uniqueId": "1",
  "email": "web@shop.iam.gserviceaccount.com"}]
""",
            gives=ServiceAccountKey(
                "//iam.googleapis.com/projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com/keys/a1",
                account="web@shop.iam.gserviceaccount.com",
                identity=frozenset(
                    {"//iam.googleapis.com/projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com"}
                ),
                expires=False,
            ),
        ),
    ],
)
