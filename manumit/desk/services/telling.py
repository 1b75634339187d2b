"""Mail to members: that there is activity, and nothing else.

It is sent when a timer runs and not when something happens, to everybody concerned in an order by lot: from
a mail one can tell neither when somebody wrote nor about what.
"""

import secrets
from datetime import datetime, timedelta

from django.core.mail import send_mail
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from manumit.desk.models import Grant, Member, State

_SOON = timedelta(days=2)


def tell(*, at: datetime) -> int:
    """Mail each member for whom there is something new or soon due, once; returns how many."""
    due = Q(is_assigned=True, consultation__answer_by__lte=localdate(at) + _SOON)
    open_states = [State.NEW, State.IN_HAND]
    news = Grant.objects.filter(
        Q(is_news=True) | due, is_told=False, member__left_on=None, member__isnull=False
    ).filter(Q(is_news=True) | Q(consultation__state__in=open_states))
    pks = list(news.values_list("pk", flat=True))
    members = list(Member.objects.filter(grants__in=pks).distinct().select_related("account"))
    secrets.SystemRandom().shuffle(members)
    for member in members:
        send_mail(_("Manumit"), _("There is activity."), None, [member.account.email])
    Grant.objects.filter(pk__in=pks).update(is_told=True)
    return len(members)
