"""Give oneself the right to subscribe to a topic."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.serverless import Topic
from bartizan.content.steps.data.scene import kept
from bartizan.content.steps.gcp.scene import OTHER, SHOP, account, grant, grant_on
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-gcp-pubsub-policy-set",
    title="Give oneself the right to subscribe to a topic",
    technique="T1098.003",
    actor=Identity,
    move=Act(on=Topic, uses=(Use(actions=("pubsub.topics.setIamPolicy",)),)),
    because=("Whoever writes the policy of a topic lets themselves attach subscriptions."),
    fix=("Keep roles/pubsub.admin with those who manage topics."),
    weight=0.6,
    reaches=[
        (account("ci"), SHOP, kept(Topic, "it", project="shop"), grant("pubsub.admin")),
        (account("ci"), SHOP, kept(Topic, "it", project="shop"), grant_on("it", "pubsub.admin")),
    ],
    blocked=[
        (
            account("ci"),
            SHOP,
            kept(Topic, "it", project="shop"),
        ),
        (account("ci"), SHOP, kept(Topic, "it", project="shop"), grant("pubsub.publisher")),
        (account("ci"), SHOP, OTHER, kept(Topic, "it", project="shop"), grant("pubsub.admin", on="other")),
    ],
)
