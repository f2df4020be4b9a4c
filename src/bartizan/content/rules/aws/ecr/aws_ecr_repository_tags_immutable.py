"""Tags of images cannot be moved."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecr-repository-tags-immutable",
    title="Tags of images cannot be moved",
    severity=Severity.MEDIUM,
    every=Repository,
    must=Repository.tags_immutable,
    because=(
        "Whoever may push can put another image under a tag that is deployed already, and it runs at the next restart."
    ),
    fix="Set image_tag_mutability (ImageTagMutability) to IMMUTABLE.",
    serves=("image-provenance", "supply-chain-pinning"),
    also=("CKV_AWS_51", "AWS-0031", "AVD-AWS-0031", "aws-ecr-enforce-immutable-repository"),
    passes=[Repository(tags_immutable=True)],
    fails=[Repository(tags_immutable=False)],
)
