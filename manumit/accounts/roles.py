"""Who may do what: every role and its permissions, in this one place.

``sync_roles`` makes Django's groups say what stands here; docs/roles.md says it for people, and a
test holds every address of the site to it.
"""

from enum import StrEnum

# What editors write and a second person looks at, each by its room and its model.
_RECORDS = (
    "library.judgment",
    "library.instrument",
    "library.legislation",
    "library.publication",
    "directory.organisation",
    "pages.page",
)


class Role(StrEnum):
    """What a person is here for; a person may have several roles."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    DESK_ADVISER = "desk-adviser"
    DESK_CUSTODIAN = "desk-custodian"
    ADMINISTRATOR = "administrator"


# Whoever has one of the others proves a second factor before any page of staff opens.
WITHOUT_SECOND_FACTOR = frozenset({Role.READER, Role.CONTRIBUTOR})

MANAGE_PEOPLE = "accounts.manage_people"
ENTER_EDITORIAL = "wagtailadmin.access_admin"


def _on_records(*acts: str) -> frozenset[str]:
    named = [record.split(".") for record in _RECORDS]
    return frozenset(f"{room}.{act}_{model}" for act in acts for room, model in named)


# Nobody here may publish past the review: publish_* and delete_* are an administrator's.
_EDITS = _on_records("view", "add", "change") | {
    ENTER_EDITORIAL,
    "harvest.view_fetched",
    "harvest.change_fetched",
    "harvest.view_run",
    "harvest.view_source",
    "library.add_note",
    "vocab.add_change",
}
_REVIEWS = (
    _EDITS
    | _on_records("lock", "unlock")
    | {"harvest.add_source", "harvest.change_source", "harvest.delete_source"}
    | {"contributions.change_contribution", "journal.view_entry", "vocab.change_change"}
)
# What is taken down is emptied for good.
_TAKES_DOWN = frozenset({"contributions.delete_contribution"})

PERMISSIONS: dict[Role, frozenset[str]] = {
    Role.READER: frozenset(),
    Role.CONTRIBUTOR: frozenset(),
    Role.EDITOR: _EDITS,
    Role.REVIEWER: _REVIEWS,
    # The desk asks for the role itself; its content opens with keys, not with permissions.
    Role.DESK_ADVISER: frozenset(),
    Role.DESK_CUSTODIAN: frozenset(),
    Role.ADMINISTRATOR: _REVIEWS | _on_records("publish", "delete") | _TAKES_DOWN | {MANAGE_PEOPLE},
}

# On pictures and files of the editors' library, which Wagtail grants a collection at a time.
ON_FILES: dict[Role, frozenset[str]] = {
    role: frozenset(
        f"wagtail{app}.{act}_{model}"
        for app, model in (("images", "image"), ("docs", "document"))
        for act in ("add", "change", "choose")
    )
    for role in (Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR)
}
