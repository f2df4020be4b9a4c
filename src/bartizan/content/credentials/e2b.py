"""Credentials of E2B."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

E2B_KEY = Credential(
    id="secret-e2b-key",
    title="E2B API key",
    service="E2B",
    severity=Severity.MEDIUM,
    keywords=("e2b_",),
    expression=token(r"e2b_[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it runs sandboxes at the cost of the team, and enters those that run.",
    revoke="Delete it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("E2B_API_KEY=e2b_ff2·8975dddbe59c862489a5·41826cdf04642715c",),
    ignores=(
        "E2B_API_KEY=e2b_012·3456789abcdef0123456·789abcdef01234567",
        "E2B_API_KEY=e2b_438·17f2db0225c8e77f0",
    ),
)
