"""Probes ask the container itself."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-probes-no-host",
    title="Probes ask the container itself",
    severity=Severity.MEDIUM,
    every=Container,
    must=~Container.probes_other_hosts,
    because="The kubelet sends the request from the node, and so past every network policy, to whatever host is named.",
    fix="Remove host from the probes and hooks.",
    serves=(
        "restricted-egress",
        "container-isolation",
    ),
    passes=[Container(probes_other_hosts=False)],
    fails=[Container(probes_other_hosts=True)],
)
