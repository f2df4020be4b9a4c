"""Redirects stay on the site unless the target is on a list."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-open-redirect",
    title="Redirects stay on the site unless the target is on a list",
    severity=Severity.MEDIUM,
    because=(
        "A link to this site that ends on another one is how people are led to type their "
        "password there, and how tokens in addresses leak."
    ),
    fix=(
        "Redirect to paths of one's own (`/` at the start, not `//`), or to hosts on a list "
        "(`url_has_allowed_host_and_scheme`)."
    ),
    cwe=("CWE-601",),
    serves=("http-hardening",),
    also=("UNVALIDATED_REDIRECT", "open-redirect", "express-open-redirect", "spring-unvalidated-redirect"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(
                    (
                        r"(?:flask\.)?redirect|HttpResponseRedirect|HttpResponsePermanentRedirect|RedirectResponse"
                        r"|(?:self|web)\.(?:redirect|HTTPFound)|HTTPFound"
                    ),
                    python.first(
                        rule.both(
                            rule.either(
                                python.REQUEST,
                                python.assigned(
                                    rule.both(
                                        python.REQUEST,
                                        rule.has_text(r"args|GET|POST|form|values|params|headers|get_argument"),
                                    )
                                ),
                            ),
                            rule.without(
                                rule.has_text(r"request\.(?:path|full_path|get_full_path|url\b|META\[|build_absolute)")
                            ),
                        )
                    ),
                ),
                rule.without(
                    rule.within(
                        {
                            "kind": "function_definition",
                            "regex": (
                                r"(?s)url_has_allowed_host|is_safe_url|is_safe_redirect|urlparse\(|urlsplit\(|startswith\("
                                r"|is_safe|allowed_hosts"
                            ),
                        }
                    )
                ),
            ),
            fails=[
                "def f():\n    return redirect(request.args['next'])\n",
                "def f(request):\n    target = request.GET.get('next')\n    return HttpResponseRedirect(target)\n",
            ],
            passes=[
                (
                    "def f(request):\n"
                    "    target = request.GET.get('next')\n"
                    "    if url_has_allowed_host_and_scheme(target, HOSTS):\n"
                    "        return HttpResponseRedirect(target)\n"
                ),
                "def f():\n    return redirect(url_for('index', page=request.args['page']))\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                rule.either(
                    javascript.call(
                        r"(?:res|response|reply|ctx)(?:\.status\(\d+\))?\.redirect",
                        javascript.argument(
                            rule.either(
                                rule.both(
                                    javascript.REQUEST, rule.without(rule.has_text(r"originalUrl|\.header|\.get\("))
                                ),
                                rule.both(
                                    javascript.assigned(
                                        rule.both(javascript.REQUEST, rule.without(rule.has_text(r"originalUrl")))
                                    )
                                ),
                            )
                        ),
                    ),
                    rule.both(
                        {"kind": "assignment_expression"},
                        rule.field("left", rule.text(r"(?:window\.|document\.)?location(?:\.href)?")),
                        rule.field(
                            "right",
                            rule.either(
                                rule.both(
                                    {"kind": "call_expression"},
                                    rule.begins(
                                        r"(?:new URLSearchParams\((?:window\.)?location\.search\)|\w*[pP]arams"
                                        r"|searchParams)\.get\("
                                    ),
                                )
                            ),
                        ),
                    ),
                    javascript.call(r"NextResponse\.redirect", javascript.at(1, javascript.TAINTED)),
                ),
                rule.without(
                    rule.within(
                        rule.both(
                            javascript.FUNCTION,
                            {
                                "regex": (
                                    r"(?s)isSafe|isAllowed|allowed\w*\.|\.startsWith\(|new URL\(|isRelative|isLocal"
                                    r"|isRedirectAllowed|whitelist|allowlist"
                                )
                            },
                        )
                    )
                ),
            ),
            fails=[
                "app.get('/', (req, res) => res.redirect(req.query.next));",
                "app.get('/', (req, res) => { const next = req.query.next; res.redirect(302, next); });",
            ],
            passes=[
                "app.get('/', (req, res) => res.redirect('/home'));",
                (
                    "app.get('/', (req, res) => { const next = req.query.next; if (allowed.has(next)) "
                    "res.redirect(next); });"
                ),
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                rule.either(
                    go.call(
                        r"http\.Redirect",
                        go.at(3, rule.both(go.TAINTED, rule.without(rule.text(r"r\.URL\.Path|r\.RequestURI")))),
                    ),
                    go.call(r"c\.Redirect|ctx\.Redirect", go.argument(go.TAINTED)),
                ),
                rule.without(rule.within(rule.both(go.FUNCTION, {"regex": r"(?s)strings\.HasPrefix\(|url\.Parse\("}))),
            ),
            fails=[
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "
                    'r.FormValue("next"), 302) }\n'
                )
            ],
            passes=[
                'package m\nfunc f(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/home", 302) }\n'
            ],
        ),
        Look(
            language="java",
            rule=rule.both(
                rule.either(
                    java.call("sendRedirect", java.at(1, java.TAINTED)),
                    java.new("RedirectView", java.at(1, java.TAINTED)),
                    rule.both(
                        {"kind": "return_statement"},
                        {
                            "has": rule.both(
                                {"kind": "binary_expression"},
                                rule.begins(r'"redirect:"\s*\+'),
                                rule.field("right", java.TAINTED),
                            )
                        },
                    ),
                ),
                rule.without(
                    rule.within(rule.both(java.METHOD, {"regex": r"(?s)\.startsWith\(|isSafe|allowed|whitelist"}))
                ),
            ),
            fails=[
                (
                    "class A { void f(HttpServletRequest request, HttpServletResponse response) { "
                    'response.sendRedirect(request.getParameter("next")); } }'
                ),
                'class A { String f(@RequestParam String next) { return "redirect:" + next; } }',
            ],
            passes=[
                'class A { void f(HttpServletResponse response) { response.sendRedirect("/home"); } }',
                'class A { String f(@RequestParam Long id) { return "redirect:/orders/" + id; } }',
            ],
        ),
    ],
)
