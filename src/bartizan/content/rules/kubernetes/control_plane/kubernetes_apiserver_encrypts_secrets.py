"""Secrets are encrypted in the store."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-encrypts-secrets",
    title="Secrets are encrypted in the store",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=ApiServer.encrypts,
    because="Whoever reads a disk or a backup of etcd has every secret of the cluster.",
    fix="Set --encryption-provider-config with a KMS provider.",
    serves=(
        "cluster-store-protection",
        "encryption-at-rest",
    ),
    also=(
        "CKV_K8S_104",
        "KCV-0030",
        "AVD-KCV-0030",
        "KCV0030",
        "kubernetes-Ensure",
        "that",
        "the",
        "--encryption-provider-config",
        "argument",
        "is",
        "set",
        "as",
        "appropriate",
    ),
    passes=[ApiServer(encrypts=True)],
    fails=[ApiServer(encrypts=False)],
)
