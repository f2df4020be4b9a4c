"""The controller manager shows no profile."""

from bartizan.content.kinds.kubernetes.controller_manager import Controllers
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-controller-manager-no-profiling",
    title="The controller manager shows no profile",
    severity=Severity.LOW,
    every=Controllers,
    must=~Controllers.profiling,
    because="A profile tells about the inside of the program, and making one costs it time.",
    fix="Set --profiling=false.",
    serves=("configuration-baseline",),
    also=(
        "CKV_K8S_107",
        "KCV-0034",
        "AVD-KCV-0034",
        "KCV0034",
        "kubernetes-ensure-profiling-argument-is-set-to-false",
        "KCV-0040",
        "AVD-KCV-0040",
        "KCV0040",
    ),
    passes=[Controllers(profiling=False)],
    fails=[Controllers(profiling=True)],
)
