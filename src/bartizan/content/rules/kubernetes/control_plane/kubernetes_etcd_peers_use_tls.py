"""etcd speaks with its peers over TLS."""

from bartizan.content.kinds.kubernetes.etcd import Etcd
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-etcd-peers-use-tls",
    title="etcd speaks with its peers over TLS",
    severity=Severity.HIGH,
    every=Etcd,
    must=Etcd.peer_tls,
    because="Everything in the store passes between the peers in plain text.",
    fix="Set --peer-cert-file and --peer-key-file.",
    serves=(
        "cluster-store-protection",
        "encryption-in-transit",
    ),
    also=(
        "CKV_K8S_119",
        "KCV-0045",
        "AVD-KCV-0045",
        "KCV0045",
        "kubernetes-ensure-peer-cert-file-and-peer-key-file-arguments-are-set-as-appropriate",
    ),
    passes=[Etcd(peer_tls=True)],
    fails=[Etcd(peer_tls=False)],
)
