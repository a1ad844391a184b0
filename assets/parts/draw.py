#!/usr/bin/env python3
"""Draws every Talkpoint picture and icon.  Python 3, standard library only.

    python3 assets/parts/draw.py            write everything
    python3 assets/parts/draw.py NAME ...   write only the pictures with these names, or of the packs with these names

The same input always gives the same bytes.
"""
import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(HERE))
SCENES = os.path.join(HERE, "scenes")
ICONS = os.path.join(ROOT, "assets", "icons")

import app_pictures  # noqa: E402
import icons  # noqa: E402


def scenes_of(pack):
    """The scenes of scenes/PACK/*.py, file by file."""
    for file in sorted(os.listdir(os.path.join(SCENES, pack))):
        if file.endswith(".py"):
            spec = importlib.util.spec_from_file_location(pack + "." + file[:-3], os.path.join(SCENES, pack, file))
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            yield from module.SCENES


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def draw(scenes, folder, group, only):
    for scene in scenes:
        picture = scene()
        if not only or picture.name in only or group in only:
            write(folder, picture.name, picture.svg())


def main(only):
    packs = sorted(name for name in os.listdir(SCENES) if os.path.isdir(os.path.join(SCENES, name)))
    for pack in packs:
        draw(scenes_of(pack), os.path.join(ROOT, "content", pack, "pictures"), pack, only)
    draw(app_pictures.SCENES, os.path.join(ROOT, "assets", "pictures"), "app", only)
    for name, body in icons.ICONS.items():
        if not only or name in only:
            write(ICONS, name, icons.svg(body))


if __name__ == "__main__":
    main(sys.argv[1:])
