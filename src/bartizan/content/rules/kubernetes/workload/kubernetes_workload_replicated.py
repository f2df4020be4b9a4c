"""Deployments run more than one pod."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-workload-replicated",
    title="Deployments run more than one pod",
    severity=Severity.LOW,
    every=Workload,
    where=Workload.type.equals("Deployment"),
    must=Workload.replicas.at_least(2),
    because="With a single pod every crash, update or drained node is an outage.",
    fix="Set spec.replicas to 2 or more.",
    serves=("high-availability",),
    passes=[Workload(type="Deployment", replicas=2)],
    fails=[Workload(type="Deployment", replicas=1)],
)
