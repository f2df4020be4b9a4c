"""Metadata of instances holds no secrets."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-no-secrets-in-metadata",
    title="Metadata of instances holds no secrets",
    severity=Severity.HIGH,
    every=Instance,
    must=~Instance.literal_secrets,
    because="Every process on the instance, and everyone who may view it, can read its metadata.",
    fix="Read the secret from Secret Manager when the instance starts.",
    serves=("secrets-not-in-code",),
    passes=[Instance(literal_secrets=False)],
    fails=[Instance(literal_secrets=True)],
)
