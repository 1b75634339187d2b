"""What goes wrong with pages of the site."""


class PageNotFound(LookupError):
    """Readers have no such page."""
