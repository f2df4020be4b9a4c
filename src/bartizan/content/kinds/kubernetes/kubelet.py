"""The kubelet: what runs pods on a node."""

from bartizan.core.kind import Asset, Flag, Many, Number, Text
from bartizan.core.source import Block, Fixed, Shown, Source, Unseen


class Kubelet(Asset, kind="kubernetes.kubelet"):
    """The kubelet of a node, as its configuration file sets it."""

    anonymous = Flag("Callers without credentials are let in.")
    authorization = Text("How callers are authorised: Webhook or AlwaysAllow.")
    client_authority = Flag("Client certificates are checked.")
    read_only_port = Number("The port on which everyone may read; 0 for none.")
    idle_streams_end = Flag("Connections to containers that are idle are ended.")
    keeps_iptables = Flag("It keeps the rules of the packet filter as it needs them.")
    event_rate = Number("Events a second that are recorded; 0 for all.")
    serves_tls = Flag("It has a certificate to serve with, or asks the cluster for one.")
    rotates = Flag("Its client certificate is renewed before it ends.")
    ciphers = Many("TLS cipher suites that are offered; empty for the default ones.")
    process_limit = Number("Processes a pod may have; -1 for any number.")
    seccomp_default = Flag("System calls of containers are filtered unless they say otherwise.")
    own_name = Flag("It gives the node another name than the host has.")
    protects_kernel = Flag("It stops when settings of the kernel are not as it wants them, and changes none.")


FROM_CONFIGURATION = Source(
    of=Kubelet,
    each=Block("kubelet.config.k8s.io/KubeletConfiguration"),
    reads={
        Kubelet.anonymous: "flag(not_null(authentication.anonymous.enabled, `false`))",
        Kubelet.authorization: "not_null(authorization.mode, 'Webhook')",
        Kubelet.client_authority: "authentication.x509.clientCAFile != `null`",
        Kubelet.read_only_port: "not_null(readOnlyPort, `0`)",
        Kubelet.idle_streams_end: "!contains(['0', '0s', '0h', '0m'], to_string(not_null(streamingConnectionIdleTimeout, '4h')))",
        Kubelet.keeps_iptables: "flag(not_null(makeIPTablesUtilChains, `true`))",
        Kubelet.event_rate: "not_null(eventRecordQPS, `50`)",
        Kubelet.serves_tls: "tlsCertFile != `null` || flag(not_null(serverTLSBootstrap, `false`))",
        Kubelet.rotates: "flag(not_null(rotateCertificates, `false`))",
        Kubelet.ciphers: "tlsCipherSuites",
        Kubelet.process_limit: "not_null(podPidsLimit, `-1`)",
        Kubelet.seccomp_default: "flag(not_null(seccompDefault, `false`))",
        Kubelet.own_name: Fixed(False, "It is a flag of the command line, not a setting of the file."),
        Kubelet.protects_kernel: "flag(not_null(protectKernelDefaults, `false`))",
    },
    shows=[
        Shown(
            text="apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n",
            gives=Kubelet(
                "KubeletConfiguration/manifest.yaml",
                anonymous=False,
                authorization="Webhook",
                client_authority=False,
                read_only_port=0,
                idle_streams_end=True,
                keeps_iptables=True,
                event_rate=50,
                serves_tls=False,
                rotates=False,
                ciphers=frozenset(),
                process_limit=-1,
                seccomp_default=False,
                own_name=False,
                protects_kernel=False,
            ),
        ),
        Shown(
            text="""
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: true}, x509: {clientCAFile: /ca}}
authorization: {mode: AlwaysAllow}
readOnlyPort: 10255
streamingConnectionIdleTimeout: 0s
makeIPTablesUtilChains: false
eventRecordQPS: 5
serverTLSBootstrap: true
rotateCertificates: true
tlsCipherSuites: [TLS_AES_128_GCM_SHA256]
podPidsLimit: 4096
seccompDefault: true
protectKernelDefaults: true
""",
            gives=Kubelet(
                "KubeletConfiguration/manifest.yaml",
                anonymous=True,
                authorization="AlwaysAllow",
                client_authority=True,
                read_only_port=10255,
                idle_streams_end=False,
                keeps_iptables=False,
                event_rate=5,
                serves_tls=True,
                rotates=True,
                ciphers=frozenset({"TLS_AES_128_GCM_SHA256"}),
                process_limit=4096,
                seccomp_default=True,
                own_name=False,
                protects_kernel=True,
            ),
        ),
    ],
)

ELSEWHERE = Unseen("kubeadm takes it from the configuration of the kubelet")
FLAGS = "nodeRegistration.kubeletExtraArgs"

FROM_KUBEADM = Source(
    of=Kubelet,
    each=Block("kubeadm.k8s.io/InitConfiguration", "kubeadm.k8s.io/JoinConfiguration"),
    reads={
        Kubelet.anonymous: ELSEWHERE,
        Kubelet.authorization: ELSEWHERE,
        Kubelet.client_authority: ELSEWHERE,
        Kubelet.read_only_port: ELSEWHERE,
        Kubelet.idle_streams_end: ELSEWHERE,
        Kubelet.keeps_iptables: ELSEWHERE,
        Kubelet.event_rate: ELSEWHERE,
        Kubelet.serves_tls: ELSEWHERE,
        Kubelet.rotates: ELSEWHERE,
        Kubelet.ciphers: ELSEWHERE,
        Kubelet.process_limit: ELSEWHERE,
        Kubelet.seccomp_default: ELSEWHERE,
        Kubelet.protects_kernel: ELSEWHERE,
        Kubelet.own_name: f"argument({FLAGS}, 'hostname-override') != `null` || nodeRegistration.name != `null`",
    },
    shows=[
        Shown(
            text="apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\n",
            gives=Kubelet("InitConfiguration/manifest.yaml", own_name=False),
        ),
        Shown(
            text="""
apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
nodeRegistration:
  kubeletExtraArgs: [{name: hostname-override, value: other}]
""",
            gives=Kubelet("JoinConfiguration/manifest.yaml", own_name=True),
        ),
    ],
)
