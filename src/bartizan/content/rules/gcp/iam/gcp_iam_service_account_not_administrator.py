"""Service accounts are no administrators."""

from bartizan.content.kinds.gcp.iam_grant import Grant
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-service-account-not-administrator",
    title="Service accounts are no administrators",
    severity=Severity.HIGH,
    every=Grant,
    must=~(
        Grant.wide
        & Grant.members.has_match("^serviceAccount:")
        & (Grant.role.one_of("roles/owner", "roles/editor") | Grant.role.matches("(?i)admin$"))
    ),
    because="A workload that is broken into then owns the project.",
    fix="Grant the service account the roles it needs, on the resources it needs.",
    serves=(
        "no-admin-by-default",
        "least-privilege",
    ),
    also=(
        "CKV_GCP_42",
        "GCP-0007",
        "AVD-GCP-0007",
        "google-iam-no-privileged-service-accounts",
    ),
    passes=[
        Grant(
            wide=True,
            members=frozenset({"serviceAccount:web@shop.iam.gserviceaccount.com"}),
            role="roles/pubsub.publisher",
        )
    ],
    fails=[
        Grant(wide=True, members=frozenset({"serviceAccount:web@shop.iam.gserviceaccount.com"}), role="roles/owner")
    ],
)
