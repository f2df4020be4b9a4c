"""etcd asks its clients for a certificate."""

from bartizan.content.kinds.kubernetes.etcd import Etcd
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-etcd-asks-client-certificate",
    title="etcd asks its clients for a certificate",
    severity=Severity.CRITICAL,
    every=Etcd,
    must=Etcd.asks_certificate,
    because="Whoever reaches etcd reads and writes everything in the cluster.",
    fix="Set --client-cert-auth=true and --trusted-ca-file.",
    serves=(
        "cluster-store-protection",
        "strong-authentication",
    ),
    also=(
        "CKV_K8S_117",
        "KCV-0043",
        "AVD-KCV-0043",
        "KCV0043",
        "kubernetes-ensure-client-cert-auth-argument-is-set-to-true",
    ),
    passes=[Etcd(asks_certificate=True)],
    fails=[Etcd(asks_certificate=False)],
)
