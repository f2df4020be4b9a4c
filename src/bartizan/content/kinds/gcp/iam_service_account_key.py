"""Keys of Google Cloud service accounts."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class ServiceAccountKey(Asset, kind="gcp.iam.service-account-key"):
    """A key with which anyone who has it is the service account."""

    account = Text("The account it is for, where that is known.")
    expires = Flag("It is replaced by a time or a trigger.")


FROM_TERRAFORM = Source(
    of=ServiceAccountKey,
    each=Block("google_service_account_key"),
    reads={
        ServiceAccountKey.account: "service_account_id",
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
    ],
)
