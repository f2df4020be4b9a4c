"""Redis has no public endpoint."""

from bartizan.content.kinds.azure.redis_cache import RedisCache
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-redis-not-public",
    title="Redis has no public endpoint",
    severity=Severity.HIGH,
    every=RedisCache,
    must=~RedisCache.public,
    because="A key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false and add an azurerm_private_endpoint, or use subnet_id.",
    serves=("no-public-data",),
    also=("CKV_AZURE_89",),
    passes=[RedisCache(public=False)],
    fails=[RedisCache(public=True)],
)
