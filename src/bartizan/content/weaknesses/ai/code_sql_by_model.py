"""SQL that a model wrote runs with the rights of a reader."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-sql-by-model",
    title="SQL that a model wrote runs with the rights of a reader",
    severity=Severity.HIGH,
    because=(
        "Whoever words the question words the statement: it reads every table and, with the rights to, changes it."
    ),
    fix=(
        "Use a connection that may only read the tables meant, with a limit of rows and time, "
        "and check the statement before it runs."
    ),
    cwe=("CWE-89", "CWE-94"),
    serves=("ai-agent-least-privilege",),
    also=("LLM06",),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r".*\.(?:execute|run_sql|run|read_sql|read_sql_query|sql)",
                    python.first(
                        rule.either(
                            python.ANSWER,
                            python.assigned(python.ANSWER),
                            rule.both(
                                python.call(r"(?:\w+\.)*text"),
                                python.first(rule.either(python.ANSWER, python.assigned(python.ANSWER))),
                            ),
                        )
                    ),
                    rule.without(rule.has_text(r"^subprocess|^asyncio|^app\.")),
                ),
                python.call(
                    r"(?:\w+\.)?(?:SQLDatabaseChain\.from_llm|create_sql_agent|NLSQLTableQueryEngine"
                    r"|SQLDatabaseSequentialChain\.from_llm)"
                ),
            ),
            fails=[
                "def f(q):\n    statement = llm.invoke(q).content\n    cursor.execute(statement)\n",
                "agent = create_sql_agent(llm, db=db)\n",
            ],
            passes=[
                "cursor.execute(STATEMENT)\n",
                "def f(q):\n    answer = llm.invoke(q).content\n    log(answer)\n",
            ],
        ),
    ],
)
