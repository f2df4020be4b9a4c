"""Credentials of WordPress."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WORDPRESS_KEY = Credential(
    id="secret-wordpress-key",
    title="WordPress key or salt",
    service="WordPress",
    severity=Severity.MEDIUM,
    keywords=("auth_key", "auth_salt", "logged_in_", "nonce_key", "nonce_salt"),
    expression=(
        r"define\(\s{0,2}'(?:AUTH|SECURE_AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)',\s{0,10}'"
        r"(?P<secret>[^'\r\n]{60,70})'"
    ),
    entropy=4.0,
    check="random",
    grants="Whoever holds it forges the cookies of users who are signed in.",
    revoke="Make new ones; all users have to sign in again.",
    source="https://developer.wordpress.org/apis/wp-config-php/",
    finds=(("define( 'AUTH·_KEY',         'fgZ·cL8kiaDU6K3c5GsU8ZX7znYhlC1%;@^Fh0·s3kmjclCyZTHABMIXKz91kxW70a' );"),),
    ignores=(
        "define( 'AUTH·_KEY',         'put your unique phrase here' );",
        ("define( 'AUTH_KEY',         '012·3456789abcdefghijklmnopqrst%;@^012·3456789abcdefghijklmnopqrst' );"),
        "define( 'AUTH_KEY',         'FY9·Y1VIMGT7StIU%;@^6fe·gt1Lb3SSwshe' );",
    ),
)
