"""Files are not made writable by everyone."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-open-permissions",
    title="Files are not made writable by everyone",
    severity=Severity.MEDIUM,
    because="Any user and any broken-into service on the machine can then change what this program reads or runs.",
    fix="Give the owner what is needed and others nothing: `0o600` for data, `0o700` for programs and folders.",
    cwe=("CWE-732",),
    serves=("file-permissions",),
    also=("B103", "G301", "G302", "G306", "OVERLY_PERMISSIVE_FILE_PERMISSION", "insecure-file-permissions"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"os\.(?:chmod|fchmod|lchmod)|\w[\w.]*\.chmod",
                    python.argument(
                        rule.either(
                            rule.text(
                                r"0[oO]?[0-7]*[0-7][0-7][2367]|511|stat\.S_IWOTH|.*\|\s*stat\.S_IWOTH.*|stat\.S_IRWXO"
                            )
                        )
                    ),
                ),
                rule.both(
                    python.call(r"os\.umask", python.first(rule.text("0|0o0+"))),
                    {"inside": {"kind": "expression_statement"}},
                ),
                python.call(r"os\.(?:mkdir|makedirs)", python.argument(rule.text("0o?777"))),
            ),
            fails=["os.chmod(path, 0o777)\n", "os.umask(0)\n", "path.chmod(0o666)\n"],
            passes=["os.chmod(path, 0o755)\n", "os.umask(0o077)\n", "current = os.umask(0)\n", "path.chmod(0o600)\n"],
        ),
        Look(
            language="go",
            rule=rule.either(
                go.call(
                    r"os\.Chmod|(?:f|file|dir|out|tmp)\.Chmod|syscall\.Chmod|unix\.Chmod",
                    go.argument(
                        rule.text(
                            r"0o?[0-7]?[0-7][0-7][2367]|os\.ModePerm|(?:os|fs)\.FileMode\(0o?[0-7]?[0-7][0-7][2367]\)"
                        )
                    ),
                )
            ),
            fails=[
                "package m\nfunc f() { os.Chmod(name, 0666) }\n",
                "package m\nfunc f() { file.Chmod(os.ModePerm) }\n",
            ],
            passes=[
                "package m\nfunc f() { os.Chmod(name, 0644) }\n",
                "package m\nfunc f() { os.MkdirAll(name, 0o777) }\n",
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:fs|fsp|fsPromises|fs\.promises)\.(?:chmod|chmodSync|fchmod|fchmodSync)",
                javascript.at(2, rule.text(r"0o?[0-7]?[0-7][0-7][2367]|[\"'][0-7]?[0-7][0-7][2367][\"']")),
            ),
            fails=["fs.chmodSync(path, 0o777);"],
            passes=["fs.chmodSync(path, 0o755);"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call("setWritable", java.at(1, rule.text("true")), java.at(2, rule.text("false"))),
                java.call(
                    "fromString",
                    java.on(rule.text("PosixFilePermissions")),
                    java.at(1, rule.text(r'"[r-][w-][x-][r-][w-][x-][r-]w[x-]"')),
                ),
            ),
            fails=[
                "class A { void f() { file.setWritable(true, false); } }",
                'class A { void f() { PosixFilePermissions.fromString("rwxrwxrwx"); } }',
            ],
            passes=[
                "class A { void f() { file.setWritable(true, true); } }",
                'class A { void f() { PosixFilePermissions.fromString("rwxr-xr-x"); } }',
            ],
        ),
    ],
)
