"""Nothing is granted to default service accounts."""

from bartizan.content.kinds.gcp.iam_grant import Grant
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-no-default-service-account",
    title="Nothing is granted to default service accounts",
    severity=Severity.MEDIUM,
    every=Grant,
    must=~Grant.members.has_match(r"^serviceAccount:.*(-compute@developer|@appspot)\.gserviceaccount\.com$"),
    because="Every workload that names no account of its own acts as the default one, and has what it is granted.",
    fix="Create a service account for the workload and grant it the role.",
    serves=(
        "no-default-accounts",
        "service-identity",
    ),
    also=(
        "CKV_GCP_46",
        "CKV_GCP_47",
        "CKV_GCP_48",
        "GCP-0004",
        "AVD-GCP-0004",
        "google-iam-no-folder-level-default-service-account-assignment",
        "GCP-0006",
        "AVD-GCP-0006",
        "google-iam-no-project-level-default-service-account-assignment",
        "GCP-0008",
        "AVD-GCP-0008",
        "google-iam-no-org-level-default-service-account-assignment",
    ),
    passes=[Grant(members=frozenset({"serviceAccount:web@shop.iam.gserviceaccount.com"}))],
    fails=[Grant(members=frozenset({"serviceAccount:1-compute@developer.gserviceaccount.com"}))],
)
