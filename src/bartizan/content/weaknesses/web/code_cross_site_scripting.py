"""What a request holds is escaped before it is part of a page."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-cross-site-scripting",
    title="What a request holds is escaped before it is part of a page",
    severity=Severity.HIGH,
    because=(
        "Script in the value runs in the visitor's browser, as this site: it reads what the "
        "visitor sees and does what the visitor may do."
    ),
    fix=(
        "Render through a template that escapes, or escape by hand (`markupsafe.escape`, "
        "`html.EscapeString`, `Encode.forHtml`); send data as JSON."
    ),
    cwe=("CWE-79",),
    serves=("injection-prevention",),
    also=(
        "XSS_SERVLET",
        "directly-returned-format-string",
        "direct-response-write",
        "no-direct-write-to-responsewriter",
        "raw-html-format",
        "no-fprintf-to-responsewriter",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                rule.either(
                    rule.both(
                        {"kind": "return_statement"},
                        {
                            "has": rule.both(
                                python.BUILT,
                                rule.either(rule.HTML),
                                rule.holding(rule.either(python.REQUEST, python.assigned(python.REQUEST, "$PART"))),
                            )
                        },
                        rule.within(
                            rule.both(
                                {"kind": "decorated_definition"},
                                {"has": {"kind": "decorator", "regex": r"\.(?:route|get|post)\("}},
                            )
                        ),
                    ),
                    rule.both(
                        {"kind": "return_statement"},
                        {"has": python.REQUEST},
                        rule.without(rule.has_text("json|get_json|url|path")),
                        rule.within(
                            rule.both(
                                {"kind": "decorated_definition"}, {"has": {"kind": "decorator", "regex": r"\.route\("}}
                            )
                        ),
                    ),
                    python.call(
                        r"(?:django\.http\.)?HttpResponse|make_response|Response|HTMLResponse|self\.write",
                        python.first(
                            rule.either(
                                rule.both(python.REQUEST, rule.without(rule.has_text(r"json|\.body|\.data|\.path"))),
                                rule.both(
                                    python.BUILT,
                                    rule.HTML,
                                    rule.holding(rule.either(python.REQUEST, python.assigned(python.REQUEST, "$PART"))),
                                ),
                            )
                        ),
                    ),
                    python.call(
                        r"(?:markupsafe\.|flask\.)?Markup|(?:django\.utils\.safestring\.)?mark_safe|SafeString",
                        python.first(python.TAINTED_TEXT),
                    ),
                ),
                rule.without(rule.has_text(r"escape\(|content_type=|mimetype=")),
            ),
            fails=[
                "@app.route('/')\ndef f():\n    return f\"<h1>{request.args['name']}</h1>\"\n",
                "def f(request):\n    return HttpResponse('<b>' + request.GET['name'] + '</b>')\n",
                "def f():\n    return Markup(request.args['note'])\n",
            ],
            passes=[
                "@app.route('/')\ndef f():\n    return f\"<h1>{escape(request.args['name'])}</h1>\"\n",
                "@app.route('/')\ndef f():\n    return render_template('page.html', name=request.args['name'])\n",
                "def f(request):\n    return HttpResponse('<b>hello</b>')\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                javascript.call(
                    r"(?:res|response|reply)(?:\.status\(\d+\)|\.type\(.*\))?\.(?:send|write|end)|ctx\.body",
                    javascript.at(
                        1,
                        rule.either(
                            rule.both(
                                javascript.BUILT,
                                rule.holding(
                                    rule.either(javascript.REQUEST, javascript.assigned(javascript.REQUEST, "$PART"))
                                ),
                            ),
                            rule.both(
                                {"kind": "member_expression"},
                                javascript.REQUEST,
                                rule.begins(r"req\.(?:query|params)\.\w+$"),
                            ),
                        ),
                    ),
                ),
                rule.without(rule.has_text(r"(?i)escape|encode|sanitize|JSON\.stringify")),
            ),
            fails=[
                "app.get('/', (req, res) => res.send('<h1>' + req.query.name + '</h1>'));",
                "app.get('/', (req, res) => { const name = req.query.name; res.send(`Hello ${name}`); });",
            ],
            passes=[
                "app.get('/', (req, res) => res.send('<h1>' + escapeHtml(req.query.name) + '</h1>'));",
                "app.get('/', (req, res) => res.json({ name: req.query.name }));",
                "app.get('/', (req, res) => res.render('page', { name: req.query.name }));",
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                rule.either(
                    go.call(
                        r"fmt\.(?:Fprintf|Fprint|Fprintln)",
                        go.at(1, rule.text("w|rw|res|writer|resp")),
                        go.argument(rule.both(go.TAINTED, rule.without(rule.has_text(r"^(?:r|req)\.URL\.Path$")))),
                        rule.without(rule.has_text(r"%q|%d")),
                    ),
                    go.call(
                        r"(?:w|rw|writer)\.Write",
                        go.at(1, rule.both({"kind": "type_conversion_expression"}, rule.holding(go.REQUEST))),
                    ),
                    go.call(
                        r"(?:w|rw|writer)\.Write",
                        go.at(
                            1,
                            rule.both(
                                {"kind": "call_expression"}, rule.begins(r"\[\]byte\("), rule.holding(go.TAINTED)
                            ),
                        ),
                    ),
                ),
                rule.without(rule.has_text(r"EscapeString|json\.")),
                rule.within(rule.both(go.FUNCTION, rule.field("parameters", rule.has_text(r"http\.ResponseWriter")))),
            ),
            fails=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "<h1>%s</h1>", '
                    'r.FormValue("name")) }\n'
                )
            ],
            passes=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "<h1>%s</h1>", '
                    'html.EscapeString(r.FormValue("name"))) }\n'
                ),
                'package m\nfunc f(w io.Writer, r *http.Request) { fmt.Fprintf(w, "%s", r.FormValue("name")) }\n',
            ],
        ),
        Look(
            language="java",
            rule=rule.both(
                java.call(
                    "print|println|write|printf|append|format",
                    java.on(rule.has_text(r"(?:getWriter\(\)|getOutputStream\(\)|^out|^writer|^pw|^printWriter)$")),
                    java.argument(
                        rule.either(
                            java.REQUEST,
                            rule.both(java.assigned(java.REQUEST)),
                            rule.both(
                                java.BUILT,
                                rule.holding(rule.either(java.REQUEST, java.assigned(java.REQUEST, "$PART"))),
                            ),
                        )
                    ),
                ),
                rule.without(rule.has_text(r"(?i)encode|escape|sanitize")),
                rule.without(
                    rule.within(
                        rule.both(java.METHOD, {"regex": r"(?s)new (?:FileWriter|FileOutputStream)|application/json"})
                    )
                ),
            ),
            fails=[
                (
                    "class A { void f(HttpServletRequest request, HttpServletResponse response) { "
                    'response.getWriter().println("<h1>" + request.getParameter("name")); } }'
                )
            ],
            passes=[
                (
                    "class A { void f(HttpServletRequest request, HttpServletResponse response) { "
                    'response.getWriter().println(Encode.forHtml(request.getParameter("name"))); } }'
                )
            ],
        ),
    ],
)
