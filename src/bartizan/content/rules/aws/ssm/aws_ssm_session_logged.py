"""Sessions on machines are recorded, and the record is encrypted."""

from bartizan.content.kinds.aws.ssm_parameter import Document
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ssm-session-logged",
    title="Sessions on machines are recorded, and the record is encrypted",
    severity=Severity.MEDIUM,
    every=Document,
    where=Document.session,
    must=Document.logged,
    because="Without a record nobody can tell what was done on a machine, by whom, and what was taken.",
    fix=(
        "Set s3BucketName or cloudWatchLogGroupName in the inputs of the session document, with s3EncryptionEnabled "
        "or cloudWatchEncryptionEnabled true."
    ),
    serves=("audit-logging",),
    also=("CKV_AWS_113",),
    passes=[
        Document(session=True, logged=True),
    ],
    fails=[
        Document(session=True, logged=False),
    ],
)
