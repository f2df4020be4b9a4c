"""The API server makes pods pull their images."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-always-pulls-images",
    title="The API server makes pods pull their images",
    severity=Severity.LOW,
    every=ApiServer,
    must=ApiServer.plugins.has("AlwaysPullImages"),
    because="An image that is already on a node starts for any pod there, also for one without the right to pull it.",
    fix="Add AlwaysPullImages to --enable-admission-plugins.",
    serves=(
        "admission-control",
        "image-provenance",
    ),
    also=(
        "CKV_K8S_80",
        "KCV-0012",
        "AVD-KCV-0012",
        "KSV0012",
        "kubernetes-ensure-admission-control-plugin-always-pull-images-is-set",
    ),
    passes=[ApiServer(plugins=frozenset({"AlwaysPullImages"}))],
    fails=[ApiServer(plugins=frozenset())],
)
