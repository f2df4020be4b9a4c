"""What is read from JSON does not choose its own class."""

from bartizan.content.weaknesses.shapes import java, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-json-types-by-name",
    title="What is read from JSON does not choose its own class",
    severity=Severity.HIGH,
    because=(
        "With default typing a document names the class to be made: known classes of the "
        "libraries on the path then run commands for whoever sends it."
    ),
    fix=(
        "Leave default typing off; where a value may be of several classes, name them with "
        "`@JsonSubTypes` or a `PolymorphicTypeValidator`."
    ),
    cwe=("CWE-502",),
    serves=("safe-deserialisation",),
    also=("JACKSON_UNSAFE_DESERIALIZATION", "jackson-unsafe-deserialization"),
    looks=[
        Look(
            language="java",
            rule=rule.either(
                java.call("enableDefaultTyping|enableDefaultTypingAsProperty"),
                rule.both({"kind": "annotation"}, rule.has_text(r"^@JsonTypeInfo\s*\(.*Id\.(?:CLASS|MINIMAL_CLASS)")),
                java.call("activateDefaultTyping", java.argument(rule.has_text(r"LaissezFaireSubTypeValidator"))),
                java.call(
                    "setAutoTypeSupport|setSafeMode",
                    java.on(rule.has_text(r"ParserConfig")),
                    java.at(1, rule.text("true")),
                    rule.without(rule.has_text("setSafeMode")),
                ),
            ),
            fails=[
                "class A { void f() { mapper.enableDefaultTyping(); } }",
                "@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)\nclass A {}",
                "class A { void f() { ParserConfig.getGlobalInstance().setAutoTypeSupport(true); } }",
            ],
            passes=[
                "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)\nclass A {}",
                "class A { void f() { mapper.activateDefaultTyping(validator); } }",
            ],
        ),
    ],
)
