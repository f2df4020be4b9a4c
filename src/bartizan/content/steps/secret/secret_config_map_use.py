"""Take the secret that is written in a config map."""

from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.content.steps.secret.scene import having, leak
from bartizan.core.step import Follow, Step

STEP: Step[ConfigMap, ConfigMap] = Step(
    id="secret-config-map-use",
    title="Take the secret that is written in a config map",
    technique="T1552.007",
    actor=ConfigMap,
    move=Follow(along=ConfigMap.leaks),
    because=("Config maps are read by everybody who may view the namespace; a credential in one is theirs."),
    fix="Move the value into a Secret, or better into a secret store, and change it.",
    weight=0.1,
    reaches=[
        (having(ConfigMap, "shop/ConfigMap/web", leak()), leak()),
    ],
    blocked=[
        (having(ConfigMap, "shop/ConfigMap/web"), leak()),
    ],
)
