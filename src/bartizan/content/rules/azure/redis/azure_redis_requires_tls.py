"""Redis speaks TLS 1.2 or later only."""

from bartizan.content.kinds.azure.redis_cache import RedisCache
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-redis-requires-tls",
    title="Redis speaks TLS 1.2 or later only",
    severity=Severity.HIGH,
    every=RedisCache,
    must=~RedisCache.plain_port & RedisCache.strong_tls,
    because="Keys and data can be read and changed on their way.",
    fix="Remove non_ssl_port_enabled and set minimum_tls_version to 1.2.",
    serves=(
        "encryption-in-transit",
        "strong-tls",
    ),
    also=(
        "CKV_AZURE_91",
        "CKV_AZURE_148",
    ),
    passes=[RedisCache(plain_port=False, strong_tls=True)],
    fails=[RedisCache(plain_port=True), RedisCache(plain_port=False, strong_tls=False)],
)
