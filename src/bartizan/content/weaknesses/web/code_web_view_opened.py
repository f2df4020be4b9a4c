"""Web views of apps cannot reach the device's files or the app's own objects."""

from bartizan.content.weaknesses.shapes import java, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-web-view-opened",
    title="Web views of apps cannot reach the device's files or the app's own objects",
    severity=Severity.MEDIUM,
    because=(
        "A page shown in the view, or whoever is on the way when it is loaded in the clear, "
        "reads the app's files or calls its methods."
    ),
    fix="Leave access to files off, and do not add interfaces where pages of others are shown.",
    cwe=("CWE-749", "CWE-200"),
    serves=("configuration-baseline",),
    also=("ANDROID_WEB_VIEW_JAVASCRIPT_INTERFACE", "WEBVIEW_ALLOW_FILE_ACCESS"),
    looks=[
        Look(
            language="java",
            rule=rule.either(
                java.call(
                    "setAllowUniversalAccessFromFileURLs|setAllowFileAccessFromFileURLs|setWebContentsDebuggingEnabled",
                    java.at(1, java.TRUE),
                ),
                java.call("addJavascriptInterface"),
                java.call(
                    "setMixedContentMode", java.at(1, rule.text(r"(?:WebSettings\.)?MIXED_CONTENT_ALWAYS_ALLOW|0"))
                ),
                java.call(
                    "proceed",
                    java.NO_ARGUMENTS,
                    rule.within(
                        {"kind": "method_declaration", "has": {"field": "name", "regex": "^onReceivedSslError$"}}
                    ),
                ),
            ),
            fails=[
                "class A { void f() { settings.setAllowUniversalAccessFromFileURLs(true); } }",
                (
                    "class A { void onReceivedSslError(WebView v, SslErrorHandler handler, SslError e) { "
                    "handler.proceed(); } }"
                ),
            ],
            passes=[
                "class A { void f() { settings.setAllowUniversalAccessFromFileURLs(false); } }",
                (
                    "class A { void onReceivedSslError(WebView v, SslErrorHandler handler, SslError e) { "
                    "handler.cancel(); } }"
                ),
            ],
        ),
    ],
)
