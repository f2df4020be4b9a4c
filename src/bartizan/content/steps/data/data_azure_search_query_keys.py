"""Read the query keys of a search service."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.search_service import SearchService
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-search-query-keys",
    title="Read the query keys of a search service",
    technique="T1552",
    actor=Principal,
    move=Act(on=SearchService, uses=(Use(actions=("Microsoft.Search/searchServices/listQueryKeys/action",)),)),
    where=SearchService.local_keys,
    because=("A query key reads every document of the indexes."),
    fix=("Turn keys off and assign data roles for single indexes."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Search Service Contributor"),
            resource_group(),
            bare(SearchService, local_keys=True),
        ),
        (
            user(),
            role("Search Service Contributor", on="subscription"),
            subscription(),
            bare(SearchService, local_keys=True),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(SearchService, local_keys=True),
        ),
        (
            user(),
            role("Search Service Contributor", on="other"),
            resource_group("other"),
            bare(SearchService, local_keys=True),
        ),
        (
            user(),
            resource_group(),
            bare(SearchService, local_keys=True),
        ),
        (user(), role("Search Service Contributor"), resource_group(), bare(SearchService, local_keys=False)),
    ],
)
