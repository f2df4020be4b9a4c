"""RDS instances run an engine in standard support."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-engine-supported",
    title="RDS instances run an engine in standard support",
    severity=Severity.MEDIUM,
    every=Instance,
    where=~Instance.member,
    must=~(
        (Instance.engine.equals("postgres") & Instance.version.matches(r"^(9|1[0-3])([.]|$)"))
        | (Instance.engine.equals("mysql") & Instance.version.matches(r"^(5[.]|8[.]0)"))
        | (Instance.engine.equals("mariadb") & Instance.version.matches(r"^10[.][0-5]([.]|$)"))
        | (Instance.engine.starts_with("oracle") & Instance.version.matches(r"^(11|12|18)[.]"))
        | (Instance.engine.starts_with("sqlserver") & Instance.version.matches(r"^(1[0-3])[.]"))
    ),
    because="Flaws found in an engine whose standard support has ended are fixed late, for a fee, or not at all.",
    fix=(
        "Set engine_version (Terraform) or EngineVersion (CloudFormation) to a major version in standard "
        "support: as of 2026, PostgreSQL 14, MySQL 8.4, MariaDB 10.6, Oracle 19, SQL Server 2017 or newer."
    ),
    serves=("supported-versions",),
    passes=[
        Instance(member=False, engine="postgres", version="16.4"),
        Instance(member=False, engine="mysql", version="8.4.3"),
        Instance(member=False, engine="mysql", version=None),
    ],
    fails=[
        Instance(member=False, engine="mysql", version="5.7.44"),
        Instance(member=False, engine="postgres", version="12"),
    ],
)
