"""Reading ``systems/*.toml``: one file a jurisdiction or system.

A file's name is its code. What a file claims is checked as it is read: a citation format that
misses one of its own examples is refused, because a wrong link is worse than none.
"""

import re
import tomllib
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import get_args

from manumit.reference.errors import BadReference
from manumit.reference.formats import CitationFormat, Gives, Groups
from manumit.reference.keys import BadKey
from manumit.reference.tables import Table
from manumit.reference.types import (
    FactSource,
    Forum,
    ForumType,
    Level,
    Responsible,
    System,
    SystemKind,
)

_SYSTEM_CODE = re.compile(r"[a-z]{2,8}")
_PART = re.compile(r"<<(\w+)>>")
_FORUM_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# The tables in which a system names formats that belong to no single forum.
_SHARED_FORMATS: dict[str, Gives] = {
    "citation": "judgment",
    "legislation": "legislation",
    "instrument": "instrument",
    "publication": "publication",
}


def read_systems(folder: Path) -> dict[str, System]:
    """Every system of the folder by its code. Raises BadReference."""
    systems = {path.stem: read_system(path) for path in sorted(folder.glob("*.toml"))}
    _check_parents(systems)
    _check_forums(systems)
    return systems


def read_system(path: Path) -> System:
    """One file. Raises BadReference."""
    table = Table(path.name, "", _parse(path))
    code = _code(table, _SYSTEM_CODE)
    if code != path.stem:
        raise table.bad(f"code is {code!r} but the file is named {path.name}")
    parts = table.parts("parts")
    system = System(
        code=code,
        names=table.names("name"),
        kind=table.one_of("kind", get_args(SystemKind)),
        part_of=table.text("part_of", "") or None,
        languages=table.texts("languages"),
        timezone=table.text("timezone", ""),
        publishers=table.texts("publishers", optional=True),
        responsible=tuple(_responsible(below) for below in table.tables("responsible")),
        forums=tuple(_forum(below, code, parts) for below in table.tables("forum")),
        formats=_shared_formats(table, code, parts),
        sources=tuple(_source(below) for below in table.tables("source")),
    )
    table.finish()
    if not system.sources:
        raise table.bad("no [[source]] says where its facts come from")
    _check_cites(table, system)
    _check_responsible(table, system)
    return system


