"""MySQL clients cannot load files."""

from bartizan.content.kinds.gcp.sql_instance import SqlInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-sql-mysql-no-local-infile",
    title="MySQL clients cannot load files",
    severity=Severity.MEDIUM,
    every=SqlInstance,
    where=SqlInstance.version.starts_with("MYSQL"),
    must=SqlInstance.local_infile.equals("off"),
    because="A server that is taken over can ask its clients for their files.",
    fix="Set the database flag local_infile to off.",
    serves=("configuration-baseline",),
    also=(
        "CKV_GCP_50",
        "GCP-0026",
        "AVD-GCP-0026",
        "google-sql-mysql-no-local-infile",
    ),
    passes=[SqlInstance(version="MYSQL_X", local_infile="off")],
    fails=[SqlInstance(version="MYSQL_X", local_infile="on"), SqlInstance(version="MYSQL_X", local_infile=None)],
)
