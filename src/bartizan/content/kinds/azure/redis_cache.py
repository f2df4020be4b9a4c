"""Azure Cache for Redis."""

from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.content.kinds.data_store import TAGS, DataStore
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class RedisCache(
    Resource,
    DataStore,
    Endpoint,
    kind="azure.redis.cache",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Cache/redis/{name}",
):
    """Data held in memory."""

    name = Text("Its name.")
    public = Flag("It has an endpoint on the Internet.")
    plain_port = Flag("Port 6379 speaks without TLS.")
    strong_tls = Flag("Connections need TLS 1.2 or later.")
    replicated = Flag("A second node takes over when the first one fails.")
    subnets = Link(Subnet, "The subnet it was put in: then it has an address in there alone.")


FROM_TERRAFORM = Source(
    of=RedisCache,
    each=Block("azurerm_redis_cache"),
    names=("name",),
    reads={
        RedisCache.resource_group: "resource_group_name",
        RedisCache.identity: Inverse(AttachedIdentity.holder),
        RedisCache.subnets: "subnet_id",
        RedisCache.tags: TAGS,
        RedisCache.name: "name",
        RedisCache.public: "flag(not_null(public_network_access_enabled, `true`)) && subnet_id == `null`",
        RedisCache.plain_port: "flag(not_null(non_ssl_port_enabled, enable_non_ssl_port, `false`))",
        RedisCache.strong_tls: "minimum_tls_version && contains(['1.2', '1.3'], to_string(minimum_tls_version))",
        RedisCache.replicated: "sku_name != 'Basic'",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_redis_cache" "a" {
  name     = "shop"
  sku_name = "Basic"
}
""",
            gives=RedisCache(
                "azurerm_redis_cache.a",
                name="shop",
                public=True,
                plain_port=False,
                replicated=False,
                tags=frozenset(),
                resource_group=None,
                identity=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "azurerm_redis_cache" "a" {
  name                          = "shop"
  sku_name                      = "Premium"
  public_network_access_enabled = false
  non_ssl_port_enabled          = true
  minimum_tls_version           = "1.2"
}
""",
            gives=RedisCache(
                "azurerm_redis_cache.a", name="shop", public=False, plain_port=True, strong_tls=True, replicated=True
            ),
        ),
        Shown(
            text="""
resource "azurerm_subnet" "s" {
  name                 = "apps"
  virtual_network_name = "shop"
}

resource "azurerm_redis_cache" "a" {
  name      = "a"
  subnet_id = azurerm_subnet.s.id
}
""",
            gives=RedisCache("azurerm_redis_cache.a", subnets=frozenset({"azurerm_subnet.s"})),
        ),
    ],
)
