"""The dashboard is not deployed."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-dashboard-absent",
    title="The dashboard is not deployed",
    severity=Severity.MEDIUM,
    every=Workload,
    must=~Workload.containers.any(Container.image.matches("kubernetes-?dashboard")),
    because="The dashboard shows and changes the cluster in a browser, often with rights that its users do not have.",
    fix="Remove the deployment; use kubectl or a console with its own log-in.",
    serves=(
        "no-public-service",
        "configuration-baseline",
    ),
    also=("CKV_K8S_33",),
    passes=[(Workload(containers=frozenset({"c"})), Container("c", image="nginx"))],
    fails=[
        (Workload(containers=frozenset({"c"})), Container("c", image="k8s.gcr.io/kubernetes-dashboard-amd64:v2.7.0"))
    ],
)
