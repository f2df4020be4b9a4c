"""Account tokens are signed with a key of their own."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-signs-accounts",
    title="Account tokens are signed with a key of their own",
    severity=Severity.MEDIUM,
    every=Controllers,
    must=Controllers.account_key,
    because="Without a key of its own the tokens cannot be made void by changing it.",
    fix="Set --service-account-private-key-file.",
    serves=("workload-token-protection",),
    also=(
        "CKV_K8S_110",
        "KCV-0036",
        "AVD-KCV-0036",
        "KCV0036",
        "kubernetes-ensure-service-account-private-key-file-argument-is-set-as-appropriate",
    ),
    passes=[Controllers(account_key=True)],
    fails=[Controllers(account_key=False)],
)
