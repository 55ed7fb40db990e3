"""From scores to decisions: accepted, review or rejected, each with the reason a person is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from canonical.aliases import Aliases, known_texts
from canonical.columns import Column, columns
from canonical.compound import take_apart
from canonical.context import is_title
from canonical.features import Sentence, index, other_matters, read_sentences
from canonical.lists import library
from canonical.matcher import Candidate, Decision, Query, Scored, score
from canonical.reason import Reason, because
from canonical.wording import FAINT_STEMS

SURE_MARGIN = 0.035
"""Lead over the next reading of the plan from which a reading is not left to a person."""
SURE_SCORE = 0.5
OTHER_MATTER, MOST_ASKED = 0.1, 0.8
"""Each everyday word no list knows ("sampah", "parkir") asks for that much more score, up to a most."""
WORTH_A_LOOK = 0.42
"""Score from which a row that states nothing tells of its nearest indicator."""
LONGEST_QUOTE = 80
"""Letters of an official sentence or an alias that a reason quotes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A code with its decision; `via` names the older list's indicator the match came over."""

    code: str
    score: float
    decision: Decision
    via: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row covers, best first; `withdrawn` names an older list's indicator it states that nothing took over."""

    verdicts: tuple[Verdict, ...]
    withdrawn: str | None = None

    @property
    def accepted(self) -> tuple[str, ...]:
        return tuple(v.code for v in self.verdicts if v.decision == "accepted")

    @property
    def in_review(self) -> tuple[str, ...]:
        return tuple(v.code for v in self.verdicts if v.decision == "review")


def match(queries: Sequence[Query], aliases: Aliases | None = None) -> list[Answer]:
    """What each row of a plan covers; the queries are the plan's rows in order."""
    whole = known_texts(aliases, [q.text for q in queries]) if aliases else frozenset()
    taken = take_apart([q.text for q in queries], [q.component for q in queries], whole)
    apart = [replace(q, text=text) for q, texts in zip(queries, taken, strict=True) for text in texts]
    answers = iter([decide(scored) for scored in score(apart, aliases)])
    return [_together([next(answers) for _ in texts]) for texts in taken]


def _together(answers: Sequence[Answer]) -> Answer:
    """The answers for a row's sentences as one: what any of them covers; what is in review only where nothing is sure."""
    if len(answers) == 1:
        return answers[0]
    sure = [v for a in answers for v in a.verdicts if v.decision == "accepted"]
    kept = sure or [v for a in answers for v in a.verdicts if v.decision == "review"]
    once = {v.code: v for v in reversed(kept)}
    verdicts = tuple(sorted(once.values(), key=lambda v: _rank(v.code)))
    return Answer(verdicts, next((a.withdrawn for a in answers if a.withdrawn and not sure), None))


def decide(scored: Scored) -> Answer:
    if scored.alias:
        return _by_alias(scored)
    if scored.best is None:
        return _states_nothing(scored)
    if columns()[scored.best.column].withdrawn:
        return _states_withdrawn(scored)
    least = SURE_SCORE + OTHER_MATTER * len(other_matters(scored.sentence))
    evidence = scored.best.evidence
    only_title = not evidence.says_enough and is_title(scored.sentence)
    says_little = only_title or (_is_one_word(scored.sentence) and not _has_context(scored, scored.best))
    sure = scored.margin >= SURE_MARGIN and evidence.score >= min(least, MOST_ASKED) and not says_little
    return _accepted(scored, scored.best) if sure else _review(scored, (scored.best, *scored.others))


def _is_one_word(sentence: Sentence) -> bool:
    """Whether a text tells a single thing ("Evaluasi", "Telah dilaksanakan evaluasi"), of which its component must say what."""
    return len(sentence.stems - FAINT_STEMS) <= 1


def _has_context(scored: Scored, best: Candidate) -> bool:
    """Whether the component's title is one the indicator stands under, or shares its words."""
    title = read_sentences([scored.query.component])[0]
    return best.evidence.component > 0 or bool(title.stems & index().entries[best.entry].sentence.stems)


def _by_alias(scored: Scored) -> Answer:
    hit = scored.alias
    if hit is None:
        return Answer(())
    text = _short(hit.alias.text)
    reason = because("match.confirmed", text=text) if hit.exact else because("match.nearly_confirmed", text=text)
    return Answer(tuple(Verdict(code, 1.0 if hit.exact else 0.99, "accepted", None, reason) for code in hit.alias.codes))


def _accepted(scored: Scored, best: Candidate) -> Answer:
    main = columns()[best.column]
    verdicts = [Verdict(main.code, _round(best.evidence.score), "accepted", _via(best), _reason(best))]
    for n in scored.beside:
        code = columns()[n].code
        via = _split_via(best, code)
        reason = because("match.beside", code=code, sentence=_short(columns()[n].indicator.text), main=main.code)
        verdicts.append(Verdict(code, _round(0.95 * best.evidence.score), "accepted", via, reason))
    in_list_order = sorted(verdicts, key=lambda v: _rank(v.code))
    return Answer((*in_list_order, *_runner_up(scored)))


