"""Config maps hold no secrets."""

from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-config-map-no-secrets",
    title="Config maps hold no secrets",
    severity=Severity.HIGH,
    every=ConfigMap,
    must=~ConfigMap.literal_secrets,
    because="Config maps are readable by most roles, are not encrypted at rest, and are printed in logs.",
    fix="Move the value to a Secret that an external store fills.",
    serves=(
        "secrets-not-in-code",
        "secrets-management",
    ),
    also=(
        "KSV-0109",
        "AVD-KSV-0109",
        "kubernetes-configMap-with-secrets",
        "KSV-01010",
        "AVD-KSV-01010",
        "kubernetes-configMap-with-sensitive",
    ),
    passes=[ConfigMap(literal_secrets=False)],
    fails=[ConfigMap(literal_secrets=True)],
)
