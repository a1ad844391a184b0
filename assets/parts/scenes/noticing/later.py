"""Plain grounds until the scenes are drawn."""
from style import *

NAMES = [m + "-" + str(i) for m in ("small-changes-add-up", "what-you-see-at-work", "what-exploitation-is", "note-it-and-call", "a-child-first") for i in (1, 2, 3, 4)]
SCENES = [lambda n=n: Picture(n, MINT, "circle" if n.endswith("1") else "soft") for n in NAMES]
