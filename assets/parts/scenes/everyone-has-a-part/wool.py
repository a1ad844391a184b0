"""knitted-pants, and the toddler group of before-early-after-1."""
from style import *
from people import Person
from things import *
from places import *

FUR, FUR_LIGHT = "#C08552", "#E9C79C"


def teddy(x, y, s=1, pants=CORAL, trim=SUN):
    """A sitting teddy bear in knitted pants; the middle of its tummy is at x, y, its feet reach to y + 208 * s."""
    b = "".join(circle(a, -176, 36, FUR) + circle(a, -176, 20, FUR_LIGHT) for a in (-70, 70))
    b += path("M-84 -6 C-120 20 -134 50 -130 86 M84 -6 C120 20 134 50 130 86", None, FUR, 52)
    b += ellipse(0, 60, 108, 124, FUR) + ellipse(0, 34, 62, 66, FUR_LIGHT)
    b += circle(0, -106, 96, FUR) + ellipse(0, -78, 46, 36, FUR_LIGHT) + ellipse(0, -94, 18, 13, INK) + path("M0 -84 v12 M-18 -66 q18 16 36 0", None, INK, 6)
    b += spots([(-36, -122), (36, -122)], 10, INK) + spots([(-33, -125), (39, -125)], 3, WHITE)
    b += path("M-106 66 H106 C116 110 114 158 96 184 L30 184 Q0 150 -30 184 L-96 184 C-114 158 -116 110 -106 66Z", pants, pants, 12)
    b += path("M-108 116 Q0 128 108 116 M-100 154 Q-70 160 -38 158 M100 154 Q70 160 38 158", None, trim, 14)
    b += path("M-108 72 H108", None, shade(pants, .82), 24)
    b += ellipse(-86, 182, 56, 50, FUR) + ellipse(86, 182, 56, 50, FUR) + ellipse(-86, 186, 34, 30, FUR_LIGHT) + ellipse(86, 186, 34, 30, FUR_LIGHT)
    return group(b, x, y, s)


def wool(x, y, r, c=CORAL):
    d = shade(c, 1.4)
    return circle(x, y, r, c) + path("M%s Q%s %s M%s Q%s %s M%s Q%s %s" % (
        pts(x - r * .8, y - r * .2), pts(x, y - r * .9), pts(x + r * .7, y - r * .4), pts(x - r * .7, y + r * .4), pts(x + r * .1, y - r * .4),
        pts(x + r * .84, y + r * .1), pts(x - r * .3, y + r * .8), pts(x + r * .3, y), pts(x + r * .6, y + r * .6)), None, d, r * .11)


def knitting(x, y, s=1, c=CORAL, trim=SUN):
    """A half-made pair of pants on two needles; the hands hold them at x -+ 70 * s, y."""
    b = path("M-64 -6 H64 L60 84 H22 Q0 60 -22 84 H-60Z", c, c, 10) + path("M-62 30 H62 M-60 60 H-34 M34 60 H60", None, trim, 12)
    b += line(-96, 14, 40, -66, WOOD, 11) + line(96, 14, -40, -66, WOOD, 11) + spots([(40, -66), (-40, -66)], 9, AMBER)
    return group(b, x, y, s)


def chairs(x, y, s=1, cols=(AMBER, CORAL, TEAL)):
    """A stack of children's chairs from the front, their feet on y."""
    b = path("M-62 0 L-54 -330 M62 0 L54 -330", None, shade(WOOD, 1.2), 16)
    for i, c in enumerate(cols):
        b += rect(-74, -290 - i * 36, 148, 44, 18, c) + line(-60, -264 - i * 36, 60, -264 - i * 36, shade(c, .84), 6)
    b += path("M-52 0 V-110 M52 0 V-110", None, WOOD, 16)
    for i, c in enumerate(cols):
        b += rect(-84, -128 - i * 36, 168, 32, 15, shade(c, .94))
    return group(b, x, y, s)


def teapot(x, y, s=1, c=CORAL):
    """Stands on y."""
    d = shade(c, .84)
    return group(path("M-84 -86 C-150 -96 -150 -14 -72 -26", None, d, 18) + path("M76 -40 C112 -44 104 -96 140 -100", None, d, 24)
                 + path("M0 -134 C72 -134 92 -80 84 -40 C78 -8 52 0 40 0 H-40 C-52 0 -78 -8 -84 -40 C-92 -80 -72 -134 0 -134Z", c, c, 6) + path("M-46 -124 Q0 -106 46 -124", None, d, 10)
                 + circle(0, -146, 18, d) + spots([(-40, -66), (0, -56), (40, -66)], 11, CREAM), x, y, s)


