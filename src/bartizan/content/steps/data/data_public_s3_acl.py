"""Read a bucket that an access control list opens to everyone."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, S3, kept
from bartizan.core.step import Act, Step

STEP = Step(
    id="data-public-s3-acl",
    title="Read a bucket that an access control list opens to everyone",
    technique="T1530",
    actor=Internet,
    move=Act(on=Bucket, uses=()),
    where=Bucket.open_by_acl & ~Bucket.ignores_public_acls & ~Bucket.acls_off,
    because=(
        "An ACL that grants everyone, or every AWS account, the right to read lets them list the bucket and "
        "get what it opens."
    ),
    fix=("Turn ACLs off (BucketOwnerEnforced) and block public ACLs."),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Bucket, S3, open_by_acl=True, ignores_public_acls=False, acls_off=False)),
    ],
    blocked=[
        (INTERNET, kept(Bucket, S3, open_by_acl=False, ignores_public_acls=False, acls_off=False)),
        (INTERNET, kept(Bucket, S3, open_by_acl=True, ignores_public_acls=True, acls_off=False)),
        (INTERNET, kept(Bucket, S3, open_by_acl=True, ignores_public_acls=False, acls_off=True)),
    ],
)
