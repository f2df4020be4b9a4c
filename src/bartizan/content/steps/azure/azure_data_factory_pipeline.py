"""Change a pipeline of a data factory and act with its identity."""

from bartizan.content.kinds.azure.analytics import DataFactory
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-data-factory-pipeline",
    title="Change a pipeline of a data factory and act with its identity",
    technique="T1648",
    actor=Principal,
    move=Act(
        on=DataFactory,
        uses=(
            Use(
                actions=(
                    "Microsoft.DataFactory/factories/pipelines/write",
                    "Microsoft.DataFactory/factories/pipelines/createRun/action",
                )
            ),
        ),
        gains=DataFactory.identity,
    ),
    because=(
        "A web activity of a pipeline calls any address with a token of the identity of the factory, and "
        "linked services hold what else it signs in with."
    ),
    fix=("Change pipelines from a repository only, and give the identity of the factory no more than it needs."),
    weight=1.0,
    reaches=[
        (user(), role("Data Factory Contributor"), resource_group(), subscription(), *holding(DataFactory)),
        (
            user(),
            group("ann"),
            role("Data Factory Contributor", to="operators"),
            resource_group(),
            *holding(DataFactory),
        ),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(DataFactory)),
        (
            user(),
            role("Data Factory Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(DataFactory),
        ),
        (user(), role("Data Factory Contributor"), resource_group(), bare(DataFactory)),
    ],
)
