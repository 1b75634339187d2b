"""People are known by their e-mail address; the first of a new Centre is made once."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from manumit.accounts.models import User
from manumit.accounts.services import create_first_administrator

pytestmark = pytest.mark.django_db
EMAIL = "ada@example.org"


def test_the_first_administrator_can_log_in_with_the_password_shown_once(at):
    password = create_first_administrator(email=EMAIL, at=at)
    person = authenticate(username=EMAIL, password=password)
    assert person.is_superuser
    assert person.is_staff
    assert len(password) >= 16


def test_a_centre_with_people_gets_no_second_administrator(at):
    User.objects.create_user("bea@example.org")
    assert create_first_administrator(email=EMAIL, at=at) is None
    assert User.objects.count() == 1


def test_without_a_password_nobody_can_log_in():
    person = User.objects.create_user(EMAIL)
    assert not person.has_usable_password()
    assert not person.is_staff


def test_an_address_belongs_to_one_person():
    User.objects.create_user("ada@EXAMPLE.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(EMAIL)


def test_a_person_is_shown_by_name_or_else_by_address():
    assert str(User(email=EMAIL)) == EMAIL
    assert str(User(email=EMAIL, first_name="Ada", last_name="Lee")) == "Ada Lee"
