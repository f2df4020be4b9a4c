"""Keys of the project do not open instances."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-compute-instance-blocks-project-keys",
    title="Keys of the project do not open instances",
    severity=Severity.MEDIUM,
    every=Instance,
    must=Instance.blocks_project_keys,
    because="Whoever has one key that was added to the project opens every instance.",
    fix="Set metadata block-project-ssh-keys to true, or use OS Login.",
    serves=(
        "strong-authentication",
        "no-long-lived-credentials",
    ),
    also=(
        "CKV_GCP_32",
        "GCP-0030",
        "AVD-GCP-0030",
        "google-compute-no-project-wide-ssh-keys",
    ),
    passes=[Instance(blocks_project_keys=True)],
    fails=[Instance(blocks_project_keys=False)],
)
