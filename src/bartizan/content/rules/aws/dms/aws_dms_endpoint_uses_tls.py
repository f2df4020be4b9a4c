"""DMS speaks TLS with databases."""

from bartizan.content.kinds.aws.dms_instance import Endpoint
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dms-endpoint-uses-tls",
    title="DMS speaks TLS with databases",
    severity=Severity.MEDIUM,
    every=Endpoint,
    where=Endpoint.engine.one_of(
        "aurora",
        "aurora-postgresql",
        "aurora-postgresql-serverless",
        "aurora-serverless",
        "db2",
        "docdb",
        "mariadb",
        "mongodb",
        "mysql",
        "oracle",
        "postgres",
        "sqlserver",
        "sybase",
    ),
    must=~Endpoint.tls.equals("none"),
    because=(
        "The whole content of the database crosses the network in the clear, and whoever is on the way can read "
        "and change it."
    ),
    fix="Set ssl_mode (Terraform) or SslMode (CloudFormation) to require, verify-ca or verify-full.",
    serves=("encryption-in-transit",),
    also=("CKV2_AWS_49",),
    passes=[Endpoint(engine="postgres", tls="verify-full")],
    fails=[Endpoint(engine="mysql", tls="none")],
)
