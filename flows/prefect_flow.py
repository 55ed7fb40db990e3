"""Prefect's part, thin: order and names of runs. What a document needs is done by `flows.documents`."""

from __future__ import annotations

from typing import Any, cast

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.batch import Batch
from flows.documents import DocumentTask
from flows.manifest import Entry
from flows.plain import documents_at_once
from flows.statuses import WITH_RECORD
from flows.stopping import run_aside
from pipeline.summary import DocumentLine

MAX_TABLE_LINES = 500


def read_batch_flow(batch: Batch) -> None:
    """Run the batch's flow. The closure keeps the batch out of the run's parameters, which Prefect would store."""

    tasks: dict[int, DocumentTask] = {t.order: t for t in batch.tasks}
    runner = cast("TaskRunner[PrefectFuture[Any]]", runner_of(batch.shop.settings.workers))

    @task(name="baca-dokumen", task_run_name="{name}", cache_policy=NO_CACHE, persist_result=False)
    def read_document(name: str, order: int) -> State:
        return state_of(batch.read(tasks[order]))

    @flow(
        name="renja",
        flow_run_name=batch.title,
        task_runner=runner,
        persist_result=False,
    )
    def read_batch(folder: str, documents: int) -> State:
        """Reads one folder's documents.

        Running it twice does no harm: the manifest of the output folder says what is done, and a document's folder is
        replaced by an equal one.
        """
        futures = [read_document.submit(t.name, t.order) for t in batch.tasks]
        lines = [line for future in futures if (line := _line_of(future))]
        create_markdown_artifact(key="ringkasan", markdown=markdown_table(lines), description=f"Ringkasan {folder}")
        return Completed(message=f"{len(lines)} dokumen")

    run_aside(read_batch, batch.title, len(batch.tasks))


def runner_of(workers: int) -> ThreadPoolTaskRunner[Any]:
    """Threads that wait for the pool: enough to keep it busy while some documents are at their last, single job."""
    return ThreadPoolTaskRunner(max_workers=documents_at_once(workers))


def state_of(entry: Entry) -> State:
    """A document that was read is completed, under its status; one that was not is failed, with its reason."""
    line = entry.line
    if line.status in WITH_RECORD:
        return Completed(name=line.status, message=line.reason, data=line)
    return Failed(name=line.status, message=line.reason, data=line)


def markdown_table(lines: list[DocumentLine]) -> str:
    """The summary of a run as Prefect's UI shows it."""
    head = "| Dokumen | Halaman | Baris | Tercakup | Temuan | Status |\n|---|---:|---:|---:|---:|---|\n"
    rows = [_row(line) for line in lines[:MAX_TABLE_LINES]]
    more = f"\n\n… dan {len(lines) - MAX_TABLE_LINES} lagi" if len(lines) > MAX_TABLE_LINES else ""
    return head + "\n".join(rows) + more


def _row(line: DocumentLine) -> str:
    figures = f"{line.pages or ''} | {line.rows} | {line.covered} | {line.findings.total}"
    return f"| {_cell(line.name)} | {figures} | {line.status} {_cell(line.reason or '')} |"


def _cell(text: str) -> str:
    """Text of others may hold marks of Markdown or HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", " ")
    return escaped.replace("[", "\\[").replace("`", "\\`")


def _line_of(future: PrefectFuture[State]) -> DocumentLine | None:
    future.wait()
    line = future.state.result(raise_on_failure=False)
    if isinstance(line, BaseException):
        raise line
    return line
