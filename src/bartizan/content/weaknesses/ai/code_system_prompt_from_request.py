"""What a request holds is not part of the system's instructions to a model."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-system-prompt-from-request",
    title="What a request holds is not part of the system's instructions to a model",
    severity=Severity.MEDIUM,
    because=(
        "Text in the system's part of a prompt is obeyed: a caller who writes there takes over "
        "what the model does, and the tools it has."
    ),
    fix="Keep the system's part fixed and hand the request over as a message of the user.",
    cwe=("CWE-1427", "CWE-77"),
    serves=("ai-guardrails",),
    also=("LLM01",),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                rule.both(
                    {"kind": "dictionary"},
                    {
                        "has": rule.both(
                            {"kind": "pair"},
                            rule.field("key", rule.text(r"""["']role["']""")),
                            rule.field("value", rule.text(r"""["'](?:system|developer)["']""")),
                        )
                    },
                    {
                        "has": rule.both(
                            {"kind": "pair"},
                            rule.field("key", rule.text(r"""["']content["']""")),
                            rule.field("value", python.TAINTED_TEXT),
                        )
                    },
                ),
                python.call(
                    r"(?:\w+\.)?SystemMessage(?:PromptTemplate\.from_template)?",
                    rule.either(python.first(python.TAINTED_TEXT), python.keyword("content", python.TAINTED_TEXT)),
                ),
                python.call(
                    r".*\.(?:create|invoke|generate_content|stream)",
                    python.keyword("system|system_prompt|system_instruction|instructions", python.TAINTED_TEXT),
                ),
            ),
            fails=[
                "def f():\n    ask([{'role': 'system', 'content': f\"You help {request.json['name']}\"}])\n",
                "def f():\n    client.messages.create(model=m, system=request.json['style'])\n",
            ],
            passes=[
                (
                    "def f():\n"
                    "    ask([{'role': 'system', 'content': RULES}, {'role': 'user', 'content': "
                    "request.json['text']}])\n"
                )
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                rule.both(
                    javascript.pair("role", rule.text(r"""["'`](?:system|developer)["'`]""")),
                    javascript.pair("content", javascript.TAINTED_TEXT),
                ),
                javascript.call(
                    r"generateText|streamText|generateObject|streamObject|(?:\w+\.)*messages\.create",
                    javascript.at(1, javascript.pair("system|instructions", javascript.TAINTED_TEXT)),
                ),
            ),
            fails=[
                (
                    "app.post('/', async (req, res) => { await ask([{ role: 'system', content: `You help "
                    "${req.body.name}` }]); });"
                )
            ],
            passes=[
                (
                    "app.post('/', async (req, res) => { await ask([{ role: 'system', content: RULES }, { "
                    "role: 'user', content: req.body.text }]); });"
                )
            ],
        ),
    ],
)
