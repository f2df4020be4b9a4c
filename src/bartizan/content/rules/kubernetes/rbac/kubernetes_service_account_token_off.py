"""Default service accounts do not hand out their token."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-service-account-token-off",
    title="Default service accounts do not hand out their token",
    severity=Severity.LOW,
    every=ServiceAccount,
    where=ServiceAccount.name.equals("default"),
    must=~ServiceAccount.mounts_token,
    because="Every pod that names no account gets the token of the default one, needed or not.",
    fix="Set automountServiceAccountToken to false.",
    serves=("workload-token-protection",),
    also=(
        "CKV_K8S_41",
        "KSV-0036",
        "AVD-KSV-0036",
        "KSV036",
        "kubernetes-no-auto-mount-service-token",
    ),
    passes=[ServiceAccount(name="default", mounts_token=False)],
    fails=[ServiceAccount(name="default", mounts_token=True)],
)
