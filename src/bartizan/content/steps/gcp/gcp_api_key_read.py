"""Read an API key."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.project import ApiKey
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Use

IT = ApiKey("it", name="it", project="shop")

STEP = Step(
    id="gcp-api-key-read",
    title="Read an API key",
    technique="T1552",
    references=("GCP-IAM-Privilege-Escalation serviceusage.apiKeys.list",),
    actor=Identity,
    move=Act(
        on=ApiKey,
        uses=(Use(actions=("apikeys.keys.getKeyString",)),),
    ),
    because="Whoever has the key calls all that it is good for, in the name of the project.",
    fix="Keep apikeys.keys.getKeyString with few, and restrict keys to single interfaces and callers.",
    weight=2.0,
    reaches=[(account("ci"), SHOP, IT, grant("serviceusage.apiKeysAdmin"))],
    blocked=[
        (account("ci"), SHOP, IT, grant("serviceusage.serviceUsageViewer")),
        (account("ci"), SHOP, OTHER, IT, grant("serviceusage.apiKeysAdmin", on="other")),
    ],
)
