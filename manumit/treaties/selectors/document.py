"""A position as the one JSON document that the program and the API give."""

from typing import Any

from manumit.treaties.selectors.shelf import sources_of
from manumit.treaties.selectors.wording import reason
from manumit.treaties.types import ActOfState, Position, Statement


def as_document(position: Position) -> dict[str, Any]:
    """The position with its reason in words, its acts, statements and sources.

    Days are ISO days, months or years, as exact as they are known; empty or None where not known.
    """
    return {
        "instrument": position.instrument,
        "territory": position.territory,
        "on": position.on.isoformat(),
        "in_force": position.in_force,
        "standing": position.standing,
        "since": position.since or None,
        "reason": reason(position),
        "sureness": position.sureness,
        "through": position.through or None,
        "chain": [_act(act) for act in position.chain],
        "reservations": [_statement(each) for each in position.statements],
        "depends_on": position.parent or None,
        "amended_by": list(position.amended_by),
        "doubtful": [_act(act) for act in position.doubtful],
        "rules": list(position.rules),
        "sources": [_source(each) for each in sources_of(position)],
    }


def _act(act: ActOfState) -> dict[str, Any]:
    return {
        "party": act.party,
        "act": act.act,
        "territory": act.territory or None,
        "on": act.on or None,
        "effective_on": act.effective_on.isoformat() if act.effective_on else None,
        "gist": act.gist,
        "source": act.source,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        **_act(statement.act),
        "for_the_territory": statement.own,
        "withdrawn_in_part": [_act(act) for act in statement.cut_back],
        "objections": [_act(act) for act in statement.objections],
    }


def _source(source: Any) -> dict[str, Any]:
    return {
        "id": source.get("id"),
        "publisher": source.get("publisher"),
        "url": source.get("url"),
        "cite": source.get("cite", ""),
        "checked_on": source.get("on"),
        "basis": source.get("basis", "read"),
    }
