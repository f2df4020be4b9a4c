"""The store of a cluster."""

from bartizan.core.kind import Asset, Flag
from bartizan.core.source import Block, Shown, Source


class Etcd(Asset, kind="kubernetes.etcd"):
    """The store of a cluster, as its static pod starts it."""

    serves_tls = Flag("It has a certificate and key to serve with.")
    asks_certificate = Flag("Clients must show a certificate.")
    self_signed = Flag("It makes itself a certificate that nobody can check.")
    peer_tls = Flag("It has a certificate and key to speak with its peers.")
    peer_asks_certificate = Flag("Peers must show a certificate.")
    peer_self_signed = Flag("It makes itself a certificate for peers that nobody can check.")


ARGUMENTS = "[command, args][]"

FROM_STATIC_POD = Source(
    of=Etcd,
    each=Block("Pod", each="spec.containers[?name=='etcd' || ends_with(not_null(command[0], ''), 'etcd')]"),
    reads={
        Etcd.serves_tls: f"argument({ARGUMENTS}, 'cert-file') != `null` && argument({ARGUMENTS}, 'key-file') != `null`",
        Etcd.asks_certificate: f"flag(not_null(argument({ARGUMENTS}, 'client-cert-auth'), 'false'))",
        Etcd.self_signed: f"flag(not_null(argument({ARGUMENTS}, 'auto-tls'), 'false'))",
        Etcd.peer_tls: f"argument({ARGUMENTS}, 'peer-cert-file') != `null` && argument({ARGUMENTS}, 'peer-key-file') != `null`",
        Etcd.peer_asks_certificate: f"flag(not_null(argument({ARGUMENTS}, 'peer-client-cert-auth'), 'false'))",
        Etcd.peer_self_signed: f"flag(not_null(argument({ARGUMENTS}, 'peer-auto-tls'), 'false'))",
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: etcd, namespace: kube-system}
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:v1.33.0
      command:
        - etcd
""",
            gives=Etcd(
                "kube-system/Pod/etcd/spec/containers/0",
                serves_tls=False,
                asks_certificate=False,
                self_signed=False,
                peer_tls=False,
                peer_asks_certificate=False,
                peer_self_signed=False,
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: etcd, namespace: kube-system}
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:v1.33.0
      command:
        - etcd
        - --cert-file=/c
        - --key-file=/k
        - --client-cert-auth=true
        - --auto-tls=true
        - --peer-cert-file=/c
        - --peer-key-file=/k
        - --peer-client-cert-auth=true
        - --peer-auto-tls=true
""",
            gives=Etcd(
                "kube-system/Pod/etcd/spec/containers/0",
                serves_tls=True,
                asks_certificate=True,
                self_signed=True,
                peer_tls=True,
                peer_asks_certificate=True,
                peer_self_signed=True,
            ),
        ),
    ],
)
