"""Subscribe to a topic."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Topic
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-gcp-pubsub-subscribe",
    title="Subscribe to a topic",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Topic,
        uses=(
            Use(actions=("pubsub.topics.attachSubscription",)),
            Use(
                actions=("pubsub.subscriptions.create", "pubsub.subscriptions.consume"),
                upon=Upon.NEW,
                resource="//cloudresourcemanager.googleapis.com/projects/{account}",
            ),
        ),
    ),
    because=("A subscription gets every message from then on; it may push them to an address of the attacker."),
    fix=("Grant roles/pubsub.subscriber on single topics."),
    weight=0.5,
    reaches=[
        (account("ci"), SHOP, kept(Topic, "it", project="shop"), grant("pubsub.editor")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Topic, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Topic, "it", project="shop"), grant("pubsub.publisher")),
        (account("ci"), SHOP, OTHER, kept(Topic, "it", project="shop"), grant("pubsub.editor", on="other")),
    ],
)
