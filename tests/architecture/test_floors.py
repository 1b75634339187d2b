"""The picture of the house in ARCHITECTURE.md shows the floors that the contract enforces."""

import configparser
import re

from tests.paths import REPOSITORY


def floors_of_the_contract() -> list[set[str]]:
    parser = configparser.ConfigParser()
    parser.read(REPOSITORY / ".importlinter", encoding="utf-8")
    lines = parser["importlinter:contract:floors"]["layers"].strip().splitlines()
    return [
        {room.strip(" ()") for room in line.split("|")}
        for line in lines
        if not line.startswith("#")
    ]


def floors_of_the_picture() -> list[set[str]]:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    picture = text.split("```text")[1].split("```")[0]
    rows = re.findall(r"^│(.+?)│", picture, flags=re.MULTILINE)
    return [set(re.findall(r"[a-z_]+", row)) for row in rows if re.search(r"[a-z]", row)]


def test_the_picture_shows_every_floor_and_every_room_on_it():
    assert floors_of_the_picture() == floors_of_the_contract()


def test_every_folder_of_the_package_is_explained():
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for folder in (REPOSITORY / "manumit").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            assert f"`{folder.name}/`" in text, f"{folder.name} is not explained"
