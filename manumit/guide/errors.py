"""What the guide refuses."""


class NoSuchGuide(Exception):
    """There is no guide of this code, or none for this jurisdiction."""
