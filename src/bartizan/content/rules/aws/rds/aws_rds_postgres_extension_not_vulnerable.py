"""PostgreSQL of RDS and Aurora is newer than the flaw in log_fdw."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-postgres-extension-not-vulnerable",
    title="PostgreSQL of RDS and Aurora is newer than the flaw in log_fdw",
    severity=Severity.MEDIUM,
    every=Instance,
    where=Instance.engine.one_of("postgres", "aurora-postgresql"),
    must=~(
        (
            Instance.engine.equals("postgres")
            & Instance.version.matches(
                r"^(13[.][12]|12[.][2-6]|11[.]([1-9]|10|11)|10[.](1[0-6]|[1-9])|9[.]6[.]([0-9]|1[0-9]|2[01])|9[.]5[.]([0-9]|1[0-9]|2[0-5]))$"
            )
        )
        | (Instance.engine.equals("aurora-postgresql") & Instance.version.matches(r"^(11[.][6-8]|10[.]1[1-3])$"))
    ),
    because=(
        "Through the log_fdw extension of these versions a database user can read files of the host, credentials "
        "of the service among them."
    ),
    fix="Set engine_version (Terraform) or EngineVersion (CloudFormation) to a later minor version.",
    serves=("patching", "supported-versions"),
    also=("CKV_AWS_250", "CKV_AWS_388"),
    passes=[Instance(engine="postgres", version="13.3"), Instance(engine="aurora-postgresql", version="16.4")],
    fails=[Instance(engine="postgres", version="13.2"), Instance(engine="aurora-postgresql", version="11.8")],
)
