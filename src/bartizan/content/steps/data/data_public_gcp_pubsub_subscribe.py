"""Subscribe to a topic that is granted to everyone."""

from bartizan.content.kinds.gcp.serverless import Topic
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, everyone, kept
from bartizan.content.steps.gcp.scene import SHOP, account, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-gcp-pubsub-subscribe",
    title="Subscribe to a topic that is granted to everyone",
    technique="T1537",
    actor=Internet,
    move=Act(on=Topic, uses=(Use(actions=("pubsub.topics.attachSubscription",)),)),
    because=("Every Google account attaches a subscription of its own project and gets every message."),
    fix=(
        "Take allUsers and allAuthenticatedUsers out of the grants, and forbid them by the organisation "
        "policy of domain-restricted sharing."
    ),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Topic, "it", project="shop"), SHOP, everyone("pubsub.subscriber")),
        (INTERNET, kept(Topic, "it", project="shop"), SHOP, everyone("pubsub.subscriber", "allAuthenticatedUsers")),
    ],
    blocked=[
        (INTERNET, kept(Topic, "it", project="shop"), SHOP),
        (INTERNET, kept(Topic, "it", project="shop"), SHOP, everyone("pubsub.publisher")),
        (INTERNET, kept(Topic, "it", project="shop"), SHOP, account("ci"), grant_on("it", "pubsub.subscriber")),
    ],
)
