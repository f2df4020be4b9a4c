"""Tokens of pods are not extended."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-account-tokens-short",
    title="Tokens of pods are not extended",
    severity=Severity.LOW,
    every=ApiServer,
    must=~ApiServer.extends_tokens,
    because="A token that is stolen from a pod works for a year instead of an hour.",
    fix="Set --service-account-extend-token-expiration=false.",
    serves=(
        "credential-rotation",
        "workload-token-protection",
    ),
    passes=[ApiServer(extends_tokens=False)],
    fails=[ApiServer(extends_tokens=True)],
)
