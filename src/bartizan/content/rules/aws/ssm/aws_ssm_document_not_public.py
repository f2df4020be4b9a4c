"""Documents of Systems Manager are not shared with everyone."""

from bartizan.content.kinds.aws.ssm_parameter import Document
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ssm-document-not-public",
    title="Documents of Systems Manager are not shared with everyone",
    severity=Severity.HIGH,
    every=Document,
    must=~Document.shared_with_all,
    because="Documents tell strangers how machines are run, with names, addresses and at times passwords.",
    fix="Set account_ids of permissions to the accounts that are meant, or remove permissions.",
    serves=("no-public-data",),
    also=("CKV_AWS_303",),
    passes=[
        Document(shared_with_all=False),
    ],
    fails=[
        Document(shared_with_all=True),
    ],
)
