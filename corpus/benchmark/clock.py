"""Where the time goes: stages are timed by putting a clock around the functions the pipeline itself calls."""

from __future__ import annotations

import functools
import importlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

STAGES: tuple[tuple[str, str, str], ...] = (
    ("extractors.ocr.tesserocr_engine", "TesserocrEngine.read", "recognise letters"),
    ("extractors.ocr.pytesseract_engine", "PytesseractEngine.read", "recognise letters"),
    ("pipeline.build", "restore_tables", "restore flattened tables"),
    ("pipeline.build", "find_chapters", "chapters"),
    ("pipeline.build", "find_identity", "identity"),
    ("pipeline.build", "find_action_table", "action table"),
    ("pipeline.build", "match_rows", "match indicators"),
    ("pipeline.build", "cover", "coverage"),
    ("pipeline.build", "run_checks", "checks"),
)
"""Module, function or method, and the stage its time is counted for."""

Result = TypeVar("Result")


def cpu_seconds() -> float:
    """Processor time of this process and the programs it has run: what others do on the machine does not count."""
    return sum(os.times()[:4])


class StageClock:
    """Seconds of one core by stage; time in a stage within a stage is counted for the inner one only."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner: list[float] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._inner.append(0.0)
        start = cpu_seconds()
        try:
            yield
        finally:
            spent = cpu_seconds() - start
            self.seconds[name] = self.seconds.get(name, 0.0) + spent - self._inner.pop()
            if self._inner:
                self._inner[-1] += spent

    def around(self, function: Callable[..., Result], name: str) -> Callable[..., Result]:
        @functools.wraps(function)
        def timed(*args: object, **kwargs: object) -> Result:
            with self.stage(name):
                return function(*args, **kwargs)

        return timed


@contextmanager
def clocked_pipeline() -> Iterator[StageClock]:
    """The pipeline with a clock around its stages, taken off again at the end."""
    clock = StageClock()
    put: list[tuple[object, str, object]] = []
    try:
        for module, path, name in STAGES:
            owner: object = importlib.import_module(module)
            *way, last = path.split(".")
            for step in way:
                owner = getattr(owner, step)
            put.append((owner, last, getattr(owner, last)))
            setattr(owner, last, clock.around(getattr(owner, last), name))
        yield clock
    finally:
        for owner, last, original in put:
            setattr(owner, last, original)
