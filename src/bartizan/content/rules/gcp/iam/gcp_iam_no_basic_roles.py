"""Basic roles are not granted."""

from bartizan.content.kinds.gcp.iam_grant import Grant
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-no-basic-roles",
    title="Basic roles are not granted",
    severity=Severity.HIGH,
    every=Grant,
    must=~(Grant.wide & Grant.role.one_of("roles/owner", "roles/editor", "roles/viewer")),
    because="Owner, editor and viewer hold thousands of permissions, more with every new service.",
    fix="Grant the predefined roles that are needed.",
    serves=(
        "least-privilege",
        "no-admin-by-default",
    ),
    also=(
        "CKV_GCP_115",
        "CKV_GCP_116",
        "CKV_GCP_117",
    ),
    passes=[Grant(wide=True, role="roles/storage.objectViewer")],
    fails=[Grant(wide=True, role="roles/editor")],
)
