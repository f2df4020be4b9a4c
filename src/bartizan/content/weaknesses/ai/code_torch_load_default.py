"""Loading a checkpoint says that only weights are meant."""

from bartizan.content.weaknesses.shapes import python
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-torch-load-default",
    title="Loading a checkpoint says that only weights are meant",
    severity=Severity.LOW,
    because=(
        "Before PyTorch 2.6 `torch.load` runs what the file names; a program that does not say "
        "`weights_only` is safe or not by which version is installed."
    ),
    fix="`torch.load(path, weights_only=True)`, or safetensors.",
    cwe=("CWE-502",),
    serves=("safe-deserialisation",),
    also=("B614", "pickles-in-pytorch"),
    looks=[
        Look(
            language="python",
            rule=python.call(r"torch\.load", python.unnamed("weights_only")),
            fails=["torch.load(path, map_location='cpu')\n"],
            passes=[
                "torch.load(path, weights_only=True)\n",
                "torch.load(path, **options)\n",
                "torch.save(state, path)\n",
            ],
        ),
    ],
)
