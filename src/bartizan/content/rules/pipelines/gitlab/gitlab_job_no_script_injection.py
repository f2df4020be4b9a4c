"""Text of strangers is not run by GitLab jobs."""

from bartizan.content.kinds.pipelines.gitlab import GitlabJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gitlab-job-no-script-injection",
    title="Text of strangers is not run by GitLab jobs",
    severity=Severity.HIGH,
    every=GitlabJob,
    must=~GitlabJob.injects,
    because="A title or branch name with a command in it is run, with the secrets of the job.",
    fix="Use the variable in quotes as a value, never in eval or sh -c.",
    serves=("no-untrusted-code-in-pipeline",),
    passes=[GitlabJob(injects=False)],
    fails=[GitlabJob(injects=True)],
)
