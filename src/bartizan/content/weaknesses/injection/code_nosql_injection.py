"""Queries of document stores are not made of what a request holds."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-nosql-injection",
    title="Queries of document stores are not made of what a request holds",
    severity=Severity.HIGH,
    because=(
        'A request that sends an object instead of a text (`{"$ne": null}`) changes what the '
        "query asks, and `$where` runs as code in the database: sign-ins are passed and data is "
        "read without a password."
    ),
    fix=(
        "Turn values into texts or numbers first (`String(req.body.name)`), check them against a "
        "schema, and do not use `$where`."
    ),
    cwe=("CWE-943",),
    serves=("injection-prevention",),
    also=("NOSQL_INJECTION", "express-mongo-nosqli", "mongodb-where"),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    (
                        r".*\.(?:find|findOne|findOneAndUpdate|findOneAndDelete|findOneAndReplace|updateOne"
                        r"|updateMany|update|deleteOne|deleteMany|remove|countDocuments|where|distinct)"
                    ),
                    javascript.at(
                        1,
                        rule.either(
                            rule.both(
                                javascript.REQUEST, rule.begins(r"(?:req|request|ctx\.request)\.(?:body|query)\b")
                            ),
                            javascript.pair(
                                r"[\w$.]+",
                                rule.both(
                                    {"kind": "member_expression"},
                                    rule.begins(r"(?:req|request|ctx\.request)\.(?:body|query)\b"),
                                ),
                            ),
                            javascript.pair(r"\$where", rule.either(javascript.BUILT, javascript.TAINTED)),
                        ),
                    ),
                ),
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text(r"""["']?\$where["']?""")),
                    rule.field("value", rule.either(javascript.BUILT, javascript.TAINTED)),
                ),
            ),
            fails=[
                (
                    "app.post('/in', (req, res) => { users.findOne({ name: req.body.name, password: "
                    "req.body.password }); });"
                ),
                "const f = (req) => db.orders.find({ $where: `this.id == '${req.params.id}'` });",
                "User.find(req.query);",
            ],
            passes=[
                "app.post('/in', (req, res) => { users.findOne({ name: String(req.body.name) }); });",
                "users.find({ active: true });",
                "const f = (req) => items.find((i) => i.id === req.params.id);",
            ],
        ),
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r".*\.(?:find|find_one|update_one|update_many|delete_one|delete_many|count_documents"
                        r"|find_one_and_update)"
                    ),
                    python.first(
                        rule.either(
                            rule.both(python.REQUEST, rule.begins(r"(?:flask\.)?request\.(?:json|get_json)")),
                            {
                                "kind": "dictionary",
                                "has": {
                                    "kind": "pair",
                                    "all": [
                                        rule.field(
                                            "value",
                                            rule.both(
                                                python.REQUEST, rule.begins(r"(?:flask\.)?request\.(?:json|get_json)")
                                            ),
                                        )
                                    ],
                                },
                            },
                        )
                    ),
                ),
                rule.both(
                    {"kind": "pair"},
                    rule.field("key", rule.text(r"""["']\$where["']""")),
                    rule.field("value", rule.either(python.BUILT, python.TAINTED)),
                ),
            ),
            fails=[
                (
                    "def f():\n"
                    "    return db.users.find_one({'name': request.json['name'], 'password': "
                    "request.json['password']})\n"
                ),
                "users.find({'$where': f\"this.name == '{name}'\"})\n",
            ],
            passes=[
                "def f():\n    return db.users.find_one({'name': str(request.json['name'])})\n",
                "users.find({'$where': 'this.a > this.b'})\n",
            ],
        ),
    ],
)
