"""Credentials of Elastic."""

from bartizan.content.credentials.spelling import after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ELASTIC_CLOUD_KEY = Credential(
    id="secret-elastic-cloud-key",
    title="Elastic Cloud API key",
    service="Elastic",
    severity=Severity.CRITICAL,
    keywords=("essu_",),
    expression=dashed(r"essu_[0-9A-Za-z+/]{60,120}={0,2}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it manages the deployments of the organisation.",
    revoke="Revoke it under Organization, API keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("EC_API_KEY=essu_EPQ·mIilSouRuXgqsvRRrhySXPacoQkY1xVNesW4·nDzgcgHF35/TA06ApTCbf51wk+mreNndF",),
    ignores=(
        "EC_API_KEY=essu_012·3456789abcdefghijklmnopqrstuvwxyzABC·DEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        "EC_API_KEY=essu_zBB·rjgXw8JVrsE3TKj3Ve·/aviUd4dTnLxEkx",
    ),
)

ELASTIC_KEY = Credential(
    id="secret-elastic-key",
    title="Elasticsearch API key",
    service="Elastic",
    severity=Severity.HIGH,
    keywords=("elastic", "es_api", "apikey "),
    expression=after(
        r"authorization[\"']?\s{0,3}:\s{0,3}[\"']?apikey|(?:elastic"
        r"(?:search)?|es)[_-][\w-]{0,12}?api[_-]?key",
        "[0-9A-Za-z+/_-]{56,80}={0,2}",
    ),
    entropy=3.8,
    check="basic",
    grants="Whoever holds it and reaches the cluster reads or changes its indexes as the key allows.",
    revoke="Invalidate it with the API key interface.",
    source="https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys",
    finds=("Authorization: ApiKey eHdHU·jAyRjRSb3RpSXA2ZmVvY0o6Z25vamlWQ29KV1R2WDA4TjZXaVlHeA==",),
    ignores=(
        "Authorization: Api·Key xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "Authorization: ApiKey MjVMR·VNWMzFwTEs5M0VHT1QyUUk6V",
    ),
)
