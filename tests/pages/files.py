"""Pages of the site that the tests write."""

KEY = "site/page/lanterns/en"
THAI = "site/page/lanterns/th"

QUESTION = """\
questions:
- asks: What is a lantern for?
  options:
  - says: Light
    right: true
  - says: Noise
  why: See [the law](hk/law/cap-200).
"""
TRANSLATED = "translation:\n  by: machine\n  on: 2026-11-01\n"


def page(
    body="A lantern gives light.",
    *,
    title="Lanterns",
    language="",
    facts="",
    section="learn",
):
    """A page's file in canonical form."""
    said = f"language: {language}\n" if language else ""
    return (
        f"---\nkind: page\ntitle: {title}\n{said}section: {section}\n{facts}confidence: medium\n"
        "sources:\n- publisher: Lantern House\n  for: [text]\n  on: 2026-11-01\n"
        f"---\n\n{body}\n"
    )
