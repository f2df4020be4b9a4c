"""YAML is read as plain data."""

from bartizan.content.weaknesses.shapes import java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-yaml-load",
    title="YAML is read as plain data",
    severity=Severity.HIGH,
    because=(
        "A YAML document can name classes to be made and functions to be called: with a full "
        "loader, whoever writes the document runs commands here."
    ),
    fix=(
        "`yaml.safe_load(text)` in Python, `new Yaml(new SafeConstructor(new LoaderOptions()))` "
        "in Java, `load` of js-yaml 4 in JavaScript."
    ),
    cwe=("CWE-502",),
    serves=("safe-deserialisation",),
    also=("B506", "avoid-pyyaml-load", "use-snakeyaml-constructor", "js-yaml-dangerous"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r"yaml\.(?:load|load_all)",
                    rule.without(
                        python.argument(
                            rule.text(
                                r"(?:yaml\.|\w+\.)?(?:C?SafeLoader|CBaseLoader|BaseLoader|RoundTripLoader|\w*Safe\w*"
                                r"|\w*[lL]oader(?:_?[cC]ls|_?[cC]lass)?|\w+Loader\b(?:\(.*\))?)"
                            )
                        )
                    ),
                    rule.without(rule.has_text(r"(?:Full|Unsafe)?Loader")),
                ),
                python.call(
                    r"yaml\.(?:load|load_all)", python.argument(rule.text(r"(?:yaml\.)?(?:C?Unsafe|C?)Loader"))
                ),
                python.call(r"yaml\.(?:unsafe_load|unsafe_load_all)"),
            ),
            fails=[
                "import yaml\nyaml.load(text)\n",
                "yaml.load(text, Loader=yaml.Loader)\n",
                "yaml.load(text, yaml.UnsafeLoader)\n",
                "yaml.unsafe_load(text)\n",
            ],
            passes=[
                "yaml.safe_load(text)\n",
                "yaml.load(text, Loader=yaml.CSafeLoader)\n",
                "yaml.load(text, Loader=OurLoader)\n",
                "yaml.load(text, Loader=yaml.FullLoader)\n",
            ],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.new("Yaml", java.NO_ARGUMENTS, java.imports(r"org\.yaml\.snakeyaml")),
                java.new("Yaml", java.argument(java.new("Constructor")), java.imports(r"org\.yaml\.snakeyaml")),
            ),
            fails=["import org.yaml.snakeyaml.Yaml;\nclass A { Yaml yaml = new Yaml(); }"],
            passes=[
                (
                    "import org.yaml.snakeyaml.Yaml;\n"
                    "class A { Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions())); }"
                ),
                "import com.example.Yaml;\nclass A { Yaml yaml = new Yaml(); }",
            ],
        ),
        Look(
            language="javascript",
            rule=rule.either(
                javascript.call(
                    r"(?:yaml|jsyaml|YAML)\.load(?:All)?",
                    javascript.argument(
                        javascript.pair("schema", rule.text(r"\w+\.DEFAULT_FULL_SCHEMA|.*js-yaml-js-types.*"))
                    ),
                ),
            ),
            fails=["yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA });"],
            passes=["yaml.load(text);", "yaml.load(text, { schema: yaml.JSON_SCHEMA });"],
        ),
    ],
)
