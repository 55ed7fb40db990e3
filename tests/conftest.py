"""A skipped test fails: what could not be tested here is not known to work, and nobody reads a count of skips."""

from __future__ import annotations

from collections.abc import Generator

import pytest

REASON = "skipped, which counts as failed: install what it needs (bin/setup --dev)"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fail_if_skipped(report)
    return report


def _fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped:
        report.longrepr = f"{report.nodeid}: {REASON}\n{report.longrepr}"
        report.outcome = "failed"
