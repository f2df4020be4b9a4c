"""Each controller has an account of its own."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-own-accounts",
    title="Each controller has an account of its own",
    severity=Severity.MEDIUM,
    every=Controllers,
    must=Controllers.own_accounts,
    because="With one account for all, a fault in any controller has the rights of every one.",
    fix="Set --use-service-account-credentials=true.",
    serves=(
        "least-privilege",
        "service-identity",
    ),
    also=(
        "CKV_K8S_108",
        "KCV-0035",
        "AVD-KCV-0035",
        "KCV0135",
        "kubernetes-ensure-use-service-account-credentials-argument-is-set-to-true",
    ),
    passes=[Controllers(own_accounts=True)],
    fails=[Controllers(own_accounts=False)],
)
