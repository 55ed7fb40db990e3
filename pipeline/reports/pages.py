"""Templates to HTML. Everything that comes from a plan is escaped; nothing a page needs lies outside it."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.catalogue import Texts, as_sentence


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["sentence"] = as_sentence
    return environment


def render(template: str, t: Texts, **context: object) -> str:
    return _environment().get_template(template).render(t=t, lang=t.lang, **context)
