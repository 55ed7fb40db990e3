"""The labelled texts are sound, the benchmark's counting notices mistakes, and the matcher stays as good as it was."""

from __future__ import annotations

from canonical.decide import Answer, Verdict
from canonical.lists import library
from canonical.matcher import Query
from corpus.match_bench import Labelled, Result, figures, read_labelled, reliability, run


def test_the_labels_are_codes_and_no_text_stands_twice() -> None:
    labelled = read_labelled()
    known = library().current.by_code
    assert len(labelled) >= 400
    assert all(code in known for item in labelled for code in item.codes)
    places = [(i.query.text.lower(), i.query.component, i.query.area, i.above) for i in labelled]
    assert len(set(places)) == len(places)


def test_every_indicator_is_labelled_somewhere() -> None:
    told = {code for item in read_labelled() for code in item.codes}
    assert told >= set(library().current.by_code)


def _result(want: tuple[str, ...], *got: tuple[str, str]) -> Result:
    verdicts = tuple(Verdict(code, 0.9, decision, None, "-") for code, decision in got)  # type: ignore[arg-type]
    return Result(Labelled(1, "kind", want, Query("teks"), ""), Answer(verdicts))


def test_the_count_notices_what_is_wrong() -> None:
    results = [
        _result(("P.1.i.a",), ("P.1.i.a", "accepted")),
        _result(("P.1.i.a",), ("P.1.i.b", "accepted")),
        _result(("P.1.i.a", "P.1.i.b"), ("P.1.i.a", "accepted")),
        _result((), ("P.1.i.a", "review")),
        _result((), ("P.1.i.a", "accepted")),
    ]
    f = figures(results)
    assert (f.top_right, f.with_codes, f.hits, f.false, f.missed, f.in_review) == (2, 3, 2, 2, 2, 1)
    assert [(count, right) for low, _, count, right in reliability(results) if low == 0.9] == [(4, 2)]


def test_the_held_out_half() -> None:
    f = figures(run(i for i in read_labelled() if i.is_held_out))
    assert (f.top1 or 0) >= 0.95 and (f.codes or 0) >= 0.96
    assert (f.accepted_right or 0) >= 0.975 and (f.review or 1) <= 0.05
