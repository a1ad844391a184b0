"""Pages 2 and later: good-and-bad-secrets to safe-and-cared-for."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

ines = _who(skin=1, hair="long", hc=BROWN, top=ROSE, wear="pocket", build="child", legs=DENIM, shoe=WHITE)
paul = _who(skin=0, hair="bald", hc=GREY, beard=GREY, top=CREAM, wear="dungarees", trim=DENIM, build="broad", legs=DENIM, shoe=INK)
teo = _who(skin=1, hair="bob", hc=BLACK, top=MOSS, wear="hoodie", build="child", legs=DENIM, shoe=WHITE)
ruby = _who(skin=0, hair="longcurls", hc="#A6481F", top=SUN, wear="tee", build="child", legs=TEAL, shoe=CORAL, glasses=TEAL)
ali = _who(skin=3, hair="buzz", hc=BLACK, beard=BLACK, top=CORAL, wear="cardigan", trim=CREAM, build="adult", legs=INK, shoe=AUBURN)
ben_ = _who(skin=0, hair="curls", hc=BROWN, top=TEAL, wear="band", trim=CREAM, build="child", legs=INK, shoe=CORAL)
swing_girl = _who(skin=2, hair="ponytail", hc=BLACK, top=PLUM, wear="dots", trim=LILAC, build="child", legs=INK, shoe=CORAL)
swing_uncle = _who(skin=3, hair="locs", hc=BLACK, top=AMBER, wear="jacket", trim=WHITE, build="adult", legs=DENIM, shoe=WHITE, beard=BLACK)


def secret_box(x, y, s=1, is_open=False, rot=0):
    """The box of the story; its lock closed or open."""
    body = rect(-120, -76, 240, 156, 20, "#54447A") + rect(-130, -92, 260, 50, 18, "#43365F")
    if is_open:
        lock = path("M14 -30 v-30 a28 28 0 0 1 56 0 v4", None, INK, 15) + rect(-42, -36, 84, 66, 16, SUN) + heart(0, 0, 18, INK)
        return group(body + lock, x, y, s, rot)
    return group(body + padlock(0, -14, 48, SUN, INK), x, y, s, rot)


def secrets_2():
    p = Picture("good-and-bad-secrets-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(SKY, 1.3)), window(250, 240, 230, 230, SKY, WHITE, circle(300, 200, 28, SUN) + path("M150 320 Q250 270 350 320 V342 H150Z", LEAF)))
    p.add(group(path("M0 -60 L60 40 H-60Z", AMBER, AMBER, 12) + rect(-8, 44, 16, 60, 4, WOOD) + rect(-46, 100, 92, 16, 8, WOOD), 868, 452), rect(790, 566, 220, 24, 8, WOOD), rect(810, 590, 180, 220, 8, shade(WOOD, 1.2)), circle(900, 690, 12, SUN))
    p.add(ground(850, shade(PEACH, 1.1)), rect(60, 520, 60, 400, 24, WOOD), rect(90, 780, 690, 110, 30, CORAL), rect(90, 740, 690, 80, 36, shade(LILAC, 1.1)), rect(110, 690, 180, 84, 36, WHITE), rect(730, 640, 60, 280, 24, WOOD))
    q = ines(470, 500, 1.26, look=.15, down=.9, tilt=6, mood="unsure")
    p.add(q.back(), q.body(), q.seated(990), q.head())
    p.add(cloud(736, 250, .72, "#A3ABB0"), circle(664, 344, 13, "#A3ABB0"), circle(634, 378, 8, "#A3ABB0"))
    p.add(secret_box(470, 700, 1.0))
    p.add(q.arm("l", (352, 714), hand="flat", turn=20, bend="out"), q.arm("r", (588, 714), hand="flat", turn=160, bend="out"))
    return p


def secrets_3():
    p = Picture("good-and-bad-secrets-3", LEAF, "soft")
    p.add(sun(790, 170, 64, SUN, 12, SUN), cloud(470, 170, .6, shade(LEAF, 1.7)))
    p.add("".join(rect(x, 410, 62, 260, 20, CREAM) for x in range(20, 1000, 86)), rect(0, 470, 1000, 30, 8, shade(CREAM, .93)), rect(0, 580, 1000, 30, 8, shade(CREAM, .93)))
    p.add(ground(640, MOSS), path("M0 850 Q500 790 1000 850 V1000 H0Z", shade(PEACH, 1.25)))
    # a raised bed with young plants
    p.add("".join(leaf(x, 640, .9, r, c) for x, r, c in ((420, -24, shade(MOSS, .75)), (444, 22, shade(MOSS, .8)), (500, -20, shade(MOSS, .75)), (526, 24, shade(MOSS, .8)))),
          circle(434, 604, 22, CORAL), circle(514, 600, 22, AMBER), rect(376, 676, 210, 60, 10, WOOD), rect(376, 676, 210, 16, 8, shade(WOOD, .7)))
    q = ines(276, 540, 1.12, look=.65, down=-.1, tilt=4, mood="talk")
    m = paul(744, 492, 1.06, look=-.65, down=.5, tilt=-7, mood="smile", lean=20)
    hx, hy = m.hip()
    p.add(m.leg((hx + 40, hy - 12), (hx + 50, 900), (hx + 170, 926), toe=1, far=True, w=104), m.leg((hx - 36, hy - 12), (hx - 142, hy + 10), (hx - 142, 930), toe=-1, w=104))
    p.add(m.back(), m.body(), m.head(), m.arm("r", (856, 760), hand="flat"))
    p.add(group(path("M-60 -70 H60 L52 70 H-52Z", CORAL, CORAL, 10) + path("M-62 10 L-130 -50", None, CORAL, 22) + ellipse(-138, -58, 14, 30, shade(CORAL, .85), transform="rotate(-40 -138 -58)") + path("M-30 -74 C-20 -130 90 -110 58 30", None, shade(CORAL, .85), 14), 486, 846, .62))
    p.add(q.standing(916, 36), q.back(), q.body(), q.head())
    p.add(q.arm("r", (500, 736), hand=None, bend="down"), secret_box(412, 716, .78, True, -4), q.arm("l", (318, 744), hand="flat", turn=0, bend="out"), q.fingers(506, 730, 180, 1.2))
    p.add(m.arm("l", (612, 640), hand="open", turn=-150, bend="down"))
    p.add(bubble(286, 216, 190, 134, (280, 352)), dots(286, 216, 14, TEAL), heart(560, 330, 34, CORAL))
    return p


def friend_2():
    p = Picture("when-a-friend-has-a-worry-2", PEACH, "soft")
    p.add(sun(500, 150, 60, SUN), house(170, 620, 210, 250, CREAM, TEAL, CORAL), house(430, 620, 200, 210, SKY, PLUM, AMBER), house(690, 620, 210, 240, WHITE, CORAL, TEAL), house(930, 620, 200, 210, MINT, DENIM, CORAL))
    p.add(bush(560, 628, .55), bush(820, 628, .5), bush(300, 628, .5), ground(616, LEAF), path("M-10 720 H1010 V930 H-10Z", "#EBDDC8"), rect(0, 920, 1000, 100, 0, "#B9C0C4"), rect(0, 912, 1000, 18, 0, "#CDBFA9"))
    t = teo(640, 486, 1.12, look=-.5, down=.4, tilt=-4, mood="talk")
    r = ruby(300, 492, 1.12, look=.65, tilt=5, mood="soft")
    p.add(backpack(704, 596, 1.0, CORAL), backpack(246, 600, 1.0, PLUM))
    for q in (t, r):
        p.add(q.walking(886, 1, 64), q.back(), q.body())
    for q in (t, r):
        a, b, c = q.at(-62, 18), q.at(-44, 60), q.at(-58, 120)
        k = PLUM if q is r else CORAL
        p.add(path("M%s Q%s %s" % (pts(*a), pts(*b), pts(*c)), None, shade(k, .85), 18), path("M%s Q%s %s" % (pts(*q.at(62, 18)), pts(*q.at(44, 60)), pts(*q.at(58, 120))), None, shade(k, .85), 18), q.head())
    p.add(t.arm("r", (740, 700)), t.arm("l", (536, 640), hand="open", turn=-140, bend="down"))
    p.add(scooter(398, 900, 1.35, TEAL), r.arm("l", (214, 696)), r.arm("r", (492, 664), hand="thumb"))
    p.add(bubble(818, 290, 190, 130, (724, 372)), waves(818, 290, 116, 2, TEAL, 36, 12))
    return p


def friend_3():
    p = Picture("when-a-friend-has-a-worry-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 790, 0, shade(SUN, 1.35)))
    # shelves
    p.add(rect(560, 90, 460, 690, 12, shade(WOOD, 1.15)))
    cols = (CORAL, TEAL, AMBER, PLUM, DENIM, MOSS, ROSE)
    for row, y in enumerate((130, 300, 470)):
        p.add(rect(584, y, 420, 140, 6, shade(WOOD, .8)))
        x = 590
        for i in range(9):
            w, h = 32 + (i * 7 + row * 5) % 14, 92 + (i * 23 + row * 31) % 40
            p.add(rect(x, y + 138 - h, w, h, 5, cols[(i * 2 + row * 3) % 7]), rect(x + 4, y + 138 - h + 16, w - 8, 7, 0, CREAM))
            x += w + 6
    p.add(window(270, 210, 250, 200, SKY, WHITE, tree(230, 296, .4) + circle(330, 160, 24, SUN)))
    p.add(ground(780, shade(PEACH, 1.1)), ellipse(480, 900, 420, 66, CORAL), ellipse(480, 900, 340, 46, PEACH))
    a = ali(762, 476, 1.02, look=-.65, down=.6, tilt=-8, mood="smile", lean=24)
    p.add(rect(686, 768, 220, 44, 20, TEAL), path("M716 810 V920 M876 810 V920", None, shade(TEAL, .8), 22))
    p.add(a.back(), a.body(), a.seated(918, -1, 140), a.head())
    t = teo(176, 572, 1.0, look=.6, down=.1, tilt=4, mood="soft")
    r = ruby(432, 566, 1.0, look=.6, tilt=-3, mood="talk")
    p.add(t.standing(904, 36), r.standing(910, 36))
    for q in (t, r):
        p.add(q.back(), q.body(), q.head())
    p.add(t.arm("l", (102, 736)), r.arm("l", (346, 752)), t.arm("r", (254, 752)))
    p.add(r.arm("r", (546, 650), hand="open", turn=-50, bend="down"))
    p.add(book(850, 752, .8, 78, DENIM, star(12, 0, 22, SUN)), a.arm("r", (820, 734), hand="flat", turn=20), a.arm("l", (636, 680), hand="open", turn=-160, bend="down"))
    return p


def safe_2():
    p = Picture("safe-and-cared-for-2", LILAC, "soft")
    p.add(rect(0, 0, 1000, 820, 0, shade(LILAC, 1.4)), disc(470, 430, 320, shade(LILAC, 1.7)))
    p.add(bunting(70, 170, 600, 110, 30, 7), window(800, 260, 240, 240, SKY, WHITE, circle(850, 210, 28, SUN) + path("M690 350 Q800 300 910 350 V366 H690Z", LEAF)))
    p.add(ground(810, shade(PEACH, 1.15)), rect(620, 660, 400, 90, 36, WHITE), rect(600, 720, 420, 150, 30, TEAL), path("M640 770 q30 -24 60 0 t60 0 t60 0 t60 0 t60 0", None, MINT, 10), rect(940, 560, 60, 330, 24, WOOD))
    p.add(rect(90, 620, 190, 24, 8, WOOD), rect(110, 520, 36, 100, 6, CORAL), rect(152, 534, 30, 86, 6, DENIM), rect(188, 512, 40, 108, 6, AMBER))
    q = ben_(440, 466, 1.3, look=.1, tilt=-2, mood="firm")
    p.add(q.standing(946, 44), q.back(), q.body(), q.head())
    # the teddy under his arm
    c, d = "#C98E52", "#F0D2A6"
    teddy = (circle(-48, -96, 26, c) + circle(48, -96, 26, c) + circle(-48, -96, 13, d) + circle(48, -96, 13, d) + ellipse(0, 62, 66, 78, c) + ellipse(0, 70, 40, 48, d)
             + ellipse(-66, 124, 32, 40, c) + ellipse(66, 124, 32, 40, c) + ellipse(-70, 36, 24, 44, c) + circle(0, -52, 68, c) + ellipse(0, -30, 32, 25, d) + ellipse(0, -40, 12, 9, INK) + circle(-26, -62, 8, INK) + circle(26, -62, 8, INK) + path("M-10 -24 q10 9 20 0", None, INK, 5))
    p.add(group(teddy, 450, 716, .86, 6))
    p.add(q.arm("l", (436, 752), hand="flat", turn=10, bend="out"), q.arm("r", (672, 556), hand="open", turn=-84, bend="down"))
    return p


def safe_3():
    p = Picture("safe-and-cared-for-3", SKY, "soft")
    p.add(sun(500, 170, 74, SUN, 14), cloud(190, 210, .7, shade(SKY, 1.6)), cloud(830, 240, .6, shade(SKY, 1.6)))
    p.add(hill(180, 700, 800, 230, LEAF), hill(840, 700, 800, 180, shade(LEAF, .92)), tree(500, 690, .62), ground(690, MOSS), ellipse(290, 930, 190, 34, shade(PEACH, 1.2)), ellipse(710, 930, 200, 34, shade(PEACH, 1.2)))
    p.add(path("M90 960 L130 90 H870 L910 960", None, CORAL, 26))
    g = swing_girl(296, 510, 1.12, look=.65, down=-.3, tilt=5, mood="grin")
    u = swing_uncle(704, 434, 1.06, look=-.65, down=.4, tilt=-5, mood="smile")
    for q, a, b, seat in ((g, 190, 402, 738), (u, 572, 836, 734)):
        p.add(path("M%s V%s M%s V%s" % (pts(a, 100), n(seat), pts(b, 100), n(seat)), None, shade(INK, 1.3), 9))
        p.add(q.back(), q.body(), rect(a - 20, seat, b - a + 40, 30, 12, AMBER), q.seated(912), q.head())
    p.add(g.arm("l", (190, 560), hand="mitt", bend="down"), g.arm("r", (402, 560), hand="mitt", bend="down"))
    p.add(u.arm("l", (572, 540), hand="mitt", bend="down"), u.arm("r", (836, 540), hand="mitt", bend="down"))
    return p


SCENES = [secrets_2, secrets_3, friend_2, friend_3, safe_2, safe_3]
