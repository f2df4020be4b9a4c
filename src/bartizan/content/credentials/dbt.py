"""Credentials of dbt."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DBT_TOKEN = Credential(
    id="secret-dbt-token",
    title="dbt Cloud service token",
    service="dbt",
    severity=Severity.HIGH,
    keywords=("dbtc_", "dbtu_"),
    expression=dashed(r"dbt[cu]_[0-9A-Za-z_-]{30,60}={0,2}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it runs jobs and reads metadata of the account.",
    revoke="Revoke it in the account settings.",
    source="https://docs.getdbt.com/docs/dbt-cloud-apis/service-tokens",
    finds=("DBT_CLOUD_TOKEN=dbtc_wGN·y8iATlJNgCl80KIpu9MxA·TGZ63a2ze44CD3mLTek",),
    ignores=(
        "DBT_CLOUD_TOKEN=dbtc_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "DBT_CLOUD_TOKEN=dbtc_tRC·94_HvHVQ5TrkWKwzs7",
    ),
)
