"""``python -m tests.collection > docs/reconciliation.md`` writes the page anew."""

import os
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()  # before anything of the library is imported
    sys.stdout.write(import_module("tests.collection.page").page())
