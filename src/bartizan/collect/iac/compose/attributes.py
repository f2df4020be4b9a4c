"""The names of what a Compose service can say."""

from __future__ import annotations

SERVICE_LISTS = frozenset({
    "cap_add", "cap_drop", "configs", "device_cgroup_rules", "devices", "dns", "dns_opt", "dns_search", "env_file",
    "expose", "external_links", "extra_hosts", "group_add", "links", "ports", "profiles", "secrets", "security_opt",
    "tmpfs", "volumes", "volumes_from",
})  # fmt: skip
"""Those that are lists."""
SERVICE_ATTRIBUTES = SERVICE_LISTS | {
    "annotations", "attach", "blkio_config", "build", "cgroup", "cgroup_parent", "command", "container_name",
    "cpu_count", "cpu_percent", "cpu_period", "cpu_quota", "cpu_rt_period", "cpu_rt_runtime", "cpu_shares", "cpus",
    "cpuset", "credential_spec", "depends_on", "deploy", "domainname", "entrypoint", "environment", "gpus",
    "healthcheck", "hostname", "image", "init", "ipc", "isolation", "label_file", "labels", "logging", "mac_address",
    "mem_limit", "mem_reservation", "mem_swappiness", "memswap_limit", "network_mode", "networks", "oom_kill_disable",
    "oom_score_adj", "pid", "pids_limit", "platform", "post_start", "pre_stop", "privileged", "pull_policy",
    "read_only", "restart", "runtime", "scale", "shm_size", "stdin_open", "stop_grace_period", "stop_signal",
    "storage_opt", "sysctls", "tty", "ulimits", "use_api_socket", "user", "userns_mode", "uts", "working_dir",
}  # fmt: skip
