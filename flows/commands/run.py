"""`renja run`: read plans, write their folders and the summary."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, Literal

import typer
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from extractors.errors import DocumentError
from flows.alias_file import known_aliases
from flows.batch import Orchestrator, RunRequest, run_batch
from flows.build_options import check_files
from flows.inputs import NoInput
from flows.limits import BadLimit, Limits, parse_limits
from flows.lock import FolderBusy
from flows.log import open_log
from flows.pool import START_SECONDS, Pool, PoolBroken
from flows.progress import ProgressBar
from flows.remote import is_url, mirror_of
from flows.result_table import print_result
from flows.settings import RunSettings
from flows.state import State
from flows.statuses import ExitCode, sentence_for_machine
from flows.versions import current_versions

PROCESSORS = os.cpu_count() or 1

Inputs = Annotated[
    list[str], typer.Argument(help="Berkas, folder (dibaca sampai ke dalam), atau URL seperti s3://…", show_default=False)
]
Out = Annotated[str, typer.Option("--out", "-o", help="Folder hasil, atau URL seperti s3://…", show_default=False)]
Lang = Annotated[Literal["id", "en"], typer.Option(help="Bahasa laporan.")]
Archive = Annotated[bool, typer.Option("--archive", help="Simpan juga salinan PDF yang dapat dicari.")]
Ocr = Annotated[Literal["auto", "tesserocr", "pytesseract", "none"], typer.Option(help="Mesin OCR.")]
WorkerCount = Annotated[int, typer.Option(min=1, help="Jumlah proses pembaca.")]
Checks = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Pengaturan pemeriksaan (TOML).")]
AliasFile = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Padanan tambahan; bawaan: yang diajarkan.")]
LimitText = Annotated[str, typer.Option("--limits", help="Batas, misalnya page=60,document=600,memory=1500.")]
CatalogueUrl = Annotated[str | None, typer.Option("--catalogue", help="URL SQLAlchemy katalog; bawaan SQLite di folder hasil.")]
Retry = Annotated[bool, typer.Option("--retry", help="Coba lagi berkas yang sebelumnya gagal.")]
NoPrefect = Annotated[bool, typer.Option("--no-prefect", help="Tanpa Prefect: mulai lebih cepat, tanpa catatan alur.")]
Dask = Annotated[str | None, typer.Option("--dask", help="Alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786.")]

Deployment = Annotated[str | None, typer.Option("--deployment", help="Deployment Prefect yang membaca; lihat renja deploy.")]
ShareSize = Annotated[int, typer.Option("--share", min=1, help="Dokumen dalam satu bagian untuk --deployment.")]


def run(
    inputs: Inputs,
    out: Out,
    lang: Lang = "id",
    archive: Archive = False,
    ocr: Ocr = "auto",
    workers: WorkerCount = PROCESSORS,
    checks: Checks = None,
    aliases: AliasFile = None,
    limits: LimitText = "",
    catalogue: CatalogueUrl = None,
    retry: Retry = False,
    no_prefect: NoPrefect = False,
    dask: Dask = None,
    deployment: Deployment = None,
    share: ShareSize = 50,
) -> None:
    """Baca rencana kerja dan tulis hasilnya ke folder."""
    console = Console(stderr=True)
    with Pool(workers, _limits(limits).memory) as pool:
        settings = make_settings(pool, lang, archive, ocr, workers, checks, aliases, limits)
        request = make_request(inputs, out, settings, catalogue, retry)
        code = carry_out(request, pool, orchestrator(no_prefect, dask, deployment, share), console)
    raise typer.Exit(code)


@contextmanager
def stopping_at_signals(pool: Pool) -> Iterator[None]:
    """Ctrl-C and SIGTERM stop all workers at once; what is done is in its place. In a watch, the watch decides."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        pool.close()

    before = [(number, signal.signal(number, stop)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def make_request(
    inputs: Sequence[Path | str], out: str, settings: RunSettings, catalogue: str | None, retry: bool = False
) -> RunRequest:
    """The command's places as a request; a URL is worked on in its mirror."""
    if is_url(out):
        return RunRequest(tuple(inputs), mirror_of(out), settings, catalogue, retry, remote=out)
    return RunRequest(tuple(inputs), Path(out), settings, catalogue, retry)


def make_settings(
    pool: Pool,
    lang: Lang,
    archive: bool,
    ocr: Ocr,
    workers: int,
    checks: Path | None,
    aliases: Path | None,
    limits: str,
) -> RunSettings:
    """The command's options as settings; a worker, which has the libraries, tells the versions and tries the files."""
    settings = RunSettings(
        lang=lang,
        archive=archive,
        ocr=ocr,
        workers=workers,
        checks=checks,
        aliases=known_aliases(aliases),
        limits=_limits(limits),
        versions=pool.submit(current_versions, ocr, seconds=START_SECONDS).result(),
    )
    try:
        pool.submit(check_files, settings, seconds=START_SECONDS).result()
    except (DocumentError, OSError) as error:
        raise typer.BadParameter(str(error.__cause__ or error), param_hint="--checks / --aliases") from error
    return settings


def orchestrator(no_prefect: bool, dask: str | None = None, deployment: str | None = None, share: int = 50) -> Orchestrator:
    """Who hands out the documents; Prefect is imported only where it is used."""
    if no_prefect:
        from flows.plain import read_all

        return read_all
    from flows.prefect_run import by_deployment, on_dask, read_all_as_flow

    if deployment:
        return by_deployment(deployment, share)
    return on_dask(dask) if dask else read_all_as_flow


def carry_out(request: RunRequest, pool: Pool, orchestrate: Orchestrator, console: Console) -> ExitCode:
    """The run with its progress bar and final table; what stops it as a whole becomes a sentence and an exit code."""
    try:
        open_log(State(request.out).log)
        with ProgressBar(console) as bar, stopping_at_signals(pool):
            result = run_batch(request, pool, orchestrate, bar)
    except NoInput as error:
        return _say(console, str(error), ExitCode.USAGE)
    except (FolderBusy, PoolBroken) as error:
        return _say(console, str(error), ExitCode.OUR_FAULT)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        return _say(console, f"Katalog tidak dapat ditulis ({reason}); jalankan lagi setelah bebas.", ExitCode.OUR_FAULT)
    except ModuleNotFoundError as error:
        return _say(
            console, f"Modul {error.name} belum terpasang; pasang renja dengan tambahan: renja[cluster].", ExitCode.OUR_FAULT
        )
    except OSError as error:
        return _say(console, sentence_for_machine(error), ExitCode.OUR_FAULT)
    print_result(result, request.remote or str(request.out))
    return result.code


def _limits(text: str) -> Limits:
    try:
        return parse_limits(text)
    except BadLimit as error:
        raise typer.BadParameter(str(error), param_hint="--limits") from error


def _say(console: Console, sentence: str, code: ExitCode) -> ExitCode:
    console.print(sentence, markup=False, highlight=False)
    return code
