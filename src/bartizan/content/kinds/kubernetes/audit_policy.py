"""Audit policies of a cluster."""

from bartizan.core.kind import Asset, Flag
from bartizan.core.source import Block, Shown, Source


class AuditPolicy(Asset, kind="kubernetes.audit-policy"):
    """Says which requests to the API server are logged, and how fully."""

    drops_all = Flag("A rule that is about everything logs nothing.")
    drops_secrets = Flag("A rule that names secrets, for everybody, logs nothing.")


FROM_CONFIGURATION = Source(
    of=AuditPolicy,
    each=Block("audit.k8s.io/Policy"),
    reads={
        AuditPolicy.drops_all: (
            "length(not_null(rules, `[]`)[?level == 'None' && !resources && !nonResourceURLs && !users && "
            "!userGroups && !verbs && !namespaces]) > `0`"
        ),
        AuditPolicy.drops_secrets: (
            "length(not_null(rules, `[]`)[?level == 'None' && !users && !userGroups && !verbs && "
            "contains(not_null(resources[].resources[], `[]`), 'secrets')]) > `0`"
        ),
    },
    shows=[
        Shown(
            text="apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: Metadata}]\n",
            gives=AuditPolicy("Policy/manifest.yaml", drops_all=False, drops_secrets=False),
        ),
        Shown(
            text="""
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - {level: None, resources: [{group: "", resources: [secrets]}]}
  - {level: None}
""",
            gives=AuditPolicy("Policy/manifest.yaml", drops_all=True, drops_secrets=True),
        ),
    ],
)
