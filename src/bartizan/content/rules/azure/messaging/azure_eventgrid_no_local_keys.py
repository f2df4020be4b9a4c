"""Event topics do not accept keys."""

from bartizan.content.kinds.azure.messaging import EventTopic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-eventgrid-no-local-keys",
    title="Event topics do not accept keys",
    severity=Severity.LOW,
    every=EventTopic,
    must=~EventTopic.local_keys,
    because="A key has no owner and stays good until somebody changes it; nobody can tell who used it.",
    fix="Set local_auth_enabled to false and give roles to identities.",
    serves=("strong-authentication",),
    also=(
        "CKV_AZURE_191",
        "CKV_AZURE_192",
        "CKV_AZURE_194",
        "CKV_AZURE_195",
    ),
    passes=[EventTopic(local_keys=False)],
    fails=[EventTopic(local_keys=True)],
)
