"""The API server and etcd prove themselves to each other."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-proves-itself-to-etcd",
    title="The API server and etcd prove themselves to each other",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.proves_itself_to_etcd,
    because="Whoever reaches etcd without that has every secret of the cluster.",
    fix="Set --etcd-certfile, --etcd-keyfile and --etcd-cafile.",
    serves=(
        "cluster-store-protection",
        "encryption-in-transit",
    ),
    also=(
        "CKV_K8S_99",
        "CKV_K8S_102",
        "KCV-0026",
        "AVD-KCV-0026",
        "KCV0026",
        "kubernetes-ensure-etcd-certfile-and-etcd-keyfile-arguments-are-set-as-appropriate",
        "KCV-0029",
        "AVD-KCV-0029",
        "KCV0029",
        "kubernetes-ensure-etcd-cafile-argument-is-set-as-appropriate",
    ),
    passes=[ApiServer(proves_itself_to_etcd=True)],
    fails=[ApiServer(proves_itself_to_etcd=False)],
)
