"""What is wrong with a guide: with its paths, with its terms, with what it cites."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from manumit.guide import terms
from manumit.guide.parts import parts
from manumit.guide.reading import GuideFile
from manumit.guide.translations import check_translation
from manumit.guide.types import END, Cite, Guide, Overlay, Question, Translated
from manumit.records import JudgmentRecord, Problem, RecordFile, places_of
from manumit.reference import system_codes


def check_guides(files: Collection[GuideFile], records: Iterable[RecordFile]) -> list[Problem]:
    """Every fault of these guides; authorities are looked up among the records."""
    held = {record.key: record for record in records}
    return [problem for file in files for problem in [*_of_one(file, files), *_cited(file, held)]]


def _of_one(file: GuideFile, files: Collection[GuideFile]) -> Iterator[Problem]:
    content = file.content
    if isinstance(content, Translated):
        yield from check_translation(file, content, files)
        return
    if isinstance(content, Guide):
        yield from _twice(file, content)
        yield from _paths(file, content)
        yield from _circles(file, content)
        yield from _terms(file, content, content)
        return
    if content.jurisdiction not in system_codes():
        yield file.problem("jurisdiction", f"no system has the code {content.jurisdiction!r}")
    base = _guide_named(content.adds_to, files)
    if base is None:
        yield file.problem("adds_to", f"no guide beside it has the code {content.adds_to!r}")
    else:
        yield from _terms(file, content, base)


def _guide_named(code: str, files: Collection[GuideFile]) -> Guide | None:
    guides = (file.content for file in files if isinstance(file.content, Guide))
    return next((guide for guide in guides if guide.code == code), None)


def _twice(file: GuideFile, guide: Guide) -> Iterator[Problem]:
    for name in ("sections", "questions", "indications"):
        seen = set[str]()
        for number, part in enumerate(getattr(guide, name)):
            if part.code in seen:
                yield file.problem(f"{name}.{number}.code", f"{part.code} is written twice")
            seen.add(part.code)


def _paths(file: GuideFile, guide: Guide) -> Iterator[Problem]:
    """Every question is reached from the first, and every path ends."""
    questions = {each.code: each for each in guide.questions}
    reached = _reached(questions, guide.questions[0].code)
    sections = {section.code for section in guide.sections}
    for number, question in enumerate(guide.questions):
        field = f"questions.{number}"
        for target in sorted(question.targets - {END} - set(questions)):
            yield file.problem(f"{field}.then", f"leads to {target}, which is no question")
        if question.code not in reached:
            yield file.problem(field, f"no path leads to the question {question.code}")
        if question.code in _reached(questions, *question.targets):
            yield file.problem(f"{field}.then", f"a path from {question.code} leads back to it")
        if question.section not in sections:
            yield file.problem(f"{field}.section", f"there is no section {question.section}")


def _reached(questions: Mapping[str, Question], *starts: str) -> set[str]:
    found, waiting = set[str](), list(starts)
    while waiting:
        code = waiting.pop()
        if code in questions and code not in found:
            found.add(code)
            waiting += questions[code].targets
    return found


def _circles(file: GuideFile, guide: Guide) -> Iterator[Problem]:
    """An indication may rest on others, but not on itself."""
    rests = {
        each.code: {
            term.code
            for view in each.views
            for text in [*view.unless, *(text for part in view.elements for text in part.any)]
            if (term := terms.parse(text)).of_indication
        }
        for each in guide.indications
    }
    for number, code in enumerate(rests):
        below, waiting = set[str](), list(rests[code])
        while waiting:
            if (one := waiting.pop()) not in below:
                below.add(one)
                waiting += rests.get(one, ())
        if code in below:
            yield file.problem(f"indications.{number}", f"{code} rests on itself")


def _terms(file: GuideFile, content: Guide | Overlay, base: Guide) -> Iterator[Problem]:
    options = {each.code: {option.code for option in each.options} for each in base.questions}
    indications = {each.code for each in base.indications}
    for field, part in parts(content):
        for name in ("any", "when", "unless"):
            for place, text in enumerate(getattr(part, name, ())):
                term, where = terms.parse(text), f"{field}.{name}.{place}"
                if term.of_indication and term.code not in indications:
                    yield file.problem(where, f"there is no indication {term.code}")
                elif not term.of_indication and term.code not in options:
                    yield file.problem(where, f"there is no question {term.code}")
                elif term.option and term.option not in options[term.code]:
                    yield file.problem(where, f"{term.code} has no option {term.option}")


def _cited(file: GuideFile, held: Mapping[str, RecordFile]) -> Iterator[Problem]:
    for field, part in parts(file.content):
        if isinstance(part, Cite) and (reason := _why_not(part, held.get(part.work))):
            yield file.problem(field, reason)


def _why_not(cite: Cite, file: RecordFile | None) -> str:
    """Why readers would not find this authority; empty where they do."""
    if file is None:
        return f"no record of this collection is {cite.work}"
    if file.record.status != "published":
        return f"{cite.work} is a {file.record.status}, which readers do not see"
    if cite.at:
        return "" if cite.at in places_of(file.record) else f"{cite.work} has no {cite.at}"
    begin = [says for says in _findings(file) if says.startswith(cite.finding)]
    if len(begin) == 1:
        return ""
    return f"{len(begin)} findings of {cite.work} begin with {cite.finding!r}, and it must be one"


def _findings(file: RecordFile) -> list[str]:
    record = file.record
    return [each.says for each in record.findings] if isinstance(record, JudgmentRecord) else []
