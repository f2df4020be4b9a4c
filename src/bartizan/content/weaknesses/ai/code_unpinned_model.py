"""Models and data sets are pinned to a revision."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-unpinned-model",
    title="Models and data sets are pinned to a revision",
    severity=Severity.LOW,
    because=(
        "A name on a hub means whatever its owner put there last: a model that was looked at "
        "yesterday may be another today."
    ),
    fix='`from_pretrained(name, revision="<commit>")`.',
    cwe=("CWE-494", "CWE-829"),
    serves=("supply-chain-pinning",),
    also=("B615", "huggingface_unsafe_download"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(
                    (
                        r"(?:\w+\.)*(?:Auto\w+|\w+(?:Model|Tokenizer|Processor|Pipeline|ForCausalLM"
                        r"|ForSequenceClassification)|\w+For\w+)\.from_pretrained|(?:datasets\.)?load_dataset"
                        r"|(?:huggingface_hub\.)?(?:hf_hub_download|snapshot_download)"
                    ),
                    python.unnamed("revision|local_files_only|data_files|data_dir"),
                    python.first(rule.text(r"""["'][\w.-]+/[\w.-]+["']""")),
                ),
                rule.without(rule.has_text(r"""\(\s*["'](?:\./|/|\.\./)""")),
            ),
            fails=["AutoModel.from_pretrained('example/model')\n", "hf_hub_download('example/model', 'weights.bin')\n"],
            passes=[
                "AutoModel.from_pretrained('example/model', revision='0123abc')\n",
                "AutoModel.from_pretrained(path)\n",
                "load_dataset('csv', data_files='a.csv')\n",
            ],
        ),
    ],
)
