"""The API server of a cluster."""

from bartizan.core.kind import Asset, Flag, Many, Number, Text
from bartizan.core.source import Block, Shown, Source


class ApiServer(Asset, kind="kubernetes.api-server"):
    """The API server of a cluster, as its static pod starts it."""

    anonymous = Flag("Callers without credentials are let in, as system:anonymous.")
    static_credentials = Flag("Tokens or passwords are read from a file.")
    plugins = Many("Admission plug-ins that are switched on besides the default ones.")
    plugins_off = Many("Admission plug-ins that are switched off.")
    proves_itself_to_kubelets = Flag("It has a client certificate for kubelets.")
    verifies_kubelets = Flag("It checks the certificates of kubelets.")
    authorization = Many("Modes of authorisation, in order.")
    profiling = Flag("Its profile can be read over the network.")
    audited = Flag("Requests are logged by a policy.")
    audit_days = Number("Days an audit log file is kept.")
    audit_files = Number("Old audit log files that are kept.")
    audit_megabytes = Number("Megabytes after which an audit log file is changed.")
    looks_up_accounts = Flag("Tokens of accounts that are gone are refused.")
    account_key = Flag("Tokens of accounts are checked with a key of their own.")
    proves_itself_to_etcd = Flag("It has a client certificate for etcd, and checks the one of etcd.")
    serves_tls = Flag("It has a certificate and key of its own to serve with.")
    client_authority = Flag("Client certificates are checked.")
    encrypts = Flag("A configuration of encryption at rest is given.")
    ciphers = Many("TLS cipher suites that are offered; empty for the default ones of the Go language.")
    request_timeout = Text("How long a request may take.")
    extends_tokens = Flag("Tokens of pods that are not renewed stay good for a year.")
    tls_version = Text("The lowest TLS version offered.")


ARGUMENTS = "[command, args][]"

