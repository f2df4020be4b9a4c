"""Azure AI Search."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class SearchService(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.search.service",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Search/searchServices/{name}",
):
    """An index of documents."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet, for every address.")
    local_keys = Flag("Keys of its own let callers in.")


FROM_TERRAFORM = Source(
    of=SearchService,
    each=Block("azurerm_search_service"),
    names=("name",),
    reads={
        SearchService.resource_group: "resource_group_name",
        SearchService.identity: Inverse(AttachedIdentity.holder),
        SearchService.tags: TAGS,
        SearchService.name: "name",
        SearchService.public: "flag(not_null(public_network_access_enabled, `true`)) && (length(not_null(allowed_ips, `[]`)) == `0` || contains(allowed_ips, '0.0.0.0/0'))",
        SearchService.local_keys: "flag(not_null(local_authentication_enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_search_service" "a" {
  name = "shop"
}
""",
            gives=SearchService(
                "azurerm_search_service.a",
                name="shop",
                public=True,
                local_keys=True,
                tags=frozenset(),
                resource_group=None,
                identity=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_search_service" "a" {
  name                          = "shop"
  public_network_access_enabled = false
  local_authentication_enabled  = false
}
""",
            gives=SearchService("azurerm_search_service.a", name="shop", public=False, local_keys=False),
        ),
    ],
)
