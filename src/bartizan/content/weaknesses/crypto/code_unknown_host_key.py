"""Hosts reached by SSH are known."""

from bartizan.content.weaknesses.shapes import java, python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-unknown-host-key",
    title="Hosts reached by SSH are known",
    severity=Severity.HIGH,
    because="Whoever is on the way between answers in the host's place, and gets the password and every command.",
    fix=(
        "Load known hosts: `RejectPolicy` with `load_system_host_keys()`, `knownhosts.New(...)`, "
        "`StrictHostKeyChecking=yes`."
    ),
    cwe=("CWE-295", "CWE-322"),
    serves=("encryption-in-transit",),
    also=("B507", "B601", "G106", "paramiko-implicit-trust-host-key", "avoid-ssh-insecure-ignore-host-key"),
    looks=[
        Look(
            language="python",
            rule=rule.either(
                python.call(
                    r".*\.set_missing_host_key_policy",
                    python.first(rule.text(r"(?:paramiko\.)?(?:client\.)?(?:AutoAddPolicy|WarningPolicy)(?:\(\))?")),
                ),
                python.call(r"(?:asyncssh)\.connect", python.keyword("known_hosts", python.NONE)),
            ),
            fails=[
                "client.set_missing_host_key_policy(paramiko.AutoAddPolicy())\n",
                "asyncssh.connect(host, known_hosts=None)\n",
            ],
            passes=["client.set_missing_host_key_policy(paramiko.RejectPolicy())\n", "asyncssh.connect(host)\n"],
        ),
        Look(
            language="go",
            rule=rule.both({"kind": "call_expression"}, rule.text(r"ssh\.InsecureIgnoreHostKey\(\)")),
            fails=["package m\nvar c = &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}\n"],
            passes=["package m\nvar c = &ssh.ClientConfig{HostKeyCallback: callback}\n"],
        ),
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "setConfig|put|setProperty",
                    java.at(1, rule.text('"StrictHostKeyChecking"')),
                    java.at(2, rule.text('"no"')),
                ),
                java.call("addHostKeyVerifier", java.argument(rule.has_text("PromiscuousVerifier"))),
            ),
            fails=['class A { void f() { session.setConfig("StrictHostKeyChecking", "no"); } }'],
            passes=['class A { void f() { session.setConfig("StrictHostKeyChecking", "yes"); } }'],
        ),
        Look(
            language="javascript",
            rule=rule.both(
                {"kind": "pair"},
                rule.field("key", rule.text("hostVerifier")),
                rule.field(
                    "value",
                    rule.text(
                        r"\(\w*\)\s*=>\s*(?:true|\{\s*return true;?\s*\})|function\s*\(\w*\)\s*\{\s*return true;?"
                        r"\s*\}"
                    ),
                ),
            ),
            fails=["client.connect({ host, hostVerifier: () => true });"],
            passes=["client.connect({ host, hostVerifier: (key) => known.has(key) });"],
        ),
    ],
)
