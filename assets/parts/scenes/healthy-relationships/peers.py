"""just-a-joke and passed-round: hurtful remarks and pictures, and how to stop them."""
import math
from style import *
from people import Person
from things import *
from places import *
from cast import _who

# just-a-joke
grace = _who(skin=3, hair="longcurls", hc=BLACK, top=PLUM, wear="tee", build="teen")
kyle = _who(skin=0, hair="crop", hc=BLOND, top=TEAL, wear="hoodie", build="teen")
jess = _who(skin=1, hair="ponytail", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="teen")
omar = _who(skin=2, hair="curls", hc=BLACK, top=AMBER, wear="band", trim=CREAM, build="teen")
# passed-round
dami = _who(skin=4, hair="curls", hc="#1B100B", top=CORAL, wear="hoodie", build="teen", legs=INK, shoe=WHITE)
ellie = _who(skin=0, hair="wavy", hc=AUBURN, top=SUN, wear="dungarees", trim=DENIM, build="teen", legs=DENIM, shoe=CORAL, freckles=True)
lewis = _who(skin=1, hair="sweep", hc=BROWN, beard=BROWN, top="#5BA3C6", wear="lanyard", trim=CORAL, build="adult")


def stars(x, y, r, full=1):
    """A row of three stars; the first `full` are bright."""
    return "".join(star(x + (i - 1) * r * 2.5, y, r, AMBER if i < full else "#D8D2C6") for i in range(3))


def private(x, y, s=1):
    """A picture that is nobody else's business."""
    return group(rect(-38, -46, 76, 92, 10, PEACH) + rect(-30, -38, 60, 76, 6, CREAM) + padlock(0, 0, 24, CORAL, WHITE), x, y, s)


def arrow(x1, y1, x2, y2, c=INK, w=12):
    a = math.degrees(math.atan2(y2 - y1, x2 - x1))
    h = [polar(x2, y2, w * 2.4, a + d) for d in (145, -145)]
    return path("M%s L%s M%s L%s L%s" % (pts(x1, y1), pts(x2, y2), pts(*h[0]), pts(x2, y2), pts(*h[1])), None, c, w)


def bus_window(x, w, body=""):
    return rect(x, 130, w, 340, 34, CREAM) + rect(x + 16, 146, w - 32, 308, 22, SKY) + body


def seat(x, y, w, c=DENIM):
    return rect(x - w / 2, y, w, 700, 60, c) + rect(x - w * .36, y + 34, w * .72, 60, 24, shade(c, 1.18))


def just_a_joke_1():
    p = Picture("just-a-joke-1", SUN)
    p.add(house(140, 640, 230, 240, CREAM, CORAL, TEAL), tree(900, 640, .9), ground(636, shade(PEACH, 1.2)), rect(0, 900, 1000, 120, 0, shade(DENIM, 1.3)))
    p.add(rect(300, 210, 600, 640, 10, shade(SKY, 1.35)), path("M600 210 V850", None, WHITE, 10))
    p.add("".join(rect(x, 180, 26, 690, 10, DENIM) for x in (290, 884)), rect(250, 160, 700, 52, 22, DENIM))
    p.add(rect(196, 176, 20, 720, 10, INK), circle(206, 176, 66, WHITE), circle(206, 176, 54, CORAL), rect(174, 148, 64, 48, 10, WHITE), rect(181, 155, 50, 19, 4, SKY), spots(((188, 200), (224, 200)), 8, WHITE))
    j = jess(612, 510, .9, look=.4, tilt=8, mood="laugh", len=520)
    k = kyle(796, 484, .94, look=-.5, tilt=-6, mood="grin", len=520)
    g = grace(290, 566, 1.14, look=-.3, down=.7, tilt=-4, mood="unsure", len=440)
    p.add(k.back(), k.body(), k.head(), k.arm("r", (874, 780)), j.back(), j.body(), j.head())
    p.add(k.arm("l", (716, 616), hand="open", turn=-140, bend="in"), j.arm("r", (672, 780)), j.arm("l", (536, 780)))
    p.add(bubble(600, 186, 250, 120, (752, 330)), stars(600, 188, 31, 1))
    p.add(g.back(), g.body(), g.head(), backpack(290, 846, 1.3, TEAL), g.arm("r", (366, 836), hand="flat", turn=180), g.arm("l", (212, 836), hand="flat", turn=0))
    return p


