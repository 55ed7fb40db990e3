"""The flow that a Prefect deployment runs: one share of a batch, on whatever machine takes it from the work pool."""

from __future__ import annotations

from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State as RunState
from prefect.states import Completed

from flows.documents import Workshop, read_document
from flows.plain import OrchestratorFailed
from flows.pool import Pool
from flows.prefect_flow import runner_of, state_of
from flows.progress import SilentTally
from flows.remote import RemoteFolder, mirror_of
from flows.shares import Json, from_json, hand_in
from flows.state import State
from flows.versions import Versions, current_versions


class OtherVersion(OrchestratorFailed):
    """This machine's renja is not the one that planned the batch."""


@flow(name="renja-bagian", flow_run_name="{title}", persist_result=False)
def read_share(title: str, share: Json) -> RunState:
    """Read a share's documents.

    Running it twice does no harm: a document's folder is replaced by an equal one, and its entry handed in again.
    """
    wanted = from_json(share)
    settings = wanted.settings
    remote = RemoteFolder(wanted.place, mirror_of(wanted.place)) if wanted.is_remote else None
    state = State(remote.out if remote else Path(wanted.place))
    check_versions(settings.versions, settings.ocr)
    with Pool(settings.workers, settings.limits.memory) as pool:
        shop = Workshop(pool, settings, state, SilentTally(), remote)

        @task(name="baca-dokumen", task_run_name="{name}", cache_policy=NO_CACHE, persist_result=False)
        def read(name: str, index: int) -> RunState:
            document = wanted.documents[index]
            entry = read_document(document, shop)
            hand_in(wanted, entry, document.order)
            return state_of(entry)

        with runner_of(settings.workers) as runner:
            futures = [runner.submit(read, {"name": d.name, "index": n}) for n, d in enumerate(wanted.documents)]
            for future in futures:
                future.wait()
    return Completed(message=f"{len(wanted.documents)} dokumen")


def check_versions(wanted: Versions, ocr: str) -> None:
    """Raises OtherVersion."""
    if current_versions(ocr) != wanted:
        raise OtherVersion("Versi renja atau Tesseract di mesin pembaca lain dari mesin ini; pasang yang sama di semua mesin.")
