"""Images of GitLab jobs have a tag other than latest."""

from bartizan.content.kinds.pipelines.gitlab import GitlabJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gitlab-job-image-pinned",
    title="Images of GitLab jobs have a tag other than latest",
    severity=Severity.LOW,
    every=GitlabJob,
    must=GitlabJob.image_tagged,
    because="What latest means changes without a change to the file.",
    fix="Name a version, or better a digest, in image.",
    serves=("supply-chain-pinning",),
    also=("CKV_GITLABCI_3",),
    passes=[GitlabJob(image_tagged=True)],
    fails=[GitlabJob(image_tagged=False)],
)
