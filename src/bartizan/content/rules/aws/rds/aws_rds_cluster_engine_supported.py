"""RDS clusters run an engine in standard support."""

from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-cluster-engine-supported",
    title="RDS clusters run an engine in standard support",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=~(
        (Cluster.engine.one_of("postgres", "aurora-postgresql") & Cluster.version.matches(r"^(9|1[0-3])([.]|$)"))
        | (Cluster.engine.one_of("aurora", "aurora-mysql", "mysql") & Cluster.version.matches(r"^5[.]"))
    ),
    because="Flaws found in an engine whose standard support has ended are fixed late, for a fee, or not at all.",
    fix=(
        "Set engine_version (Terraform) or EngineVersion (CloudFormation) to a major version in standard "
        "support: as of 2026, PostgreSQL 14 or newer, Aurora MySQL 3."
    ),
    serves=("supported-versions",),
    passes=[Cluster(engine="aurora-postgresql", version="16.4"), Cluster(engine="aurora-mysql", version=None)],
    fails=[
        Cluster(engine="aurora-mysql", version="5.7.mysql_aurora.2.11.2"),
        Cluster(engine="aurora-postgresql", version="12.9"),
    ],
)
