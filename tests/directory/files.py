"""An organisation's file that the tests write."""

KEY = "hk/organisation/lantern-house"

SERVICE = """\
- code: hotline
  name: Night hotline
  names:
    zh-Hant: 夜間熱線
  service_type: helpline
  gist: Answers at night.
  channels:
  - kind: phone
    value: '+85200000001'
  - kind: web
    value: https://example.org/talk
  hours:
  - days: [mo, tu, we, fr]
    opens: '18:00'
    closes: 06:00
  languages: [en, zh-Hant]
  verified_on: 2026-11-01
  verified_by: own
  expires_on: 2027-02-01
"""


def organisation(services=SERVICE, *, title="Lantern House", status=""):
    """An organisation's file in canonical form with these services."""
    return (
        f"---\nkind: organisation\ntitle: {title}\n{status}organisation_type: ngo\n"
        f"services:\n{services}confidence: medium\nsources:\n- id: own\n  publisher: Lantern House\n"
        "  for: [title, services]\n  on: 2026-11-01\n---\n\n# What they do\n\nThey answer.\n"
    )
