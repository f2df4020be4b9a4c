"""Caches of REST APIs are encrypted."""

from bartizan.content.kinds.aws.apigateway_rest import MethodSettings
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-stage-cache-encrypted",
    title="Caches of REST APIs are encrypted",
    severity=Severity.MEDIUM,
    every=MethodSettings,
    where=MethodSettings.cached,
    must=MethodSettings.cache_encrypted,
    because="Answers with the data of callers lie in the cache in the clear.",
    fix="Set cache_data_encrypted (CacheDataEncrypted) to true.",
    serves=("encryption-at-rest",),
    also=(
        "CKV_AWS_308",
        "AWS-0002",
        "AVD-AWS-0002",
        "aws-apigateway-enable-cache-encryption",
        "AWS-0110",
        "AVD-AWS-0110",
        "aws-sam-enable-api-cache-encryption",
    ),
    passes=[MethodSettings(cached=True, cache_encrypted=True)],
    fails=[MethodSettings(cached=True, cache_encrypted=False)],
)
