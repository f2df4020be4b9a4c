"""Credentials of Ansible."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ANSIBLE_BECOME_PASSWORD = Credential(
    id="secret-ansible-become-password",
    title="password by which Ansible logs in",
    service="Ansible",
    severity=Severity.HIGH,
    keywords=("ansible_",),
    expression=(
        r"(?i)\bansible_(?:ssh_|become_|sudo_|connection_|winrm_)?pass"
        r"(?:word)?\s{0,3}[=:]\s{0,3}[\"']?(?P<secret>[^\s\"'{$]{6,100})"
    ),
    entropy=2.4,
    check="password",
    grants="Whoever holds it and reaches the machines is their administrator.",
    revoke="Change it, and keep it in a vault.",
    source="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html",
    finds=("db1 ansi·ble_host=10.0.0.4 ansi·ble_become_pass=ZCg·0ZtQNdPrK",),
    ignores=(
        'ansi·ble_become_pass="{{ vault_become_pass }}"',
        "ansi·ble_password=vagrant",
        "db1 ansible_host=10.0.0.4 ansible_become_pass=012·3456789ab",
    ),
)
