"""Read the password of the admin user of a registry."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-registry-credentials",
    title="Read the password of the admin user of a registry",
    technique="T1552",
    actor=Principal,
    move=Act(on=Registry, uses=(Use(actions=("Microsoft.ContainerRegistry/registries/listCredentials/action",)),)),
    where=Registry.admin_user,
    because=("The admin user pulls and pushes everything."),
    fix=("Turn the admin user off."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Contributor"),
            resource_group(),
            bare(Registry, admin_user=True),
        ),
        (
            user(),
            role("Contributor", on="subscription"),
            subscription(),
            bare(Registry, admin_user=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(Registry, admin_user=True),
        ),
        (
            user(),
            role("Contributor", on="other"),
            resource_group("other"),
            bare(Registry, admin_user=True),
        ),
        (
            user(),
            resource_group(),
            bare(Registry, admin_user=True),
        ),
        (user(), role("Contributor"), resource_group(), bare(Registry, admin_user=False)),
    ],
)
