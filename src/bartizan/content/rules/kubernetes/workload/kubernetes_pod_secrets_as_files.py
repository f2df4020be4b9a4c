"""Containers get secrets as files."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-secrets-as-files",
    title="Containers get secrets as files",
    severity=Severity.LOW,
    every=Container,
    must=~Container.secrets_in_environment,
    because="The environment is passed to every child process and printed in crash reports and debug pages.",
    fix="Mount the Secret as a volume instead of env or envFrom.",
    serves=("secrets-management",),
    also=("CKV_K8S_35",),
    passes=[Container(secrets_in_environment=False)],
    fails=[Container(secrets_in_environment=True)],
)
