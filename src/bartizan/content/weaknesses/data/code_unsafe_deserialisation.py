"""Objects are not restored from bytes that somebody else may have made."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-unsafe-deserialisation",
    title="Objects are not restored from bytes that somebody else may have made",
    severity=Severity.HIGH,
    because=(
        "These formats can name any class and have its methods called while they are read: "
        "whoever makes the bytes runs commands here."
    ),
    fix=(
        "Use a format of plain data (JSON, Protocol Buffers) and check it against a schema; "
        "where the bytes are one's own, sign them (HMAC) and check the signature before reading."
    ),
    cwe=("CWE-502",),
    serves=("safe-deserialisation",),
    also=(
        "B301",
        "B302",
        "avoid-pickle",
        "avoid-dill",
        "avoid-shelve",
        "marshal-usage",
        "OBJECT_DESERIALIZATION",
        "express-third-party-object-deserialization",
        "detect-unserialize",
    ),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    (
                        r"(?:c?[pP]ickle|_pickle|dill|cloudpickle|marshal|jsonpickle|pickle5|hickle"
                        r"|joblib)\.(?:loads?|decode)"
                    ),
                    python.first(
                        rule.either(
                            python.TAINTED_TEXT,
                            rule.has_text(
                                r"request|\.recv\(|\.get_data\(|b64decode|base64|\.body\b|cookie|redis|\br\.get\("
                                r"|\.receive"
                            ),
                            python.assigned(
                                rule.either(
                                    python.REQUEST,
                                    rule.has_text(
                                        r"\.recv\(|b64decode|urlsafe_b64decode|\bredis\w*\.(?:get|lpop|rpop)\(|\.content$|cookies"
                                    ),
                                )
                            ),
                        )
                    ),
                ),
                python.call(r"pd\.read_pickle|pandas\.read_pickle", python.first(python.TAINTED_TEXT)),
            ),
            fails=[
                "import pickle\ndef f():\n    return pickle.loads(base64.b64decode(request.cookies['state']))\n",
                "def f(conn):\n    data = conn.recv(4096)\n    return pickle.loads(data)\n",
                "def f():\n    return jsonpickle.decode(request.get_data())\n",
            ],
            passes=[
                "def f():\n    return json.loads(request.get_data())\n",
                "with open('cache.bin', 'rb') as stream:\n    table = pickle.load(stream)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    (
                        r"(?:serialize|nodeSerialize|\w*[sS]erialize(?:r)?|cryo|funcster)\.(?:unserialize"
                        r"|deepDeserialize|parse)"
                    ),
                    javascript.imports("node-serialize|serialize-to-js|cryo|funcster"),
                ),
                javascript.call(r"(?:v8|require\('v8'\))\.deserialize", javascript.at(1, javascript.TAINTED_TEXT)),
            ),
            fails=["const serialize = require('node-serialize');\nserialize.unserialize(text);"],
            passes=["const serialize = require('serialize-javascript');\nserialize(value);", "JSON.parse(text);"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "readObject|readUnshared",
                    java.on(
                        rule.either(
                            java.new("ObjectInputStream"),
                            rule.both(
                                {"kind": "identifier"},
                                rule.without(rule.text("this|super")),
                                java.assigned(java.new("ObjectInputStream")),
                            ),
                        ),
                    ),
                    java.NO_ARGUMENTS,
                    rule.without(
                        rule.within(
                            {
                                "kind": "method_declaration",
                                "has": {"field": "name", "regex": "^(?:readObject|readResolve|deepCopy|clone|copy)$"},
                            }
                        )
                    ),
                ),
                java.new("XMLDecoder"),
                java.call(
                    "fromXML",
                    java.on(rule.either(java.new("XStream"), rule.text("x[sS]tream"))),
                    java.argument(java.TAINTED_TEXT),
                ),
            ),
            fails=[
                "class A { Object f(InputStream in) { return new ObjectInputStream(in).readObject(); } }",
                (
                    "class A { Object f(InputStream in) { ObjectInputStream stream = new "
                    "ObjectInputStream(in); return stream.readObject(); } }"
                ),
                "class A { Object f(InputStream in) { return new XMLDecoder(in).readObject(); } }",
            ],
            passes=[
                "class A { Object f(InputStream in) { return mapper.readValue(in, Order.class); } }",
                "class A { private void readObject(ObjectInputStream in) { in.defaultReadObject(); } }",
                (
                    "class A { Object f(InputStream in) { ValidatingObjectInputStream s = new "
                    "ValidatingObjectInputStream(in); return s.readObject(); } }"
                ),
            ],
        ),
    ],
)
