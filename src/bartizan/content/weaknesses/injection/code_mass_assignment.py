"""Records are made of named fields, not of everything a request sends."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-mass-assignment",
    title="Records are made of named fields, not of everything a request sends",
    severity=Severity.MEDIUM,
    because="Whoever sends more fields than the form has sets those too: `isAdmin`, `role`, `balance`.",
    fix="Name the fields that may be set, or check the request against a schema that refuses others.",
    cwe=("CWE-915",),
    serves=("injection-prevention",),
    also=("express-mass-assignment",),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"[A-Z]\w*\.(?:create|build|update|findByIdAndUpdate|findOneAndUpdate|insertMany|upsert)",
                    javascript.argument(
                        rule.text(
                            r"(?:req|request|ctx\.request)\.body|\{\s*\.\.\.(?:req|request|ctx\.request)\.body\s*\}"
                        )
                    ),
                ),
                javascript.new("[A-Z]\\w*", javascript.argument(rule.text(r"(?:req|request)\.body"))),
                javascript.call(
                    r"Object\.assign|_\.(?:merge|extend|assign)",
                    javascript.at(
                        1,
                        rule.both(
                            rule.either({"kind": "identifier"}, {"kind": "member_expression"}),
                            rule.has_text(r"(?i)user|account|order|model|record|profile"),
                        ),
                    ),
                    javascript.at(2, rule.text(r"(?:req|request|ctx\.request)\.body")),
                ),
            ),
            fails=[
                "app.post('/', (req, res) => User.create(req.body));",
                "app.put('/', (req, res) => Object.assign(user, req.body));",
            ],
            passes=[
                "app.post('/', (req, res) => User.create({ name: req.body.name }));",
                "app.post('/', (req, res) => mail.create(req.body.text));",
            ],
        ),
        Look(
            language="python",
            rule=python.call(
                r"[A-Z]\w*(?:\.objects\.(?:create|update|filter\(.*\)\.update))?|setattr",
                {
                    "has": {
                        "field": "arguments",
                        "has": {
                            "kind": "dictionary_splat",
                            "has": rule.both(
                                python.REQUEST,
                                rule.text(
                                    r"(?:flask\.)?request\.(?:json|form|data|POST|get_json\(.*\)|form\.to_dict\(.*\)"
                                    r"|POST\.dict\(\))"
                                ),
                            ),
                        },
                    }
                },
            ),
            fails=[
                "def f():\n    user = User(**request.json)\n",
                "def f():\n    User.objects.create(**request.POST.dict())\n",
            ],
            passes=[
                "def f():\n    user = User(name=request.json['name'])\n",
                "def f():\n    call(**request.json)\n",
            ],
        ),
    ],
)
