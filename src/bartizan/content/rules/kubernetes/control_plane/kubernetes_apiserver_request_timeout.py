"""Requests to the API server end."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-request-timeout",
    title="Requests to the API server end",
    severity=Severity.LOW,
    every=ApiServer,
    must=~ApiServer.request_timeout.is_set()
    | ApiServer.request_timeout.matches("^([1-9][0-9]?|[12][0-9][0-9]|300)s$|^[1-5]m(0s)?$"),
    because="Requests that never end use up the connections of the server.",
    fix="Remove --request-timeout, or set it to 300s or less.",
    serves=("denial-of-service-protection",),
    also=("CKV_K8S_95",),
    passes=[ApiServer(request_timeout=None)],
    fails=[ApiServer(request_timeout="3600s")],
)
