"""Add an SSH key to all machines of a project."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (
    Instance("it", name="web", project="shop", account=frozenset({"admin"}), blocks_project_keys=False),
    account("admin"),
)

STEP = Step(
    id="gcp-project-metadata-set",
    title="Add an SSH key to all machines of a project",
    technique="T1098.004",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(
                actions=("compute.projects.setCommonInstanceMetadata",),
                resource="//cloudresourcemanager.googleapis.com/projects/{account}",
            ),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=Instance.account,
    ),
    where=~Instance.blocks_project_keys,
    because=(
        "Machines let in whoever holds a key that the metadata of the project names, unless they are told not to."
    ),
    fix=(
        "Set block-project-ssh-keys or enforce OS Login, and keep compute.projects.setCommonInstanceMetadata with"
        " administrators."
    ),
    reaches=[(*able("compute.projects.setCommonInstanceMetadata", "iam.serviceAccounts.actAs"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("compute.projects.setCommonInstanceMetadata", "iam.serviceAccounts.actAs"),
            Instance("it", name="web", project="shop", account=frozenset(), blocks_project_keys=False),
            account("admin"),
        ),
        (
            *able("compute.projects.setCommonInstanceMetadata", "iam.serviceAccounts.actAs"),
            OTHER,
            Instance("it", name="web", project="other", account=frozenset({"far"}), blocks_project_keys=False),
            account("far", "other"),
        ),
        (*able("compute.projects.setCommonInstanceMetadata"), *HELD),
        (
            *able("compute.projects.setCommonInstanceMetadata", "iam.serviceAccounts.actAs"),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
        (
            *able("compute.projects.setCommonInstanceMetadata", "iam.serviceAccounts.actAs"),
            Instance("it", name="web", project="shop", account=frozenset({"admin"}), blocks_project_keys=True),
            account("admin"),
        ),
    ],
)
