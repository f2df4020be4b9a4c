"""Archives that are published without Maven properties: the group each is published in.

A name alone is not enough: the classes that belong to it must be in the archive. Source: Maven Central's index.
"""

from __future__ import annotations

import re

FAMILIES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(f"(?:{names})$"), group, classes)
    for names, group, classes in (
        (r"spring-boot(-.+)?", "org.springframework.boot", "org/springframework/boot/"),
        (r"spring-security-.+", "org.springframework.security", "org/springframework/security/"),
        (r"spring-integration-.+", "org.springframework.integration", "org/springframework/integration/"),
        (r"spring-session-.+", "org.springframework.session", "org/springframework/session/"),
        (r"spring-(amqp|rabbit(-.+)?)", "org.springframework.amqp", "org/springframework/amqp/"),
        (r"spring-kafka(-test)?", "org.springframework.kafka", "org/springframework/kafka/"),
        (r"spring-graphql(-test)?", "org.springframework.graphql", "org/springframework/graphql/"),
        (
            (
                r"spring-(aop|aspects|beans|context|context-support|context-indexer|core|core-test|expression|instrument"
                r"|jcl|jdbc|jms|messaging|orm|oxm|r2dbc|test|tx|web|webflux|webmvc|websocket)"
            ),
            "org.springframework",
            "org/springframework/",
        ),
        (r"kotlin-(stdlib|reflect|test)(-.+)?", "org.jetbrains.kotlin", "kotlin/"),
        (r"kotlinx-coroutines-.+", "org.jetbrains.kotlinx", "kotlinx/coroutines/"),
        (r"micrometer-(core|commons|observation|registry-.+|jakarta9)", "io.micrometer", "io/micrometer/"),
        (r"reactor-core", "io.projectreactor", "reactor/core/"),
        (r"reactor-netty-(core|http)", "io.projectreactor.netty", "reactor/netty/"),
        (r"hibernate-(core|envers)", "org.hibernate.orm", "org/hibernate/"),
        (r"okhttp", "com.squareup.okhttp3", "okhttp3/"),
        (r"okio(-jvm)?", "com.squareup.okio", "okio/"),
        (r"lombok", "org.projectlombok", "lombok/"),
        (r"tomcat-embed-(core|el|websocket|jasper)", "org.apache.tomcat.embed", "org/apache/"),
        (
            r"opentelemetry-(api|context|common|sdk|sdk-.+|exporter-.+|extension-.+)",
            "io.opentelemetry",
            "io/opentelemetry/",
        ),
        (r"junit-jupiter(-.+)?", "org.junit.jupiter", "org/junit/jupiter/"),
        (r"junit-platform-.+", "org.junit.platform", "org/junit/platform/"),
        (r"asm(-commons|-tree|-util|-analysis)?", "org.ow2.asm", "org/objectweb/asm/"),
        (r"jna(-platform)?", "net.java.dev.jna", "com/sun/jna/"),
        (r"caffeine", "com.github.ben-manes.caffeine", "com/github/benmanes/caffeine/"),
        (r"checker-qual", "org.checkerframework", "org/checkerframework/"),
        (r"ant(-launcher)?", "org.apache.ant", "org/apache/tools/ant/"),
        (r"velocity(-tools)?", "org.apache.velocity", "org/apache/velocity/"),
        (r"hamcrest(-core|-library|-all)?", "org.hamcrest", "org/hamcrest/"),
        (r"json-path", "com.jayway.jsonpath", "com/jayway/jsonpath/"),
        (r"jspecify", "org.jspecify", "org/jspecify/"),
        (r"objenesis", "org.objenesis", "org/objenesis/"),
        (r"mockito-(core|junit-jupiter)", "org.mockito", "org/mockito/"),
        (r"mysql-connector-java", "mysql", "com/mysql/"),
        (r"mysql-connector-j", "com.mysql", "com/mysql/"),
        (r"h2", "com.h2database", "org/h2/"),
        (r"postgresql", "org.postgresql", "org/postgresql/"),
        (r"bc(prov|pkix|util|pg|mail|tls|jmail)-.+", "org.bouncycastle", "org/bouncycastle/"),
        (r"elasticsearch(-core|-x-content)?", "org.elasticsearch", "org/elasticsearch/"),
        (r"lucene-.+", "org.apache.lucene", "org/apache/lucene/"),
        (r"kafka-(clients|streams)", "org.apache.kafka", "org/apache/kafka/"),
        (r"scala-library", "org.scala-lang", "scala/"),
        (r"xercesImpl", "xerces", "org/apache/xerces/"),
        (r"xalan", "xalan", "org/apache/xalan/"),
        (r"dom4j", "org.dom4j", "org/dom4j/"),
        (r"gradle-wrapper", "org.gradle", "org/gradle/wrapper/"),
    )
)
"""Pattern of the artifact, the group, and where classes of it are."""
COMMONS = frozenset(
    f"commons-{name}"
    for name in (
        "beanutils", "chain", "cli", "codec", "collections", "dbcp", "digester", "discovery", "el", "fileupload",
        "httpclient", "io", "jexl", "jxpath", "lang", "logging", "net", "pool", "validator",
    )
)  # fmt: skip
"""Older archives of Apache Commons: their group is their own name."""


def published(artifact: str, version: object, names: tuple[str, ...]) -> str | None:
    """Return the group that an archive of a name is published in, if its classes are in it."""
    if artifact in COMMONS and any(name.startswith("org/apache/commons/") for name in names):
        return artifact
    for pattern, group, classes in FAMILIES:
        if pattern.match(artifact) and any(name.startswith(classes) for name in names):
            return _earlier(group, version)
    return None


def _earlier(group: str, version: object) -> str:
    """Return the group that a version was published in: some moved."""
    if not isinstance(version, str):
        return group
    if group == "org.hibernate.orm" and version[:2] in ("3.", "4.", "5."):
        return "org.hibernate"
    if group == "org.dom4j" and version.startswith("1."):
        return "dom4j"
    return group
