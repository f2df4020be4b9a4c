"""Redis has a second node."""

from bartizan.content.kinds.azure.redis_cache import RedisCache
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-redis-replicated",
    title="Redis has a second node",
    severity=Severity.LOW,
    every=RedisCache,
    must=RedisCache.replicated,
    because="When the only node is replaced, all data in it is lost.",
    fix="Set sku_name to Standard or Premium.",
    serves=("high-availability",),
    also=("CKV_AZURE_230",),
    passes=[RedisCache(replicated=True)],
    fails=[RedisCache(replicated=False)],
)
