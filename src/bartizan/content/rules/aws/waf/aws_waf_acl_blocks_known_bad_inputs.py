"""Web ACLs block requests known for attacks."""

from bartizan.content.kinds.aws.waf_acl import WebAcl
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-waf-acl-blocks-known-bad-inputs",
    title="Web ACLs block requests known for attacks",
    severity=Severity.LOW,
    every=WebAcl,
    must=WebAcl.blocks_known_bad_inputs,
    because=(
        "Attacks such as the one on Log4j come in floods within hours of being known, faster than programs "
        "can be mended."
    ),
    fix=(
        "Add a rule with the managed rule group AWSManagedRulesKnownBadInputsRuleSet, and override_action "
        "none instead of count (OverrideAction)."
    ),
    serves=("waf",),
    also=("CKV_AWS_192", "CKV2_AWS_47", "CKV2_AWS_76", "CKV2_AWS_77", "CKV2_AWS_78"),
    passes=[WebAcl(blocks_known_bad_inputs=True)],
    fails=[WebAcl(blocks_known_bad_inputs=False)],
)
