"""HTML is not put together from text in the browser."""

from bartizan.content.weaknesses.shapes import javascript, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-html-from-text",
    title="HTML is not put together from text in the browser",
    severity=Severity.MEDIUM,
    because="Markup in any part of the text becomes part of the page, with script.",
    fix="Set `textContent`, make elements, or sanitise with DOMPurify.",
    cwe=("CWE-79",),
    serves=("injection-prevention",),
    also=(
        "insecure-document-method",
        "no-unsanitized/property",
        "no-unsanitized/method",
        "detect-disable-mustache-escape",
    ),
    looks=[
        Look(
            language="javascript",
            rule=rule.both(
                rule.either(
                    rule.both(
                        rule.either({"kind": "assignment_expression"}, {"kind": "augmented_assignment_expression"}),
                        rule.field("left", rule.has_text(r"\.(?:innerHTML|outerHTML|srcdoc)$")),
                        rule.field(
                            "right",
                            rule.either(
                                javascript.BUILT,
                                javascript.REQUEST,
                                rule.both(
                                    {"kind": "call_expression"},
                                    rule.has_text(
                                        r"^(?:decodeURI(?:Component)?\()?(?:window\.|document\.)?location\.|^\w*[pP]arams\.get\("
                                    ),
                                ),
                                rule.both(
                                    {"kind": "member_expression"},
                                    rule.has_text(
                                        r"^(?:e|ev|evt|event|msg|message)\.data(?:\.\w+)*$|location\.(?:hash|search|href)$"
                                    ),
                                ),
                            ),
                        ),
                    ),
                    javascript.call(
                        r"document\.(?:write|writeln)",
                        javascript.at(
                            1,
                            rule.either(
                                rule.both(javascript.BUILT, rule.without(rule.has_text(r"<script|<link|<\\?/script"))),
                                rule.has_text(r"location\.(?:hash|search|href)|document\.(?:URL|referrer)"),
                            ),
                        ),
                    ),
                    javascript.call(
                        r".*\.insertAdjacentHTML", javascript.at(2, rule.both(javascript.BUILT, rule.HTML))
                    ),
                ),
                rule.without(rule.has_text(r"(?i)DOMPurify|sanitize|escape\w*\(|encode\w*\(")),
            ),
            fails=[
                "element.innerHTML = '<b>' + name + '</b>';",
                "document.write('<p>' + location.search);",
                "list.insertAdjacentHTML('beforeend', `<li>${name}</li>`);",
            ],
            passes=[
                "element.textContent = name;",
                "element.innerHTML = '';",
                "element.innerHTML = DOMPurify.sanitize('<b>' + name + '</b>');",
                "element.innerHTML = `<b>${escapeHtml(name)}</b>`;",
            ],
        ),
    ],
)
