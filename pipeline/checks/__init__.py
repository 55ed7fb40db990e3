"""What a careful reader would flag in a plan. One kind, one module: KIND and `check(plan, passages)`."""

from __future__ import annotations

from pipeline.checks.registry import CHECKS, Check, run_checks
from pipeline.checks.settings import CheckSetting, CheckSettings, read_check_settings

__all__ = ["CHECKS", "Check", "CheckSetting", "CheckSettings", "read_check_settings", "run_checks"]
