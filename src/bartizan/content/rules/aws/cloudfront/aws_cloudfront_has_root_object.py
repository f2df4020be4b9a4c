"""CloudFront distributions have a root object."""

from bartizan.content.kinds.aws.cloudfront_distribution import Distribution
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-has-root-object",
    title="CloudFront distributions have a root object",
    severity=Severity.LOW,
    every=Distribution,
    must=Distribution.has_root_object,
    because="Who asks for the root of the site may get the list of all objects in the bucket behind it.",
    fix="Set default_root_object (DefaultRootObject).",
    serves=("data-minimisation",),
    also=("CKV_AWS_305",),
    passes=[Distribution(has_root_object=True)],
    fails=[Distribution(has_root_object=False)],
)
