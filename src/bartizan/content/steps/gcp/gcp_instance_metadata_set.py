"""Add an SSH key to a machine."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (Instance("it", name="web", project="shop", account=frozenset({"admin"}), os_login_off=True), account("admin"))

STEP = Step(
    id="gcp-instance-metadata-set",
    title="Add an SSH key to a machine",
    technique="T1098.004",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("compute.instances.setMetadata",)),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=Instance.account,
    ),
    where=Instance.os_login_off,
    because=(
        "The machine lets in whoever holds a key that its metadata names, and its metadata server hands out "
        "tokens of its account."
    ),
    fix="Enforce OS Login, and grant compute.instances.setMetadata to pipelines only.",
    reaches=[(*able("compute.instances.setMetadata", "iam.serviceAccounts.actAs"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("compute.instances.setMetadata", "iam.serviceAccounts.actAs"),
            Instance("it", name="web", project="shop", account=frozenset(), os_login_off=True),
            account("admin"),
        ),
        (
            *able("compute.instances.setMetadata", "iam.serviceAccounts.actAs"),
            OTHER,
            Instance("it", name="web", project="other", account=frozenset({"far"}), os_login_off=True),
            account("far", "other"),
        ),
        (*able("compute.instances.setMetadata"), *HELD),
        (
            *able("compute.instances.setMetadata", "iam.serviceAccounts.actAs"),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
        (
            *able("compute.instances.setMetadata", "iam.serviceAccounts.actAs"),
            Instance("it", name="web", project="shop", account=frozenset({"admin"}), os_login_off=False),
            account("admin"),
        ),
    ],
)
