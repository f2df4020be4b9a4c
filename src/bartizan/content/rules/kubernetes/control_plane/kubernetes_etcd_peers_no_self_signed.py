"""etcd peers have certificates that can be checked."""

from bartizan.content.kinds.kubernetes.etcd import Etcd
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-etcd-peers-no-self-signed",
    title="etcd peers have certificates that can be checked",
    severity=Severity.MEDIUM,
    every=Etcd,
    must=~Etcd.peer_self_signed,
    because="Peers cannot tell each other from somebody on the way.",
    fix="Remove --peer-auto-tls.",
    serves=(
        "cluster-store-protection",
        "certificate-management",
    ),
    also=(
        "KCV-0047",
        "AVD-KCV-0047",
        "KCV0047",
        "kubernetes-ensure-peer-auto-tls-argument-is-not-set-to-true",
    ),
    passes=[Etcd(peer_self_signed=False)],
    fails=[Etcd(peer_self_signed=True)],
)
