"""Response headers are not made of what a request holds."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-header-injection",
    title="Response headers are not made of what a request holds",
    severity=Severity.MEDIUM,
    because=(
        "A line break in a value ends the header and begins another, or the page itself: caches "
        "are poisoned and cookies set; even without, the value decides what browsers do with the "
        "answer."
    ),
    fix="Choose header values from a fixed list, or encode what goes into them.",
    cwe=("CWE-113",),
    serves=("injection-prevention",),
    also=("HTTP_RESPONSE_SPLITTING", "HRS_REQUEST_PARAMETER_TO_HTTP_HEADER"),
    looks=[
        Look(
            language="java",
            rule=java.call(
                "setHeader|addHeader",
                java.at(
                    2,
                    rule.either(
                        java.REQUEST,
                        rule.both(java.BUILT, rule.holding(java.REQUEST)),
                        java.assigned(rule.both(java.REQUEST, rule.without(rule.has_text("Origin")))),
                    ),
                ),
                rule.without(rule.has_text(r"Access-Control|encode")),
            ),
            fails=[
                (
                    "class A { void f(HttpServletRequest request, HttpServletResponse response) { "
                    'response.setHeader("X-Page", request.getParameter("page")); } }'
                )
            ],
            passes=['class A { void f(HttpServletResponse response) { response.setHeader("X-Page", "first"); } }'],
        ),
        Look(
            language="python",
            rule=rule.both(
                {"kind": "assignment"},
                rule.field(
                    "left",
                    rule.both({"kind": "subscript"}, rule.begins(r"(?:response|resp|res|self\.response)\.headers\[")),
                ),
                rule.field("right", python.TAINTED),
                rule.without(rule.has_text("Access-Control|Origin")),
            ),
            fails=["def f():\n    response.headers['X-Page'] = request.args['page']\n"],
            passes=["def f():\n    response.headers['X-Page'] = 'first'\n"],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:res|response|reply|ctx)\.(?:setHeader|header|set|append|writeHead)",
                javascript.at(2, rule.both(javascript.TAINTED, rule.without(rule.has_text(r"(?i)origin")))),
                rule.without(
                    rule.has_text(r"(?i)access-control|content-(?:range|length|type)|encodeURI|['\"]location")
                ),
            ),
            fails=["app.get('/', (req, res) => { res.setHeader('X-Page', req.query.page); });"],
            passes=[
                "app.get('/', (req, res) => { res.setHeader('X-Page', encodeURIComponent(req.query.page)); });",
                "app.get('/', (req, res) => { res.set('X-Page', 'first'); });",
            ],
        ),
    ],
)
