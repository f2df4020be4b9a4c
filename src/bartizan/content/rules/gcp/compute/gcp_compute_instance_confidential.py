"""Memory of instances is encrypted."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-confidential",
    title="Memory of instances is encrypted",
    severity=Severity.LOW,
    every=Instance,
    must=Instance.confidential,
    because="Whoever controls the host can read what the instance holds in memory.",
    fix="Set confidential_instance_config.enable_confidential_compute to true.",
    serves=("encryption-at-rest",),
    passes=[Instance(confidential=True)],
    fails=[Instance(confidential=False)],
)
