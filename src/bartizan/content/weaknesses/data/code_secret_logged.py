"""Passwords and keys are not written to logs."""

from bartizan.content.weaknesses.shapes import go, java, javascript, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-secret-logged",
    title="Passwords and keys are not written to logs",
    severity=Severity.MEDIUM,
    because="Logs are read by more people, kept longer and guarded less than what they then hold the key to.",
    fix="Leave the value out, or log a keyed hash of it.",
    cwe=("CWE-532",),
    serves=("secrets-not-in-code",),
    also=("logger-credential-leak", "python-logger-credential-disclosure"),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                python.call(
                    (
                        r"(?:logging|logger|log|LOG|_logger|LOGGER|_LOGGER|self\.(?:log|logger)|app\.logger"
                        r"|current_app\.logger)\.(?:info|warning|warn|error|debug|critical|exception)"
                    ),
                    python.argument(
                        rule.either(
                            rule.text(
                                r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                                r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                            ),
                            rule.both(
                                {"kind": "string"},
                                {
                                    "has": rule.both(
                                        {"kind": "interpolation"},
                                        {
                                            "has": rule.text(
                                                r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                                                r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                                            )
                                        },
                                    )
                                },
                            ),
                        )
                    ),
                ),
                rule.without(rule.has_text(r"(?i)mask|redact|\*\*\*")),
            ),
            fails=["logger.info('Sign-in of %s with %s', user, password)\n", "log.debug(f'got {self.api_key}')\n"],
            passes=[
                "logger.info('Sign-in of %s', user)\n",
                "logger.info('The password is wrong')\n",
                "logger.info('%s', password_file)\n",
            ],
        ),
        Look(
            language="javascript",
            rule=javascript.call(
                r"(?:console|logger|log|winston|this\.logger)\.(?:log|info|warn|error|debug|trace)",
                javascript.argument(
                    rule.either(
                        rule.text(
                            r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                            r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                        ),
                        rule.both(
                            {"kind": "template_string"},
                            {
                                "has": rule.both(
                                    {"kind": "template_substitution"},
                                    {
                                        "has": rule.text(
                                            r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                                            r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                                        )
                                    },
                                )
                            },
                        ),
                    )
                ),
            ),
            fails=["console.log('signing in', user, password);", "logger.debug(`got ${config.apiKey}`);"],
            passes=["console.log('signing in', user);", "console.log(passwordLength);"],
        ),
        Look(
            language="go",
            rule=go.call(
                (
                    r"(?:log|logger|slog|logrus|klog|glog|zap|sugar|l)\.(?:Print|Printf|Println|Info|Infof"
                    r"|Debug|Debugf|Warn|Warnf|Error|Errorf|Fatalf|Tracef|Infow|Debugw)"
                ),
                go.argument(
                    rule.text(
                        r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                        r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                    )
                ),
            ),
            fails=['package m\nfunc f() { log.Printf("signing in %s %s", user, password) }\n'],
            passes=['package m\nfunc f() { log.Printf("signing in %s", user) }\n'],
        ),
        Look(
            language="java",
            rule=java.call(
                "info|warn|error|debug|trace",
                java.on(rule.text("(?i)log|logger|\\w*\\.log")),
                java.argument(
                    rule.either(
                        rule.text(
                            r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                            r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                            r"|(?i)\w+\.get(?:Password|Passwd|ApiKey|AccessToken|SecretKey|ClientSecret)\(\)"
                        ),
                        rule.both(
                            {"kind": "binary_expression"},
                            rule.holding(
                                rule.both(
                                    rule.either({"kind": "identifier"}, {"kind": "method_invocation"}),
                                    rule.text(
                                        r"(?i)(?:\w+\.)*_?(?:password|passwd|passphrase|(?:access|refresh|auth|api|bearer|id"
                                        r"|session)_?token|(?:api|secret|private|access)_?key|client_?secret)"
                                        r"|(?i)\w+\.get(?:Password|Passwd|ApiKey|AccessToken|SecretKey|ClientSecret)\(\)"
                                    ),
                                )
                            ),
                        ),
                    )
                ),
            ),
            fails=[
                'class A { void f() { log.info("signing in " + user + " " + password); } }',
                'class A { void f() { log.debug("{}", user.getPassword()); } }',
            ],
            passes=['class A { void f() { log.info("signing in {}", user); } }'],
        ),
    ],
)
