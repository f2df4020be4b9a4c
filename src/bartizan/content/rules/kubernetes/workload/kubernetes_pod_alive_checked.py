"""Long-running containers have a liveness probe."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-alive-checked",
    title="Long-running containers have a liveness probe",
    severity=Severity.LOW,
    every=Container,
    where=~Container.init & ~Container.workload.any(Workload.type.one_of("Job", "CronJob")),
    must=Container.checks_liveness,
    because="A container that hangs is not restarted, and a denial of service lasts until somebody notices.",
    fix="Add a livenessProbe.",
    serves=("health-checking",),
    also=("CKV_K8S_8",),
    passes=[(Container(checks_liveness=True, init=False, workload=frozenset({"w"})), Workload("w", type="Deployment"))],
    fails=[(Container(checks_liveness=False, init=False, workload=frozenset({"w"})), Workload("w", type="Deployment"))],
)
