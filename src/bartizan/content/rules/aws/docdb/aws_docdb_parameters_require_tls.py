"""Parameter groups of DocumentDB leave TLS on."""

from bartizan.content.kinds.aws.docdb_parameter_group import ParameterGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-parameters-require-tls",
    title="Parameter groups of DocumentDB leave TLS on",
    severity=Severity.HIGH,
    every=ParameterGroup,
    must=ParameterGroup.tls_required,
    because=(
        "Without it passwords and data cross the network in the clear, and whoever is on the way can read and "
        "change them."
    ),
    fix="Remove the parameter tls, or set it to enabled or better tls1.2+.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_90",),
    passes=[ParameterGroup(tls_required=True)],
    fails=[ParameterGroup(tls_required=False)],
)
