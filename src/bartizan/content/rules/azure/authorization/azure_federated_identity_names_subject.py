"""Trust in GitHub names a repository and a branch or environment."""

from bartizan.content.kinds.azure.authorization_role import FederatedCredential
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-federated-identity-names-subject",
    title="Trust in GitHub names a repository and a branch or environment",
    severity=Severity.HIGH,
    every=FederatedCredential,
    where=FederatedCredential.issuer.contains("token.actions.githubusercontent.com"),
    must=FederatedCredential.subject.matches(r"^repo:[^*/]+/[^*:]+:(ref:refs/(heads|tags)/[^*]+|environment:[^*]+)$"),
    because="Every branch, pull request or even repository that fits the subject gets the rights of the identity.",
    fix="Set subject to repo:<owner>/<repository>:ref:refs/heads/<branch> or :environment:<environment>.",
    serves=(
        "no-wildcard-trust",
        "pipeline-least-privilege",
    ),
    also=("CKV_AZURE_249",),
    passes=[
        FederatedCredential(
            issuer="https://token.actions.githubusercontent.com", subject="repo:shop/web:environment:live"
        )
    ],
    fails=[
        FederatedCredential(issuer="https://token.actions.githubusercontent.com", subject="repo:shop/web:pull_request"),
        FederatedCredential(issuer="https://token.actions.githubusercontent.com", subject="repo:shop/*"),
    ],
)
