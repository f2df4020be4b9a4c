"""Archives are unpacked only below the folder that was meant."""

from bartizan.content.weaknesses.shapes import go, java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-archive-extraction",
    title="Archives are unpacked only below the folder that was meant",
    severity=Severity.HIGH,
    because=(
        "A member called `../../home/app/.ssh/authorized_keys` is written there: whoever makes "
        "the archive overwrites any file."
    ),
    fix=(
        'Python: `tar.extractall(path, filter="data")`. Java and Go: resolve each name and '
        "check that it is below the folder before writing. Bound the size and the number of "
        "members too."
    ),
    cwe=("CWE-22", "CWE-409"),
    serves=("injection-prevention",),
    also=("B202", "G305", "G110", "tarfile-extractall-traversal", "zip-path-overwrite"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(r".*\.extractall", python.unnamed("filter|members"), python.imports("tarfile")),
                rule.without(rule.has_text(r"(?i)zip")),
                rule.without(
                    rule.within(
                        {
                            "kind": "function_definition",
                            "regex": (
                                r"(?s)\.filter\s*=|extraction_filter|data_filter|is_relative_to|commonpath|commonprefix"
                                r"|_is_within|zipfile\.ZipFile\("
                            ),
                        }
                    )
                ),
                rule.without(rule.within({"kind": "with_statement", "regex": r"(?s)^with [^\n]*zip"})),
            ),
            fails=["import tarfile\nwith tarfile.open(path) as archive:\n    archive.extractall(folder)\n"],
            passes=[
                (
                    "import tarfile\n"
                    "with tarfile.open(path) as archive:\n"
                    "    archive.extractall(folder, filter='data')\n"
                ),
                "import zipfile\nwith zipfile.ZipFile(path) as archive:\n    archive.extractall(folder)\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.both(
                rule.either(
                    java.new(
                        "File|FileOutputStream",
                        java.argument(
                            rule.either(
                                rule.has_text(r"(?i)\bentry\.getName\(\)|\bze\.getName\(\)|zipEntry\.getName\(\)"),
                                java.assigned(rule.has_text(r"(?i)^(?:\w*entry|ze)\.getName\(\)$")),
                            )
                        ),
                    ),
                    java.call(
                        "resolve",
                        java.argument(
                            rule.has_text(r"(?i)\bentry\.getName\(\)|\bze\.getName\(\)|zipEntry\.getName\(\)")
                        ),
                    ),
                ),
                java.imports(r"java\.util\.(?:zip|jar)|org\.apache\.commons\.compress"),
                rule.without(
                    rule.within(
                        {
                            "kind": "class_body",
                            "regex": r"(?s)\.startsWith\(|getCanonicalPath|normalize\(\)|contains\(\"\.\.\"",
                        }
                    )
                ),
            ),
            fails=[
                (
                    "import java.util.zip.ZipEntry;\n"
                    "class A { void f(ZipEntry entry) { new FileOutputStream(new File(folder, "
                    "entry.getName())); } }"
                )
            ],
            passes=[
                (
                    "import java.util.zip.ZipEntry;\n"
                    "class A { void f(ZipEntry entry) { File file = new File(folder, entry.getName()); if "
                    "(!file.getCanonicalPath().startsWith(root)) throw new E(); } }"
                )
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                go.call(
                    r"(?:filepath|path)\.Join",
                    go.argument(rule.text(r"(?:f|file|zf|zipFile|header|hdr|h|th|tarHeader|entry)\.Name")),
                ),
                rule.either(go.imports("archive/zip"), go.imports("archive/tar")),
                rule.without(
                    rule.within(
                        rule.both(
                            go.FUNCTION,
                            {
                                "regex": (
                                    r"(?s)strings\.HasPrefix\(|filepath\.(?:Rel|IsLocal)\(|SecureJoin"
                                    r"|strings\.Contains\([^)]*\"\.\.\"|os\.OpenRoot|os\.(?:Open|Stat|Lstat|ReadFile)\("
                                    r"|[Ww]ithin|[Ss]anitize|[Ii]nside|[Tt]raversal"
                                )
                            },
                        )
                    ),
                ),
                rule.within(rule.both(go.FUNCTION, {"regex": r"os\.(?:OpenFile|Create|MkdirAll|WriteFile)\("})),
            ),
            fails=[
                (
                    "package m\n"
                    'import "archive/zip"\n'
                    "func f(zf *zip.File) { path := filepath.Join(folder, zf.Name); os.Create(path) }\n"
                )
            ],
            passes=[
                (
                    "package m\n"
                    'import "archive/zip"\n'
                    "func f(zf *zip.File) { path := filepath.Join(folder, zf.Name)\n"
                    "if !strings.HasPrefix(path, folder) { return }\n"
                    "os.Create(path) }\n"
                ),
                "package m\nfunc f() { path := filepath.Join(folder, file.Name); os.Create(path) }\n",
            ],
        ),
    ],
)
