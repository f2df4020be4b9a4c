"""etcd asks its peers for a certificate."""

from bartizan.content.kinds.kubernetes.etcd import Etcd
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-etcd-peers-ask-certificate",
    title="etcd asks its peers for a certificate",
    severity=Severity.HIGH,
    every=Etcd,
    must=Etcd.peer_asks_certificate,
    because="Whoever reaches the port can join the store and have all of it.",
    fix="Set --peer-client-cert-auth=true.",
    serves=(
        "cluster-store-protection",
        "strong-authentication",
    ),
    also=(
        "CKV_K8S_121",
        "KCV-0046",
        "AVD-KCV-0046",
        "KCV0046",
        "kubernetes-ensure-peer-client-cert-auth-argument-is-set-to-true",
    ),
    passes=[Etcd(peer_asks_certificate=True)],
    fails=[Etcd(peer_asks_certificate=False)],
)
