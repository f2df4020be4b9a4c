"""REST APIs have a web ACL."""

from bartizan.content.kinds.aws.apigateway_rest import RestApi, Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-apigateway-behind-waf",
    title="REST APIs have a web ACL",
    severity=Severity.LOW,
    every=Stage,
    where=~Stage.api.any(RestApi.private),
    must=Stage.behind_waf,
    because=(
        "Scanners and known attacks reach the program unfiltered, and there is no place to block a new one quickly."
    ),
    fix="Attach a web ACL with aws_wafv2_web_acl_association (AWS::WAFv2::WebACLAssociation).",
    serves=("waf",),
    also=("CKV2_AWS_29",),
    passes=[(Stage("s", behind_waf=True, api=frozenset({"a"})), RestApi("a", private=False))],
    fails=[(Stage("s", behind_waf=False, api=frozenset({"a"})), RestApi("a", private=False))],
)
