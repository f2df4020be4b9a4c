"""SQL statements get their values as parameters, never as text."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-sql-from-text",
    title="SQL statements get their values as parameters, never as text",
    severity=Severity.HIGH,
    because=(
        "A value that becomes part of the statement's text can change what the statement does, "
        "as soon as somebody else decides the value; and a quotation mark in it breaks the "
        "statement even when nobody means harm."
    ),
    fix=(
        "Leave placeholders (`?`, `%s`, `$1`, `:name`) in the statement and hand the values over "
        "beside it. Names of tables and columns cannot be parameters: choose them from a fixed "
        "list."
    ),
    cwe=("CWE-89",),
    serves=("injection-prevention",),
    also=(
        "B608",
        "B610",
        "B611",
        "G201",
        "G202",
        "SQL_INJECTION_JDBC",
        "SQL_INJECTION_JPA",
        "SQL_INJECTION_SPRING_JDBC",
        "SQL_INJECTION_HIBERNATE",
        "formatted-sql-query",
        "sqlalchemy-execute-raw-query",
        "string-formatted-query",
        "formatted-sql-string",
        "jdbc-sqli",
        "express-sequelize-injection",
        "detect-sql-literal-injection",
    ),
    looks=[
        Look(
            language="python",
            rule=python.call(
                (
                    r"(?:.*\.)?(?:execute|executemany|executescript|raw|read_sql|read_sql_query|RawSQL|fetch"
                    r"|fetchrow|fetchval|fetch_all|fetch_one)"
                ),
                python.first(
                    rule.either(
                        rule.both(
                            rule.either(
                                rule.both(python.BUILT, rule.SQL), python.assigned(rule.both(python.BUILT, rule.SQL))
                            ),
                            rule.without(
                                rule.either(
                                    rule.both(python.BUILT, rule.SQL, rule.holding(python.PART)),
                                    python.assigned(rule.both(python.BUILT, rule.SQL, rule.holding(python.PART))),
                                )
                            ),
                        ),
                        rule.both(
                            python.call(r"(?:\w+\.)*(?:text|SQL|RawSQL)"),
                            python.first(
                                rule.both(
                                    rule.either(
                                        rule.both(python.BUILT, rule.SQL),
                                        python.assigned(rule.both(python.BUILT, rule.SQL)),
                                    ),
                                    rule.without(
                                        rule.either(
                                            rule.both(python.BUILT, rule.SQL, rule.holding(python.PART)),
                                            python.assigned(
                                                rule.both(python.BUILT, rule.SQL, rule.holding(python.PART))
                                            ),
                                        )
                                    ),
                                )
                            ),
                        ),
                    )
                ),
            ),
            fails=[
                "def f(cursor, name):\n    cursor.execute(f\"SELECT * FROM users WHERE name = '{name}'\")\n",
                (
                    "def f(db, name):\n"
                    "    query = \"SELECT * FROM users WHERE name = '%s'\" % name\n"
                    "    return db.execute(query)\n"
                ),
                'def f(db, name):\n    db.session.execute(text("DELETE FROM users WHERE name = \'" + name + "\'"))\n',
                "User.objects.raw('select * from users where name = {}'.format(name))\n",
            ],
            passes=[
                (
                    "def f(cursor):\n"
                    "    cursor.execute('SELECT * FROM users WHERE name = %s', (request.args['name'],))\n"
                ),
                "cursor.execute(f'SELECT * FROM {TABLE} WHERE name = ?', (name,))\n",
                "task.execute(f'backup {request.args[\"name\"]}')\n",
                (
                    "def f(cursor):\n"
                    "    cursor.execute(f\"SELECT * FROM users WHERE name = '{request.args['name']}'\")\n"
                ),
                (
                    "def f(db):\n"
                    "    name = request.form['name']\n"
                    "    query = \"SELECT * FROM users WHERE name = '%s'\" % name\n"
                    "    return db.execute(query)\n"
                ),
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                (
                    r"(?:.*[.?])?(?:query|execute|raw|all|get|run|each|exec|one|any|none|many|\$queryRawUnsafe"
                    r"|\$executeRawUnsafe|whereRaw|orderByRaw|havingRaw|selectRaw|literal|unsafe)"
                ),
                javascript.at(
                    1,
                    rule.both(
                        rule.either(
                            rule.both(javascript.BUILT, rule.SQL),
                            javascript.assigned(rule.both(javascript.BUILT, rule.SQL)),
                        ),
                        rule.without(
                            rule.either(
                                rule.both(javascript.BUILT, rule.SQL, rule.holding(javascript.PART)),
                                javascript.assigned(
                                    rule.both(javascript.BUILT, rule.SQL, rule.holding(javascript.PART))
                                ),
                            )
                        ),
                    ),
                ),
            ),
            fails=[
                "db.query(`SELECT * FROM users WHERE name = '${name}'`);",
                (
                    "function f(id) {\n"
                    "  const sql = 'SELECT * FROM users WHERE id = ' + id;\n"
                    "  return pool.query(sql);\n"
                    "}\n"
                ),
                "models.sequelize.query(`SELECT * FROM Products WHERE name LIKE '%${criteria}%'`);",
            ],
            passes=[
                "db.query('SELECT * FROM users WHERE name = ?', [req.query.name]);",
                "db.query(sql`SELECT * FROM users WHERE name = ${req.query.name}`);",
                "db.query(`SELECT * FROM ${TABLE} WHERE name = ?`, [name]);",
                "app.get(`/select/${x}/from`, handler);",
                "app.get('/', (req) => db.query(`SELECT * FROM users WHERE name = '${req.query.name}'`));",
                (
                    "function f(req) {\n"
                    "  const { id } = req.params;\n"
                    "  const sql = 'SELECT * FROM users WHERE id = ' + id;\n"
                    "  return pool.query(sql);\n"
                    "}\n"
                ),
            ],
        ),
        Look(
            language="go",
            rule=go.call(
                (
                    r".*\.(?:Query|QueryRow|Exec|QueryContext|QueryRowContext|ExecContext|Raw|Prepare"
                    r"|PrepareContext|Get|Select|Queryx|MustExec|NamedExec)"
                ),
                go.argument(
                    rule.both(
                        rule.either(rule.both(go.BUILT, rule.SQL), go.assigned(rule.both(go.BUILT, rule.SQL))),
                        rule.without(
                            rule.either(
                                rule.both(go.BUILT, rule.SQL, rule.holding(go.PART)),
                                go.assigned(rule.both(go.BUILT, rule.SQL, rule.holding(go.PART))),
                            )
                        ),
                    )
                ),
            ),
            fails=[
                'package m\nfunc f(name string) { db.Query("SELECT * FROM users WHERE name = \'" + name + "\'") }\n',
                (
                    "package m\n"
                    "func f(id string) {\n"
                    '\tq := fmt.Sprintf("DELETE FROM users WHERE id = %s", id)\n'
                    "\tdb.ExecContext(ctx, q)\n"
                    "}\n"
                ),
            ],
            passes=[
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { db.Query("SELECT * FROM users WHERE '
                    'name = $1", r.FormValue("name")) }\n'
                ),
                'package m\nfunc f(id int) { db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = %d", id)) }\n',
                (
                    "package m\n"
                    'func f(w http.ResponseWriter, r *http.Request) { db.Query("SELECT * FROM users WHERE '
                    'name = \'" + r.FormValue("name") + "\'") }\n'
                ),
                (
                    "package m\n"
                    "func f(w http.ResponseWriter, r *http.Request) {\n"
                    '\tid := r.URL.Query().Get("id")\n'
                    '\tq := fmt.Sprintf("DELETE FROM users WHERE id = %s", id)\n'
                    "\tdb.ExecContext(ctx, q)\n"
                    "}\n"
                ),
            ],
        ),
        Look(
            language="java",
            rule=java.call(
                (
                    r"executeQuery|executeUpdate|execute|executeLargeUpdate|addBatch|prepareStatement"
                    r"|prepareCall|createQuery|createNativeQuery|createSQLQuery|query|queryForObject"
                    r"|queryForList|queryForMap|queryForRowSet|update|batchUpdate"
                ),
                java.at(
                    1,
                    rule.either(
                        rule.both(
                            rule.either(
                                rule.both(java.BUILT, rule.SQL), java.assigned(rule.both(java.BUILT, rule.SQL))
                            ),
                            rule.without(
                                rule.either(
                                    rule.both(java.BUILT, rule.SQL, rule.holding(java.PART)),
                                    java.assigned(rule.both(java.BUILT, rule.SQL, rule.holding(java.PART))),
                                )
                            ),
                        ),
                        rule.both(java.BUILT, rule.begins(r"\"\s*from\s+\w+")),
                    ),
                ),
            ),
            fails=[
                (
                    'class A { void f(String name) { statement.executeQuery("SELECT * FROM users WHERE name '
                    '= \'" + name + "\'"); } }'
                ),
                (
                    'class A { void f(String id) { String sql = String.format("delete from users where id = '
                    '%s", id); jdbcTemplate.update(sql); } }'
                ),
                'class A { void f(String n) { em.createQuery("from User where name = \'" + n + "\'"); } }',
            ],
            passes=[
                (
                    'class A { void f(String name) { connection.prepareStatement("SELECT * FROM users WHERE '
                    'name = ?"); } }'
                ),
                'class A { void f() { statement.executeQuery("SELECT * FROM " + TABLE + " WHERE name = \'x\'"); } }',
                'class A { void f(String id) { digest.update("away " + id); } }',
                (
                    'class A { void f(HttpServletRequest request) { statement.executeQuery("SELECT * FROM '
                    'users WHERE name = \'" + request.getParameter("name") + "\'"); } }'
                ),
                (
                    'class A { void f(@RequestParam String id) { String sql = String.format("delete from '
                    'users where id = %s", id); jdbcTemplate.update(sql); } }'
                ),
            ],
        ),
    ],
)
