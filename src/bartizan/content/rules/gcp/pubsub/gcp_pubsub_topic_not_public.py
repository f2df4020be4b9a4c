"""Topics are not open to everyone."""

from bartizan.content.kinds.gcp.serverless import Topic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-pubsub-topic-not-public",
    title="Topics are not open to everyone",
    severity=Severity.HIGH,
    every=Topic,
    must=~Topic.public,
    because="Everyone can read messages, or publish some that your services trust.",
    fix="Remove allUsers and allAuthenticatedUsers from the grants.",
    serves=(
        "no-public-data",
        "no-anonymous-access",
    ),
    also=("CKV_GCP_99",),
    passes=[Topic(public=False)],
    fails=[Topic(public=True)],
)
