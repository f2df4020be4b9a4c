"""CloudFront distributions have a web ACL."""

from bartizan.content.kinds.aws.cloudfront_distribution import Distribution
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-behind-waf",
    title="CloudFront distributions have a web ACL",
    severity=Severity.MEDIUM,
    every=Distribution,
    must=Distribution.behind_waf,
    because=(
        "Scanners and known attacks reach the program unfiltered, and there is no place to block a new one quickly."
    ),
    fix="Set web_acl_id (WebACLId) to a web ACL of scope CLOUDFRONT.",
    serves=("waf",),
    also=("CKV_AWS_68", "AWS-0011", "AVD-AWS-0011", "aws-cloudfront-enable-waf"),
    passes=[Distribution(behind_waf=True)],
    fails=[Distribution(behind_waf=False)],
)
