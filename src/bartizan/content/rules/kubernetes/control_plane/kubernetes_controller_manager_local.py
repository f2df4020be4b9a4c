"""The controller manager listens on its own node only."""

from bartizan.content.kinds.kubernetes.controller_manager import ControllerManager
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-local",
    title="The controller manager listens on its own node only",
    severity=Severity.MEDIUM,
    every=ControllerManager,
    must=ControllerManager.address.equals("127.0.0.1"),
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
    passes=[ControllerManager(address="127.0.0.1")],
    fails=[ControllerManager(address="0.0.0.0")],
)
