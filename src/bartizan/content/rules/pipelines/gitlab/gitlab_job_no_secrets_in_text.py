"""GitLab jobs hold no secrets."""

from bartizan.content.kinds.pipelines.gitlab import GitlabJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gitlab-job-no-secrets-in-text",
    title="GitLab jobs hold no secrets",
    severity=Severity.HIGH,
    every=GitlabJob,
    must=~GitlabJob.literal_secrets,
    because="Whoever can read the repository has the secret.",
    fix="Use a masked and protected CI/CD variable, or id_tokens.",
    serves=("secrets-not-in-code",),
    passes=[GitlabJob(literal_secrets=False)],
    fails=[GitlabJob(literal_secrets=True)],
)
