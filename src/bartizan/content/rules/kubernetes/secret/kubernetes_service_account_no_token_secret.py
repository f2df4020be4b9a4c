"""No secret holds a token that never expires."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-service-account-no-token-secret",
    title="No secret holds a token that never expires",
    severity=Severity.MEDIUM,
    every=Secret,
    must=~Secret.type.equals("kubernetes.io/service-account-token"),
    because="A token in a secret is valid until somebody deletes it; tokens that pods are given last an hour "
    "and end with the pod.",
    fix="Remove the secret; let pods mount projected tokens, and use the TokenRequest API elsewhere.",
    serves=(
        "no-long-lived-credentials",
        "workload-token-protection",
    ),
    passes=[Secret(type="Opaque")],
    fails=[Secret(type="kubernetes.io/service-account-token")],
)