def _parse(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadReference(path.name, "", f"is not TOML: {error}") from error


def _code(table: Table, shape: re.Pattern[str]) -> str:
    code = table.text("code")
    if not shape.fullmatch(code):
        raise table.bad(f"code {code!r} is not of the form {shape.pattern}")
    return code


def _forum(table: Table, system: str, parts: Mapping[str, str]) -> Forum:
    code = _code(table, _FORUM_CODE)
    forum = Forum(
        code=code,
        system=system,
        names=table.names("name"),
        level=table.one_of("level", get_args(Level)),
        type=table.one_of("type", get_args(ForumType)),
        since=table.day("since"),
        until=table.day("until"),
        order=table.number("order"),
        citations=tuple(
            _format(below, system, code, "judgment", parts) for below in table.tables("citation")
        ),
    )
    table.finish()
    if forum.since and forum.until and forum.until < forum.since:
        raise table.bad(f"until ({forum.until}) is before since ({forum.since})")
    return forum


def _responsible(table: Table) -> Responsible:
    period = Responsible(table.text("state"), table.day("since"), table.day("until"))
    table.finish()
    return period


def _check_responsible(table: Table, system: System) -> None:
    """Two states never act for one territory on one day."""
    for first, second in pairwise(system.responsible):
        if not first.until or not second.since or second.since <= first.until:
            raise table.bad(f"{second.state} is responsible before {first.state} has ended")


def _shared_formats(
    table: Table, system: str, parts: Mapping[str, str]
) -> tuple[CitationFormat, ...]:
    return tuple(
        _format(below, system, None, gives, parts)
        for field, gives in _SHARED_FORMATS.items()
        for below in table.tables(field)
    )


def _format(
    table: Table, system: str, forum: str | None, gives: Gives, parts: Mapping[str, str]
) -> CitationFormat:
    format_ = CitationFormat(
        system=system,
        forum=forum,
        gives=gives,
        kind=table.text("kind"),
        pattern=_put_together(table, parts),
        cite=table.text("cite"),
        key=table.text("key", ""),
        is_stem=table.flag("stem"),
        since=table.day("since"),
        examples=table.texts("examples"),
        not_examples=table.texts("not_examples"),
    )
    table.finish()
    _check_format(table, format_)
    return format_


def _put_together(table: Table, parts: Mapping[str, str]) -> str:
    """The pattern with each ``<<name>>`` replaced by the part of that name."""
    try:
        return _PART.sub(lambda named: parts[named[1]], table.text("pattern"))
    except KeyError as error:
        raise table.bad(f"pattern names the part {error}, which [parts] lacks") from error


def _check_format(table: Table, format_: CitationFormat) -> None:
    try:
        format_.regex()
    except re.error as error:
        raise table.bad(f"pattern is not a regular expression: {error}") from error
    for example in format_.examples:
        match = format_.search(example)
        if match is None:
            raise table.bad(f"pattern misses its example {example!r}")
        _check_templates(table, format_, match.groupdict())
    for example in format_.not_examples:
        if match := format_.search(example):
            raise table.bad(f"pattern takes {match[0]!r} out of {example!r}")


def _check_templates(table: Table, format_: CitationFormat, groups: Groups) -> None:
    try:
        cite, key = format_.cite_for(groups), format_.key_for(groups)
        format_.keys_for(groups)
    except KeyError as error:
        raise table.bad(f"a template names the group {error}, which pattern lacks") from error
    except BadKey as error:
        raise table.bad(f"key: {error}") from error
    except (ValueError, IndexError) as error:
        raise table.bad(f"a template cannot be filled in: {error}") from error
    if not cite:
        raise table.bad("cite gives nothing")
    if key and not key.startswith(f"{format_.system}/"):
        raise table.bad(f"key gives {key!r}, which is not of {format_.system}")


def _check_cites(table: Table, system: System) -> None:
    """What we write as a citation must be read back, by whichever format, as the same key."""
    for format_ in system.all_formats:
        for example in format_.examples:
            match = format_.search(example)
            assert match is not None  # _check_format saw to it
            cite, key = format_.cite_for(match.groupdict()), format_.key_for(match.groupdict())
            if key not in _keys_in(cite, system):
                raise table.bad(f"no format reads the cite {cite!r} back as {key or 'a citation'}")


def _keys_in(text: str, system: System) -> set[str]:
    matches = ((each, each.fullmatch(text)) for each in system.all_formats)
    return {each.key_for(match.groupdict()) for each, match in matches if match}


def _source(table: Table) -> FactSource:
    checked = table.day("checked", required=True)
    assert checked is not None
    source = FactSource(
        url=table.text("url", ""),
        covers=table.text("for"),
        checked=checked,
        basis=table.one_of("basis", ("read", "knowledge"), "read"),
        note=table.text("note", ""),
    )
    table.finish()
    return source


def _check_parents(systems: dict[str, System]) -> None:
    for system in systems.values():
        if system.part_of and system.part_of not in systems:
            reason = f"part_of names {system.part_of!r}, which has no file"
            raise BadReference(f"{system.code}.toml", "", reason)


def _check_forums(systems: dict[str, System]) -> None:
    """A forum's code stands alone in records, so no two systems may share one."""
    owner: dict[str, str] = {}
    for system in systems.values():
        for forum in system.forums:
            if forum.code in owner:
                reason = f"its code is taken by {owner[forum.code]}.toml"
                raise BadReference(f"{system.code}.toml", f"forum[{forum.code}]", reason)
            owner[forum.code] = system.code
