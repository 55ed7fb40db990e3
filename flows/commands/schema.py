"""`renja schema`: the JSON Schema of what renja writes, from the models that write it."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from pipeline.records import PlanRecord, Record
from pipeline.summary import Summary

Which = Annotated[Literal["document", "summary"], typer.Argument(help="document.json atau summary.json.")]


def schema(which: Which = "document") -> None:
    """Cetak JSON Schema keluaran."""
    model: type[Record] = PlanRecord if which == "document" else Summary
    typer.echo(json.dumps(model.model_json_schema(by_alias=True), indent=2, ensure_ascii=False))
