"""Image repositories are not open to everyone."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecr-repository-not-public",
    title="Image repositories are not open to everyone",
    severity=Severity.CRITICAL,
    every=Repository,
    must=~Repository.open_to_all,
    because=(
        "Every AWS account can pull the images with the code in them, or push its own where the policy allows that too."
    ),
    fix=(
        "Name accounts or roles as Principal in the policy of the repository, or add a condition on aws:PrincipalOrgID."
    ),
    serves=("no-public-data", "no-wildcard-trust"),
    also=("CKV_AWS_32", "CKV_AWS_283", "AWS-0032", "AVD-AWS-0032", "aws-ecr-no-public-access"),
    passes=[Repository(open_to_all=False)],
    fails=[Repository(open_to_all=True)],
)