def toast(x, y, s=1, count=3):
    """A rack of toast standing on y."""
    b = ""
    for i in range(count):
        a = (i - (count - 1) / 2) * 54
        b += path("M%s V-74 C%s -116 %s -116 %s -74 V-16Z" % (pts(a - 34, -16), n(a - 44), n(a + 44), n(a + 34)), "#E8B974", "#B9783C", 9)
    return group(b + path("M-110 -6 H110 M-84 -6 V-46 M-28 -6 V-46 M28 -6 V-46 M84 -6 V-46", None, GREY, 11), x, y, s)


def before_early_after_1():
    p = Picture("before-early-after-1", MINT)
    p.add(disc(500, 430, 330, shade(MINT, 1.55)), bunting(60, 150, 940, 150, 60, 8, size=46))
    p.add(path("M0 846 H1000 V1000 H0Z", shade(AMBER, 1.35)), ellipse(500, 930, 420, 70, ROSE), ellipse(500, 930, 330, 46, PEACH))
    f = Person(292, 470, 1.08, skin=1, cover=("hijab", PLUM), top=TEAL, wear="lanyard", trim=AMBER, look=.6, tilt=4, mood="smile", legs=INK, len=540)
    t = Person(712, 462, 1.08, skin=0, hair="quiff", hc=AUBURN, beard=AUBURN, top=DENIM, wear="tee", build="broad", look=-.6, tilt=-5, mood="talk", legs=INK, len=540)
    for q in (f, t):
        p.add(q.back(), q.body(), q.head())
    p.add(teddy(312, 700, .78, CORAL, SUN), f.arm("l", (222, 742), hand="flat", turn=10), f.arm("r", (404, 742), hand="flat", turn=170))
    p.add(chairs(712, 900, .96))
    p.add(t.arm("l", (624, 730), hand="thumb"), t.arm("r", (800, 730), hand="thumb"))
    p.add(rect(452, 868, 76, 76, 12, CORAL), rect(532, 868, 76, 76, 12, MOSS), rect(492, 794, 76, 76, 12, SKY), heart(490, 908, 20, CREAM), star(570, 906, 20, CREAM), circle(530, 832, 18, CREAM))
    return p


def knitted_pants_1():
    p = Picture("knitted-pants-1", SKY)
    p.add(disc(500, 400, 300, shade(SKY, 1.5)))
    w = Person(212, 440, 1.04, skin=4, hair="greywave", hc=GREY, glasses=CREAM, top=AMBER, wear="cardigan", trim=CREAM, build="elder", age=1, look=.6, down=.4, tilt=6, mood="smile", len=470)
    m = Person(790, 430, 1.04, skin=0, hair="crop", hc=BROWN, beard=BROWN, top=PLUM, wear="knit", trim=LILAC, build="broad", look=-.6, down=.4, tilt=-6, mood="grin", len=470)
    for q in (w, m):
        p.add(q.back(), q.body(), q.head())
    p.add(table(848, WOOD, -20, 1020))
    p.add(teddy(500, 600, 1.3, CORAL, SUN))
    p.add(path("M232 770 C250 860 300 880 350 886", None, TEAL, 8), wool(384, 904, 50, TEAL), path("M770 770 C750 850 690 900 650 910", None, ROSE, 8), wool(628, 924, 46, ROSE))
    for q, x, c, d in ((w, 222, TEAL, MINT), (m, 780, ROSE, WHITE)):
        p.add(knitting(x, 730, 1, c, d), q.arm("l", (x - 74, 742), hand="thumb"), q.arm("r", (x + 74, 742), hand="thumb"))
    return p


