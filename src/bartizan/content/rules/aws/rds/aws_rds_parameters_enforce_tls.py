"""Parameter groups of RDS refuse connections without TLS."""

from bartizan.content.kinds.aws.rds_parameter_group import ParameterGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-parameters-enforce-tls",
    title="Parameter groups of RDS refuse connections without TLS",
    severity=Severity.MEDIUM,
    every=ParameterGroup,
    where=ParameterGroup.family.matches(r"^(mysql|mariadb|postgres|sqlserver)")
    | (ParameterGroup.clustered & ParameterGroup.family.starts_with("aurora-")),
    must=ParameterGroup.tls_required,
    because=(
        "Clients that do not ask for TLS send passwords and data in the clear, and whoever is on the way can "
        "read and change them."
    ),
    fix=(
        "Set the parameter rds.force_ssl to 1 (PostgreSQL, SQL Server) or require_secure_transport to ON (MySQL, "
        "MariaDB)."
    ),
    serves=("encryption-in-transit",),
    also=("CKV2_AWS_69",),
    passes=[ParameterGroup(family="postgres14", tls_required=True)],
    fails=[ParameterGroup(clustered=True, family="aurora-mysql8.0", tls_required=False)],
)
