"""`renja run`: read plans, write their folders and the summary."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from flows.batch import Orchestrator, RunRequest, run_batch
from flows.commands.options import Reading, takes_reading
from flows.inputs import NoInput
from flows.lock import FolderBusy
from flows.log import open_log
from flows.plain import OrchestratorFailed
from flows.pool import Pool
from flows.progress import ProgressBar
from flows.result_table import print_result
from flows.state import State
from flows.statuses import ExitCode, sentence_for_machine
from flows.stopping import stopping_at_signals
from flows.worker_process import PoolBroken
from pipeline.catalogue import Texts, texts

Inputs = Annotated[
    list[str], typer.Argument(help="Berkas, folder (dibaca sampai ke dalam), atau URL seperti s3://…", show_default=False)
]
Retry = Annotated[bool, typer.Option("--retry", help="Coba lagi berkas yang sebelumnya gagal.")]
Dask = Annotated[str | None, typer.Option("--dask", help="Alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786.")]
Deployment = Annotated[str | None, typer.Option("--deployment", help="Deployment Prefect yang membaca; lihat renja deploy.")]
ShareSize = Annotated[int, typer.Option("--share", min=1, help="Dokumen dalam satu bagian untuk --deployment.")]


@takes_reading
def run(
    inputs: Inputs,
    reading: Reading,
    retry: Retry = False,
    dask: Dask = None,
    deployment: Deployment = None,
    share: ShareSize = 50,
) -> None:
    """Baca rencana kerja dan tulis hasilnya ke folder."""
    console = Console(stderr=True)
    reading.keep_apart(inputs)
    with reading.make_pool() as pool, reading.orchestrator(dask, deployment, share) as orchestrate:
        request = reading.make_request(inputs, reading.make_settings(), retry)
        code = carry_out(request, pool, orchestrate, console)
    raise typer.Exit(code)


def carry_out(request: RunRequest, pool: Pool, orchestrate: Orchestrator, console: Console) -> ExitCode:
    """The run with its progress bar and final table; what stops it as a whole becomes a sentence and an exit code."""
    say = texts(request.settings.lang)
    try:
        open_log(State(request.out).log)
        with ProgressBar(console, say) as bar, stopping_at_signals(pool):
            result = run_batch(request, pool, orchestrate, bar)
    except NoInput as error:
        return _stop(console, say, str(error), ExitCode.USAGE)
    except (FolderBusy, PoolBroken, OrchestratorFailed) as error:
        return _stop(console, say, str(error), ExitCode.OUR_FAULT)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        told = f"Katalog tidak dapat ditulis ({reason}); jalankan lagi setelah bebas."
        return _stop(console, say, told, ExitCode.OUR_FAULT)
    except ModuleNotFoundError as error:
        told = f"Modul {error.name} belum terpasang; pasang renja dengan tambahan: renja[cluster]."
        return _stop(console, say, told, ExitCode.OUR_FAULT)
    except OSError as error:
        return _stop(console, say, sentence_for_machine(error), ExitCode.OUR_FAULT)
    print_result(result, request.remote or str(request.out), request.settings.lang)
    return result.code


def _stop(console: Console, say: Texts, sentence: str, code: ExitCode) -> ExitCode:
    """`sentence` is Indonesian, and told in the language of the reports."""
    console.print(say.fault(sentence), markup=False, highlight=False, soft_wrap=True)
    return code
