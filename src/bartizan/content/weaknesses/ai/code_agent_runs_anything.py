"""Agents get tools for their task, not a shell."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-agent-runs-anything",
    title="Agents get tools for their task, not a shell",
    severity=Severity.HIGH,
    because=(
        "Whatever text an agent reads may tell it what to do: with a shell or an interpreter as "
        "tool that is anything this user can do."
    ),
    fix=(
        "Give it functions for what it is to do; run code in a container or a service made for "
        "that, without secrets and network."
    ),
    cwe=("CWE-94", "CWE-250"),
    serves=("ai-agent-least-privilege",),
    also=("LLM06", "langchain-python-repl"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r"(?:\w+\.)*(?:PythonREPLTool|PythonREPL|PythonAstREPLTool|ShellTool|BashProcess"
                        r"|LLMBashChain|PALChain\.\w+|BashTool|TerminalTool|create_python_agent"
                        r"|create_pandas_dataframe_agent|create_csv_agent|create_spark_dataframe_agent)"
                    ),
                    rule.either(
                        rule.without(rule.has_text(r"create_(?:pandas|csv|spark)")),
                        python.keyword("allow_dangerous_code", python.TRUE),
                    ),
                ),
                python.call(
                    r".*",
                    python.keyword(
                        "allow_dangerous_code|allow_dangerous_requests|allow_dangerous_deserialization|allow_dangerous_tools|unsafe_mode|allow_code_execution",
                        python.TRUE,
                    ),
                    rule.without(python.call(r"(?:.*\.)?(?:add_argument|Field)")),
                ),
                python.call(
                    r"load_tools",
                    python.first(rule.has_text(r"""["'](?:terminal|python_repl|python_repl_ast|shell)["']""")),
                ),
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text(r"""["']use_docker["']""")),
                    rule.field("value", python.FALSE),
                    rule.within(
                        {"kind": "keyword_argument", "has": {"field": "name", "regex": "^code_execution_config$"}}
                    ),
                ),
                python.call(r"(?:\w+\.)?LocalCommandLineCodeExecutor"),
            ),
            fails=[
                "tools = [PythonREPLTool()]\n",
                "FAISS.load_local(path, embeddings, allow_dangerous_deserialization=True)\n",
                "load_tools(['terminal', 'wikipedia'])\n",
                "UserProxyAgent('u', code_execution_config={'use_docker': False})\n",
            ],
            passes=[
                "tools = [WikipediaTool()]\n",
                "load_tools(['wikipedia'])\n",
                "UserProxyAgent('u', code_execution_config={'use_docker': True})\n",
            ],
        ),
    ],
)
