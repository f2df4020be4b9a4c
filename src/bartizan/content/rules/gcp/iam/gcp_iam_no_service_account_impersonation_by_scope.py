"""The right to act as a service account is granted on that account."""

from bartizan.content.kinds.gcp.iam_grant import Grant
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-no-service-account-impersonation-by-scope",
    title="The right to act as a service account is granted on that account",
    severity=Severity.HIGH,
    every=Grant,
    must=~(
        Grant.wide
        & Grant.role.one_of(
            "roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser"
        )
    ),
    because="Granted on a project it is the right to become every service account there, the strongest included.",
    fix="Use google_service_account_iam_member on the account that is meant.",
    serves=(
        "no-privilege-escalation",
        "least-privilege",
    ),
    also=(
        "CKV_GCP_41",
        "CKV_GCP_44",
        "CKV_GCP_45",
        "CKV_GCP_49",
        "GCP-0005",
        "AVD-GCP-0005",
        "google-iam-no-folder-level-service-account-impersonation",
        "GCP-0009",
        "AVD-GCP-0009",
        "google-iam-no-org-level-service-account-impersonation",
        "GCP-0011",
        "AVD-GCP-0011",
        "google-iam-no-project-level-service-account-impersonation",
    ),
    passes=[Grant(wide=False, role="roles/iam.serviceAccountUser"), Grant(wide=True, role="roles/viewer")],
    fails=[Grant(wide=True, role="roles/iam.serviceAccountTokenCreator")],
)
