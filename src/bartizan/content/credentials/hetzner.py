"""Credentials of Hetzner."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HETZNER_TOKEN = Credential(
    id="secret-hetzner-token",
    title="Hetzner Cloud API token",
    service="Hetzner",
    severity=Severity.CRITICAL,
    keywords=("hcloud", "hetzner"),
    expression=keyed("(?:hcloud|hetzner)", "[0-9A-Za-z]{64}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it creates, reads and destroys the machines of the project.",
    revoke="Delete it in the security settings of the project.",
    source="https://docs.hetzner.cloud/",
    finds=("HCLOUD_TOKEN=9sL·lk6Ibd6Yc7m9KvnNorpAT6pLcrM7vLMS·otiOIP4rJUANHVT3atJi9LrXlXd9U",),
    ignores=(
        "HCLOUD_TOKEN=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "HCLOUD_TOKEN=ecG·37JtecOTXvU5fv7a0ZdY44RwTayBh",
        "etag: W0J·4gYjeYinqOiIKgWzoVBbofQzFJamUzEo·5MOlrPWBIDPMlrIVs79PHeY08mw04",
    ),
)
