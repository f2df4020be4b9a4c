"""Included pipelines cannot be changed by others."""

from bartizan.content.kinds.pipelines.gitlab import Include
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gitlab-include-pinned",
    title="Included pipelines cannot be changed by others",
    severity=Severity.MEDIUM,
    every=Include,
    must=Include.pinned,
    because="Whoever can change the file runs code in your pipeline, with its secrets.",
    fix="Name a commit or tag in ref, or an integrity hash for a URL.",
    serves=("supply-chain-pinning",),
    passes=[Include(pinned=True)],
    fails=[Include(pinned=False)],
)
