"""etcd serves with TLS."""

from bartizan.content.kinds.kubernetes.etcd import Etcd
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-etcd-serves-tls",
    title="etcd serves with TLS",
    severity=Severity.HIGH,
    every=Etcd,
    must=Etcd.serves_tls,
    because="What the API server writes and reads, secrets too, goes over the network in plain text.",
    fix="Set --cert-file and --key-file.",
    serves=(
        "cluster-store-protection",
        "encryption-in-transit",
    ),
    also=(
        "CKV_K8S_116",
        "KCV-0042",
        "AVD-KCV-0042",
        "KCV0042",
        "kubernetes-Ensure-cert-file-and-key-file-arguments-are-set-as-appropriate",
    ),
    passes=[Etcd(serves_tls=True)],
    fails=[Etcd(serves_tls=False)],
)
