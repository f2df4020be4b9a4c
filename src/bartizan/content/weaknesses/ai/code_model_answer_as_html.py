"""What a model answers is shown as text."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-model-answer-as-html",
    title="What a model answers is shown as text",
    severity=Severity.MEDIUM,
    because=(
        "A model repeats markup that somebody planted in what it read: shown as HTML it runs as "
        "script in the reader's browser, or sends away what it read in an image's address."
    ),
    fix="Show it as text, or render Markdown with a sanitiser and without images of other hosts.",
    cwe=("CWE-79",),
    serves=("ai-guardrails",),
    also=("LLM05",),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                rule.both(
                    {"kind": "assignment_expression"},
                    rule.field("left", rule.has_text(r"\.(?:innerHTML|outerHTML)$")),
                    rule.field(
                        "right",
                        rule.either(
                            javascript.ANSWER,
                            javascript.assigned(javascript.ANSWER),
                            rule.both(
                                {"kind": "call_expression"},
                                rule.begins("marked"),
                                rule.holding(rule.either(javascript.ANSWER, javascript.assigned(javascript.ANSWER))),
                            ),
                        ),
                    ),
                ),
            ),
            fails=["box.innerHTML = completion.choices[0].message.content;"],
            passes=["box.textContent = completion.choices[0].message.content;", "box.innerHTML = page.content;"],
        ),
        Look(
            language="python",
            rule=python.call(
                r"(?:\w+\.)?(?:Markup|mark_safe|HTMLResponse|st\.markdown|markdown|HTML)",
                python.first(rule.either(python.ANSWER, python.assigned(python.ANSWER))),
                rule.either(
                    rule.begins(r"(?:\w+\.)?(?:Markup|mark_safe|HTMLResponse|HTML)\("),
                    python.keyword("unsafe_allow_html", python.TRUE),
                ),
            ),
            fails=[
                "def f(q):\n    answer = llm.invoke(q).content\n    return Markup(answer)\n",
                "st.markdown(completion.choices[0].message.content, unsafe_allow_html=True)\n",
            ],
            passes=["st.markdown(completion.choices[0].message.content)\n", "def f(q):\n    return Markup(PAGE)\n"],
        ),
    ],
)
