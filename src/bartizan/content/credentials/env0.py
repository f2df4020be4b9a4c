"""Credentials of env0."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ENV0_SECRET = Credential(
    id="secret-env0-secret",
    title="env0 API secret",
    service="env0",
    severity=Severity.CRITICAL,
    keywords=("env0",),
    expression=keyed("env0", "[0-9A-Za-z_-]{32}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it, and its key, deploys environments with their cloud credentials.",
    revoke="Delete the API key in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ENV0_API_SECRET=HR7·E88m2lW8IMv4KvhuRAQHANBrUh8Yc",),
    ignores=(
        "ENV0_API_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "ENV0_API_SECRET=hh8·sirFmDQ7ksGCR",
        "etag: 51O·kuS1y7XxgjRSU25SqdZkZlxYBZLcB",
    ),
)
