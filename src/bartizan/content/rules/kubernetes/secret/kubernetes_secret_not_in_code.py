"""Secrets are not written in manifests."""

from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-secret-not-in-code",
    title="Secrets are not written in manifests",
    severity=Severity.HIGH,
    every=Secret,
    must=~Secret.filled,
    because="Base64 is no encryption: whoever can read the repository or its history has the secret.",
    fix="Keep the value in an external store (External Secrets, CSI driver) or encrypt it (SealedSecret, SOPS).",
    serves=("secrets-not-in-code",),
    passes=[Secret(filled=False)],
    fails=[Secret(filled=True)],
)
