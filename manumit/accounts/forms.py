"""Signing up, so that nobody learns from it who has an account."""

import secrets
from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from django.db import transaction
from django.http import HttpRequest


class SignupForm(AllauthSignupForm):
    """The answer is the same whether or not there is an account, and takes as long."""

    cleaned_data: dict[str, Any]  # of the form it stands on

    def try_save(self, request: HttpRequest) -> Any:
        """Do the work in either case: hash the password and write the account, which is then undone."""
        if self.account_already_exists:
            self._make_and_undo(request)
        return super().try_save(request)

    def _make_and_undo(self, request: HttpRequest) -> None:
        given = self.cleaned_data
        # Nobody has it, and nobody will: the name is reserved.
        nobodys = f"{secrets.token_hex(8)}@{secrets.token_hex(4)}.invalid"
        self.cleaned_data, self.account_already_exists = given | {"email": nobodys}, False
        try:
            with transaction.atomic():
                self.save(request)
                transaction.set_rollback(True)
        finally:
            self.cleaned_data, self.account_already_exists = given, True
