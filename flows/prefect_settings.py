"""Prefect's settings for a quiet, local run, set before Prefect is imported; what the user has set stays."""

from __future__ import annotations

import os
from pathlib import Path

LOOPBACK = "127.0.0.1"

_OURS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
}
_EMBEDDED = {
    # Tables come from a template, see `flows.prefect_database`; block types are for people who make blocks.
    "PREFECT_API_DATABASE_MIGRATE_ON_START": "false",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
    "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "false",
    # A server on this machine that does not answer at the third time is gone.
    "PREFECT_CLIENT_MAX_RETRIES": "2",
    # One at a time, as is the default, the server falls behind a thousand short tasks and ends with most states unwritten.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    # Nothing is scheduled, triggered or streamed in a server that lives for one run.
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    # The runs and their states are kept; the stream of events behind them is half of the server's work.
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    "PREFECT_UI_ENABLED": "false",
}
_PAST_PROXIES = ("NO_PROXY", "no_proxy")
"""Lists of hosts that are not asked for through a proxy; libraries read one or the other."""


def has_server() -> bool:
    """Whether the user has a Prefect server of their own."""
    return bool(os.environ.get("PREFECT_API_URL"))


def prepare_environment(home: Path) -> None:
    """Set what is not set; Prefect's home is `home` unless a server or a home is named."""
    for name, value in _OURS.items():
        os.environ.setdefault(name, value)
    if not has_server():
        os.environ.setdefault("PREFECT_HOME", str(home.resolve()))
        for name, value in _EMBEDDED.items():
            os.environ.setdefault(name, value)
        for name in _PAST_PROXIES:
            os.environ[name] = ",".join(filter(None, (os.environ.get(name), LOOPBACK)))
