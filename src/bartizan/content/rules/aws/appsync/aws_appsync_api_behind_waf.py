"""Public AppSync interfaces stand behind a web application firewall."""

from bartizan.content.kinds.aws.appsync_api import Api
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-appsync-api-behind-waf",
    title="Public AppSync interfaces stand behind a web application firewall",
    severity=Severity.LOW,
    every=Api,
    where=~Api.private,
    must=Api.behind_waf,
    because="Floods and known attacks reach the interface unchecked, and nobody can be shut out.",
    fix=(
        "Attach a web ACL with aws_wafv2_web_acl_association (Terraform) or AWS::WAFv2::WebACLAssociation "
        "(CloudFormation)."
    ),
    serves=("waf",),
    also=("CKV2_AWS_33",),
    passes=[Api(private=False, behind_waf=True)],
    fails=[Api(private=False, behind_waf=False)],
)
