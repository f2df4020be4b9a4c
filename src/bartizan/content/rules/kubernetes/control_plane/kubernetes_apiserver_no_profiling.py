"""The API server shows no profile."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-no-profiling",
    title="The API server shows no profile",
    severity=Severity.LOW,
    every=ApiServer,
    must=~ApiServer.profiling,
    because="A profile tells about the inside of the server, and making one costs it time.",
    fix="Set --profiling=false.",
    serves=(
        "api-server-hardening",
        "configuration-baseline",
    ),
    also=(
        "CKV_K8S_90",
        "KCV-0018",
        "AVD-KCV-0018",
        "KCV0018",
        "kubernetes-ensure-profiling-argument-is-set-to-false",
        "KCV-0040",
        "AVD-KCV-0040",
        "KCV0040",
    ),
    passes=[ApiServer(profiling=False)],
    fails=[ApiServer(profiling=True)],
)
