"""Collection files that the tests write: one short record of each kind, and its key."""

SOURCES = """\
sources:
- publisher: The Court
  for: [title, dates]
  on: 2026-11-01
"""
TREATY = "un/treaty/lantern-convention"
LAW = "hk/law/cap-9999"
CASE = "coe/case/123-45/2031-05-02"


def judgment(fields="", *, title="A.B. and Mac Lantern v. Nowhere", status="published"):
    """A judgment's file with more fields put in."""
    return (
        f"---\nkind: judgment\ntitle: {title}\nstatus: {status}\nforum: ecthr-gc\n"
        f"decided_on: 2031-05-02\n{fields}{SOURCES}---\n"
    )


def treaty(
    fields="", *, title="Convention on the Keeping of Lanterns", status="published", sources=SOURCES
):
    """A treaty's file with more fields put in, or with other sources."""
    return (
        f"---\nkind: instrument\ntitle: {title}\nstatus: {status}\ninstrument_type: convention\n"
        f"binding: true\nadopted_on: '2030'\nin_force_on: 2031-02-01\n{fields}{sources}---\n"
    )


def law(fields="", *, title="Lanterns (Keeping) Ordinance", status="published", number="Cap. 9999"):
    """A law's file with more fields put in."""
    return (
        f"---\nkind: legislation\ntitle: {title}\nstatus: {status}\n"
        f"legislation_type: ordinance\nnumber: {number}\n{fields}{SOURCES}---\n"
    )


def publication(fields="", *, title="A report on lanterns", status="published"):
    """A publication's file with more fields put in."""
    return (
        f"---\nkind: publication\ntitle: {title}\nstatus: {status}\npublication_type: report\n"
        f"publisher: Nobody\n{fields}{SOURCES}---\n"
    )