def knitted_pants_2():
    p = Picture("knitted-pants-2", LEAF, "soft")
    p.add(rect(0, 0, 1000, 700, 0, shade(SKY, 1.25)), hill(300, 700, 900, 160, LEAF), hill(860, 700, 700, 120, shade(LEAF, .92)), ground(690, shade(LEAF, .95)), rect(0, 800, 1000, 210, 0, shade(CREAM, .92)), rect(0, 790, 1000, 20, 0, WHITE))
    # the shelter and the stop
    p.add(rect(96, 190, 640, 620, 16, shade(SKY, 1.5)), path("M110 180 V880 M722 180 V880", None, TEAL, 24), rect(50, 140, 730, 56, 26, TEAL))
    p.add(line(868, 250, 868, 890, INK, 18), circle(868, 236, 66, CORAL), rect(836, 206, 64, 48, 10, CREAM), rect(844, 214, 48, 18, 5, CORAL), spots([(850, 258), (886, 258)], 8, CREAM))
    p.add(rect(130, 726, 420, 40, 18, WOOD), path("M170 766 V900 M510 766 V900", None, shade(WOOD, .8), 20))
    k = Person(270, 436, 1.02, skin=3, hair="greywave", hc=GREY, glasses=SUN, top=PLUM, wear="cardigan", trim=LILAC, build="elder", age=1, look=.6, tilt=4, mood="laugh", legs=INK, shoe=CORAL)
    d = Person(718, 410, .98, skin=1, hair="crop", hc=BROWN, beard=BROWN, top=AMBER, wear="hoodie", trim=CREAM, look=-.6, down=.3, tilt=-5, mood="talk", legs=DENIM, shoe=WHITE)
    c = Person(512, 610, .94, skin=1, hair="puffs", hc=BROWN, top=CORAL, wear="dungarees", trim=DENIM, build="child", look=-.6, tilt=-4, mood="grin", legs=DENIM, shoe=WHITE)
    p.add(k.back(), k.body(), k.seated(912), k.head(), path("M330 700 C380 760 400 800 420 838", None, TEAL, 8), wool(436, 866, 42, TEAL))
    p.add(knitting(286, 676, .92, TEAL, MINT), k.arm("l", (218, 688), hand="thumb"), k.arm("r", (354, 688), hand="thumb"))
    p.add(d.standing(890), d.back(), d.body(), d.head(), d.arm("r", (798, 650)), d.arm("l", (570, 690), bend="out"))
    p.add(c.standing(930), c.back(), c.body(), c.head(), teddy(512, 744, .42, SUN, PLUM), c.arm("l", (470, 764), hand="flat", turn=10), c.arm("r", (556, 764), hand="flat", turn=170))
    p.add(bubble(492, 270, 150, 128, (608, 330)), question(492, 268, 36, TEAL))
    return p


def knitted_pants_3():
    p = Picture("knitted-pants-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 700, 0, shade(SUN, 1.45)), bunting(60, 90, 940, 90, 50, 8, size=44), window(500, 270, 300, 200, SKY, WHITE, circle(560, 236, 28, SUN) + path("M366 340 Q500 280 634 340 V356 H366Z", LEAF)), rect(0, 690, 1000, 320, 0, shade(PEACH, 1.15)))
    y = Person(296, 446, .84, skin=2, hair="cornrows", hc=BLACK, top=TEAL, wear="tee", build="teen", look=.4, tilt=4, mood="smile", len=420)
    w = Person(508, 428, .84, skin=0, hair="bun", hc=AUBURN, top=DENIM, wear="lanyard", trim=CORAL, look=-.6, tilt=-6, mood="soft", len=420)
    f = Person(716, 446, .84, skin=3, hair="lowbun", hc=BLACK, top=ROSE, wear="stripes", trim=CREAM, look=-.5, tilt=-3, mood="smile", earring=SUN, len=420)
    o = Person(120, 548, .98, skin=0, hair="fringe_bald", hc=GREY, glasses=True, top=MOSS, wear="vneck", trim=CREAM, build="elder", age=1, look=.7, tilt=4, mood="talk", len=420)
    g = Person(862, 552, .96, skin=1, cover=("hijab", PLUM), top=AMBER, wear="cardigan", trim=CREAM, build="elder", age=1, look=-.7, tilt=-4, mood="smile", len=420)
    for q in (y, w, f):
        p.add(q.back(), q.body(), q.head())
    p.add(y.arm("r", (386, 690)), w.arm("l", w.head_at(-6, 118), hand="chin", bend="down"), w.arm("r", (590, 712)), f.arm("l", (640, 700)))
    p.add(ellipse(500, 826, 420, 130, shade(WOOD, .8)), ellipse(500, 806, 420, 130, shade(WOOD, 1.15)))
    p.add(ellipse(640, 806, 120, 26, CREAM), toast(640, 812, .9), teapot(410, 824, 1, TEAL), mug(588, 876, .74, PLUM, steam=None), mug(316, 860, .74, AMBER, True))
    for q in (o, g):
        p.add(q.back(), q.body(), q.head())
    p.add(o.arm("r", (286, 720), hand="open", turn=-50, bend="down"), g.arm("l", (752, 850), hand="flat"))
    return p


SCENES = [before_early_after_1, knitted_pants_1, knitted_pants_2, knitted_pants_3]
