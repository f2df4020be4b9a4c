"""Credentials of Buildkite."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BUILDKITE_TOKEN = Credential(
    id="secret-buildkite-token",
    title="Buildkite API token",
    service="Buildkite",
    severity=Severity.HIGH,
    keywords=("bkua_",),
    expression=token(r"bkua_[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants=("Whoever holds it starts builds, reads logs and artifacts, and changes pipelines, within its scopes."),
    revoke="Revoke it under Personal Settings, API Access Tokens.",
    source="https://buildkite.com/docs/apis/managing-api-tokens",
    finds=("BUILDKITE_TOKEN=bkua_c81·eea7ddc402361a62fd54·b1a85cb85ba307718",),
    ignores=(
        "BUILDKITE_TOKEN=bkua_012·3456789abcdef0123456·789abcdef01234567",
        "BUILDKITE_TOKEN=bkua_023·5e3256dd1b6fa93d4",
    ),
)

BUILDKITE_AGENT_TOKEN = Credential(
    id="secret-buildkite-agent-token",
    title="Buildkite agent token",
    service="Buildkite",
    severity=Severity.HIGH,
    keywords=("buildkite",),
    expression=after(r"buildkite[_-]agent[_-]token", "(?:bkct_)?[0-9A-Za-z_-]{40,60}"),
    entropy=3.3,
    check="mixed",
    grants=("Whoever holds it poses as an agent: it takes jobs, with the code and the secrets that come with them."),
    revoke="Revoke it in the settings of the cluster.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BUILDKITE_AGENT_TOKEN=JKm·ir8kHHCb1Uo4DUoa2YlGm11OZ·jNGbqHtcbzdxdidYfmRshY",),
    ignores=(
        "BUILDKITE_AGENT_TOKEN=012·3456789abcdefghijklmnopqr·stuvwxyzABCDEFGHIJKLMN",
        "BUILDKITE_AGENT_TOKEN=oh3·hqa7MPyxa8JEDfjexGMEzq",
    ),
)
