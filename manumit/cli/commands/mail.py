"""manumit mail"""

import click
from django.conf import settings
from django.utils import timezone

from manumit.alerts.services import send_due
from manumit.cli.ground import prepare_database


@click.command("mail")
def command() -> int:
    """Send new releases to those who asked for mail. A timer (cron, systemd) runs it once an hour.

    Links in mails lead to MANUMIT_BASE_URL.
    """
    prepare_database()
    sent = send_due(at=timezone.now(), site=settings.WAGTAILADMIN_BASE_URL.rstrip("/"))
    click.echo(f"{sent} mails sent.")
    return 0
