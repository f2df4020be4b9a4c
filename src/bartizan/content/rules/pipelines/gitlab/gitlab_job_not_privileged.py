"""GitLab jobs start no privileged containers."""

from bartizan.content.kinds.pipelines.gitlab import GitlabJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gitlab-job-not-privileged",
    title="GitLab jobs start no privileged containers",
    severity=Severity.MEDIUM,
    every=GitlabJob,
    must=~GitlabJob.privileged,
    because="Whoever changes the job owns the runner, and the jobs of others on it.",
    fix="Build with a tool that needs no daemon, or Docker with TLS.",
    serves=(
        "no-privileged-containers",
        "container-isolation",
    ),
    passes=[GitlabJob(privileged=False)],
    fails=[GitlabJob(privileged=True)],
)
