"""A language whose missing translations can be seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.test import override_settings
from django.utils.translation import trans_real

from manumit.base.languages import Language
from manumit.cli.languages.catalogues import compiled, read

OPENS, CLOSES = "⟦", "⟧"


@contextmanager
def with_gaps_marked(language: Language, folder: Path) -> Iterator[None]:
    """Every message that has no translation stands in brackets, where a reader would meet English.

    Names are left as they are: one that is not translated is marked as English on the page.
    """
    catalog = read(language)
    for message in catalog:
        if (
            message.id
            and message.context != "name"
            and not all([message.string] if isinstance(message.string, str) else message.string)
        ):
            words = message.id if isinstance(message.id, str) else message.id[-1]
            marked = f"{OPENS}{words}{CLOSES}"
            message.string = marked if isinstance(message.id, str) else (marked,)
    file = folder / language.folder.name / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(catalog))
    trans_real._translations.clear()
    try:
        with override_settings(LOCALE_PATHS=[folder]):
            yield
    finally:
        trans_real._translations.clear()
