"""Images are scanned when they are pushed."""

from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecr-repository-scanned-on-push",
    title="Images are scanned when they are pushed",
    severity=Severity.LOW,
    every=Repository,
    must=Repository.scanned_on_push,
    because="Images with faults that everyone knows of are deployed, and nobody is told.",
    fix=(
        "Set scan_on_push in image_scanning_configuration (ScanOnPush in ImageScanningConfiguration), or "
        "switch on enhanced scanning for the registry."
    ),
    serves=("vulnerability-scanning",),
    also=("CKV_AWS_163", "AWS-0030", "AVD-AWS-0030", "aws-ecr-enable-image-scans"),
    passes=[Repository(scanned_on_push=True)],
    fails=[Repository(scanned_on_push=False)],
)
