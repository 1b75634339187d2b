"""Treaties and questions as the samples write them."""

from datetime import date
from pathlib import Path
from typing import Any

from manumit.records import Wait, yaml_read
from manumit.reference import Responsible, systems
from manumit.treaties.types import ActOfState, Roll, Territory, Treaty

SAMPLES = Path(__file__).parent / "samples"


def samples() -> list[dict[str, Any]]:
    return [
        sample
        for file in sorted(SAMPLES.glob("*.yaml"))
        for sample in yaml_read(file.read_text(encoding="utf-8"))[0]
    ]


def act(values: dict[str, Any]) -> ActOfState:
    days = {name: day(values[name]) for name in ("effective_on", "known_by") if name in values}
    return ActOfState(**{**values, **days})


def treaty(values: dict[str, Any], acts: list[dict[str, Any]], key: str) -> Treaty:
    values = dict(values)
    for name in ("takes_effect", "ends_after"):
        if name in values:
            values[name] = Wait(**values[name])
    if "in_force_on" in values:
        values["in_force_on"] = day(values["in_force_on"])
    values["rolls"] = tuple(
        Roll(frozenset(one["of"]), frozenset(one["over"]), day(one["up_to"]), one["source"])
        for one in values.get("rolls", ())
    )
    values["amended_by"] = tuple(values.get("amended_by", ()))
    return Treaty(key=key, acts=tuple(act(one) for one in acts), **values)


def territory(code: str, sample: dict[str, Any] | None = None) -> Territory:
    given = (sample or {}).get("territory")
    if given and given["code"] == code:
        periods = tuple(
            Responsible(one["state"], day(one["since"]), None) for one in given["responsible"]
        )
        return Territory(code, periods)
    known = systems().get(code)
    return Territory(code, known.responsible if known else ())


def day(value: date | str) -> date:
    return date.fromisoformat(str(value))
