"""The scheduler shows no profile."""

from bartizan.content.kinds.kubernetes.scheduler import Scheduler
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-scheduler-no-profiling",
    title="The scheduler shows no profile",
    severity=Severity.LOW,
    every=Scheduler,
    must=~Scheduler.profiling,
    because="A profile tells about the inside of the program, and making one costs it time.",
    fix="Set --profiling=false.",
    serves=("configuration-baseline",),
    also=(
        "CKV_K8S_107",
        "CKV_K8S_114",
        "KCV-0040",
        "AVD-KCV-0040",
        "KCV0040",
        "kubernetes-ensure-profiling-argument-is-set-to-false",
    ),
    passes=[Scheduler(profiling=False)],
    fails=[Scheduler(profiling=True)],
)
