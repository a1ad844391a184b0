"""When a child tells you at work, and act on your worry."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

nadia = _who(skin=2, hair="lowbun", hc=BLACK, top=PLUM, wear="lanyard", trim=SUN, build="adult", legs=INK, shoe=WHITE, earring=SUN)
tom = _who(skin=0, hair="sweep", hc=AUBURN, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=TEAL, freckles=True)
esi = _who(skin=4, hair="puffs", hc="#1B100B", top=AMBER, wear="tee", build="child", legs=INK, aid=TEAL)
cole = _who(skin=0, hair="fringe_bald", hc=GREY, beard=GREY, top=DENIM, wear="lanyard", trim=CORAL, build="broad", glasses=True, age=1)
lena = _who(skin=1, hair="bob", hc=BLACK, top=TEAL, wear="apron", trim=SUN, build="adult", legs=INK, shoe=WHITE)


def put(p, *people):
    for q in people:
        p.add(q.back(), q.body(), q.head())


def pot(x, y, c, s=1):
    """A paint pot with a brush, standing on y."""
    return group(line(12, -70, 34, -132, WOOD, 10) + line(30, -122, 38, -146, c, 16) + rect(-34, -76, 68, 76, 12, WHITE) + rect(-34, -50, 68, 30, 0, c), x, y, s)


def notebook(x, y, s=1, rot=0, c=CORAL):
    """An open notebook seen from above."""
    b = rect(-166, -112, 332, 228, 16, c) + path("M-152 -100 H-6 V102 H-152Z M6 -100 H152 V102 H6Z", WHITE, WHITE, 10)
    b += line(0, -100, 0, 102, shade(CREAM, .86), 7) + lines(-78, -16, 110, 4, DENIM, 44, 9)
    return group(b, x, y, s, rot)


def when_a_child_tells_you_at_work_1():
    p = Picture("when-a-child-tells-you-at-work-1", PEACH)
    p.add(disc(500, 430, 380, shade(PEACH, 1.42)), ground(800, shade(PEACH, .9)))
    # the wall of an art club: pictures that children have painted
    p.add(card(340, 150, 150, 120, circle(30, -18, 22, SUN) + path("M-60 44 Q0 -6 60 44Z", MOSS), WHITE, -4),
          card(510, 128, 130, 130, heart(0, 2, 38, CORAL), WHITE, 3), card(676, 160, 150, 120, waves(0, 4, 104, 2, DENIM, 34, 12), WHITE, -3))
    p.add(rect(386, 600, 232, 28, 14, shade(WOOD, 1.15)), path("M416 626 V830 M588 626 V830", None, WOOD, 22), pot(440, 600, TEAL), pot(504, 600, AMBER), pot(568, 600, CORAL))
    t = tom(214, 478, 1.08, look=.65, tilt=4, mood="talk")
    a = nadia(776, 462, 1, look=-.65, tilt=-6, mood="soft")
    p.add(rect(140, 704, 150, 30, 14, TEAL), path("M160 732 V866 M264 732 V866", None, shade(TEAL, .8), 18))
    p.add(ellipse(788, 764, 104, 30, CORAL), path("M716 774 L700 892 M864 774 L880 892", None, shade(CORAL, .8), 20))
    p.add(t.back(), t.seated(878, 1, 104), t.body(), t.head(), t.arm("l", (246, 722), hand="flat"), t.arm("r", (352, 586), hand="open", turn=-40, bend="down"))
    p.add(a.back(), a.seated(896, -1, 128), a.body(), a.head(), a.arm("r", (716, 742), hand="flat"), a.arm("l", (658, 736), hand="flat"))
    return p


def when_a_child_tells_you_at_work_2():
    p = Picture("when-a-child-tells-you-at-work-2", MINT, "soft")
    cols = (CORAL, AMBER, TEAL, PLUM, DENIM, ROSE, MOSS)
    for r, y in enumerate((212, 404)):
        p.add("".join(rect(60 + i * 44, y - 92 - (i * 37 + r * 11) % 42, 34, 92 + (i * 37 + r * 11) % 42, 5, cols[(i * 3 + r) % 7]) for i in range(20) if (i + r * 5) % 9 not in (3, 4)))
        p.add(rect(-20, y, 1040, 22, 0, WOOD))
    p.add(plant(248 + 10, 212, .62, CORAL))
    e = esi(296, 536, 1.22, look=.6, tilt=4, mood="soft", len=400)
    c = cole(716, 498, 1.14, look=-.65, tilt=-6, mood="soft", len=400)
    put(p, c, e)
    p.add(table(812, WOOD, -20, 1020))
    p.add(group(rect(-96, -24, 192, 48, 8, WHITE) + path("M-70 8 q30 -30 60 0", None, CORAL, 10) + circle(40, -2, 14, SUN), 500, 816), c.arm("l", (604, 800), hand="flat"), c.arm("r", (812, 802), hand="flat"))
    p.add(e.arm("l", (232, 702), hand="open", turn=-62, bend="out"), e.arm("r", (430, 622), hand="open", turn=-104, bend="down"))
    p.add(path("M482 520 q26 22 26 58 M516 492 q38 34 38 84", None, TEAL, 11))
    return p


def when_a_child_tells_you_at_work_3():
    p = Picture("when-a-child-tells-you-at-work-3", AMBER, "soft")
    p.add(path("M0 250 H1000 M0 500 H1000 M0 750 H1000", None, shade(AMBER, .93), 10))
    p.add(notebook(420, 560, 1.62, -5))
    p.add(circle(250, 214, 130, DEEP), circle(250, 214, 108, WHITE), path("M250 214 V136 M250 214 L304 244", None, INK, 15), spots([polar(250, 214, 88, a) for a in range(0, 360, 90)], 7, CORAL), circle(250, 214, 13, CORAL))
    p.add(path("M640 232 h66", None, shade(CORAL, .85), 26), circle(566, 214, 98, CORAL), circle(566, 214, 76, CREAM), circle(566, 214, 64, "#B9743C"))
    p.add(phone(832, 306, 1.15, 14, rect(-36, -66, 72, 50, 18, MINT) + path("M-34 14 H30 M-34 44 H8", None, TEAL, 11)))
    # the hand that writes, from the lower right
    p.add(path("M1030 960 C930 880 850 810 740 730", None, PLUM, 150, stroke_linecap="butt"), line(800, 688, 714, 800, shade(PLUM, .8), 30))
    p.add(path("M736 730 L642 668", None, SKIN[2], 116), group(rect(-17, -190, 34, 190, 8, TEAL) + path("M-17 0 L0 52 L17 0Z", "#F3D9A4") + path("M-6 32 L0 52 L6 32Z", INK, INK, 4), 566, 648, 1, 40))
    p.add(path("M640 640 L592 612 M646 690 L586 660 M668 726 L616 706", None, SKIN[2], 46), path("M692 640 Q650 586 612 610", None, SKIN[2], 44))
    return p


def act_on_your_worry_1():
    p = Picture("act-on-your-worry-1", SKY)
    p.add(sun(420, 150, 62, SUN, 12), house(190, 520, 150, 130, CREAM, TEAL, CORAL, two=False), tree(346, 560, .62), ground(540, LEAF))
    p.add(path("M0 690 Q300 600 660 700 V1000 H0Z", shade(PEACH, 1.3)))
    p.add(rect(594, 60, 440, 960, 20, MINT), rect(594, 60, 440, 70, 0, CORAL), doorway(770, 960, 300, 740, TEAL, shade(SUN, 1.3)))
    p.add(bunting(610, 160, 990, 150, 16, 6, size=30))
    g = Person(300, 420, .68, skin=0, hair="crop", hc=GREY, beard=GREY, top=MOSS, wear="cardigan", trim=CREAM, build="elder", age=1, look=-.3, tilt=3, mood="smile", legs=INK, shoe=AUBURN)
    s = Person(448, 536, .66, skin=0, hair="curls", hc=AUBURN, top=AMBER, wear="tee", build="child", look=.35, down=.6, tilt=4, mood="neutral", legs=DENIM, shoe=WHITE)
    p.add(g.walking(776, -1, 56), s.walking(790, -1, 34), g.back(), g.body(), g.head(), s.back(), s.body(), s.head())
    p.add(g.arm("l", (222, 586)), s.arm("l", (376, 634)), g.arm("r", (374, 626)), backpack(520, 648, .5, CORAL), s.arm("r", (500, 630)))
    a = lena(758, 462, 1.16, look=-.6, tilt=-5, mood="think", len=520)
    p.add(a.back(), a.body(), a.head())
    p.add(a.arm("r", (786, 726), bend="out"), group(rect(-84, -104, 168, 208, 16, CORAL) + rect(-84, -104, 36, 208, 14, shade(CORAL, .82)), 742, 676, 1, -6), a.arm("l", (700, 712), hand="flat", bend="out", turn=-24), a.fingers(816, 676, 190, 1, 3))
    return p


def act_on_your_worry_2():
    p = Picture("act-on-your-worry-2", LEAF, "soft")
    p.add(rect(110, 88, 780, 430, 30, WOOD), rect(132, 110, 736, 386, 18, CREAM))
    p.add(path("M240 200 C300 330 360 360 440 336 C530 306 520 190 600 186 C680 182 720 260 770 350", None, shade(MOSS, 1.1), 22, stroke_dasharray="1 40"))
    for x, y, c in ((228, 202, SUN), (418, 346, PEACH), (604, 196, MINT), (786, 356, SKY)):
        p.add(circle(x, y, 78, c))
    b = Person(0, 30, .36, skin=4, hair="buzz", hc=BLACK, top=TEAL, wear="tee", build="adult", mood="smile", len=110)
    p.add(bubble(228, 192, 104, 72, (204, 256), WHITE), dots(228, 192, 8, CORAL), group(b.back() + b.body() + b.head(), 418, 350, .9), phone(604, 196, .5, 8, heart(0, -6, 28, CORAL)), group(roof_sign(0, 0, 40, DENIM), 786, 360))
    a = Person(222, 724, .96, skin=2, hair="long", hc=BLACK, top=CORAL, wear="lanyard", trim=CREAM, build="adult", look=.6, down=-.5, tilt=5, mood="talk", len=420)
    q = Person(716, 742, .96, skin=0, hair="curls", hc=AUBURN, top=DENIM, wear="shirt", build="adult", look=-.5, down=-.5, tilt=-6, mood="soft", glasses=True, len=420)
    put(p, a, q)
    p.add(a.arm("l", (140, 960)), a.arm("r", (398, 500), hand="point", turn=-84, bend="down", reach=1.06))
    p.add(q.arm("r", (812, 960)), q.arm("l", (590, 856), hand=None), mug(568, 846, .95, AMBER, True), q.fingers(602, 856, 200, 1, 3))
    return p


def act_on_your_worry_3():
    p = Picture("act-on-your-worry-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 790, 0, shade(SUN, 1.35)), ground(780, shade(PEACH, 1.05)), rect(0, 764, 1000, 24, 0, WHITE))
    # pegs with small coats and bags
    p.add(rect(60, 236, 480, 34, 16, WOOD))
    for x, c in ((118, CORAL), (368, PLUM)):
        p.add(path("M%s l-46 34 l-34 120 l30 10 l14 -40 V462 h112 V372 l14 40 l30 -10 l-34 -120 l-46 -34Z" % pts(x + 18, 270), c, c, 10), line(x, 300, x, 456, shade(c, .8), 6), circle(x, 258, 13, CREAM))
    for x, c in ((264, TEAL), (510, MOSS)):
        p.add(backpack(x, 372, .86, c), circle(x, 268, 13, CREAM))
    p.add(rect(76, 600, 400, 30, 14, WOOD), path("M116 630 V880 M436 630 V880", None, shade(WOOD, .82), 24))
    p.add(group(path("M-150 0 L-120 -58 H-4 L0 -48 L4 -58 H120 L150 0Z", WHITE, CORAL, 10) + path("M0 -50 V-4 M-108 -38 H-30 M-118 -16 H-30 M34 -38 H104", None, DENIM, 8), 250, 594), pencil(428, 578, .7, 70), plant(120, 600, .6, CORAL))
    a = lena(692, 396, 1.06, look=-.5, tilt=-4, mood="talk")
    p.add(a.standing(930), a.back(), a.body(), a.head())
    hx, hy = a.head_at(100, 26)
    p.add(a.arm("l", (458, 598), hand="flat", turn=170, bend="down"), a.arm("r", (hx + 16, hy + 30), hand=None, bend="out"), phone(hx + 12, hy + 8, .46, 12), a.fingers(hx + 36, hy + 16, 190, 1, 3))
    return p


SCENES = [when_a_child_tells_you_at_work_1, when_a_child_tells_you_at_work_2, when_a_child_tells_you_at_work_3,
          act_on_your_worry_1, act_on_your_worry_2, act_on_your_worry_3]
