"""What holds for whatever states do, in whatever order it was written down."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, example, given
from hypothesis import strategies as st

from manumit.records import Wait
from manumit.treaties.rules import history, position
from manumit.treaties.types import ActOfState, Roll, Treaty
from tests.treaties.reading import territory

FIRST, LAST = date(1990, 1, 1), date(2005, 12, 31)
DAYS = st.dates(FIRST, LAST)
OWN = ("signature", "ratification", "accession", "succession", "denunciation", "reservation",
       "provisional-application", "withdrawal-of-denunciation", "declaration")  # fmt: skip
FOR_IT = ("extension", "exclusion", "continuation", "denunciation", "reservation")


@st.composite
def acts(draw):
    for_it = draw(st.booleans())
    made = draw(DAYS)
    return ActOfState(
        party=draw(st.sampled_from(["gb", "cn"])),
        territory="hk" if for_it else "",
        act=draw(st.sampled_from(FOR_IT if for_it else OWN)),
        on=draw(st.sampled_from([made.isoformat(), made.isoformat()[:7]])),
        effective_on=draw(st.none() | DAYS.map(lambda day: max(day, made))),
    )


TREATIES = st.builds(
    Treaty,
    key=st.just("un/treaty/any"),
    in_force_on=st.just(FIRST) | DAYS,
    takes_effect=st.none() | st.builds(Wait, days=st.integers(0, 90)),
    ends_after=st.none() | st.just(Wait(months=12)),
    acts=st.lists(acts(), max_size=5).map(tuple),
    rolls=st.just(()) | st.just((Roll(frozenset(), frozenset({"hk"}), date(2000, 1, 1), "list"),)),
)
WHO = st.sampled_from(["hk", "gb", "cn"])


def ask(treaty, who, on):
    return position(treaty, territory(who), on, {treaty.key: treaty})


def answer(found):
    return found.in_force, found.standing, found.since, found.sureness, found.through


@given(TREATIES, WHO, DAYS, st.randoms())
def test_the_order_in_which_acts_are_written_does_not_matter(treaty, who, on, random):
    shuffled = list(treaty.acts)
    random.shuffle(shuffled)
    again = replace(treaty, acts=tuple(shuffled))
    assert answer(ask(again, who, on)) == answer(ask(treaty, who, on))


@given(TREATIES, WHO, DAYS, acts())
@example(
    Treaty("un/treaty/any", in_force_on=date(2000, 1, 2)),
    "hk",
    date(2000, 1, 1),
    ActOfState("gb", "provisional-application", "2000-01-01"),
)
def test_what_is_done_and_works_after_the_day_does_not_count(treaty, who, on, act):
    later = on + timedelta(days=40)  # past the month in which the day is
    act = replace(act, on=later.isoformat(), effective_on=later)
    # These reach back: a continuation says what was before, a first consent or extension that
    # there was none, and a second one makes one of the two wrong.
    assume(act.act not in {"continuation", "ratification", "accession", "extension"})
    with_it = replace(treaty, acts=(*treaty.acts, act))
    before, after = ask(treaty, who, on), ask(with_it, who, on)
    assert (before.in_force, before.since) == (after.in_force, after.since)


@given(TREATIES, st.sampled_from(["hk", "gb"]), DAYS, DAYS)
def test_a_notice_taken_back_in_time_undoes_it(treaty, who, on, notice):
    kept = tuple(
        act for act in treaty.acts if act.party == "cn" or act.act in {"extension", "exclusion"}
    )  # fmt: skip
    bound = ActOfState("gb", "acceptance", FIRST.isoformat(), FIRST)
    told = ActOfState("gb", "denunciation", notice.isoformat(), notice + timedelta(days=365))
    back = ActOfState("gb", "withdrawal-of-denunciation", (notice + timedelta(days=1)).isoformat())
    plain = replace(treaty, acts=(*kept, bound))
    undone = replace(treaty, acts=(*kept, bound, told, back))
    assert answer(ask(undone, who, on)) == answer(ask(plain, who, on))


@given(TREATIES, WHO, DAYS)
def test_a_reservation_withdrawn_is_gone(treaty, who, on):
    back = tuple(
        ActOfState(act.party, "withdrawal-of-reservation", LAST.isoformat(), LAST, act.territory)
        for act in treaty.acts if act.act == "reservation"
    )  # fmt: skip
    undone = replace(treaty, acts=(*treaty.acts, *back))
    after = ask(undone, who, LAST + timedelta(days=1))
    assert not [each for each in after.statements if each.act.act == "reservation"]
    assert ask(undone, who, on).in_force == ask(treaty, who, on).in_force


@given(TREATIES, WHO, DAYS)
def test_knowing_a_day_less_exactly_never_turns_a_yes_into_a_no(treaty, who, on):
    vaguer = replace(treaty, acts=tuple(replace(act, on=act.on[:7]) for act in treaty.acts))
    exact, vague = ask(treaty, who, on), ask(vaguer, who, on)
    assert vague.in_force in {exact.in_force, None}


@given(TREATIES, WHO, DAYS)
def test_the_periods_of_a_history_say_what_each_of_their_days_says(treaty, who, on):
    periods = history(treaty, territory(who), {treaty.key: treaty}, until=LAST)
    around = [
        each for each in periods
        if (each.since or date.min) <= on <= (each.until or date.max)
    ]  # fmt: skip
    assert len(around) == 1
    found = ask(treaty, who, on)
    assert (around[0].position.in_force, around[0].position.standing) == (
        found.in_force, found.standing,
    )  # fmt: skip


@given(TREATIES, WHO, DAYS)
def test_an_answer_says_since_when_only_if_that_was_by_then(treaty, who, on):
    found = ask(treaty, who, on)
    if found.since:
        assert found.since <= on.isoformat()
    if found.in_force is None:
        assert found.sureness in {"open", "conflicting"}
