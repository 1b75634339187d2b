"""What the directory refuses."""


class OrganisationNotFound(Exception):
    """Nobody in the directory has this key, or nobody readers may see."""
