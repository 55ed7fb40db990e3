"""`renja match`: what the matcher says of a text, and pairs a person confirmed taught to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from canonical.aliases import AliasError, read_aliases, read_pairs, teach
from canonical.decide import match
from canonical.lists import library
from canonical.matcher import Query
from flows.alias_file import alias_path
from pipeline.catalogue import KEPT_IN, texts

app = typer.Typer(help="Pencocokan teks dengan indikator resmi.", no_args_is_help=True, add_completion=False)

Aliases = Annotated[
    Path | None,
    typer.Option("--aliases", dir_okay=False, help="Berkas alias; bawaan: RENJA_ALIASES atau folder setelan pengguna."),
]


@app.command("teach")
def teach_(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, readable=True, help='CSV berkolom text,code; code boleh "none".')
    ],
    aliases: Aliases = None,
) -> None:
    """Ajarkan pasangan teks dan kode yang telah dikonfirmasi; berlaku sejak pembacaan berikutnya."""
    path = alias_path(aliases)
    try:
        pairs = read_pairs(file)
        count = teach(path, pairs)
    except (AliasError, UnicodeDecodeError) as problem:
        raise typer.BadParameter(str(problem), param_hint="FILE") from problem
    typer.echo(f"{len(pairs)} pasangan dipelajari; {path} kini memuat {count} teks.")


@app.command("try")
def try_(
    text: Annotated[str, typer.Argument(help="Teks indikator.")],
    component: Annotated[str, typer.Option("--component", help="Judul komponen.")] = "",
    area: Annotated[int | None, typer.Option("--area", min=1, max=6, help="Area perubahan.")] = None,
    part: Annotated[str | None, typer.Option("--part", help="pemenuhan, reform, atau hasil.")] = None,
    aliases: Aliases = None,
) -> None:
    """Tampilkan indikator mana yang dicakup sebuah teks dan mengapa."""
    console = Console(highlight=False, soft_wrap=True)
    answer = match([Query(text, component, area, part)], read_aliases(alias_path(aliases)))[0]
    t = texts(KEPT_IN)
    for verdict in answer.verdicts:
        decision, score, why = t(f"decision.{verdict.decision}"), t.points(verdict.score), t.reason(verdict.reason)
        console.print(f"{decision:<14} {verdict.code:<12} {score}  {why}", markup=False)
        console.print(f"{'':<14} {library().current[verdict.code].text}", markup=False)
    if answer.withdrawn:
        console.print(f"menyatakan indikator yang dicabut: {answer.withdrawn}", markup=False)
    if not answer.verdicts and not answer.withdrawn:
        console.print("Tidak mencakup indikator mana pun.")