def just_a_joke_2():
    p = Picture("just-a-joke-2", MINT, "soft")
    p.add(bus_window(60, 430, hill(300, 454, 420, 130, LEAF) + tree(170, 440, .6) + circle(400, 220, 36, SUN)), bus_window(530, 430, house(640, 452, 150, 150, PEACH, CORAL, TEAL) + house(830, 452, 160, 170, CREAM, TEAL, AMBER)))
    p.add(rect(-10, 470, 1020, 560, 0, shade(MINT, .92)))
    k = kyle(640, 400, .74, look=.5, tilt=5, mood="grin", len=400)
    j = jess(828, 408, .74, look=-.5, tilt=-7, mood="laugh", len=400)
    p.add(seat(640, 330, 190, shade(DENIM, .85)), seat(828, 330, 190, shade(DENIM, .85)))
    for q in (k, j):
        p.add(q.back(), q.body(), q.head())
    p.add(k.arm("r", (730, 520), hand="mitt", bend="in"), k.arm("l", (580, 640)), j.arm("r", (890, 640)), j.arm("l", (758, 640)))
    p.add(seat(734, 586, 480, DENIM), rect(500, 20, 26, 1000, 12, AMBER))
    p.add(seat(316, 420, 380, CORAL))
    g = grace(316, 528, 1.22, look=.1, down=1.1, tilt=6, mood="neutral", len=460)
    p.add(g.back(), g.body(), g.head(), g.arm("l", (262, 830), bend="out"))
    p.add(phone(352, 762, .96, 6, rect(-42, -60, 84, 62, 22, PEACH) + stars(0, -29, 12, 1) + rect(-42, 16, 84, 46, 20, MINT) + dots(0, 39, 6, TEAL)))
    p.add(g.thumb_over(284, 810, -30), g.arm("r", (424, 830), bend="out"), g.thumb_over(410, 812, 200))
    return p


def just_a_joke_3():
    p = Picture("just-a-joke-3", MINT, "soft")
    p.add(bus_window(40, 290, tree(120, 450, .7) + hill(230, 454, 260, 110, LEAF)), bus_window(360, 290, house(500, 452, 160, 160, CREAM, CORAL, TEAL)), bus_window(680, 290, hill(860, 454, 340, 140, LEAF) + circle(760, 220, 34, SUN)))
    p.add(rect(-10, 470, 1020, 560, 0, shade(MINT, .92)))
    k = kyle(512, 436, .66, look=-.4, down=.8, tilt=-4, mood="unsure", len=400)
    p.add(seat(508, 330, 180, shade(DENIM, .85)), k.back(), k.body(), k.head())
    p.add(rect(30, 20, 24, 1000, 12, AMBER))
    p.add(seat(280, 440, 400, CORAL), seat(724, 440, 400, CORAL))
    o = omar(282, 520, 1.14, look=.6, tilt=6, mood="soft", len=450)
    g = grace(716, 534, 1.14, look=-.55, tilt=-5, mood="smile", len=450)
    for q in (o, g):
        p.add(q.back(), q.body(), q.head())
    p.add(backpack(716, 842, 1.2, TEAL), g.arm("r", (792, 830), hand="flat", turn=180), g.arm("l", (640, 826), hand="flat", turn=0))
    p.add(o.arm("l", (230, 850), hand="flat"), o.arm("r", (474, 690), hand="open", turn=-30, bend="in"))
    p.add(bubble(478, 158, 190, 120, (372, 300)), question(478, 154, 34, TEAL))
    return p


def passed_round_1():
    p = Picture("passed-round-1", MINT)
    p.add(disc(500, 560, 340, shade(MINT, 1.55)))
    where = ((150, 420, -14), (300, 216, -8), (700, 216, 8), (850, 420, 14))
    for i, (x, y, r) in enumerate(where):
        p.add(phone(x, y, .74, r, private(0, -4, .92)))
    p.add(arrow(186, 300, 222, 254), path("M374 170 Q500 90 622 164", None, INK, 12), arrow(610, 156, 626, 168), arrow(776, 262, 812, 306))
    d = dami(500, 560, 1.28, look=-.1, down=.9, tilt=4, mood="think", len=420)
    p.add(d.back(), d.body(), d.head(), d.arm("r", (610, 846), bend="out"))
    p.add(phone(500, 810, 1.16, -5, private(0, -4, 1.1)), d.thumb_over(574, 826, 195), d.arm("l", (394, 842), bend="out"), d.thumb_over(424, 824, -25))
    return p


