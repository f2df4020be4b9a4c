"""Jobs say what their token may do."""

from bartizan.content.kinds.pipelines.github import Job
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-permissions-limited",
    title="Jobs say what their token may do",
    severity=Severity.MEDIUM,
    every=Job,
    must=Job.names_permissions & ~Job.writes_all,
    because="Without that the token may often write to the repository, its packages and its releases.",
    fix="Set permissions, with contents: read at the top and more where it is needed.",
    serves=("pipeline-least-privilege",),
    also=("CKV2_GHA_1",),
    passes=[Job(names_permissions=True, writes_all=False)],
    fails=[Job(names_permissions=False, writes_all=False), Job(names_permissions=True, writes_all=True)],
)
