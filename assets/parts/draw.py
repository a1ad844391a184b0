#!/usr/bin/env python3
"""Draws every Talkpoint picture and icon.  Python 3, standard library only.

    python3 assets/parts/draw.py            write everything
    python3 assets/parts/draw.py NAME ...   write only the named pictures

The same input always gives the same bytes.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(HERE))

import covers  # noqa: E402
import pages1  # noqa: E402
import pages2  # noqa: E402
import app_pictures  # noqa: E402
import icons  # noqa: E402

PAGES = os.path.join(ROOT, "content", "healthy-relationships", "pictures")
APP = os.path.join(ROOT, "assets", "pictures")
ICONS = os.path.join(ROOT, "assets", "icons")


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def main(only):
    for module, folder in ((covers, PAGES), (pages1, PAGES), (pages2, PAGES), (app_pictures, APP)):
        for scene in module.SCENES:
            picture = scene()
            if not only or picture.name in only:
                write(folder, picture.name, picture.svg())
    for name, body in icons.ICONS.items():
        if not only or name in only:
            write(ICONS, name, icons.svg(body))


if __name__ == "__main__":
    main(sys.argv[1:])
