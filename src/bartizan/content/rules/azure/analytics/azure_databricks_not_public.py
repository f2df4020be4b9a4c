"""Databricks has no public endpoint and no public machines."""

from bartizan.content.kinds.azure.analytics import Databricks
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-databricks-not-public",
    title="Databricks has no public endpoint and no public machines",
    severity=Severity.MEDIUM,
    every=Databricks,
    must=~(Databricks.public | Databricks.clusters_public),
    because="A token that leaks is then good from every address, and machines can be reached from there.",
    fix="Set public_network_access_enabled to false, and custom_parameters.no_public_ip to true.",
    serves=("no-public-service",),
    also=("CKV_AZURE_158",),
    passes=[Databricks(public=False, clusters_public=False)],
    fails=[Databricks(public=True, clusters_public=False), Databricks(public=False, clusters_public=True)],
)