def _runner_up(scored: Scored) -> tuple[Verdict, ...]:
    for other in scored.others[:1]:
        column = columns()[other.column]
        if other.evidence.score >= 0.6 and not column.withdrawn:
            reason = because("match.runner_up").noting(_likeness(other), *_place(other))
            return (Verdict(column.code, _round(other.evidence.score), "rejected", _via(other), reason),)
    return ()


def _review(scored: Scored, candidates: Sequence[Candidate]) -> Answer:
    best = candidates[0].evidence.score
    close = [c for c in candidates if c.evidence.score >= best - 2 * SURE_MARGIN and c.evidence.margin >= -2 * SURE_MARGIN]
    kept = _current(close) or _current(candidates)[:1]
    codes = tuple(columns()[c.column].code for c in kept)
    doubt = because("match.torn_between", codes=codes) if len(codes) > 1 else because("match.too_few_words")
    return Answer(
        tuple(
            Verdict(code, _round(c.evidence.score), "review", _via(c), _reason(c).noting(doubt))
            for code, c in zip(codes, kept, strict=True)
        )
    )


def _current(candidates: Sequence[Candidate]) -> list[Candidate]:
    return [c for c in candidates if not columns()[c.column].withdrawn]


def _states_nothing(scored: Scored) -> Answer:
    near = [c for c in scored.others if c.evidence.score >= WORTH_A_LOOK]
    if near and scored.margin < SURE_MARGIN and near[0].evidence.score >= WORTH_A_LOOK:
        return _review(scored, near)
    nearest = [c for c in near[:1] if not columns()[c.column].withdrawn]
    return Answer(
        tuple(Verdict(columns()[c.column].code, _round(c.evidence.score), "rejected", _via(c), _too_far(c)) for c in nearest)
    )


def _states_withdrawn(scored: Scored) -> Answer:
    best = scored.best
    if best is None or scored.margin < SURE_MARGIN:
        return _review(scored, (*((best,) if best else ()), *scored.others))
    column = columns()[best.column]
    beside = tuple(
        Verdict(columns()[n].code, _round(0.95 * best.evidence.score), "accepted", None,
                because("match.beside_withdrawn", older=_name(column), code=columns()[n].code))
        for n in scored.beside
    )  # fmt: skip
    reason = because("match.withdrawn", older=_name(column), current=library().current.title)
    nearest = next((c for c in scored.others if not columns()[c.column].withdrawn), None)
    rejected = () if nearest is None or beside else (
        Verdict(columns()[nearest.column].code, _round(nearest.evidence.score), "rejected", None, reason),
    )  # fmt: skip
    return Answer((*beside, *rejected), withdrawn=f"{column.regulation} {column.code}")


def _reason(candidate: Candidate) -> Reason:
    via = _via(candidate)
    reason = _likeness(candidate).noting(*_place(candidate))
    if via is None:
        return reason
    return reason.noting(because("match.carried_over", older=via.replace("permenpanrb-", "").replace("-", "/", 1)))


def _too_far(candidate: Candidate) -> Reason:
    return because("match.too_far").noting(_likeness(candidate))


def _likeness(candidate: Candidate) -> Reason:
    evidence, code = candidate.evidence, columns()[candidate.column].code
    if evidence.text >= 0.97:
        return because("match.same_sentence", code=code)
    words, letters = round(100 * evidence.words), round(100 * evidence.letters)
    if evidence.text >= 0.85:
        return because("match.similar_sentence", code=code, words=words, letters=letters)
    return because("match.shared_words", code=code, words=words, letters=letters)


def _place(candidate: Candidate) -> list[Reason]:
    evidence = candidate.evidence
    notes = []
    if evidence.component > 0:
        notes.append(because("match.component_fits"))
    elif evidence.component < -0.02:
        notes.append(because("match.other_component"))
    if evidence.area < 0:
        notes.append(because("match.other_area"))
    if evidence.part < 0:
        notes.append(because("match.other_part"))
    return notes


def _via(candidate: Candidate) -> str | None:
    indicator = index().entries[candidate.entry].indicator
    return None if indicator.regulation == library().current.name else f"{indicator.regulation} {indicator.code}"


def _split_via(main: Candidate, code: str) -> str | None:
    """The main match's older indicator where that became `code` as well."""
    indicator = index().entries[main.entry].indicator
    if indicator.regulation == library().current.name:
        return None
    successors = library().successors(indicator.regulation, indicator.code)
    return f"{indicator.regulation} {indicator.code}" if code in successors else None


def _name(column: Column) -> str:
    return f"{library()[column.regulation].title} {column.code}"


def _rank(code: str) -> int:
    return next(n for n, c in enumerate(columns()) if c.code == code and not c.withdrawn)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def _round(value: float) -> float:
    return round(value, 3)
