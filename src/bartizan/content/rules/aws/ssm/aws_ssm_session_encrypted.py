"""Sessions on machines are encrypted with a KMS key."""

from bartizan.content.kinds.aws.ssm_parameter import Document
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ssm-session-encrypted",
    title="Sessions on machines are encrypted with a KMS key",
    severity=Severity.LOW,
    every=Document,
    where=Document.session,
    must=Document.encrypts,
    because=(
        "The key is a second lock: only who may use it can open a session, and what is typed is hidden from the "
        "service too."
    ),
    fix="Set kmsKeyId in the inputs of the session document.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_112",),
    passes=[
        Document(session=True, encrypts=True),
    ],
    fails=[
        Document(session=True, encrypts=False),
    ],
)
