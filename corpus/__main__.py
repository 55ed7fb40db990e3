"""`python -m corpus`: make plans, score readings, run the benchmark."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus.layouts import LAYOUTS
from corpus.make import TYPESETTERS, make_corpus
from corpus.samples import write_samples

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def corpus() -> None:
    """Made-up plans with their truth, and the benchmark over them."""


@app.command()
def make(
    out: Annotated[Path, typer.Option(help="Folder to write to.")],
    seed: Annotated[int, typer.Option(help="Same seed, same bytes.")] = 1,
    count: Annotated[int, typer.Option(help="Plans a layout: seeds from SEED on.")] = 1,
    layouts: Annotated[str, typer.Option(help="Names, comma-separated; all where empty.")] = "",
    formats: Annotated[str, typer.Option(help=f"Of {', '.join(TYPESETTERS)}, scan:GRADE.")] = "pdf,docx,txt",
    share: Annotated[float, typer.Option(help="How much of the regulation's list the plans have rows for, 0 to 1.")] = 0.85,
) -> None:
    """Write made-up plans and their truth files."""
    names = [n for n in layouts.split(",") if n] or list(LAYOUTS)
    unknown = sorted(set(names) - set(LAYOUTS))
    if unknown:
        raise typer.BadParameter(f"no such layout: {', '.join(unknown)}; there are {', '.join(LAYOUTS)}")
    written = make_corpus(names, range(seed, seed + count), formats.split(","), out, share)
    typer.echo(f"{len(written)} documents in {out}")


@app.command()
def samples() -> None:
    """Write the ready-made samples of the repository again."""
    for path in write_samples():
        typer.echo(path.name)


if __name__ == "__main__":
    app()
