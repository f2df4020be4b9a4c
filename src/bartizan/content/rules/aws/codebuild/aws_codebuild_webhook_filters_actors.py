"""Pull requests of strangers do not start CodeBuild builds."""

from bartizan.content.kinds.aws.codebuild_project import Webhook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codebuild-webhook-filters-actors",
    title="Pull requests of strangers do not start CodeBuild builds",
    severity=Severity.HIGH,
    every=Webhook,
    where=Webhook.origin.one_of("GITHUB", "GITLAB", "BITBUCKET"),
    must=~Webhook.runs_for_anyone | Webhook.approval,
    because=(
        "Whoever can open a pull request, in a public repository anyone, runs code with the role and the secrets "
        "of the build."
    ),
    fix=(
        "Add a filter of type ACTOR_ACCOUNT_ID with patterns from ^ to $ to every group for pull requests, or "
        "require approval in pull_request_build_policy (Terraform) or PullRequestBuildPolicy (CloudFormation)."
    ),
    serves=("no-untrusted-code-in-pipeline",),
    passes=[
        Webhook(origin="GITHUB", runs_for_anyone=False),
        Webhook(origin="GITHUB", runs_for_anyone=True, approval=True),
    ],
    fails=[Webhook(origin="GITHUB", runs_for_anyone=True, approval=False)],
)
