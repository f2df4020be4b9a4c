"""Records of an application."""

from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.content.kinds.aws.redshift_cluster import Workgroup
from bartizan.content.kinds.azure.cosmos_account import CosmosAccount
from bartizan.content.kinds.azure.database import DatabaseServer
from bartizan.content.kinds.azure.sql_server import SqlDatabase
from bartizan.content.kinds.gcp.bigquery import Dataset
from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.sensitivity import Kept, Sensitivity

CLASS = Sensitivity(
    id="records",
    title="Records of an application",
    lesser=True,
    kept=(
        Kept(by=Database),
        Kept(by=DatabaseServer),
        Kept(by=Table),
        Kept(by=Domain),
        Kept(by=Workgroup),
        Kept(by=CosmosAccount),
        Kept(by=SqlDatabase),
        Kept(by=Dataset),
        Kept(by=SqlInstance),
    ),
    weight=0.5,
    because="What an application keeps in a database is what it is there for, whatever that is.",
)
"""Caches and queues are left out: what passes through them is kept somewhere else."""
