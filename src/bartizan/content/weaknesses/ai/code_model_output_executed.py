"""What a model answers is not run."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-model-output-executed",
    title="What a model answers is not run",
    severity=Severity.CRITICAL,
    because=(
        "Whoever gets a sentence in front of the model, in a question, a page or a document it "
        "reads, decides what is run here."
    ),
    fix=(
        "Have the model choose among named functions with checked arguments; run code only in a "
        "sandbox without network, files and secrets."
    ),
    cwe=("CWE-94", "CWE-95"),
    serves=("ai-guardrails",),
    also=("LLM05", "LLM06"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                rule.either(
                    python.call(
                        (
                            r"eval|exec|os\.(?:system|popen)|(?:subprocess\.)(?:run|call|check_call|check_output|Popen"
                            r"|getoutput)|compile"
                        ),
                        python.first(
                            rule.either(
                                python.ANSWER,
                                python.assigned(python.ANSWER),
                                rule.both(
                                    python.BUILT,
                                    rule.holding(rule.either(python.ANSWER, python.assigned(python.ANSWER))),
                                ),
                            )
                        ),
                    ),
                )
            ),
            fails=[
                (
                    "answer = client.chat.completions.create(model=m, messages=ms)\n"
                    "exec(answer.choices[0].message.content)\n"
                ),
                "def f(question):\n    code = llm.invoke(question).content\n    exec(code)\n",
                (
                    "def f(q):\n"
                    "    command = client.messages.create(model=m, messages=q).content[0].text\n"
                    "    subprocess.run(command, shell=True)\n"
                ),
            ],
            passes=[
                (
                    "answer = client.chat.completions.create(model=m, messages=ms)\n"
                    "print(answer.choices[0].message.content)\n"
                ),
                "def f(code):\n    exec(code)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"eval|vm\.runIn\w+|(?:\w+\.)?(?:exec|execSync)",
                    javascript.at(1, rule.either(javascript.ANSWER, javascript.assigned(javascript.ANSWER))),
                ),
                javascript.new(
                    "Function",
                    javascript.argument(rule.either(javascript.ANSWER, javascript.assigned(javascript.ANSWER))),
                ),
            ),
            fails=[
                "eval(completion.choices[0].message.content);",
                "async function f(q) { const { text } = await generateText({ model, prompt: q }); execSync(text); }",
            ],
            passes=[
                "console.log(completion.choices[0].message.content);",
                "async function f(q) { const { text } = await readPage(q); show(text); }",
            ],
        ),
    ],
)
