"""The scheduler listens on its own node only."""

from bartizan.content.kinds.kubernetes.scheduler import Scheduler
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-scheduler-local",
    title="The scheduler listens on its own node only",
    severity=Severity.MEDIUM,
    every=Scheduler,
    must=Scheduler.address.equals("127.0.0.1"),
    because="Its metrics and health pages need no credential and tell about the cluster.",
    fix="Set --bind-address=127.0.0.1.",
    serves=("restricted-ingress",),
    also=(
        "CKV_K8S_115",
        "KCV-0041",
        "AVD-KCV-0041",
        "KCV0041",
        "kubernetes-ensure-scheduler-bind-address-is-loopback",
    ),
    passes=[Scheduler(address="127.0.0.1")],
    fails=[Scheduler(address="0.0.0.0")],
)
