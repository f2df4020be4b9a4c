"""GitLab jobs do not send secrets elsewhere."""

from bartizan.content.kinds.pipelines.gitlab import GitlabJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gitlab-job-no-secrets-sent-out",
    title="GitLab jobs do not send secrets elsewhere",
    severity=Severity.HIGH,
    every=GitlabJob,
    must=~GitlabJob.sends_out,
    because="The secret leaves with the request, to wherever it leads.",
    fix="Remove the request, or sign in with id_tokens.",
    serves=(
        "restricted-egress",
        "secrets-management",
    ),
    also=("CKV_GITLABCI_1",),
    passes=[GitlabJob(sends_out=False)],
    fails=[GitlabJob(sends_out=True)],
)
