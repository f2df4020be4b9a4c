"""Long-running containers have a readiness probe."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-ready-checked",
    title="Long-running containers have a readiness probe",
    severity=Severity.LOW,
    every=Container,
    where=~Container.init & ~Container.workload.any(Workload.type.one_of("Job", "CronJob")),
    must=Container.checks_readiness,
    because="Requests are sent to a container that cannot answer them yet, or any more.",
    fix="Add a readinessProbe.",
    serves=("health-checking",),
    also=("CKV_K8S_9",),
    passes=[
        (Container(checks_readiness=True, init=False, workload=frozenset({"w"})), Workload("w", type="Deployment"))
    ],
    fails=[
        (Container(checks_readiness=False, init=False, workload=frozenset({"w"})), Workload("w", type="Deployment"))
    ],
)
