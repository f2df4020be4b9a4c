"""Parameter groups of DocumentDB switch the audit log on."""

from bartizan.content.kinds.aws.docdb_parameter_group import ParameterGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-parameters-audit",
    title="Parameter groups of DocumentDB switch the audit log on",
    severity=Severity.LOW,
    every=ParameterGroup,
    must=ParameterGroup.audited,
    because="Without an audit log nobody can tell who signed in and what was read or changed.",
    fix="Set the parameter audit_logs to enabled, or to the kinds of events wanted.",
    serves=("data-access-logging",),
    also=("CKV_AWS_104",),
    passes=[ParameterGroup(audited=True)],
    fails=[ParameterGroup(audited=False)],
)