def passed_round_2():
    p = Picture("passed-round-2", SUN, "soft")
    p.add(disc(690, 470, 320, shade(SUN, 1.5)))
    for y, x, c, sk, r in ((250, 190, TEAL, 0, 8), (500, 250, PLUM, 3, 4), (750, 190, DENIM, 1, -8)):
        p.add(path("M-20 %s L%s" % (n(y + 40), pts(x - 50, y + 30)), None, c, 84, stroke_linecap="butt"), line(x - 54, y - 10, x - 50, y + 72, shade(c, .84), 22))
        p.add(circle(x - 14, y + 30, 42, SKIN[sk]), phone(x + 40, y, .86, r, private(0, -4)), path("M%s l44 -10 M%s l40 -4" % (pts(x - 12, y + 12), pts(x - 10, y + 50)), None, SKIN[sk], 24))
    p.add(path("M310 262 Q392 300 372 382", None, INK, 12), arrow(373, 372, 366, 394), path("M372 560 Q384 640 310 700", None, INK, 12), arrow(318, 694, 302, 706))
    d = dami(716, 452, 1.26, look=-.55, tilt=-4, mood="soft", len=480)
    p.add(d.back(), d.body(), d.head(), d.arm("r", (860, 800), bend="out"), phone(752, 740, 1.2, 6, rect(-50, -96, 100, 184, 14, TEAL) + hand_sign(0, 0, 40, WHITE)))
    p.add(d.thumb_over(842, 778, 200), d.arm("l", (506, 574), hand="open", turn=-104, bend="down"))
    return p


def passed_round_3():
    p = Picture("passed-round-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(SKY, 1.3)), window(500, 240, 250, 230, SKY, WHITE, path("M394 300 Q500 230 606 300 V336 H394Z", LEAF)))
    # a height chart and a shelf with plasters
    p.add(rect(96, 150, 60, 500, 18, CREAM), path(" ".join("M110 %s h%s" % (n(y), "32" if i % 2 == 0 else "18") for i, y in enumerate(range(190, 640, 44))), None, CORAL, 8))
    p.add(rect(770, 300, 200, 22, 10, WOOD), rect(796, 232, 66, 68, 12, CORAL), heart(829, 266, 20, WHITE), plant(906, 300, .5, TEAL))
    d = dami(300, 506, 1.12, look=.6, tilt=5, mood="talk", len=380)
    w = lewis(700, 480, 1.16, look=-.6, tilt=-6, mood="soft", len=380)
    for q in (d, w):
        p.add(q.back(), q.body(), q.head())
    p.add(table(800, WOOD, -20, 1020))
    p.add(group(rect(-100, -17, 200, 34, 17, INK) + rect(-92, -20, 184, 16, 8, shade(INK, 1.25)) + circle(64, -14, 8, SKY), 486, 826, 1.1))
    p.add(d.arm("l", (238, 798), hand="flat"), d.arm("r", (440, 690), hand="open", turn=-40, bend="in"))
    p.add(w.arm("r", (800, 798), hand="flat"), w.arm("l", (622, 798), hand="flat"))
    return p


def passed_round_4():
    p = Picture("passed-round-4", LEAF, "soft")
    p.add(sun(500, 170, 70, SUN, 12), rect(120, 260, 330, 300, 10, PEACH), rect(560, 230, 330, 330, 10, CREAM), "".join(rect(x, y, 56, 66, 8, SKY) for y in (300, 410) for x in (160, 256, 352)), "".join(rect(x, y, 56, 66, 8, SKY) for y in (272, 382) for x in (600, 696, 792)))
    p.add(ground(552, MOSS), path("M400 552 H600 L840 1000 H160Z", shade(PEACH, 1.32)))
    # the open gate
    for x, f in ((150, 1), (850, -1)):
        p.add(rect(x - 28, 420, 56, 330, 12, shade(CORAL, .85)), rect(x - 38, 404, 76, 34, 12, CREAM))
        p.add(path("M%s L%s M%s L%s" % (pts(x + f * 30, 500), pts(x + f * 130, 540), pts(x + f * 30, 690), pts(x + f * 130, 650)), None, DENIM, 13))
        p.add(path(" ".join("M%s V%s" % (pts(x + f * (42 + i * 28), 500 + i * 12), n(692 - i * 12)) for i in range(4)), None, DENIM, 12))
    e = ellie(316, 452, .94, look=.55, tilt=5, mood="soft")
    d = dami(680, 440, .96, look=-.55, tilt=-5, mood="smile")
    p.add(e.walking(896, 1, 62), d.walking(896, -1, 62))
    p.add(e.back(), e.body(), e.head(), e.arm("l", (236, 660)), d.back(), d.body(), d.head(), d.arm("r", (776, 660)))
    p.add(path("M%s L%s M%s L%s" % (pts(*e.at(-56, 30)), pts(*e.at(-50, 150)), pts(*e.at(56, 30)), pts(*e.at(50, 150))), None, TEAL, 20))
    p.add(e.arm("r", (398, 664), bend="out"), d.arm("l", (548, 600), hand="open", turn=-150, bend="down"))
    return p


SCENES = [just_a_joke_1, just_a_joke_2, just_a_joke_3, passed_round_1, passed_round_2, passed_round_3, passed_round_4]
