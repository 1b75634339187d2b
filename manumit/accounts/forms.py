"""Signing up, so that nobody learns from it who has an account."""

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest


class SignupForm(AllauthSignupForm):
    """The answer is the same whether or not there is an account, and takes as long."""

    def try_save(self, request: HttpRequest) -> Any:
        """Hash the password in either case: nothing else in signing up takes that long."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)
