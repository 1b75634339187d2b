"""Asking, and coming back with the receipt and with nothing else."""

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import Closed, NotAllowed, WrongSecret
from manumit.desk.models import Consultation
from manumit.desk.types import State
from tests.desk.centre import ON, answered, asked, texts


def test_an_asker_comes_back_by_words_or_code_and_reads_the_answer(desk):
    receipt, holder = asked(desk)
    answered(desk, holder)
    for typed in (" ".join(receipt.words).upper(), receipt.code):
        back = services.come_back(typed=typed)
        assert texts(selectors.thread(back, on=ON)) == [
            "Is this trafficking?",
            "It is. See section 129.",
        ]
    assert Consultation.objects.get().state == State.ANSWERED


def test_a_wrong_receipt_and_one_of_nobody_are_refused_alike(desk):
    receipt, _ = asked(desk)
    wrong = [*receipt.words[:2], *receipt.words[2:][::-1]]
    nobody = ["lantern", "lagoon", *receipt.words[2:]]
    for words in (wrong, nobody):
        with pytest.raises(WrongSecret):
            services.come_back(typed=" ".join(words))


def test_a_form_sent_twice_is_one_case(desk):
    asked(desk)
    with pytest.raises(NotAllowed):
        asked(desk)
    assert Consultation.objects.count() == 1


def test_a_receipt_that_was_not_written_down_is_replaced_while_one_is_there(desk):
    first, holder = asked(desk)
    second = services.new_receipt(holder=holder)
    assert services.come_back(typed=second.code).keys == holder.keys
    with pytest.raises(WrongSecret):
        services.come_back(typed=first.code)
    holder = services.come_back(typed=second.code)
    assert not services.type_back(holder=holder, typed=first.code)
    assert not services.type_back(holder=holder, typed="no receipt at all")
    assert services.type_back(holder=holder, typed=" ".join(second.words))


def test_the_desk_is_shut_without_enough_people_or_keys(desk, settings, tmp_path):
    assert selectors.is_open(on=ON)
    services.set_duty(member=desk["ann"].member, on_duty=False)
    services.set_duty(member=desk["bao"].member, on_duty=False)
    assert not selectors.is_open(on=ON)
    with pytest.raises(Closed):
        asked(desk)
    assert not Consultation.objects.exists()
    settings.MANUMIT_DESK_KEYS = tmp_path / "elsewhere"
    assert not selectors.is_open(on=ON)


def test_more_than_a_day_can_take_is_told_so(desk, settings):
    settings.MANUMIT_DESK_ASKED_A_DAY = 1
    asked(desk)
    with pytest.raises(Closed):
        asked(desk, form="another")
