"""The options that `renja run` and `renja watch` share, and what a run is made of once they are known."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import MISSING, dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from flows.alias_file import known_aliases
from flows.batch import Orchestrator, RunRequest
from flows.build_options import fault_of_files
from flows.commands.common import CatalogueUrl, Lang, Ocr
from flows.limits import BadLimit, Limits, parse_limits
from flows.plain import read_all
from flows.pool import Pool
from flows.prefect_settings import has_server
from flows.remote import is_url, mirror_of
from flows.settings import RunSettings
from flows.state import State
from flows.versions import current_versions

PROCESSORS = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Reading:
    """How and where to: the options of every command that reads plans."""

    out: Annotated[str, typer.Option("--out", "-o", help="Folder hasil, atau URL seperti s3://…", show_default=False)]
    lang: Lang = "id"
    archive: Annotated[bool, typer.Option("--archive", help="Simpan juga salinan PDF yang dapat dicari.")] = False
    ocr: Ocr = "auto"
    workers: Annotated[int, typer.Option(min=1, help="Jumlah proses pembaca.")] = PROCESSORS
    checks: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Pengaturan pemeriksaan (TOML).")] = None
    aliases: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Padanan tambahan; bawaan: yang diajarkan.")
    ] = None
    limits: Annotated[str, typer.Option("--limits", help="Batas, misalnya page=60,document=600,memory=1500.")] = ""
    catalogue: CatalogueUrl = None
    no_prefect: Annotated[bool, typer.Option("--no-prefect", help="Tanpa Prefect: mulai lebih cepat, tanpa catatan alur.")] = (
        False
    )

    @property
    def place(self) -> Path:
        """The output folder; of a URL, its mirror on this machine."""
        return mirror_of(self.out) if is_url(self.out) else Path(self.out)

    def keep_apart(self, inputs: Sequence[Path | str]) -> None:
        """Refuse an output folder that is an input itself, before anything is written there."""
        if any(Path(given).resolve() == self.place.resolve() for given in inputs if not is_url(str(given))):
            raise typer.BadParameter("folder hasil adalah folder masukan; pilih folder lain", param_hint="--out")

    def make_pool(self) -> Pool:
        return Pool(self.workers, self._parsed_limits().memory)

    def make_settings(self) -> RunSettings:
        """The options as settings, files that were given tried; no worker is started for that, as there may be nothing to do."""
        settings = RunSettings(
            lang=self.lang,
            archive=self.archive,
            ocr=self.ocr,
            workers=self.workers,
            checks=self.checks,
            aliases=known_aliases(self.aliases),
            limits=self._parsed_limits(),
            versions=current_versions(self.ocr),
        )
        if fault := fault_of_files(settings):
            raise typer.BadParameter(fault, param_hint="--checks / --aliases")
        return settings

    def make_request(self, inputs: Sequence[Path | str], settings: RunSettings, retry: bool = False) -> RunRequest:
        remote = self.out if is_url(self.out) else None
        return RunRequest(tuple(inputs), self.place, settings, self.catalogue, retry, remote)

    def orchestrator(self, dask: str | None = None, deployment: str | None = None, share: int = 50) -> Orchestration:
        """Who hands out the documents; Prefect is imported only where it is used."""
        if self.no_prefect:
            return nullcontext(read_all)
        if deployment and not has_server():
            raise typer.BadParameter("setel PREFECT_API_URL ke server Prefect dahulu", param_hint="--deployment")
        from flows.prefect_run import as_flow, by_deployment, on_dask, under_prefect

        read = by_deployment(deployment, share) if deployment else on_dask(dask) if dask else as_flow
        return under_prefect(State(self.place).prefect, read)

    def _parsed_limits(self) -> Limits:
        try:
            return parse_limits(self.limits)
        except BadLimit as error:
            raise typer.BadParameter(str(error), param_hint="--limits") from error


Orchestration = AbstractContextManager[Orchestrator]


def takes_reading(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the fields of Reading as options of its own in place of its parameter `reading`."""
    hints = get_type_hints(Reading, include_extras=True)
    shared = [
        inspect.Parameter(f.name, inspect.Parameter.KEYWORD_ONLY, default=_default(f.default), annotation=hints[f.name])
        for f in fields(Reading)
    ]
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        is_own = parameter.name != "reading"
        parameters += [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)] if is_own else shared

    @wraps(command)
    def with_reading(**given: Any) -> None:
        reading = Reading(**{f.name: given.pop(f.name) for f in fields(Reading)})
        command(**given, reading=reading)

    with_reading.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_reading.__annotations__ = {p.name: p.annotation for p in parameters}
    return with_reading


def _default(value: Any) -> Any:
    return inspect.Parameter.empty if value is MISSING else value
