"""Load balancers offer strong TLS only."""

from bartizan.content.kinds.gcp.load_balancer import SslPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-load-balancer-strong-tls",
    title="Load balancers offer strong TLS only",
    severity=Severity.MEDIUM,
    every=SslPolicy,
    must=SslPolicy.version.one_of("TLS_1_2", "TLS_1_3")
    & SslPolicy.profile.one_of("MODERN", "RESTRICTED", "FIPS_202205"),
    because="Old versions and ciphers can be broken by who listens in.",
    fix="Set min_tls_version to TLS_1_2 and profile to MODERN or RESTRICTED.",
    serves=("strong-tls",),
    also=(
        "CKV_GCP_4",
        "GCP-0039",
        "AVD-GCP-0039",
        "google-compute-use-secure-tls-policy",
    ),
    passes=[SslPolicy(version="TLS_1_2", profile="MODERN")],
    fails=[SslPolicy(version="TLS_1_0", profile="MODERN"), SslPolicy(version="TLS_1_2", profile="COMPATIBLE")],
)
