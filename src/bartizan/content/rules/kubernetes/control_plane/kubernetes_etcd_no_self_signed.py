"""etcd has a certificate that can be checked."""

from bartizan.content.kinds.kubernetes.etcd import Etcd
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-etcd-no-self-signed",
    title="etcd has a certificate that can be checked",
    severity=Severity.MEDIUM,
    every=Etcd,
    must=~Etcd.self_signed,
    because="Clients cannot tell etcd from somebody on the way.",
    fix="Remove --auto-tls.",
    serves=(
        "cluster-store-protection",
        "certificate-management",
    ),
    also=(
        "CKV_K8S_118",
        "KCV-0044",
        "AVD-KCV-0044",
        "KCV0044",
        "kubernetes-ensure-auto-tls-argument-is-not-set-to-true",
    ),
    passes=[Etcd(self_signed=False)],
    fails=[Etcd(self_signed=True)],
)
