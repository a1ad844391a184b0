"""strong-communities, and before-early-after from page 2."""
from style import *
from people import Person
from things import *
from places import *


def patch(x, y, w, c, sign=""):
    return rect(x - w / 2, y - w / 2, w, w, 4, c) + sign


def quilt(x, y, w=136):
    """A patchwork quilt of five by three patches whose top left corner is at x, y."""
    cols = [PEACH, TEAL, SUN, LILAC, LEAF, AMBER, SKY, CORAL, CREAM, DENIM, MINT, PLUM, SUN, ROSE, MOSS]
    out = rect(x - 14, y - 14, w * 5 + 28, w * 3 + 28, 20, CREAM)
    at = [(x + w * (i % 5 + .5), y + w * (i // 5 + .5)) for i in range(15)]
    out += "".join(patch(a, b, w, c) for (a, b), c in zip(at, cols))
    for i in (1, 7, 10):
        out += heart(at[i][0], at[i][1], 40, {1: SUN, 7: CREAM, 10: CORAL}[i])
    for i in (0, 14):
        out += star(*at[i], 40, CORAL if i == 0 else SUN)
    out += roof_sign(*at[8], 42, TEAL) + roof_sign(*at[3], 42, PLUM) + sun(*at[6], 28, AMBER, 10) + sun(*at[12], 28, CORAL, 10)
    for i in (4, 9, 11):
        a, b = at[i]
        out += {4: tree(a, b + 52, .34, MOSS), 9: leaf(a, b, .9, 20, LEAF), 11: leaf(a, b, .9, -20, SUN)}[i]
    for i in (2, 5, 13):
        a, b = at[i]
        out += {2: circle(a, b, 34, CORAL) + circle(a, b, 15, SUN), 5: circle(a, b, 34, CREAM) + circle(a, b, 15, TEAL), 13: circle(a, b, 34, CREAM) + circle(a, b, 15, PLUM)}[i]
    grid = " ".join("M%s v%s" % (pts(x + w * i, y), n(w * 3)) for i in range(1, 5)) + " " + " ".join("M%s h%s" % (pts(x, y + w * i), n(w * 5)) for i in (1, 2))
    return out + path(grid, None, WHITE, 6, stroke_dasharray="14 12")


def picture_book(x, y, s=1):
    """An open picture book seen from the front, over the reader's knees; the hands are at x -+ 150 * s, y."""
    b = path("M0 -70 C-50 -104 -120 -104 -160 -84 V66 C-120 46 -50 46 0 80 C50 46 120 46 160 66 V-84 C120 -104 50 -104 0 -70Z", CORAL, CORAL, 16)
    return group(b + path("M0 -54 V80", None, shade(CORAL, .8), 8) + sun(-84, -16, 26, SUN, 8) + path("M44 26 Q84 -24 126 26Z", LEAF, LEAF, 6) + heart(86, -36, 22, CREAM), x, y, s)


def flower(x, y, s=1, c=CORAL, d=SUN):
    """Grows from y."""
    return group(path("M0 0 V-70 M0 -26 q-30 -4 -34 -30 M0 -20 q28 -6 32 -30", None, MOSS, 9) + "".join(circle(*polar(0, -88, 22, a), 16, c) for a in range(0, 360, 60)) + circle(0, -88, 14, d), x, y, s)


def spade(x, y, s=1, rot=0):
    """The grip is at x, y; the blade goes down."""
    return group(path("M-34 0 H34 M0 0 V260", None, WOOD, 18) + path("M-50 250 H50 V320 C50 360 16 384 0 392 C-16 384 -50 360 -50 320Z", "#7F8C92", "#7F8C92", 8), x, y, s, rot)


def can(x, y, s=1, c=TEAL):
    """A watering can that pours to the right; the handle's top is at x, y - 74 * s."""
    d = shade(c, .84)
    return group(path("M-50 -16 C-50 -94 50 -94 50 -16", None, d, 16) + path("M46 30 L128 -36", None, d, 22) + path("M112 -62 L150 -22", None, d, 18)
                 + path("M-62 -28 H62 L56 66 H-56Z", c, c, 16) + path("M162 -8 q14 30 10 64 M142 14 q10 26 6 56 M178 -34 q24 34 22 74", None, SKY, 8), x, y, s, 14)


def before_early_after_2():
    p = Picture("before-early-after-2", LILAC, "soft")
    p.add(disc(500, 440, 350, shade(LILAC, 1.5)), window(190, 300, 220, 250, SKY, WHITE, circle(226, 256, 28, SUN)), rect(80, 884, 840, 120, 40, shade(LILAC, .9)))
    p.add(plant(884, 894, 1.1, CORAL), sofa(110, 890, 760, TEAL, 1))
    g = Person(500, 410, 1.06, skin=2, hair="greywave", hc="#F1EDE6", beard="#F1EDE6", top=DENIM, wear="cardigan", trim=CREAM, build="elder", age=1, look=.4, down=.3, tilt=4, mood="smile", legs=INK, shoe=WOOD)
    b = Person(266, 544, 1.02, skin=2, hair="curls", hc=BROWN, top=AMBER, wear="stripes", trim=CREAM, build="child", look=.5, down=.9, tilt=10, mood="smile", legs=DENIM, shoe=WHITE)
    c = Person(742, 540, 1.02, skin=1, hair="braids", hc=BLACK, top=CORAL, wear="dots", trim=CREAM, build="child", look=-.6, down=-.4, tilt=-9, mood="talk", legs=PLUM, shoe=WHITE, aid=TEAL)
    p.add(g.back(), g.body(), g.seated(930), g.head())
    for q in (b, c):
        p.add(q.back(), q.body(), q.seated(940), q.head())
    p.add(picture_book(500, 690, .94), g.arm("l", (364, 706), hand="flat", turn=20, bend="out"), g.arm("r", (636, 706), hand="flat", turn=160, bend="out"))
    p.add(b.arm("r", (392, 756), hand="flat", turn=-20), b.arm("l", (196, 750), hand="flat"), c.arm("l", (596, 662), hand="point", turn=170, bend="down"), c.arm("r", (816, 752), hand="flat"))
    p.add(bubble(838, 250, 160, 140, (786, 366)), question(838, 248, 40, TEAL))
    return p


def before_early_after_3():
    p = Picture("before-early-after-3", SUN, "soft")
    p.add(disc(420, 260, 210, shade(SUN, 1.3)), ground(690, LEAF), tree(80, 700, .9), path("M0 820 C300 780 620 790 1000 700 V1000 H0Z", shade(PEACH, 1.3)))
    p.add(rect(620, 300, 420, 420, 10, shade(SKY, 1.2)), path("M590 306 L830 130 L1070 306Z", CORAL, CORAL, 14), rect(868, 400, 100, 110, 10, WHITE), rect(878, 410, 80, 90, 6, shade(SUN, 1.3)), doorway(728, 722, 120, 300, TEAL, shade(SUN, 1.4)), heart(830, 236, 40, CREAM), plant(640, 730, .5, AMBER), bush(950, 730, .7))
    w = Person(730, 500, .54, skin=3, cover=("hijab", AMBER), top=PLUM, wear="lanyard", trim=SUN, look=-.5, tilt=-3, mood="grin", legs=INK)
    p.add(w.standing(724, 40), w.back(), w.body(), w.head(), w.arm("r", (770, 640)), w.arm("l", (652, 470), hand="open", turn=-110, bend="down"))
    a = Person(176, 466, 1, skin=1, hair="greywave", hc=GREY, glasses=True, top=CORAL, wear="cardigan", trim=CREAM, build="elder", age=1, look=.6, tilt=4, mood="talk", legs=PLUM, shoe=INK)
    m = Person(424, 450, 1, skin=0, hair="quiff", hc=BLOND, top=DENIM, wear="hoodie", trim=WHITE, look=-.35, down=.3, tilt=-6, mood="soft", legs=INK, shoe=WHITE)
    p.add(m.walking(890, 1, 66), m.back(), m.body(), m.head(), pram(714, 912, 1, TEAL))
    p.add(m.arm("l", (366, 700)), m.arm("r", (566, 724), hand="thumb"))
    p.add(a.walking(914, 1, 64), a.back(), a.body(), a.head(), a.arm("l", (96, 700)), a.arm("r", (300, 560), hand="open", turn=-64, bend="down"))
    return p


def before_early_after_4():
    p = Picture("before-early-after-4", MINT, "soft")
    p.add(disc(500, 400, 330, shade(MINT, 1.55)), window(500, 200, 300, 220, SKY, WHITE, circle(560, 166, 30, SUN) + path("M366 280 Q500 220 634 280 V296 H366Z", LEAF)))
    w = Person(724, 466, 1.14, skin=3, hair="afro", hc=BLACK, glasses=SUN, top=MOSS, wear="lanyard", trim=CORAL, look=-.6, down=.4, tilt=-6, mood="smile", len=440)
    b = Person(290, 566, 1.2, skin=1, hair="sweep", hc=BROWN, top=CORAL, wear="dots", trim=SUN, build="child", look=.5, down=.7, tilt=6, mood="smile", len=340, freckles=True)
    for q in (w, b):
        p.add(q.back(), q.body(), q.head())
    p.add(rect(-20, 756, 1040, 40, 16, shade(AMBER, 1.25)), rect(-20, 790, 1040, 220, 0, shade(AMBER, .95)))
    # his painting, towards us, and the paints
    paint = rect(-150, -104, 300, 208, 10, WHITE) + path("M-150 60 Q0 -20 150 60 V94 A10 10 0 0 1 140 104 H-140 A10 10 0 0 1 -150 94Z", MOSS) + sun(34, -24, 36, AMBER, 11)
    p.add(path("M166 900 L206 750 H494 L534 900Z", shade(CREAM, .9), shade(CREAM, .9), 12), group(paint, 350, 832, 1.06, -2))
    p.add(path("M616 900 L640 790 H830 L860 900Z", WHITE, WHITE, 12), path("M680 860 C700 800 760 800 780 850", None, PLUM, 16), heart(732, 852, 22, CORAL))
    p.add("".join(ellipse(x, 916, 36, 13, WHITE) + ellipse(x, 912, 26, 9, c) for x, c in ((520, CORAL), (606, AMBER), (692, TEAL))))
    for q, side, (x, y), c in ((b, "r", (436, 732), AMBER), (w, "l", (664, 742), PLUM)):
        f = -1 if side == "r" else 1
        p.add(line(x - f * 20, y - 60, x + f * 18, y + 64, WOOD, 13), line(x + f * 18, y + 64, x + f * 26, y + 92, c, 16), q.arm(side, (x, y), hand="thumb", bend="out"))
    p.add(b.arm("l", (196, 760), hand="flat", turn=30), w.arm("r", (860, 772), hand="flat", turn=160))
    return p


def strong_communities_1():
    p = Picture("strong-communities-1", LEAF)
    p.add(disc(500, 380, 320, shade(LEAF, 1.5)), house(240, 560, 180, 190, PEACH, CORAL, TEAL, two=False), house(770, 560, 180, 190, CREAM, PLUM, AMBER, two=False), ground(556, MOSS))
    a = Person(214, 410, .98, skin=0, hair="bob", hc=GREY, glasses=True, top=CORAL, wear="cardigan", trim=CREAM, build="elder", age=1, look=.6, tilt=4, mood="grin", len=430)
    b = Person(508, 408, .98, skin=2, hair="quiff", hc=BLACK, top=DENIM, wear="hoodie", build="teen", look=.1, tilt=-3, mood="laugh", len=430)
    c = Person(786, 400, 1, skin=4, hair="buzz", hc=BLACK, cover=("headwrap", AMBER), top=PLUM, wear="dots", trim=SUN, earring=SUN, look=-.6, tilt=-4, mood="smile", len=430)
    for q in (a, b, c):
        p.add(q.back(), q.body(), q.head())
    p.add(quilt(160, 570))
    for q, l, r in ((a, 152, 300), (b, 436, 584), (c, 716, 856)):
        p.add(q.arm("l", (l, 566), bend="out"), q.arm("r", (r, 566), bend="out"), q.fingers(l, 572, 90, 1, 3), q.fingers(r, 572, 90, 1, 3))
    return p


def strong_communities_2():
    p = Picture("strong-communities-2", MINT, "soft")
    p.add(disc(500, 380, 320, shade(MINT, 1.55)), window(352, 190, 180, 180, SKY, WHITE, circle(386, 156, 20, SUN)), plant(908, 560, .8, CORAL), rect(830, 556, 200, 26, 8, WOOD))
    a = Person(200, 432, 1, skin=4, hair="braids", hc=BLACK, top=AMBER, wear="dots", trim=CREAM, look=.5, down=.6, tilt=5, mood="smile", len=430)
    b = Person(504, 400, 1, skin=1, cover=("turban", CORAL), hc=BLACK, hair="bald", beard=BLACK, top=DENIM, wear="shirt", look=.3, down=.6, tilt=3, mood="talk", len=430)
    c = Person(800, 446, .98, skin=0, hair="curls", hc=AUBURN, top=PLUM, wear="hoodie", trim=WHITE, build="teen", look=-.5, down=.6, tilt=-6, mood="grin", freckles=True, aid=TEAL, len=430)
    for q in (a, b, c):
        p.add(q.back(), q.body(), q.head())
    # the model: a green board with streets, homes and trees
    p.add(path("M-20 1010 L60 716 H940 L1020 1010Z", shade(WOOD, 1.15)), path("M20 1000 L96 736 H904 L980 1000Z", LEAF, LEAF, 14), path("M60 846 H940 M330 736 L270 1000 M690 736 L746 1000", None, CREAM, 40), path("M70 846 H930", None, WHITE, 5, stroke_dasharray="26 22"))
    for x, y, w, h, k, r in ((150, 822, 84, 62, PEACH, CORAL), (444, 824, 90, 64, CREAM, TEAL), (842, 822, 84, 62, SKY, PLUM), (420, 950, 100, 76, SUN, CORAL), (840, 950, 96, 72, PEACH, DENIM)):
        p.add(house(x, y, w, h, k, r, INK, two=False, chimney=False))
    p.add(tree(524, 824, .24), tree(758, 950, .3), tree(180, 950, .32, MOSS, WOOD, False), pin(582, 908, 22, CORAL))
    for q, side, x, y, thing in ((a, "r", 288, 700, "h"), (b, "r", 612, 672, "t"), (c, "l", 722, 708, "h")):
        p.add(house(x, y + 122, 104, 78, WHITE, MOSS if q is a else AMBER, CORAL, two=False, chimney=False) if thing == "h" else tree(x, y + 146, .46), q.arm(side, (x, y + (2 if thing == "h" else -4)), hand="thumb", bend="out"))
    p.add(a.arm("l", (110, 780), hand="flat"), b.arm("l", (424, 730), hand="flat"), c.arm("r", (896, 786), hand="flat"))
    return p


def strong_communities_3():
    p = Picture("strong-communities-3", SKY, "soft")
    p.add(sun(180, 170, 62, SUN, 12), cloud(420, 160, .8), hill(260, 640, 800, 120, LEAF), ground(630, shade(LEAF, .95)), tree(70, 660, .9), rect(670, 330, 260, 310, 8, shade(WOOD, 1.2)), path("M640 336 L800 220 L960 336Z", CORAL, CORAL, 14), rect(750, 440, 100, 200, 6, TEAL), circle(832, 544, 7, SUN))
    p.add(path("M0 720 Q500 660 1000 720 V1010 H0Z", MOSS))
    m = Person(460, 400, .84, skin=3, hair="buzz", hc=GREY, beard=GREY, cover=("flatcap", TEAL), top=CORAL, wear="shirt", age=1, look=.4, down=.4, tilt=4, mood="smile", legs=INK, shoe=INK)
    b = Person(196, 450, .92, skin=0, hair="ponytail", hc=BLOND, top=AMBER, wear="tee", build="teen", look=.5, down=.3, tilt=6, mood="grin", legs=DENIM, shoe=TEAL)
    w = Person(786, 480, .92, skin=2, hair="wavy", hc=BLACK, top=PLUM, wear="stripes", trim=LILAC, look=-.6, down=.5, tilt=-5, mood="smile", legs=INK, shoe=CORAL)
    p.add(m.standing(740), m.back(), m.body(), m.head(), m.arm("l", (392, 610)))
    # the raised bed
    p.add("".join(flower(x, 776, s, c, d) for x, s, c, d in ((386, .8, CORAL, SUN), (458, 1, SUN, WOOD), (540, .8, LILAC, SUN))), rect(340, 756, 316, 40, 18, AUBURN), rect(330, 780, 336, 130, 14, WOOD), path("M330 844 H666 M440 784 V840 M560 848 V906", None, shade(WOOD, .82), 7))
    p.add(can(486, 606, .8, TEAL), m.arm("r", (490, 552), hand="thumb", bend="out"))
    p.add(ellipse(250, 924, 150, 34, AUBURN), b.standing(906), b.back(), b.body(), b.head(), spade(284, 610, .8, -4), b.arm("l", (298, 760), hand="thumb", bend="in"), b.arm("r", (286, 622), hand="thumb", bend="out"), ellipse(300, 930, 70, 24, AUBURN))
    ch = Wheelchair(w, -1, 912, AMBER)
    p.add(ch.back(), w.back(), w.seated(886, -1), w.body(), ch.front(), w.head(), flower(626, 764, 1, CORAL, SUN), w.arm("r", (800, 706), hand="flat"), w.arm("l", (642, 722), hand="thumb", bend="down"))
    return p


SCENES = [before_early_after_2, before_early_after_3, before_early_after_4, strong_communities_1, strong_communities_2, strong_communities_3]
