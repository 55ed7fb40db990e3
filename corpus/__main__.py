"""`python -m corpus`: make plans, score readings, run the benchmark."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from corpus.benchmark.markdown import markdown, with_figures
from corpus.benchmark.page import page
from corpus.benchmark.printing import show, show_changes
from corpus.benchmark.results import changes, load_lines, save
from corpus.benchmark.run import run_benchmark
from corpus.layouts import LAYOUTS
from corpus.make import TYPESETTERS, make_corpus
from corpus.odd_layouts import ALL_LAYOUTS
from corpus.samples import write_samples
from corpus.trust import CHECK_SEEDS, FIT_SEEDS, bands, fit, gather
from corpus.typeset_pdf import missing_fonts

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def corpus() -> None:
    """Made-up plans with their truth, and the benchmark over them."""


@app.command()
def make(
    out: Annotated[Path, typer.Option(help="Folder to write to.")],
    seed: Annotated[int, typer.Option(help="Same seed, same bytes.")] = 1,
    count: Annotated[int, typer.Option(help="Plans a layout: seeds from SEED on.")] = 1,
    layouts: Annotated[str, typer.Option(help="Names, comma-separated; the sixteen usual ones where empty.")] = "",
    formats: Annotated[str, typer.Option(help=f"Of {', '.join(TYPESETTERS)}, scan:GRADE.")] = "pdf,docx,txt",
    share: Annotated[float, typer.Option(help="How much of the regulation's list the plans have rows for, 0 to 1.")] = 0.85,
) -> None:
    """Write made-up plans and their truth files."""
    names = [n for n in layouts.split(",") if n] or list(LAYOUTS)
    unknown = sorted(set(names) - set(ALL_LAYOUTS))
    if unknown:
        raise typer.BadParameter(f"no such layout: {', '.join(unknown)}; there are {', '.join(ALL_LAYOUTS)}")
    for font in missing_fonts({ALL_LAYOUTS[n].font for n in names}):
        typer.echo(f"font missing, another is used: {font}", err=True)
    written = make_corpus(names, range(seed, seed + count), formats.split(","), out, share)
    typer.echo(f"{len(written)} documents in {out}")


@app.command()
def samples() -> None:
    """Write the ready-made samples of the repository again."""
    for path in write_samples():
        typer.echo(path.name)


@app.command()
def trust(
    out: Annotated[Path, typer.Option(help="Folder for the scans and what was read of them.")] = Path("build/trust"),
    grades: Annotated[str, typer.Option(help="Grades of scans.")] = "office,poor",
    share: Annotated[float, typer.Option(help="Length of the plans, 0 to 1.")] = 0.3,
) -> None:
    """Fit the weights of cells' confidences on scans of some layouts and check them on scans of others."""
    out.mkdir(parents=True, exist_ok=True)
    names = list(LAYOUTS)
    weights = fit(gather(FIT_SEEDS, names[::2], grades.split(","), share, out))
    checked = gather(CHECK_SEEDS, names[1::2], grades.split(","), share, out)
    typer.echo(f"WEIGHTS = {weights}")
    for band in bands(checked, weights):
        typer.echo(f"{band.low:.2f}-{band.high:.2f}  cells {band.cells:5d}  said {band.said:.3f}  right {band.right:.3f}")


@app.command()
def bench(
    out: Annotated[Path, typer.Option(help="Folder for the results and the made documents.")] = Path("build/bench"),
    quick: Annotated[bool, typer.Option(help="Only the small subset the tests guard.")] = False,
    workers: Annotated[int, typer.Option(help="Processes.")] = 2,
    against: Annotated[Path | None, typer.Option(help="results.json of an earlier run: gains and losses by document.")] = None,
    real: Annotated[Path | None, typer.Option(help="Folder of plans with truth files, reported apart.")] = None,
    only: Annotated[str, typer.Option(help="Formats and grades to read, comma-separated; all where empty.")] = "",
    docs: Annotated[Path | None, typer.Option(help="A document whose figures, between two marks, are replaced by these.")] = None,
    peers: Annotated[bool, typer.Option(help="Compare with other tools (set up by `make peers`).")] = True,
) -> None:
    """Run the benchmark, print its figures, write results.json, report.html and tables.md; a broken-off run goes on."""
    console = Console(width=230)
    outcome = run_benchmark(
        out / "work", quick, workers, real, peers, lambda text: console.print(f"[dim]{text}"), [g for g in only.split(",") if g]
    )
    show(outcome, console)
    if against:
        show_changes(changes(load_lines(against), outcome.lines), console)
    save(outcome, out / "results.json")
    (out / "report.html").write_text(page(outcome), encoding="utf-8")
    (out / "tables.md").write_text(markdown(outcome), encoding="utf-8")
    if docs:
        docs.write_text(with_figures(docs.read_text(encoding="utf-8"), outcome), encoding="utf-8")
    console.print(f"Written: {out / 'results.json'}, {out / 'report.html'}, {out / 'tables.md'}")


if __name__ == "__main__":
    app()
