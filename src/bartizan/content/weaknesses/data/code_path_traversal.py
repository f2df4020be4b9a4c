"""Paths are not made of what a request holds."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-path-traversal",
    title="Paths are not made of what a request holds",
    severity=Severity.HIGH,
    because=(
        "`../` in a value leaves the folder that was meant: keys and passwords are read, programs are overwritten."
    ),
    fix=(
        "Look the file up by a key of your own; or resolve the path and check that it is below "
        "the folder (`Path.is_relative_to`, `path.relative`, `filepath.IsLocal`, `os.Root`, "
        "`Path.startsWith` after `normalize`), or use `send_from_directory` / `secure_filename`."
    ),
    cwe=("CWE-22",),
    serves=("injection-prevention",),
    also=(
        "G304",
        "G703",
        "PATH_TRAVERSAL_IN",
        "PATH_TRAVERSAL_OUT",
        "detect-non-literal-fs-filename",
        "path-join-resolve-traversal",
        "express-res-sendfile",
        "path-traversal-open",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                rule.either(
                    python.call(
                        (
                            r"open|io\.open|codecs\.open|aiofiles\.open|(?:flask\.)?send_file|FileResponse"
                            r"|os\.(?:remove|unlink|rmdir|listdir|mkdir|makedirs|rename|open)|shutil\.(?:rmtree"
                            r"|copy\w*|move)|(?:web\.)?FileResponse|static_file"
                        ),
                        python.first(
                            rule.either(
                                python.TAINTED_TEXT,
                                rule.both(
                                    python.call(r"os\.path\.(?:join|abspath|normpath)|(?:pathlib\.)?Path"),
                                    python.argument(python.TAINTED_TEXT),
                                ),
                                python.assigned(
                                    rule.both(
                                        python.call(r"os\.path\.(?:join|abspath|normpath)|(?:pathlib\.)?Path"),
                                        python.argument(python.tainted("$PART")),
                                    )
                                ),
                            )
                        ),
                    ),
                ),
                rule.without(rule.has_text(r"secure_filename|safe_join|basename")),
                rule.without(
                    rule.within(
                        {
                            "kind": "function_definition",
                            "regex": (
                                r"(?s)secure_filename|safe_join|is_relative_to|commonpath|commonprefix|\.relative_to\("
                                r"|basename\(|get_valid_filename|realpath\("
                            ),
                        }
                    )
                ),
                rule.without(
                    python.first(
                        rule.either(
                            rule.has_text(r"request\.files"),
                            python.assigned(rule.has_text(r"request\.(?:files|FILES)")),
                        )
                    )
                ),
            ),
            fails=[
                "def f():\n    return open(request.args['name']).read()\n",
                "def f():\n    path = os.path.join(ROOT, request.args['name'])\n    return send_file(path)\n",
                "@app.get('/files/{name}')\ndef f(name: str):\n    return FileResponse(f'files/{name}')\n",
            ],
            passes=[
                (
                    "def f():\n"
                    "    path = os.path.join(ROOT, secure_filename(request.args['name']))\n"
                    "    return send_file(path)\n"
                ),
                "def f(name):\n    return open(name).read()\n",
                "@app.get('/files/{number}')\ndef f(number: int):\n    return FileResponse(f'files/{number}')\n",
                (
                    "def f():\n"
                    "    path = (ROOT / request.args['name']).resolve()\n"
                    "    if not path.is_relative_to(ROOT):\n"
                    "        raise ValueError\n"
                    "    return open(path)\n"
                ),
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                rule.either(
                    javascript.call(
                        (
                            r"(?:fs|fsp|fsPromises|fs\.promises|fse|fs-extra)\.(?:readFile|readFileSync|writeFile"
                            r"|writeFileSync|createReadStream|createWriteStream|unlink|unlinkSync|readdir|readdirSync"
                            r"|rm|rmSync|appendFile|appendFileSync|rename|copyFile|open|openSync)|(?:res|response"
                            r"|reply)\.(?:sendFile|sendfile|download)|require"
                        ),
                        javascript.at(
                            1,
                            rule.either(
                                javascript.TAINTED_TEXT,
                                rule.both(
                                    javascript.call(r"path\.(?:join|resolve|normalize)|join|resolve"),
                                    javascript.argument(javascript.TAINTED_TEXT),
                                ),
                                javascript.assigned(
                                    rule.both(
                                        javascript.call(r"path\.(?:join|resolve|normalize)|join|resolve"),
                                        javascript.argument(
                                            rule.either(
                                                javascript.REQUEST, javascript.assigned(javascript.REQUEST, "$PART")
                                            )
                                        ),
                                    )
                                ),
                            ),
                        ),
                    ),
                ),
                rule.without(rule.has_text(r"basename\(|req\.files?\b|\broot:")),
                rule.without(
                    rule.within(
                        rule.both(
                            javascript.FUNCTION,
                            {
                                "regex": (
                                    r"(?s)\.startsWith\(|path\.relative\(|basename\(|sanitize|\.includes\(['\"]\.\."
                                    r"|req\.files?\b"
                                )
                            },
                        )
                    )
                ),
            ),
            fails=[
                "app.get('/', (req, res) => { fs.readFile(req.query.name, done); });",
                "app.get('/', (req, res) => { const file = path.join(root, req.params.name); res.sendFile(file); });",
                "app.get('/', (req, res) => { const { name } = req.query; res.download(`files/${name}`); });",
            ],
            passes=[
                "app.get('/', (req, res) => { res.sendFile(path.basename(req.params.name), { root }); });",
                (
                    "app.get('/', (req, res) => { const file = path.resolve(root, req.params.name); if "
                    "(!file.startsWith(root)) return; res.sendFile(file); });"
                ),
                "fs.readFile(name, done);",
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                go.call(
                    (
                        r"os\.(?:Open|OpenFile|ReadFile|WriteFile|Create|Remove|RemoveAll|Mkdir|MkdirAll)"
                        r"|(?:ioutil)\.(?:ReadFile|WriteFile|ReadDir)|http\.ServeFile|c\.File"
                    ),
                    go.argument(
                        rule.either(
                            rule.both(go.TAINTED_TEXT, rule.without(rule.text(r"r\.URL\.Path"))),
                            rule.both(go.call(r"(?:filepath|path)\.Join"), go.argument(go.TAINTED_TEXT)),
                            go.assigned(
                                rule.both(
                                    go.call(r"(?:filepath|path)\.Join"),
                                    go.argument(rule.either(go.REQUEST, go.assigned(go.REQUEST, "$PART"))),
                                )
                            ),
                        )
                    ),
                ),
                rule.without(
                    rule.within(
                        rule.both(
                            go.FUNCTION,
                            {
                                "regex": (
                                    r"(?s)strings\.HasPrefix\(|filepath\.(?:Rel|IsLocal|Base)\(|path\.Base\(|SecureJoin"
                                    r"|strings\.Contains\([^)]*\"\.\.\"|filepath\.Clean\(\"/\""
                                )
                            },
                        )
                    )
                ),
            ),
            fails=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { os.ReadFile("files/" + '
                    'r.FormValue("name")) }\n'
                ),
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) {\n"
                    '\tname := r.URL.Query().Get("name")\n'
                    "\tfile := filepath.Join(root, name)\n"
                    "\thttp.ServeFile(w, r, file)\n"
                    "}\n"
                ),
            ],
            passes=[
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) { os.ReadFile(filepath.Join(root, "
                    'filepath.Base(r.FormValue("name")))) }\n'
                ),
                "package m\nfunc f(name string) { os.ReadFile(name) }\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.both(
                rule.either(
                    java.new(
                        (
                            r"(?:java\.io\.)?(?:File|FileInputStream|FileOutputStream|FileReader|FileWriter"
                            r"|RandomAccessFile|FileSystemResource)"
                        ),
                        java.argument(java.TAINTED_TEXT),
                    ),
                    java.call("get|of", java.on(rule.text("Paths|Path")), java.argument(java.TAINTED_TEXT)),
                    java.call(
                        "resolve", java.on(rule.has_text("(?i)path|dir|root|folder")), java.argument(java.TAINTED_TEXT)
                    ),
                ),
                rule.without(
                    rule.within(
                        rule.both(
                            java.METHOD,
                            {
                                "regex": (
                                    r"(?s)\.startsWith\(|FilenameUtils\.getName|getCanonicalPath|\.getFileName\(\)|toRealPath"
                                    r"|cleanPath\(|contains\(\"\.\.\""
                                )
                            },
                        )
                    )
                ),
            ),
            fails=[
                'class A { void f(HttpServletRequest request) { new File(ROOT, request.getParameter("name")); } }',
                'class A { void f(@PathVariable String name) { Paths.get("files/" + name); } }',
            ],
            passes=[
                'class A { void f(@PathVariable Long name) { Paths.get("files/" + name); } }',
                (
                    "class A { void f(@PathVariable String name) { Path path = "
                    "root.resolve(name).normalize(); if (!path.startsWith(root)) throw new E(); } }"
                ),
                "class A { void f(String name) { new File(ROOT, name); } }",
            ],
        ),
    ],
)
