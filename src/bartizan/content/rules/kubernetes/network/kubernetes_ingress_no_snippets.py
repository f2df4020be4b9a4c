"""Ingresses put nothing into the configuration of the proxy."""

from bartizan.content.kinds.kubernetes.service import Ingress
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-ingress-no-snippets",
    title="Ingresses put nothing into the configuration of the proxy",
    severity=Severity.HIGH,
    every=Ingress,
    must=~Ingress.snippets,
    because="Who writes a snippet runs code in the ingress controller, which can read every secret of the "
    "cluster (CVE-2021-25742).",
    fix="Remove the snippet annotation, and set allow-snippet-annotations to false in the controller.",
    serves=(
        "http-hardening",
        "no-privilege-escalation",
    ),
    also=(
        "CKV_K8S_152",
        "CKV_K8S_153",
        "CKV_K8S_154",
        "KCV-0093",
        "AVD-KCV-0093",
        "KCV0093",
        "kubernetes-insecure-ingress-nginx",
    ),
    passes=[Ingress(snippets=False)],
    fails=[Ingress(snippets=True)],
)
