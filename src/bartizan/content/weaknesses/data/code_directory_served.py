"""Only folders meant for visitors are served."""

from bartizan.content.weaknesses.shapes import go, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-directory-served",
    title="Only folders meant for visitors are served",
    severity=Severity.MEDIUM,
    because="Serving a whole disk, a home or the project's own folder gives away keys, settings and code.",
    fix="Serve one folder made for it, without listings.",
    cwe=("CWE-552", "CWE-548"),
    serves=("no-public-data",),
    also=("G111", "express-check-directory-listing", "detect-serve-index"),
    looks=[
        Look(
            language="go",
            rule=go.call(
                r"http\.FileServer", go.at(1, rule.text(r'http\.Dir\("(?:/|\.|\./|\.\.|/home|/etc|/root)"\)'))
            ),
            fails=['package m\nvar h = http.FileServer(http.Dir("/"))\n'],
            passes=['package m\nvar h = http.FileServer(http.Dir("./public"))\n'],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(r"serveIndex"),
                javascript.call(
                    r"express\.static",
                    javascript.at(
                        1,
                        rule.text(
                            r"""["'`](?:/|\./?|\.\./?)["'`]|__dirname|process\.cwd\(\)|path\.(?:join|resolve)\(__dirname(?:,\s*["'](?:\.|/|\./)["'])?\)"""
                        ),
                    ),
                ),
            ),
            fails=["app.use('/ftp', serveIndex('ftp'));", "app.use(express.static(__dirname));"],
            passes=["app.use(express.static('public'));", "app.use(express.static(path.join(__dirname, 'public')));"],
        ),
        Look(
            language="python",
            rule=python.call(
                r"(?:\w+\.)*(?:add_static|StaticFiles)",
                rule.either(
                    python.keyword("show_index", python.TRUE),
                    python.keyword("directory", rule.text(r"""["'](?:/|\.|\./|\.\.)["']""")),
                ),
            ),
            fails=["app.router.add_static('/files', path, show_index=True)\n"],
            passes=["app.mount('/static', StaticFiles(directory='static'))\n"],
        ),
    ],
)
