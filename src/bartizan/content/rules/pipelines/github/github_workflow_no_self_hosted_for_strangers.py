"""Pull requests do not run on machines of your own."""

from bartizan.content.kinds.pipelines.github import Job
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-self-hosted-for-strangers",
    title="Pull requests do not run on machines of your own",
    severity=Severity.HIGH,
    every=Job,
    must=~(Job.self_hosted & Job.events.has_any("pull_request", "pull_request_target")),
    because="Anybody who opens a pull request runs code on your machine and in your network.",
    fix="Use hosted runners for pull requests, or ones that are thrown away after each job.",
    serves=("no-untrusted-code-in-pipeline",),
    passes=[
        Job(self_hosted=True, events=frozenset({"push"})),
        Job(self_hosted=False, events=frozenset({"pull_request"})),
    ],
    fails=[Job(self_hosted=True, events=frozenset({"pull_request"}))],
)
