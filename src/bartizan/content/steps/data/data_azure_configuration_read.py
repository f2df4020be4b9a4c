"""Read the settings of a configuration store."""

from bartizan.content.kinds.azure.integration import ConfigurationStore
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-configuration-read",
    title="Read the settings of a configuration store",
    technique="T1552",
    actor=Principal,
    move=Act(
        on=ConfigurationStore,
        uses=(Use(actions=("data:Microsoft.AppConfiguration/configurationStores/keyValues/read",)),),
    ),
    because=("A data role on the store reads all settings."),
    fix=("Assign App Configuration Data Reader to the programs that need it."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("App Configuration Data Reader"),
            resource_group(),
            bare(ConfigurationStore),
        ),
        (
            user(),
            role("App Configuration Data Reader", on="subscription"),
            subscription(),
            bare(ConfigurationStore),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(ConfigurationStore),
        ),
        (
            user(),
            role("App Configuration Data Reader", on="other"),
            resource_group("other"),
            bare(ConfigurationStore),
        ),
        (
            user(),
            resource_group(),
            bare(ConfigurationStore),
        ),
    ],
)
