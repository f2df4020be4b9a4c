"""Pods that do not need the API get no token for it."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-token-not-mounted",
    title="Pods that do not need the API get no token for it",
    severity=Severity.LOW,
    every=Workload,
    must=~Workload.mounts_token | (Workload.account.any() & Workload.account.all(~ServiceAccount.mounts_token)),
    because="Whoever breaks into the container finds the token and asks the API server with the rights of the account.",
    fix="Set automountServiceAccountToken to false in the pod or its service account.",
    serves=("workload-token-protection",),
    also=(
        "CKV_K8S_38",
        "KSV-0036",
        "AVD-KSV-0036",
        "KSV036",
        "kubernetes-no-auto-mount-service-token",
    ),
    passes=[
        Workload(mounts_token=False),
        (Workload(mounts_token=True, account=frozenset({"a"})), ServiceAccount("a", mounts_token=False)),
    ],
    fails=[
        Workload(mounts_token=True, account=frozenset()),
        (Workload(mounts_token=True, account=frozenset({"a"})), ServiceAccount("a", mounts_token=True)),
    ],
)
