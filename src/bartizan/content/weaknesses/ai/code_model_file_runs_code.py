"""Weights are loaded from files that hold no code."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-model-file-runs-code",
    title="Weights are loaded from files that hold no code",
    severity=Severity.HIGH,
    because=(
        "A checkpoint saved by pickle runs what it names while it is loaded: whoever made the file runs commands here."
    ),
    fix="Load `.safetensors`, or `torch.load(path, weights_only=True)`.",
    cwe=("CWE-502",),
    serves=("safe-deserialisation",),
    also=("B614", "pickles-in-pytorch", "pytorch-load"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(r"torch\.load", python.keyword("weights_only", python.FALSE)),
                python.call(r"(?:tf\.)?(?:keras\.)?(?:models\.)?load_model", python.keyword("safe_mode", python.FALSE)),
                python.call(r"(?:keras|tf\.keras)\.config\.enable_unsafe_deserialization"),
                python.call(
                    (
                        r"(?:joblib\.load|torch\.load|torch\.hub\.load_state_dict_from_url|load_model|pickle\.load"
                        r"|keras\.models\.load_model)"
                    ),
                    python.first(python.TAINTED_TEXT),
                ),
                python.call(
                    r"(?:pickle|joblib|torch|dill)\.loads?",
                    python.first(
                        rule.either(
                            rule.has_text(r"hf_hub_download|cached_download|urlopen|requests\.get|wget\.download"),
                            python.assigned(
                                rule.has_text(r"^(?:huggingface_hub\.)?(?:hf_hub_download|cached_download)\(")
                            ),
                        )
                    ),
                    rule.without(python.keyword("weights_only", python.TRUE)),
                ),
            ),
            fails=[
                "torch.load(path, weights_only=False)\n",
                "def f():\n    path = hf_hub_download(repo, 'model.pkl')\n    return joblib.load(path)\n",
                "keras.models.load_model(path, safe_mode=False)\n",
            ],
            passes=["torch.load(path, weights_only=True)\n", "load_file('model.safetensors')\n"],
        ),
    ],
)
