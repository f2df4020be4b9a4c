"""Temporary files are made under names that nobody can take before."""

from bartizan.content.weaknesses.shapes import go, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-temporary-name",
    title="Temporary files are made under names that nobody can take before",
    severity=Severity.LOW,
    because=(
        "Between choosing a name and making the file another user puts a link there: the program "
        "then writes where that user points."
    ),
    fix="Use `tempfile.NamedTemporaryFile` or `mkstemp`; in Java `Files.createTempFile`; in Go `os.CreateTemp`.",
    cwe=("CWE-377", "CWE-379"),
    serves=("file-permissions",),
    also=("B306", "G303", "tempfile-insecure"),
    looks=[
        Look(
            language="python",
            rule=python.call(r"tempfile\.mktemp|os\.(?:tempnam|tmpnam)"),
            fails=["path = tempfile.mktemp()\n"],
            passes=["handle, path = tempfile.mkstemp()\n"],
        ),
        Look(
            language="go",
            rule=go.call(
                r"os\.(?:Create|WriteFile|OpenFile)|ioutil\.WriteFile", go.at(1, rule.text(r'"/(?:var/)?tmp/[^"%]+"'))
            ),
            fails=['package m\nfunc f() { os.WriteFile("/tmp/state.json", data, 0600) }\n'],
            passes=[
                'package m\nfunc f() { os.CreateTemp("", "state") }\n',
                'package m\nfunc f() { os.ReadFile("/tmp/state.json") }\n',
            ],
        ),
    ],
)
