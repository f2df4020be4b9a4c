"""Parameter groups of Redshift refuse connections without TLS."""

from bartizan.content.kinds.aws.redshift_cluster import ParameterGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-parameters-require-tls",
    title="Parameter groups of Redshift refuse connections without TLS",
    severity=Severity.MEDIUM,
    every=ParameterGroup,
    must=ParameterGroup.tls_required,
    because=(
        "Without it passwords and data cross the network in the clear, and whoever is on the way can read and "
        "change them."
    ),
    fix="Set the parameter require_ssl to true.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_105",),
    passes=[ParameterGroup(tls_required=True)],
    fails=[ParameterGroup(tls_required=False)],
)
