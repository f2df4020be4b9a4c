"""Nothing is granted to a whole identity pool."""

from bartizan.content.kinds.gcp.iam_grant import AnyGrant, Grant, ResourceGrant
from bartizan.core.claim import Rule, Severity

POOL = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci"

RULE = Rule(
    id="gcp-iam-grant-not-to-whole-pool",
    title="Nothing is granted to a whole identity pool",
    severity=Severity.MEDIUM,
    every=AnyGrant,
    must=~AnyGrant.members.has_match(r"^principalSet://.+/(workloadIdentityPools|workforcePools)/[^/]+/\*$"),
    because="Every identity of the pool has the role then: each repository and pull request, and providers to come.",
    fix="Name a subject (principal://.../subject/...) or an attribute (principalSet://.../attribute.repository/...).",
    serves=("no-wildcard-trust", "pipeline-least-privilege"),
    passes=[
        Grant(members=frozenset({f"{POOL}/attribute.repository/acme/shop"})),
        ResourceGrant(members=frozenset({"serviceAccount:web@shop.iam.gserviceaccount.com"})),
    ],
    fails=[Grant(members=frozenset({f"{POOL}/*"})), ResourceGrant(members=frozenset({f"{POOL}/*"}))],
)
