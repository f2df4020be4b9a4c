"""Read the objects of a bucket whose policy lets everyone in."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, KEY, S3, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-s3-read",
    title="Read the objects of a bucket whose policy lets everyone in",
    technique="T1530",
    actor=Internet,
    move=Act(on=Bucket, uses=(Use(actions=("s3:GetObject",), resource="{target}/*"),)),
    where=~Bucket.own_key & ~Bucket.restricts_public_policy,
    because=("Whoever knows the name of the bucket reads it, without credentials."),
    fix=("Block public access for the bucket, or for the whole account, and serve what is public through CloudFront."),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Bucket, S3, policy=opened("s3:GetObject"))),
    ],
    blocked=[
        (INTERNET, kept(Bucket, S3)),
        (INTERNET, kept(Bucket, S3, policy=opened("s3:GetObject", to="arn:aws:iam::111122223333:root"))),
        (INTERNET, kept(Bucket, S3, policy=opened("s3:List*"))),
        (
            INTERNET,
            kept(
                Bucket,
                S3,
                policy=opened("s3:GetObject", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}),
            ),
        ),
        (INTERNET, kept(Bucket, S3, policy=opened("s3:GetObject"), restricts_public_policy=True)),
        (INTERNET, kept(Bucket, S3, policy=opened("s3:GetObject"), own_key=True, key=frozenset({KEY}))),
    ],
)
