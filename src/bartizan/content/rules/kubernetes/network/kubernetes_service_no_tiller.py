"""Tiller is not installed."""

from bartizan.content.kinds.kubernetes.service import Service
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-service-no-tiller",
    title="Tiller is not installed",
    severity=Severity.HIGH,
    every=Service,
    must=~Service.name.matches("^tiller"),
    because="Tiller of Helm 2 does what anyone in the cluster asks of it, mostly as administrator, and has "
    "had no updates since 2020.",
    fix="Remove Tiller; Helm 3 needs none.",
    serves=(
        "no-anonymous-access",
        "supported-versions",
    ),
    also=(
        "CKV_K8S_34",
        "CKV_K8S_44",
        "CKV_K8S_45",
        "KSV-0102",
        "AVD-KSV-0102",
        "KSV102",
        "kubernetes-no-tiller",
    ),
    passes=[Service(name="web")],
    fails=[Service(name="tiller-deploy")],
)
