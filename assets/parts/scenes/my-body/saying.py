"""Stop means stop; surprises and secrets."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

ben = _who(skin=0, hair="sweep", hc=BROWN, top=AMBER, wear="band", trim=WHITE, build="child", legs=DENIM, shoe=WHITE)
rafi = _who(skin=1, hair="quiff", hc=BLACK, top=PLUM, wear="hoodie", build="adult", beard=BLACK, legs=INK, shoe=CORAL)
mia = _who(skin=3, hair="braids", hc=BLACK, top=TEAL, wear="heart", trim=SUN, build="child", legs=DENIM, shoe=CORAL)
grandma = _who(skin=3, hair="greywave", hc="#F1EDE6", top=PLUM, wear="cardigan", trim=PEACH, build="elder", age=1, glasses=True, legs=INK, shoe=WOOD)
zara = _who(skin=2, cover=None, hair="long", hc=BLACK, top=TEAL, wear="stripes", trim=MINT, build="child")
tom = _who(skin=0, hair="crop", hc=BLOND, top=CORAL, wear="dungarees", trim=MOSS, build="child", freckles=True)
anya = _who(skin=0, hair="plait", hc=BLOND, top=TEAL, wear="apron", trim=CREAM, build="child")
mum = _who(skin=0, hair="bun", hc=BLOND, top=CORAL, wear="apron", trim=CREAM, build="adult", sleeve="short")
tess = _who(skin=1, hair="bob", hc=BLACK, top=CORAL, wear="cardigan", trim=WHITE, build="child", legs=INK, shoe=WHITE, glasses=PLUM)
bello = _who(skin=4, hair="buzz", hc="#1B100B", top=TEAL, wear="tie", trim=SUN, build="adult", beard="#1B100B", legs=INK, shoe=WOOD)


def stone(x, y, r, c="#8C979C"):
    return group(path("M-100 46 C-112 -10 -70 -70 -10 -74 C60 -78 106 -30 104 34 C102 70 70 80 0 80 C-70 80 -96 74 -100 46Z", c)
                 + path("M-58 -20 q22 -28 56 -30 M40 46 q26 -2 34 -20", None, shade(c, 1.3), 10) + spots([(10, 10), (-30, 36), (48, -18)], 6, shade(c, .84)), x, y, r / 100)


def bag(x, y, s=1, c=TEAL, inside=""):
    """An open school bag standing on y, something in its mouth."""
    d = shade(c, .8)
    return group(path("M-96 -40 C-150 -40 -150 -180 -92 -190 M96 -40 C150 -40 150 -180 92 -190", None, d, 20) + ellipse(0, -214, 100, 40, d) + inside
                 + path("M-104 -214 C-104 -180 104 -180 104 -214 L112 -30 A30 30 0 0 1 82 0 H-82 A30 30 0 0 1 -112 -30Z", c) + rect(-68, -112, 136, 90, 22, d) + line(-26, -84, 26, -84, SUN, 11)
                 + path("M-104 -214 C-104 -180 104 -180 104 -214", None, shade(c, 1.2), 12), x, y, s)


def bricks(x, y, s=1):
    """A small tower of toy bricks standing on y."""
    def one(a, b, w, c):
        return rect(a, b, w, 56, 8, c) + "".join(rect(a + w * (i + .5) / (w // 50) - 15, b - 12, 30, 16, 5, c) for i in range(w // 50))
    return group(one(-150, -56, 150, CORAL) + one(6, -56, 150, DENIM) + one(-100, -116, 200, SUN) + one(-60, -176, 100, MOSS) + one(-50, -236, 50, PLUM), x, y, s)


def no_to_a_tickle_1():
    p = Picture("no-to-a-tickle-1", PEACH)
    p.add(disc(500, 440, 380, shade(PEACH, 1.4)), rect(166, 180, 150, 130, 12, WHITE), sun(216, 226, 20, SUN, 8), path("M178 298 Q236 226 304 298Z", MOSS), plant(880, 560, .9, CORAL))
    p.add(rect(0, 900, 1000, 160, 0, shade(PEACH, .9)), sofa(70, 930, 770, DENIM, 1.1))
    b = ben(312, 500, 1.16, look=.55, tilt=-4, mood="soft")
    u = rafi(684, 414, 1.12, look=-.6, tilt=-6, mood="smile")
    for q in (u, b):
        p.add(q.back(), q.body(), q.seated(1000), q.head())
    p.add(b.arm("l", (232, 766), hand="flat"), b.arm("r", (470, 560), hand="open", turn=-82, bend="down"))
    p.add(u.arm("l", (518, 268), hand="open", turn=-104, bend="out"), u.arm("r", (862, 332), hand="open", turn=-70, bend="out"))
    p.add(bubble(412, 152, 170, 146, (362, 290)), hand_sign(412, 152, 52, CORAL))
    return p


def no_to_a_tickle_2():
    p = Picture("no-to-a-tickle-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 806, 0, shade(CORAL, 1.25)), "".join(rect(x + (60 if r % 2 else 0), 60 + r * 84, 84, 26, 6, shade(CORAL, 1.1)) for r in range(9) for x in range(20, 1000, 190)))
    p.add(door_rect(690, 800, 330, 660, WHITE, shade(SUN, 1.3), rect(760, 260, 76, 96, 8, TEAL) + circle(798, 300, 22, SUN)))
    p.add(path("M860 140 L990 196 V826 L860 800Z", TEAL), rect(520, 796, 344, 34, 10, shade(CREAM, .84)), ground(826, shade(CREAM, .94)), plant(96, 836, 1.0, AMBER))
    g = grandma(690, 372, 1.0, look=-.6, tilt=-5, mood="laugh")
    m = mia(290, 456, 1.12, look=.6, down=-.6, tilt=-6, mood="grin")
    p.add(g.standing(826), g.back(), g.body(), g.head())
    # the walking frame
    f = "#8C979C"
    p.add(path("M560 846 L584 640 H800 L824 846", None, f, 17), path("M600 760 H786", None, f, 13), "".join(line(x, y, x, y + 6, INK, 26) for x, y in ((560, 850), (824, 850))), path("M566 640 H604 M782 640 H818", None, INK, 26))
    p.add(g.arm("r", (800, 628), hand="thumb"), m.standing(880, 40), m.back(), m.body(), m.head(), m.arm("l", (196, 690)))
    p.add(g.arm("l", (516, 430), hand="open", turn=-100, bend="down"), m.arm("r", (462, 440), hand="open", turn=-76, bend="down"))
    p.add(path("M490 268 V226 M424 290 L396 258 M558 290 L588 258", None, SUN, 14))
    return p


def no_to_a_tickle_3():
    p = Picture("no-to-a-tickle-3", LEAF, "soft")
    p.add(disc(500, 400, 370, shade(LEAF, 1.5)))
    # a shelf with boxes of toys
    p.add(rect(220, 206, 560, 22, 10, WOOD), rect(260, 136, 100, 72, 12, CORAL), rect(374, 152, 110, 56, 12, DENIM), ball(544, 166, 42, SUN, CORAL), book(638, 150, .72, 0, PLUM), book(690, 154, .66, 8, TEAL))
    a = zara(276, 508, 1.18, look=.6, tilt=4, mood="neutral")
    b = tom(726, 508, 1.18, look=-.6, tilt=-4, mood="soft")
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(table(812, AMBER, -20, 1020), bricks(500, 814, .98))
    p.add(a.arm("l", (196, 806), hand="flat"), rect(346, 470, 118, 158, 18, CORAL, stroke=WHITE, stroke_width=12), hand_sign(405, 548, 40, WHITE), a.arm("r", (404, 660), hand="thumb", bend="down", turn=-80), a.fingers(404, 634, -90))
    p.add(b.arm("l", (614, 610), hand="open", turn=-108, bend="down"), b.arm("r", (878, 602), hand="open", turn=-70, bend="down"))
    return p


def surprise_or_heavy_secret_1():
    p = Picture("surprise-or-heavy-secret-1", MINT)
    p.add(disc(500, 420, 380, shade(MINT, 1.4)), window(500, 230, 230, 210, SKY, WHITE, circle(560, 190, 24, SUN) + path("M400 320 Q500 240 600 320Z", LEAF)))
    p.add(rect(120, 250, 200, 20, 8, WOOD), mug(170, 208, .7, CORAL, steam=None), bowl(262, 222, .6, TEAL), rect(690, 236, 200, 20, 8, WOOD), plant(748, 236, .5, AMBER), rect(800, 164, 60, 74, 14, PLUM))
    m = mum(688, 440, 1.16, look=-.6, down=.3, tilt=-5, mood="grin")
    a = anya(300, 544, 1.18, look=.6, tilt=5, mood="smile")
    for q in (m, a):
        p.add(q.back(), q.body(), q.head())
    p.add(table(826, WOOD, -20, 1020))
    p.add(rect(366, 814, 270, 22, 11, "#5BA3C6"), rect(400, 700, 204, 118, 22, "#D9A05B"), rect(400, 748, 204, 22, 0, CORAL), path("M388 716 C380 660 440 660 450 676 C470 640 540 640 556 674 C574 656 628 668 614 716 q-18 40 -38 4 q-18 38 -38 2 q-18 40 -38 0 q-18 34 -38 0 q-18 36 -40 -6Z", WHITE))
    p.add("".join(circle(x, y, 21, CORAL) + path("M%s q8 -12 18 -10" % pts(x, y - 18), None, MOSS, 7) for x, y in ((440, 668), (500, 650), (562, 668))))
    p.add(bowl(768, 806, .8, TEAL), "".join(circle(x, y, 19, CORAL) for x, y in ((722, 774), (760, 764), (800, 774))))
    # Mum puts a berry on; Anya has the spoon with cream and a finger at her lips
    p.add(m.arm("r", (856, 800), hand="flat"), circle(572, 626, 20, CORAL), m.arm("l", (592, 612), hand="point", bend="down", turn=150))
    lx, ly = a.head_at(30, 62)
    p.add(line(410, 640, 330, 760, WOOD, 16), ellipse(420, 628, 28, 34, WHITE, transform="rotate(40 420 628)"), a.arm("l", (330, 740), hand="thumb", bend="out"))
    d = shade(SKIN[0], .9)
    p.add(a.arm("r", (lx + 16, ly + 66), hand=None, bend="out"), circle(lx + 10, ly + 58, 28, d), line(lx + 2, ly + 44, lx - 6, ly - 4, d, 18), path("M%s q8 4 16 2 M%s q8 4 16 2" % (pts(lx + 8, ly + 54), pts(lx + 8, ly + 66)), None, shade(SKIN[0], .78), 4))
    return p


def surprise_or_heavy_secret_2():
    p = Picture("surprise-or-heavy-secret-2", SKY, "soft")
    p.add(cloud(250, 170, .9, shade(SKY, 1.5)), tree(906, 640, 1.0), house(250, 640, 330, 330, CREAM, TEAL, CORAL), ground(634, LEAF), path("M0 800 Q500 730 1000 800 V1000 H0Z", shade(PEACH, 1.3)))
    p.add(bench_back(90, 910, 712, 1.0, WOOD))
    t = tess(340, 420, 1.16, look=.55, down=.7, tilt=6, mood="unsure")
    p.add(t.back(), t.body(), t.seated(900), t.head())
    p.add(bag(668, 720, 1.3, TEAL, stone(0, -226, 92)))
    p.add(t.arm("l", (276, 700), hand="flat"), t.arm("r", (410, 700), hand="flat"))
    return p


def surprise_or_heavy_secret_3():
    p = Picture("surprise-or-heavy-secret-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(SUN, 1.4)), ground(790, shade(SUN, .92)), window(230, 250, 240, 240, SKY, WHITE, cloud(230, 240, .6)))
    p.add(rect(640, 150, 320, 290, 14, WOOD), rect(660, 170, 280, 110, 6, shade(WOOD, .7)), rect(660, 304, 280, 116, 6, shade(WOOD, .7)))
    p.add("".join(rect(672 + i * 30, 190 + (i % 3) * 9, 24, 90 - (i % 3) * 9, 4, (CORAL, TEAL, SUN, PLUM, MOSS)[i % 5]) for i in range(8)), "".join(rect(672 + i * 32, 330 + (i % 2) * 14, 26, 90 - (i % 2) * 14, 4, (MOSS, CREAM, DENIM, CORAL)[i % 4]) for i in range(4)), circle(866, 376, 44, SKY), path("M836 362 q20 -20 40 0 q10 20 -14 34", None, MOSS, 12))
    b = bello(698, 420, 1.06, look=-.6, tilt=-6, mood="smile")
    t = tess(284, 452, 1.12, look=.6, down=.3, tilt=4, mood="soft")
    hx, hy = b.hip()
    p.add(b.leg((hx + 10, hy - 12), (hx - 150, hy + 20), (hx - 148, 908), toe=-1, w=92), b.back(), b.body(), b.leg((hx + 40, hy - 10), (hx + 20, 890), (hx + 170, 908), toe=1, w=92), b.head())
    p.add(t.standing(880, 40), t.back(), t.body(), t.head(), bag(172, 930, .76, TEAL))
    p.add(b.arm("r", (596, 690), bend="in"), t.arm("l", (390, 640), bend="in"), stone(478, 626, 92), t.arm("r", (414, 664), hand="flat", bend="down", turn=10), b.arm("l", (560, 668), hand="flat", bend="down", turn=200))
    p.add(bubble(520, 176, 190, 150, (626, 296)), heart(520, 178, 46, CORAL))
    return p


SCENES = [no_to_a_tickle_1, no_to_a_tickle_2, no_to_a_tickle_3, surprise_or_heavy_secret_1, surprise_or_heavy_secret_2, surprise_or_heavy_secret_3]
