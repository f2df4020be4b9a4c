"""The schema and playground of GraphQL are not shown in production."""

from bartizan.content.weaknesses.shapes import javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-graphql-introspection",
    title="The schema and playground of GraphQL are not shown in production",
    severity=Severity.LOW,
    because="Introspection tells an attacker of every field and operation, also those no client uses.",
    fix='Turn them on in development only: `introspection: process.env.NODE_ENV !== "production"`.',
    cwe=("CWE-200",),
    serves=("configuration-baseline",),
    also=("graphql-introspection-enabled",),
    looks=[
        Look(
            language="javascript",
            rule=rule.either(
                javascript.new(
                    r"ApolloServer|GraphQLServer",
                    javascript.argument(rule.either(javascript.pair("introspection|playground", javascript.TRUE))),
                ),
                javascript.call(
                    r"graphqlHTTP|createHandler|GraphQLModule\.forRoot(?:Async)?|createYoga",
                    javascript.argument(javascript.pair("graphiql|playground|introspection", javascript.TRUE)),
                ),
            ),
            fails=[
                "new ApolloServer({ schema, introspection: true });",
                "app.use(graphqlHTTP({ schema, graphiql: true }));",
            ],
            passes=[
                "new ApolloServer({ schema, introspection: process.env.NODE_ENV !== 'production' });",
                "new ApolloServer({ schema });",
            ],
        ),
        Look(
            language="python",
            rule=python.call(
                r"(?:\w+\.)?GraphQLView\.as_view|GraphQLRouter|GraphQL", python.keyword("graphiql", python.TRUE)
            ),
            fails=["GraphQLView.as_view(graphiql=True)\n"],
            passes=["GraphQLView.as_view(graphiql=settings.DEBUG)\n"],
        ),
    ],
)
