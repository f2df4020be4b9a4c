"""Base images are named by digest."""

from bartizan.content.kinds.docker.stage import Stage
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="docker-image-base-pinned",
    title="Base images are named by digest",
    severity=Severity.LOW,
    every=Stage,
    where=Stage.external,
    must=Stage.base_pinned,
    because="A tag can be moved to another image by whoever can push to the registry; a digest cannot.",
    fix="Add @sha256:<digest> to FROM.",
    serves=("supply-chain-pinning",),
    passes=[Stage(external=True, base_pinned=True)],
    fails=[Stage(external=True, base_pinned=False)],
)