FROM_STATIC_POD = Source(
    of=ApiServer,
    each=Block(
        "Pod", each="spec.containers[?name=='kube-apiserver' || ends_with(not_null(command[0], ''), 'kube-apiserver')]"
    ),
    reads={
        ApiServer.anonymous: f"flag(not_null(argument({ARGUMENTS}, 'anonymous-auth'), 'true'))",
        ApiServer.static_credentials: f"argument({ARGUMENTS}, 'token-auth-file') != `null` || argument({ARGUMENTS}, 'basic-auth-file') != `null`",
        ApiServer.plugins: f"split(not_null(argument({ARGUMENTS}, 'enable-admission-plugins'), ''), ',')",
        ApiServer.plugins_off: f"split(not_null(argument({ARGUMENTS}, 'disable-admission-plugins'), ''), ',')",
        ApiServer.proves_itself_to_kubelets: f"argument({ARGUMENTS}, 'kubelet-client-certificate') != `null` && argument({ARGUMENTS}, 'kubelet-client-key') != `null`",
        ApiServer.verifies_kubelets: f"argument({ARGUMENTS}, 'kubelet-certificate-authority') != `null`",
        ApiServer.authorization: f"split(not_null(argument({ARGUMENTS}, 'authorization-mode'), 'AlwaysAllow'), ',')",
        ApiServer.profiling: f"flag(not_null(argument({ARGUMENTS}, 'profiling'), 'true'))",
        ApiServer.audited: f"argument({ARGUMENTS}, 'audit-log-path') != `null` && argument({ARGUMENTS}, 'audit-policy-file') != `null`",
        ApiServer.audit_days: f"to_number(argument({ARGUMENTS}, 'audit-log-maxage'))",
        ApiServer.audit_files: f"to_number(argument({ARGUMENTS}, 'audit-log-maxbackup'))",
        ApiServer.audit_megabytes: f"to_number(argument({ARGUMENTS}, 'audit-log-maxsize'))",
        ApiServer.looks_up_accounts: f"flag(not_null(argument({ARGUMENTS}, 'service-account-lookup'), 'true'))",
        ApiServer.account_key: f"argument({ARGUMENTS}, 'service-account-key-file') != `null`",
        ApiServer.proves_itself_to_etcd: f"argument({ARGUMENTS}, 'etcd-certfile') != `null` && argument({ARGUMENTS}, 'etcd-keyfile') != `null` && argument({ARGUMENTS}, 'etcd-cafile') != `null`",
        ApiServer.serves_tls: f"argument({ARGUMENTS}, 'tls-cert-file') != `null` && argument({ARGUMENTS}, 'tls-private-key-file') != `null`",
        ApiServer.client_authority: f"argument({ARGUMENTS}, 'client-ca-file') != `null`",
        ApiServer.encrypts: f"argument({ARGUMENTS}, 'encryption-provider-config') != `null`",
        ApiServer.ciphers: f"split(not_null(argument({ARGUMENTS}, 'tls-cipher-suites'), ''), ',')",
        ApiServer.request_timeout: f"argument({ARGUMENTS}, 'request-timeout')",
        ApiServer.extends_tokens: f"flag(not_null(argument({ARGUMENTS}, 'service-account-extend-token-expiration'), 'true'))",
        ApiServer.tls_version: f"not_null(argument({ARGUMENTS}, 'tls-min-version'), 'VersionTLS12')",
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.33.0
      command:
        - kube-apiserver
""",
            gives=ApiServer(
                "kube-system/Pod/kube-apiserver/spec/containers/0",
                anonymous=True,
                static_credentials=False,
                proves_itself_to_kubelets=False,
                verifies_kubelets=False,
                authorization=frozenset({"AlwaysAllow"}),
                profiling=True,
                audited=False,
                audit_days=None,
                audit_files=None,
                audit_megabytes=None,
                looks_up_accounts=True,
                account_key=False,
                proves_itself_to_etcd=False,
                serves_tls=False,
                client_authority=False,
                encrypts=False,
                request_timeout=None,
                extends_tokens=True,
                tls_version="VersionTLS12",
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.33.0
      command:
        - kube-apiserver
        - --anonymous-auth=false
        - --token-auth-file=/t
        - --enable-admission-plugins=NodeRestriction,EventRateLimit
        - --disable-admission-plugins=ServiceAccount
        - --kubelet-client-certificate=/c
        - --kubelet-client-key=/k
        - --kubelet-certificate-authority=/a
        - --authorization-mode=Node,RBAC
        - --profiling=false
        - --audit-log-path=/l
        - --audit-policy-file=/p
        - --audit-log-maxage=30
        - --audit-log-maxbackup=10
        - --audit-log-maxsize=100
        - --service-account-lookup=false
        - --service-account-key-file=/s
        - --etcd-certfile=/c
        - --etcd-keyfile=/k
        - --etcd-cafile=/a
        - --tls-cert-file=/c
        - --tls-private-key-file=/k
        - --client-ca-file=/a
        - --encryption-provider-config=/e
        - --tls-cipher-suites=TLS_AES_128_GCM_SHA256
        - --request-timeout=60s
        - --service-account-extend-token-expiration=false
        - --tls-min-version=VersionTLS13
""",
            gives=ApiServer(
                "kube-system/Pod/kube-apiserver/spec/containers/0",
                anonymous=False,
                static_credentials=True,
                plugins=frozenset({"EventRateLimit", "NodeRestriction"}),
                plugins_off=frozenset({"ServiceAccount"}),
                proves_itself_to_kubelets=True,
                verifies_kubelets=True,
                authorization=frozenset({"Node", "RBAC"}),
                profiling=False,
                audited=True,
                audit_days=30,
                audit_files=10,
                audit_megabytes=100,
                looks_up_accounts=False,
                account_key=True,
                proves_itself_to_etcd=True,
                serves_tls=True,
                client_authority=True,
                encrypts=True,
                ciphers=frozenset({"TLS_AES_128_GCM_SHA256"}),
                request_timeout="60s",
                extends_tokens=False,
                tls_version="VersionTLS13",
            ),
        ),
    ],
)
