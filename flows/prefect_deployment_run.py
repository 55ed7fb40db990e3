"""The batch given out in shares to a Prefect deployment, whose workers may stand on many machines."""

from __future__ import annotations

import itertools
import time
from collections import deque
from typing import cast
from uuid import UUID

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.objects import State as RunState
from prefect.deployments import run_deployment
from prefect.states import Completed

from extractors.errors import DocumentError
from flows.batch import Batch
from flows.documents import DocumentTask, failed_entry
from flows.prefect_flow import markdown_table
from flows.shares import Share, clear, collect, cut, to_json
from flows.stopping import run_aside
from pipeline.summary import DocumentLine

LOOK_SECONDS = 1.0
LOOKS_A_QUESTION = 5
"""Results are looked for in the output folder; the server is asked less often, only whether a share was lost."""

ATTEMPTS = 3
LOST = "Mesin yang membaca berkas ini berhenti; jalankan lagi untuk mencoba ulang."


def read_batch_by_deployment(batch: Batch, deployment: str, share_size: int) -> None:
    """Run the batch's flow; each share is a flow run of the deployment, and is given out again where its machine is lost."""

    @flow(name="renja", flow_run_name=batch.title, persist_result=False)
    def read_batch(folder: str, documents: int) -> RunState:
        """Running it twice does no harm: shares hand in entries, and only this run writes the books."""
        place = _place(batch)
        clear(place)
        left = {t.order: t for t in batch.tasks}
        lines: list[DocumentLine] = []
        for _ in range(ATTEMPTS):
            lines += _read_shares(batch, deployment, list(left.values()), share_size, left)
            if not left:
                break
        for lost in left.values():
            batch.enter(failed_entry(lost, batch.shop.settings, DocumentError(LOST), final=False))
        clear(place)
        create_markdown_artifact(key="ringkasan", markdown=markdown_table(lines), description=f"Ringkasan {folder}")
        return Completed(message=f"{len(lines)} dokumen")

    run_aside(read_batch, batch.title, len(batch.tasks))


def _read_shares(
    batch: Batch, deployment: str, tasks: list[DocumentTask], size: int, left: dict[int, DocumentTask]
) -> list[DocumentLine]:
    """Give out the tasks and enter what comes back until all is there or all shares have ended; `left` loses what was entered."""
    place = _place(batch)
    shares = cut(batch.title, place, batch.shop.remote is not None, batch.shop.settings, tasks, size)
    runs = deque(_give_out(share, deployment) for share in shares)
    batch.shop.pool.get_ready()  # for the summary, while others read
    lines: list[DocumentLine] = []
    with get_client(sync_client=True) as client:
        for look in itertools.count(1):
            have_ended = look % LOOKS_A_QUESTION == 0 and _have_ended(runs, client)
            for order, entry in collect(place):
                if left.pop(order, None):
                    batch.enter(entry)
                    lines.append(entry.line)
            if have_ended or not left:
                break
            time.sleep(LOOK_SECONDS)
    return lines


def _give_out(share: Share, deployment: str) -> UUID:
    parameters = {"title": share.title, "share": to_json(share)}
    run = cast("FlowRun", run_deployment(deployment, parameters=parameters, timeout=0, as_subflow=False))
    return run.id


def _have_ended(runs: deque[UUID], client: SyncPrefectClient) -> bool:
    """Whether all have; those at the head that have ended are let go, so that the server is asked for few, however many run."""
    while runs:
        state = client.read_flow_run(runs[0]).state
        if state is None or not state.is_final():
            return False
        runs.popleft()
    return True


def _place(batch: Batch) -> str:
    shop = batch.shop
    return shop.remote.url if shop.remote else str(shop.state.out.resolve())
