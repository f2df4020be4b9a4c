"""Requests to load balancers are logged."""

from bartizan.content.kinds.gcp.load_balancer import BackendService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-load-balancer-logged",
    title="Requests to load balancers are logged",
    severity=Severity.LOW,
    every=BackendService,
    must=BackendService.logged,
    because="Attacks on the service behind it cannot be seen or looked into.",
    fix="Set log_config.enable to true and sample_rate above 0.",
    serves=("application-logging",),
    passes=[BackendService(logged=True)],
    fails=[BackendService(logged=False)],
)
