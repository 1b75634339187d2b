"""What two people say of concepts, from one proposing it to the other accepting it."""

from typing import Any

from django.utils import timezone

from manumit.accounts.types import User
from manumit.vocab import services
from manumit.vocab.models import Change, Concept, NewConcept
from tests.staff import person_with


def _two() -> tuple[Any, Any]:
    return _person("ada@example.org"), _person("bo@example.org")


def _person(email: str) -> User:
    return User.objects.filter(email=email).first() or person_with("editor", email=email)


def accepted_change(scheme: str, code: str, *, touches: Any = (), **said: str) -> Change:
    """A change to a concept, accepted."""
    ada, bo = _two()
    concept = Concept.objects.get(scheme=scheme, code=code)
    now = timezone.now()
    change = services.propose(concept=concept, by=ada, at=now, **{"source": "A lawyer", **said})
    return services.decide(pk=change.pk, accept=True, answer="", by=bo, at=now, touches=touches)


def accepted_concept(**said: Any) -> NewConcept:
    """A new concept, accepted: unless told otherwise, the trimming of wicks, a form of exploitation."""
    ada, bo = _two()
    now = timezone.now()
    wicks = {
        "scheme": "exploitation",
        "code": "wick-trimming",
        "names": {"en": "wick trimming", "th": "ตัดไส้ตะเกียง", "zh-Hant": "剪燈芯"},
        "definition": "Making somebody trim the wicks of lanterns.",
        "source": "Lantern Act, section 6",
    }
    new = services.propose_concept(by=ada, at=now, **wicks | said)
    return services.decide_concept(pk=new.pk, accept=True, answer="", by=bo, at=now)
