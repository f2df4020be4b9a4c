"""Credentials of Spacelift."""

from bartizan.content.credentials.spelling import HEX64, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SPACELIFT_SECRET = Credential(
    id="secret-spacelift-secret",
    title="Spacelift API key secret",
    service="Spacelift",
    severity=Severity.CRITICAL,
    keywords=("spacelift",),
    expression=after(r"spacelift[\w-]{0,20}?(?:secret|key)", HEX64),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it, and its id, runs stacks with their cloud credentials.",
    revoke="Delete the API key in the organization settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SPACELIFT_API_KEY_SECRET=13b·46011e79c97f479b4fef428b8aeae388·20252cd21bec25f88a30372892a87",),
    ignores=(
        "SPACELIFT_API_KEY_SECRET=012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "SPACELIFT_API_KEY_SECRET=dc0·5fff540b10b16c3bbefa6f313f9ee",
    ),
)
