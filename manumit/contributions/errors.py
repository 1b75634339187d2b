"""What this room refuses, each in one clear line."""


class ContributionError(Exception):
    """Base of all refusals; the message is for people."""


class NothingSaid(ContributionError):
    """A contribution without a citation, an address, a file or words."""


class NotCleaned(ContributionError):
    """A file of which nobody can be sure that it tells nothing of its maker."""


class TooMuch(ContributionError):
    """More was forwarded within an hour than reviewers could ever read."""


class NoSuchReceipt(ContributionError):
    """Nothing is followed by this receipt."""


class TooLate(ContributionError):
    """What is asked for is possible no more: somebody has decided."""


class NoProposal(ContributionError):
    """No draft can be made of what was proposed; the message says what is wrong."""
