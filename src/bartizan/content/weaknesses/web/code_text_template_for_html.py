"""Pages are rendered by a template package that escapes."""

from bartizan.content.weaknesses.shapes import go, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-text-template-for-html",
    title="Pages are rendered by a template package that escapes",
    severity=Severity.MEDIUM,
    because="`text/template` puts values into the page as they are: markup in them runs as script.",
    fix="Import `html/template` in its place; the calls are the same.",
    cwe=("CWE-79", "CWE-116"),
    serves=("injection-prevention",),
    also=("import-text-template", "go-unsafe-text-template"),
    looks=[
        Look(
            language="go",
            rule=rule.both(
                go.call(r".*\.(?:Execute|ExecuteTemplate)", go.at(1, rule.text("w|rw|writer|res|resp|c\\.Writer"))),
                go.imports("text/template"),
                go.imports("net/http"),
                rule.within(
                    rule.both(
                        go.FUNCTION, rule.field("parameters", rule.has_text(r"http\.ResponseWriter|gin\.Context"))
                    )
                ),
            ),
            fails=[
                (
                    "package m\n"
                    "import (\n"
                    '\t"net/http"\n'
                    '\t"text/template"\n'
                    ")\n"
                    "func f(w http.ResponseWriter, r *http.Request) { page.Execute(w, name) }\n"
                )
            ],
            passes=[
                (
                    "package m\n"
                    "import (\n"
                    '\t"net/http"\n'
                    '\t"html/template"\n'
                    ")\n"
                    "func f(w http.ResponseWriter, r *http.Request) { page.Execute(w, name) }\n"
                ),
                'package m\nimport "text/template"\nfunc f(w io.Writer) { page.Execute(w, name) }\n',
            ],
        ),
    ],
)
