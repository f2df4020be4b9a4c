"""The API server offers strong TLS only."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-strong-tls",
    title="The API server offers strong TLS only",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=ApiServer.tls_version.one_of("VersionTLS12", "VersionTLS13")
    & ~ApiServer.ciphers.has_match(r"(?i)(_RC4_|_3DES_|_CBC_SHA|^TLS_RSA_)"),
    because="Old versions and cipher suites can be broken by who listens in.",
    fix="Set --tls-min-version=VersionTLS12 and name suites with forward secrecy in --tls-cipher-suites.",
    serves=(
        "strong-tls",
        "api-server-hardening",
    ),
    also=("CKV_K8S_105",),
    passes=[ApiServer(tls_version="VersionTLS12", ciphers=frozenset())],
    fails=[ApiServer(tls_version="VersionTLS10", ciphers=frozenset())],
)
