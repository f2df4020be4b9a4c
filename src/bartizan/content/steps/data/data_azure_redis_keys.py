"""Read the keys of a cache."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.redis_cache import RedisCache
from bartizan.content.steps.azure.scene import bare, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-azure-redis-keys",
    title="Read the keys of a cache",
    technique="T1552",
    actor=Principal,
    move=Act(on=RedisCache, uses=(Use(actions=("Microsoft.Cache/redis/listKeys/action",)),)),
    because=("A key of the cache reads and changes all that is held in it."),
    fix=("Sign in by Entra ID, and turn access keys off."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Redis Cache Contributor"),
            resource_group(),
            bare(RedisCache),
        ),
        (
            user(),
            role("Redis Cache Contributor", on="subscription"),
            subscription(),
            bare(RedisCache),
        ),
    ],
    blocked=[
        (
            user(),
            role("Reader"),
            resource_group(),
            bare(RedisCache),
        ),
        (
            user(),
            role("Redis Cache Contributor", on="other"),
            resource_group("other"),
            bare(RedisCache),
        ),
        (
            user(),
            resource_group(),
            bare(RedisCache),
        ),
    ],
)
