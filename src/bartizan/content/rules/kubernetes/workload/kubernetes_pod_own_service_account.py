"""Workloads have a service account of their own."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-own-service-account",
    title="Workloads have a service account of their own",
    severity=Severity.LOW,
    every=Workload,
    must=Workload.own_account,
    because="Everything in a namespace that names no account shares the default one: what is granted for one "
    "is granted to all.",
    fix="Create a service account for the workload and name it in serviceAccountName.",
    serves=("service-identity",),
    also=("CKV_K8S_41",),
    passes=[Workload(own_account=True)],
    fails=[Workload(own_account=False)],
)
