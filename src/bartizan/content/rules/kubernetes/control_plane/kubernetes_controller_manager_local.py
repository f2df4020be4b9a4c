"""The controller manager listens on its own node only."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-local",
    title="The controller manager listens on its own node only",
    severity=Severity.MEDIUM,
    every=Controllers,
    must=Controllers.address.equals("127.0.0.1"),
    because="Its metrics and health pages need no credential and tell about the cluster.",
    fix="Set --bind-address=127.0.0.1.",
    serves=("restricted-ingress",),
    also=(
        "CKV_K8S_113",
        "KCV-0039",
        "AVD-KCV-0039",
        "KCV0039",
        "kubernetes-ensure-controller-manager-bind-address-is-loopback",
    ),
    passes=[Controllers(address="127.0.0.1")],
    fails=[Controllers(address="0.0.0.0")],
)
