"""a-child-first: a shop, a launderette, a front door, a jetty."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

leon = _who(skin=3, hair="afro", hc=BLACK, top=CORAL, wear="jacket", trim=CREAM, build="teen", legs=INK, shoe=WHITE)


def bottle(x, y, c, s=1):
    """Perfume; stands on y."""
    return group(rect(-26, -66, 52, 66, 14, c) + rect(-10, -84, 20, 22, 4, shade(c, .8)) + rect(-16, -104, 32, 24, 8, INK) + line(-12, -46, -12, -20, shade(c, 1.5), 6), x, y, s)


def a_child_first_1():
    p = Picture("a-child-first-1", LILAC)
    p.add(rect(0, 0, 1000, 1000, 0, shade(LILAC, 1.35)), ground(860, shade(LILAC, .9)))
    cs = (ROSE, SKY, AMBER, PLUM, TEAL, PEACH)
    for j, y in enumerate((250, 440, 630)):
        p.add(rect(0, y - 150, 1000, 150, 0, WHITE if j % 2 else CREAM), rect(0, y, 1000, 26, 6, WOOD))
        p.add("".join(bottle(60 + i * 96, y, cs[(i + j * 2) % 6], 1 + .14 * ((i * 5 + j) % 3)) for i in range(10) if not (j == 1 and i in (5, 6)) and not (j == 2 and i in (4, 5))))
    p.add(rect(0, 656, 1000, 210, 0, shade(LILAC, 1.15)))
    t = Person(706, 560, 1.24, skin=0, hair="wavy", hc=BLOND, top=AMBER, wear="hoodie", build="child", look=-.45, down=.3, tilt=5, mood="worried", len=430)
    o = Person(286, 470, 1.14, skin=2, hair="crop", hc=BLACK, beard=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="broad", look=.6, down=.5, tilt=10, lean=-24, mood="soft", len=470)
    for q in (o, t):
        p.add(q.back(), q.body(), q.head())
    p.add(path("M640 606 C650 660 680 700 706 706 M786 606 C780 660 744 700 716 706", None, PLUM, 18), rect(604, 700, 204, 170, 36, PLUM), rect(604, 700, 204, 60, 26, shade(PLUM, .84)), circle(706, 764, 15, SUN))
    p.add(t.arm("l", (612, 800), hand="thumb", bend="out"), t.arm("r", (800, 790), hand="thumb", bend="out"))
    p.add(o.arm("l", (176, 830)), o.arm("r", (500, 640), hand="open", turn=-30, bend="down"))
    return p


def washer(x, y, w, c=WHITE, wash=SKY):
    """A washing machine; stands on y."""
    h = w * 1.15
    return (rect(x - w / 2, y - h, w, h, 16, c) + rect(x - w / 2 + 16, y - h + 16, w - 32, 34, 10, MINT) + circle(x + w * .3, y - h + 33, 11, CORAL) + circle(x, y - h * .42, w * .34, "#AEBBC0") + circle(x, y - h * .42, w * .27, wash)
            + path("M%s q%s %s t%s 0 t%s 0" % (pts(x - w * .22, y - h * .4), n(w * .055), n(-w * .09), n(w * .14), n(w * .14)), None, WHITE, 10))


def towel(x, y, c, s=1):
    """Folded; lies on y."""
    return group(rect(-90, -40, 180, 40, 18, c) + path("M-70 -20 H78", None, shade(c, .86), 7), x, y, s)


def a_child_first_2():
    p = Picture("a-child-first-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 720, 0, shade(SKY, 1.35)), ground(700, shade(MINT, .95)), "".join(washer(x, 720, 230, WHITE, c) for x, c in ((20, SKY), (260, PEACH), (500, SKY), (740, LEAF), (980, SKY))))
    p.add(rect(40, 414, 920, 26, 10, DENIM))
    m = Person(250, 452, 1.1, skin=0, hair="quiff", hc=BROWN, top=PLUM, wear="hoodie", build="broad", look=.6, tilt=4, mood="talk", len=460)
    w = Person(752, 456, 1.1, skin=2, cover=("hijab", CORAL), top=MOSS, wear="tee", build="adult", look=-.6, tilt=-5, mood="talk", len=460)
    for q in (m, w):
        p.add(q.back(), q.body(), q.head())
    p.add(rect(-20, 800, 1040, 46, 18, shade(WOOD, 1.2)), rect(0, 846, 1000, 160, 0, shade(WOOD, 1.35)))
    p.add(towel(500, 802, CORAL), towel(500, 762, SUN), towel(500, 722, TEAL))
    p.add(group(rect(-74, -96, 148, 150, 16, AMBER) + path("M-74 -20 q74 30 148 0", None, shade(AMBER, .86), 7), 268, 752), m.arm("l", (178, 716), hand="thumb", bend="out"), m.arm("r", (358, 716), hand="thumb", bend="out"))
    p.add(group(rect(-74, -96, 148, 150, 16, SKY) + path("M-74 -20 q74 30 148 0", None, shade(SKY, .86), 7), 736, 752), w.arm("l", (648, 716), hand="thumb", bend="out"), w.arm("r", (826, 716), hand="thumb", bend="out"))
    p.add(bubble(408, 190, 160, 132, (352, 304)), cross(408, 190, 38, "#8C979C"), bubble(592, 240, 160, 132, (650, 340)), heart(592, 242, 42, CORAL))
    return p


def a_child_first_3():
    p = Picture("a-child-first-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 870, 0, "#E9B79B"), path(" ".join("M%d %d h84" % (x + (60 if i % 2 else 0), y) for i, y in enumerate(range(70, 860, 74)) for x in range(20, 1000, 240)), None, shade("#E9B79B", .93), 18))
    p.add(door_rect(330, 872, 400, 740, WHITE, shade(SUN, 1.35), rect(390, 250, 90, 110, 8, WHITE) + heart(436, 306, 26, CORAL) + rect(130, 780, 400, 92, 0, shade(AMBER, 1.25))))
    p.add(path("M130 132 L40 150 V900 L130 872Z", TEAL), ground(868, "#CDBFA9"), rect(100, 866, 470, 40, 10, shade(CREAM, .86)), rect(640, 240, 100, 60, 12, CREAM), circle(690, 270, 12, CORAL))
    g = Person(330, 446, 1.1, skin=3, hair="bald", beard=GREY, hc=GREY, top=MOSS, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, look=.6, down=.1, tilt=5, mood="soft", legs=INK, shoe=AUBURN)
    le = leon(738, 508, 1.08, look=-.6, down=.3, tilt=5, mood="unsure")
    p.add(g.standing(900), g.back(), g.body(), g.head())
    p.add(backpack(806, 640, 1.5, DENIM), le.standing(950), le.back(), le.body(), le.head())
    p.add(path("M660 536 C652 600 656 650 668 700 M812 536 C822 600 818 650 806 700", None, DENIM, 20), le.arm("l", (668, 654), hand="thumb", bend="down"), le.arm("r", (838, 770)))
    # the blanket over his arm; the other arm reaches out
    p.add(g.arm("l", (268, 660), hand="mitt", bend="out"), path("M176 628 C220 600 280 610 306 636 V820 H190 C176 760 170 690 176 628Z", CORAL, CORAL, 14), path("M200 800 V650 M244 810 V640 M284 806 V650", None, SUN, 10), g.arm("r", (530, 600), hand="open", turn=-30, bend="down"))
    return p


def duck(x, y, s=1, flip=False, c=WHITE):
    return group(path("M-70 -6 C-74 44 70 44 84 -18 C50 -6 20 -8 2 -14 C-22 -26 -60 -28 -70 -6Z", c) + circle(-52, -44, 32, MOSS if c != WHITE else c) + path("M-80 -44 l-26 8 l26 10Z", AMBER, AMBER, 6) + circle(-60, -50, 5, INK)
                 + path("M0 6 q24 14 44 -6", None, shade(c, .84), 7) + path("M-96 44 H100", None, WHITE, 7), x, y, s, flip=flip)


def a_child_first_4():
    p = Picture("a-child-first-4", SKY, "soft")
    p.add(rect(0, 0, 1000, 480, 0, shade(SKY, 1.25)), sun(820, 160, 62, SUN, 12), cloud(480, 150, .7), hill(200, 480, 700, 150, "#B9D99C"), hill(800, 480, 800, 110, LEAF), tree(130, 470, .7), tree(900, 470, .6), rect(0, 470, 1000, 540, 0, "#8FC6DD"))
    p.add(path(" ".join("M%d %d h70" % (x, y) for x, y in ((560, 520), (820, 560), (60, 540), (880, 700), (100, 700), (420, 540))), None, shade("#8FC6DD", 1.4), 8))
    le = leon(330, 440, 1.04, look=.55, down=.2, tilt=4, mood="talk")
    w = Person(672, 426, 1.04, skin=0, hair="plait", hc=GREY, top=TEAL, wear="lanyard", trim=AMBER, build="adult", age=1, look=-.55, down=.2, tilt=-5, mood="smile", legs=DENIM, shoe=AUBURN)
    # the jetty comes from behind; their feet hang over its edge
    p.add(path("M240 480 H760 L900 720 H100Z", shade(WOOD, 1.25)), path("M370 480 L330 720 M500 480 V720 M630 480 L670 720", None, shade(WOOD, 1.05), 8))
    p.add(le.back(), le.body(), w.back(), w.body())
    p.add(rect(84, 716, 832, 44, 14, WOOD), rect(150, 756, 44, 200, 10, shade(WOOD, .8)), rect(806, 756, 44, 200, 10, shade(WOOD, .8)))
    for q in (le, w):
        hx, hy = q.hip()
        p.add("".join(q.leg((hx + f * 42, 716), (hx + f * 52, 730), (hx + f * 50, 884), toe=f * .4, w=72) for f in (-1, 1)))
    p.add(le.head(), w.head())
    p.add(duck(508, 880, .9, False), duck(890, 850, .7, False, "#B58A5C"), duck(170, 872, .66, True))
    p.add(le.arm("l", (270, 706), hand="flat", turn=20), le.arm("r", (470, 660), hand="open", turn=40, bend="down"), spots([(500, 716), (528, 744), (484, 760), (540, 790), (506, 800)], 7, CREAM))
    p.add(w.arm("r", (742, 706), hand="flat", turn=160), group(rect(-44, -56, 88, 104, 10, "#D9B98A") + path("M-44 -56 l14 14 l16 -14 l14 14 l16 -14 l14 14 l14 -14", None, shade("#D9B98A", .85), 7), 640, 680), w.arm("l", (604, 690), hand="thumb", bend="out"))
    return p


SCENES = [a_child_first_1, a_child_first_2, a_child_first_3, a_child_first_4]
