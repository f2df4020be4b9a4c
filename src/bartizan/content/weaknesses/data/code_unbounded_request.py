"""How much of a request is read is bounded."""

from bartizan.content.weaknesses.shapes import go, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-unbounded-request",
    title="How much of a request is read is bounded",
    severity=Severity.MEDIUM,
    because="A body without end fills the memory: one caller stops the service.",
    fix="Bound it: `http.MaxBytesReader`, `io.LimitReader`; for archives and compressed data, bound what comes out.",
    cwe=("CWE-400", "CWE-409"),
    serves=("denial-of-service-protection",),
    also=("G110", "potential-dos-via-decompression-bomb"),
    looks=[
        Look(
            language="go",
            rule=rule.either(
                rule.both(
                    go.call(r"(?:io|ioutil)\.ReadAll", go.at(1, rule.text(r"(?:r|req|request)\.Body"))),
                    rule.within(rule.both(go.FUNCTION, rule.field("parameters", rule.has_text(r"\*http\.Request")))),
                    rule.without(rule.within(rule.both(go.FUNCTION, {"regex": r"MaxBytesReader|LimitReader"}))),
                ),
                rule.both(
                    go.call(
                        r"io\.Copy",
                        go.at(
                            2,
                            rule.either(
                                rule.both(go.call(r"(?:gzip|zlib|bzip2|flate)\.NewReader")),
                                go.assigned(go.call(r"(?:gzip|zlib|bzip2|flate)\.NewReader")),
                            ),
                        ),
                    )
                ),
            ),
            fails=[
                "package m\nfunc f(w http.ResponseWriter, r *http.Request) { data, _ := io.ReadAll(r.Body) }\n",
                "package m\nfunc f() { z, _ := gzip.NewReader(in); io.Copy(out, z) }\n",
            ],
            passes=[
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) { data, _ := "
                    "io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20)) }\n"
                ),
                "package m\nfunc f(r *http.Response) { data, _ := io.ReadAll(r.Body) }\n",
            ],
        ),
    ],
)
