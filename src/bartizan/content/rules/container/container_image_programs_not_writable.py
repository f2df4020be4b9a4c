"""Container images let nobody but root write to programs and settings."""

from bartizan.content.kinds.container.image import Image
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="container-image-programs-not-writable",
    title="Container images let nobody but root write to programs and settings",
    severity=Severity.MEDIUM,
    every=Image,
    must=Image.writable_files.empty(),
    because="Every process in the container can replace what another one, or root, runs next.",
    fix="Take the right away with `chmod o-w`, or copy the files with --chmod.",
    serves=("file-permissions",),
    passes=[Image(writable_files=frozenset())],
    fails=[Image(writable_files=frozenset({"/opt/run.sh"}))],
)
