"""Read the documents of a search service."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.search_service import SearchService
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-search-read",
    title="Read the documents of a search service",
    technique="T1530",
    actor=Principal,
    move=Act(on=SearchService, uses=(Use(actions=("data:Microsoft.Search/searchServices/indexes/documents/read",)),)),
    because=("A data role on the service reads every document of its indexes."),
    fix=("Assign data roles for single indexes, to the programs that need them."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Search Index Data Reader"),
            resource_group(),
            bare(SearchService),
        ),
        (
            user(),
            role("Search Index Data Reader", on="subscription"),
            subscription(),
            bare(SearchService),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(SearchService),
        ),
        (
            user(),
            role("Search Index Data Reader", on="other"),
            resource_group("other"),
            bare(SearchService),
        ),
        (
            user(),
            resource_group(),
            bare(SearchService),
        ),
    ],
)
