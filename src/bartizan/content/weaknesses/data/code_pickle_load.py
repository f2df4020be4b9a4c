"""Data is kept in formats that hold no code."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-pickle-load",
    title="Data is kept in formats that hold no code",
    severity=Severity.LOW,
    because=(
        "A pickle runs what it names while it is read: whoever can write the file or the store "
        "it lies in runs commands here."
    ),
    fix=(
        "Keep plain data as JSON, arrays as `.npy` (`allow_pickle=False`), tables as Parquet; "
        "sign a pickle that must be."
    ),
    cwe=("CWE-502",),
    serves=("safe-deserialisation",),
    also=("B301", "B302", "avoid-pickle", "avoid-dill", "avoid-shelve", "marshal-usage", "numpy-load-allow-pickle"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r"(?:c?[pP]ickle|_pickle|dill|cloudpickle|marshal|jsonpickle)\.(?:loads?|Unpickler)|(?:pd"
                        r"|pandas)\.read_pickle"
                    ),
                    rule.without(
                        rule.either(
                            python.first(rule.has_text(r"dumps\(")),
                            python.first(
                                rule.either(
                                    python.TAINTED_TEXT,
                                    rule.has_text(
                                        r"request|\.recv\(|\.get_data\(|b64decode|base64|\.body\b|cookie|redis|\br\.get\("
                                        r"|\.receive"
                                    ),
                                    python.assigned(
                                        rule.either(
                                            python.REQUEST,
                                            rule.has_text(
                                                r"\.recv\(|b64decode|urlsafe_b64decode|\bredis\w*\.(?:get|lpop|rpop)\(|\.content$|cookies"
                                            ),
                                        )
                                    ),
                                )
                            ),
                        )
                    ),
                ),
                python.call(r"(?:np|numpy)\.load", python.keyword("allow_pickle", python.TRUE)),
            ),
            fails=[
                "with open('cache.bin', 'rb') as stream:\n    table = pickle.load(stream)\n",
                "np.load('a.npy', allow_pickle=True)\n",
            ],
            passes=[
                "copy = pickle.loads(pickle.dumps(value))\n",
                "np.load('a.npy')\n",
                "json.load(stream)\n",
                "pickle.dump(value, stream)\n",
            ],
        ),
    ],
)
