"""A position in one sentence, in the reader's language."""

from datetime import date

from django.utils.translation import gettext as _

from manumit.base.day_words import day_text
from manumit.base.languages import SOURCE
from manumit.base.places import place_name
from manumit.base.reader import Name, reader_language
from manumit.treaties.types import ActOfState, Position

# States whose English name is said with an article in the middle of a sentence.
_WITH_ARTICLE = frozenset(
    {"ae", "bs", "cd", "cf", "cg", "do", "gb", "gm", "km", "mh", "mv", "nl", "ph", "sb", "us", "eu"}
)


def reason(position: Position) -> str:
    """Why: one sentence that begins with the answer."""
    if position.in_force and position.parent and "depends-on" in position.rules:
        return f"{_in_force(position)} {_needs_parent(position)}"
    if position.parent and not position.in_force:
        return _without_parent(position)
    if position.in_force:
        return _in_force(position)
    if position.in_force is None:
        return _not_known(position)
    return _not_in_force(position)


def name_of(code: str) -> Name:
    """A party's name as it stands alone."""
    return place_name(code)


def name_within(code: str) -> str:
    """A party's name within a sentence."""
    name = name_of(code)
    if code in _WITH_ARTICLE and reader_language().tag == SOURCE:
        return f"the {name}"
    return name


def _in_force(position: Position) -> str:
    act = _deciding(position)
    if act.party not in {position.through, position.territory}:
        return _inferred(position)
    begun = _in_force_since(position.since)
    words = {
        "state": name_within(act.party),
        "territory": name_within(position.territory),
        "act": _deed(act),
        "day": _on(act),
    }
    if act.act == "continuation" and act.territory:
        told = _("%(state)s gave notice%(day)s that it goes on applying to %(territory)s") % words
        alone = len(position.chain) == 1
        if alone:
            told += _(", without being recorded as a party itself")
    elif act.territory:
        told = _("%(state)s extended it to %(territory)s%(day)s") % words
    else:
        told = _("%(act)s by %(state)s%(day)s") % words
    return _("%(begun)s: %(told)s.") % {"begun": begun, "told": told}


def _deciding(position: Position) -> ActOfState:
    """The act that decides; only asked where one does."""
    assert position.decided_by is not None
    return position.decided_by


def _in_force_since(since: str) -> str:
    if not since:
        return _("In force; from which day is not recorded exactly")
    return _("In force since %(day)s") % {"day": day_text(since)}


def _inferred(position: Position) -> str:
    act = _deciding(position)
    return _(
        "In force: %(state)s later gave notice that it goes on applying to %(territory)s; since "
        "when it had applied is not recorded."
    ) % {"state": name_within(act.party), "territory": name_within(position.territory)}


def _not_in_force(position: Position) -> str:
    whose = {
        "state": name_within(position.through or position.territory),
        "territory": name_within(position.territory),
        "day": _on(_deciding(position)) if position.decided_by else "",
        "since": day_text(position.since),
        "up_to": day_text(position.roll.up_to) if position.roll else "",
    }
    match position.standing:
        case "not-binding":
            said = _("Nothing to be in force: the text binds nobody by itself.")
        case "not-in-force":
            said = _("Not in force: it was in force for nobody yet on that day.")
        case "excluded":
            said = _(
                "Not in force: %(state)s declared%(day)s that it does not apply to %(territory)s."
            )
        case "reserved":
            said = _(
                "Not in force: %(state)s left open%(day)s whether it applies to %(territory)s."
            )
        case "not-yet":
            return _coming(position)
        case "provisional":
            said = _("Not in force, but applied provisionally since %(since)s.")
        case "ended":
            said = _("No longer in force: %(state)s gave notice of its end%(day)s.")
        case "signed":
            said = _("Not in force: %(state)s signed%(day)s; no consent to be bound is recorded.")
        case _:
            said = _none(position)
    return said % whose


def _none(position: Position) -> str:
    if "only-later" in position.rules:
        return _only_later(_deciding(position))
    if "named-territory" in position.rules:
        return _(
            "Not in force: no act of %(state)s names %(territory)s in the list read whole up to "
            "%(up_to)s."
        )
    if position.sureness == "presumed":
        return _(
            "Not in force: the list read whole up to %(up_to)s has no act of %(state)s, and none "
            "is recorded since."
        )
    return _("Not in force: %(state)s had done nothing to be bound.")


def _only_later(act: ActOfState) -> str:
    words = {
        "act": _deed(act),
        "state": name_within(act.party),
        "territory": name_within(act.territory) if act.territory else "",
        "day": _on(act),
    }
    if act.territory:
        said = _("Not in force: %(state)s extended it to %(territory)s only later%(day)s.") % words
    else:
        said = _("Not in force: %(act)s by %(state)s came only later%(day)s.") % words
    return said.replace("%", "%%")


def _coming(position: Position) -> str:
    act = _deciding(position)
    words = {"act": _deed(act), "state": name_within(act.party), "day": _on(act)}
    if act.effective_on:
        words["from"] = day_text(act.effective_on)
        return _("Not yet in force: %(act)s by %(state)s%(day)s takes effect on %(from)s.") % words
    return _("Not yet in force: %(act)s by %(state)s%(day)s had not taken effect.") % words


def _not_known(position: Position) -> str:
    words = {
        "state": name_within(position.through or position.territory),
        "territory": name_within(position.territory),
    }
    if not position.through:
        said = _("Not known: which state acted for %(territory)s on that day is not recorded.")
    elif "contradiction" in position.rules:
        said = _("Not known: what is recorded contradicts itself, and the answer hangs on it.")
    elif "unsure-day" in position.rules:
        said = _("Not known: the day of an act on which it hangs is not recorded exactly.")
    elif "presupposed" in position.rules:
        said = _("Not known: it applied to %(territory)s later, and since when is not recorded.")
    elif "named-territory" in position.rules:
        said = _(
            "Not known: %(state)s is bound, but no act is recorded that says whether this reaches "
            "%(territory)s."
        )
    elif position.standing == "signed":
        said = _("Not known: %(state)s signed; whether it consented to be bound is not recorded.")
    else:
        said = _("Not known: no act of %(state)s is recorded here.")
    return said % words


def _needs_parent(position: Position) -> str:
    return _("It depends on another instrument, which is in force as well.")


def _without_parent(position: Position) -> str:
    if position.in_force is False:
        return _("Not in force: it depends on another instrument, which is not in force there.")
    return _("Not known: it depends on another instrument, under which the answer is not known.")


def _on(act: ActOfState) -> str:
    """`` on 20 May 1976``, `` in June 1997``, or nothing."""
    if not act.on:
        return ""
    if len(act.on) == len("2000-11-15"):
        return _(" on %(day)s") % {"day": day_text(date.fromisoformat(act.on))}
    return _(" in %(month)s") % {"month": day_text(act.on)}


def _deed(act: ActOfState) -> str:
    """What was done, as a noun."""
    named = {
        "signature": _("signature"),
        "definitive-signature": _("definitive signature"),
        "ratification": _("ratification"),
        "acceptance": _("acceptance"),
        "approval": _("approval"),
        "accession": _("accession"),
        "succession": _("succession"),
        "tacit-acceptance": _("tacit acceptance"),
        "provisional-application": _("provisional application"),
        "extension": _("extension"),
        "extension-with-modifications": _("extension with modifications"),
        "continuation": _("continuation"),
    }
    return named.get(act.act, act.act.replace("-", " "))
