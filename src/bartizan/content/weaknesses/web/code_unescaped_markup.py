"""Escaping stays on in templates and components."""

from bartizan.content.weaknesses.shapes import go, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-unescaped-markup",
    title="Escaping stays on in templates and components",
    severity=Severity.MEDIUM,
    because="Markup in a value that is taken as it is becomes part of the page, with script.",
    fix="Leave escaping on; where markup is meant, sanitise it first (`bleach`, `nh3`, DOMPurify).",
    cwe=("CWE-79", "CWE-116"),
    serves=("injection-prevention",),
    also=(
        "B308",
        "B701",
        "B702",
        "B703",
        "B704",
        "G203",
        "react-dangerouslysetinnerhtml",
        "react/no-danger",
        "avoid-mark-safe",
        "template-autoescape-off",
        "avoid_using_formatted_markup",
        "direct-use-of-jinja2",
        "detect-angular-sce-disabled",
        "unescaped-data-in-htmlattr",
        "vue/no-v-html",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"(?:jinja2\.)?Environment|(?:jinja2\.)?sandbox\.\w+Environment",
                    python.keyword("autoescape", python.FALSE),
                    python.imports("jinja2"),
                ),
                python.call(
                    r"(?:django\.utils\.safestring\.)?mark_safe|(?:markupsafe\.|flask\.)?Markup",
                    python.first(
                        rule.both(
                            python.BUILT_TEXT,
                            rule.without(
                                rule.has_text(
                                    r"escape\(|format_html|conditional_escape|static\(|reverse\(|_\(\w*\)|gettext"
                                )
                            ),
                        )
                    ),
                ),
                rule.both(
                    {"kind": "assignment"},
                    rule.field("left", rule.has_text(r"\.autoescape$")),
                    rule.field("right", python.FALSE),
                ),
            ),
            fails=[
                "from jinja2 import Environment\nenvironment = Environment(autoescape=False)\n",
                "mark_safe(f'<b>{name}</b>')\n",
            ],
            passes=[
                "from jinja2 import Environment\nenvironment = Environment(autoescape=True)\n",
                "mark_safe('<br>')\n",
                "format_html('<b>{}</b>', name)\n",
            ],
        ),
        Look(
            language="tsx",
            rule=rule.both(
                {"kind": "jsx_attribute"},
                rule.begins("dangerouslySetInnerHTML"),
                rule.holding(
                    rule.both(
                        {"kind": "pair"},
                        rule.field("key", rule.text("__html")),
                        rule.field(
                            "value",
                            rule.both(
                                rule.either(
                                    {"kind": "identifier"},
                                    {"kind": "member_expression"},
                                    {"kind": "call_expression"},
                                    {"kind": "template_string"},
                                    {"kind": "binary_expression"},
                                    {"kind": "subscript_expression"},
                                ),
                                rule.without(
                                    rule.either(
                                        rule.has_text(
                                            r"(?i)purify|sanitize|escape|JSON\.stringify|serialize|safe|highlight|katex|\bcss\b|style"
                                            r"|script|icon|svg|translat|\bt\("
                                        ),
                                        rule.text(r"(?:\w+\.)*[A-Z][A-Z0-9_]*"),
                                    )
                                ),
                            ),
                        ),
                    )
                ),
                rule.without({"inside": {"regex": r"^<(?:script|style)\b"}}),
            ),
            fails=["const Note = ({ text }) => <p dangerouslySetInnerHTML={{ __html: text }} />;"],
            passes=[
                "const Note = ({ text }) => <p>{text}</p>;",
                "const Note = ({ text }) => <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(text) }} />;",
                "const Note = () => <p dangerouslySetInnerHTML={{ __html: '&nbsp;' }} />;",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    (
                        r"(?:this\.)?\w*(?:[sS]anitizer|\$sce)\w*\.(?:bypassSecurityTrust(?:Html|Script|Style|Url"
                        r"|ResourceUrl)|trustAs(?:Html|Js|Url|ResourceUrl)?)"
                    ),
                    javascript.argument(rule.without(javascript.LITERAL)),
                ),
                javascript.call(r"\$sceProvider\.enabled", javascript.at(1, javascript.FALSE)),
                javascript.call(
                    r"(?:nunjucks|env)\.configure|new nunjucks\.Environment",
                    javascript.argument(javascript.pair("autoescape", javascript.FALSE)),
                ),
                javascript.call(
                    r"(?:Handlebars|handlebars|hbs)\.compile",
                    javascript.argument(javascript.pair("noEscape", javascript.TRUE)),
                ),
            ),
            fails=[
                "this.sanitizer.bypassSecurityTrustHtml(this.table.description);",
                "nunjucks.configure('views', { autoescape: false });",
            ],
            passes=[
                "this.sanitizer.sanitize(SecurityContext.HTML, text);",
                "nunjucks.configure('views', { autoescape: true });",
            ],
        ),
        Look(
            language="go",
            rule=rule.both(
                {"kind": "call_expression"},
                rule.field("function", rule.text(r"template\.(?:HTML|JS|HTMLAttr|URL|CSS|JSStr|Srcset)")),
                go.at(1, rule.either(go.BUILT, go.TAINTED)),
                rule.either(go.imports("html/template"), go.imports("text/template"), rule.has_text(r"^template")),
            ),
            fails=['package m\nfunc f(name string) { page := template.HTML("<b>" + name + "</b>") }\n'],
            passes=[
                'package m\nfunc f() { page := template.HTML("<br>") }\n',
                'package m\nfunc f(name string) { page := template.HTMLEscapeString("<b>" + name) }\n',
            ],
        ),
    ],
)
