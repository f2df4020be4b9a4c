"""No secret is written into the environment of a container."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-secrets-in-environment",
    title="No secret is written into the environment of a container",
    severity=Severity.HIGH,
    every=Container,
    must=~Container.literal_secrets,
    because="Whoever can read the manifest, its repository or the object in the cluster has the secret, and "
    "it cannot be rotated without a change.",
    fix="Keep the value in a Secret or an external store and mount it as a file.",
    serves=("secrets-not-in-code",),
    passes=[Container(literal_secrets=False)],
    fails=[Container(literal_secrets=True)],
)
