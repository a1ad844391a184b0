"""agree-on-rules and what-should-i-say: a front door, a fridge, a park bench; a mirror, a dog, bedtime, a door frame."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

ada = _who(skin=3, hair="puffs", hc=BLACK, top=AMBER, wear="dots", trim=CORAL, build="child", legs=PLUM, shoe=WHITE)
grandad = _who(skin=3, hair="fringe_bald", hc=GREY, beard=GREY, top=MOSS, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, legs=INK, shoe=AUBURN)
papa = _who(skin=4, hair="buzz", hc=BLACK, top=CORAL, wear="shirt", build="adult", legs=INK, shoe=AUBURN, beard="#2B1B12")
daddy = _who(skin=0, hair="quiff", hc=AUBURN, top=DENIM, wear="pocket", build="adult", glasses=True, legs=WOOD, shoe=WHITE)
granny = _who(skin=0, hair="bun", hc=GREY, top=PLUM, wear="knit", trim=LILAC, build="elder", age=1, legs=INK, shoe=CORAL, earring=SUN)
bola = _who(skin=4, hair="afro", hc="#1B100B", top=PLUM, wear="dots", trim=SUN, build="adult", earring=SUN)
tao = _who(skin=1, hair="crop", hc=BLACK, top=TEAL, wear="jacket", trim=CREAM, build="adult", legs=INK, shoe=AUBURN)
wen = _who(skin=1, hair="ponytail", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
boy = _who(skin=0, hair="pixie", hc=BROWN, top=SKY, wear="plain", build="child", freckles=True)
step = _who(skin=2, hair="curls", hc=BLACK, beard=BLACK, top=CORAL, wear="knit", trim=PEACH, build="broad", legs=INK, shoe=CREAM)


def dog(x, y, s=1, c="#C98A4B", flip=False):
    """A small dog that walks to the right; paws on y."""
    d = shade(c, .8)
    b = path("M-92 -96 q-40 -20 -36 -62", None, c, 20)
    b += path("M-78 -60 L-86 -10 M54 -60 L60 -10", None, d, 26) + path("M-50 -60 L-44 -10 M84 -64 L96 -10", None, c, 26)
    b += path("M-70 -90 H70", None, c, 76) + circle(104, -150, 50, c) + path("M132 -140 h34", None, c, 42) + circle(186, -150, 11, INK)
    b += path("M74 -186 C46 -190 40 -130 62 -112 C84 -116 92 -160 74 -186Z", d) + circle(120, -164, 7, INK) + path("M150 -118 q16 8 28 -4", None, INK, 6) + path("M62 -110 Q84 -96 106 -98", None, CORAL, 15)
    return group(b, x, y, s, flip=flip)


def agree_on_rules_1():
    p = Picture("agree-on-rules-1", LEAF)
    p.add(rect(0, 0, 1000, 830, 0, "#F3DCC6"), "".join(path("M%d %d h70 M%d %d h70 M%d %d h70" % (60 + a, y, 300 + a, y, 540 - a, y), None, shade("#F3DCC6", .92), 16) for a, y in ((0, 150), (60, 220), (0, 290), (60, 640), (0, 710))))
    p.add(rect(0, 826, 1000, 190, 0, shade(PEACH, 1.25)), doorway(800, 830, 250, 640, TEAL, SUN), rect(650, 822, 300, 28, 12, shade(CREAM, .84)), plant(612, 838, .7, CORAL))
    d = papa(806, 400, .86, look=-.55, tilt=-4, mood="grin")
    p.add(d.standing(826), d.back(), d.body(), d.head(), d.arm("l", (750, 640)), d.arm("r", (884, 634)))
    g = grandad(262, 466, 1.08, look=.6, tilt=6, mood="grin", lean=-16)
    a = ada(622, 606, 1, look=-.6, down=-.3, tilt=-5, mood="laugh")
    p.add(g.standing(930), a.standing(936, 38), a.back(), a.body(), g.back(), g.body(), g.head(), a.head())
    p.add(g.arm("l", (180, 730)), a.arm("r", (684, 770)))
    p.add(path("M424 356 l-14 -34 M462 344 v-38 M500 356 l16 -32", None, AMBER, 12))
    p.add(g.arm("r", (440, 442), hand="open", turn=-70, bend="down"), a.arm("l", (484, 446), hand="open", turn=-108, bend="down"))
    return p


def agree_on_rules_2():
    p = Picture("agree-on-rules-2", SUN, "soft")
    p.add(rect(0, 0, 1000, 820, 0, shade(SUN, 1.35)), rect(0, 816, 1000, 200, 0, shade(SUN, .94)))
    p.add(rect(-20, 600, 330, 30, 12, WOOD), rect(-20, 626, 310, 196, 0, TEAL), rect(716, 600, 320, 30, 12, WOOD), rect(736, 626, 300, 196, 0, TEAL))
    d = daddy(166, 452, .96, look=.6, tilt=4, mood="smile")
    c = papa(842, 452, .94, look=-.6, tilt=-5, mood="grin")
    p.add(d.standing(910), d.back(), d.body(), d.head(), c.standing(910), c.back(), c.body(), c.head())
    # the fridge, with the list, a photo and magnets
    p.add(rect(286, 130, 310, 760, 44, "#EEF3F2"), path("M286 620 H596", None, shade("#EEF3F2", .86), 10), path("M566 470 V580 M566 660 V760", None, "#8C979C", 16), rect(320, 884, 60, 24, 8, INK), rect(502, 884, 60, 24, 8, INK))
    rows = "".join(group(k, -52, -86 + i * 86) + line(-8, -86 + i * 86, 74, -86 + i * 86, INK, 10)
                   for i, k in enumerate((hand_sign(0, -2, 36, CORAL), rect(-20, -34, 40, 66, 6, TEAL) + circle(9, 0, 5, SUN), heart(0, 0, 30, CORAL))))
    p.add(card(432, 350, 214, 290, rows, WHITE, -2), circle(432, 212, 18, CORAL), circle(356, 700, 20, AMBER), star(420, 716, 24, PLUM))
    g = granny(622, 546, .88, look=-.5, tilt=-5, mood="smile")
    p.add(g.standing(930), g.back(), g.body(), g.head())
    p.add(d.arm("l", (90, 690)), pencil(304, 500, .56, -130), d.arm("r", (288, 520), hand="thumb", bend="down"))
    p.add(g.arm("r", (690, 780)), g.arm("l", (504, 560), hand="point", bend="down", turn=-110))
    p.add(mug(812, 622, .7, TEAL, True), c.arm("l", (826, 636), hand="thumb"), c.arm("r", (914, 700)))
    return p


def agree_on_rules_3():
    p = Picture("agree-on-rules-3", SKY, "soft")
    p.add(cloud(180, 200, .8), hill(220, 640, 900, 180, LEAF), hill(860, 640, 760, 240, shade(LEAF, .92)), ground(560, shade(MOSS, 1.2)), tree(120, 560, .8), tree(902, 540, .7, shade(MOSS, .9)))
    # the swing
    p.add(path("M352 580 L412 120 L440 580 M600 580 L588 120 L668 580 M396 120 H604", None, WOOD, 20))
    a = ada(512, 386, .46, look=.3, mood="laugh", shoe=WHITE)
    p.add(line(462, 124, 474, 470, INK, 7), line(548, 124, 552, 470, INK, 7), rect(452, 476, 124, 18, 8, CORAL))
    p.add(a.leg((496, 470), (486, 500), (476, 550), toe=-.5, w=60), a.leg((530, 470), (536, 500), (530, 552), toe=.5, w=60), a.back(), a.body(), a.head(), a.arm("l", (470, 388)), a.arm("r", (552, 388)))
    p.add(bench_back(110, 890, 748, 1, WOOD))
    d = papa(300, 470, 1, look=.65, tilt=4, mood="talk")
    g = grandad(700, 472, 1, look=-.65, tilt=-6, mood="soft")
    for q in (d, g):
        p.add(q.back(), q.body(), q.seated(934), q.head())
    p.add(d.arm("l", (236, 740), hand="flat"), d.arm("r", (456, 640), hand="open", turn=-30, bend="down"))
    p.add(mug(606, 690, .7, CORAL, True, steam=None), g.arm("l", (620, 712), hand="thumb"), g.arm("r", (764, 742), hand="flat"))
    return p


def what_should_i_say_1():
    p = Picture("what-should-i-say-1", PEACH)
    p.add(rect(0, 0, 1000, 800, 0, shade(PEACH, 1.35)), "".join(heart(x, y, 13, PEACH) for x, y in ((120, 300), (250, 180), (430, 130), (110, 560), (470, 330), (900, 660))))
    p.add(ellipse(716, 430, 234, 316, WOOD), ellipse(716, 430, 204, 286, "#DDF0F4"))
    r = bola(722, 500, .98, look=-.6, tilt=-4, mood="smile", len=420)
    glass = path("M560 640 L740 120 M600 690 L800 110", None, "#EAF7F9", 26) + r.back() + r.body() + r.head() + r.arm("l", (606, 640), hand="open", turn=-130, bend="down") + r.arm("r", (812, 740))
    p.add('<defs><clipPath id="what-should-i-say-1-m"><ellipse cx="716" cy="430" rx="204" ry="286"/></clipPath></defs>', '<g clip-path="url(#what-should-i-say-1-m)">%s</g>' % glass)
    p.add(rect(440, 716, 600, 40, 16, shade(WOOD, 1.15)), rect(470, 752, 560, 260, 0, WOOD), path("M500 860 H1000", None, shade(WOOD, .82), 10), circle(690, 806, 15, SUN), circle(690, 910, 15, SUN))
    p.add(plant(890, 724, .62, TEAL), rect(560, 676, 44, 44, 10, CORAL), rect(568, 658, 28, 22, 6, SUN))
    b = bola(306, 482, 1.24, look=.6, tilt=4, mood="talk", len=430)
    p.add(b.back(), b.body(), b.head(), b.arm("l", (190, 830)), b.arm("r", (478, 668), hand="open", turn=-48, bend="down"))
    p.add(bubble(470, 176, 170, 140, (400, 300)), waves(470, 176, 96, 2, TEAL, 40, 12))
    return p


def what_should_i_say_2():
    p = Picture("what-should-i-say-2", LEAF, "soft")
    p.add(rect(0, 0, 1000, 560, 0, shade(SKY, 1.2)), cloud(760, 160, .8), sun(180, 190, 64), hill(180, 620, 820, 170, LEAF), hill(820, 620, 800, 230, shade(LEAF, .93)), ground(600, shade(MOSS, 1.18)))
    p.add(tree(870, 600, .9), bush(80, 640, .9), path("M-20 800 C300 740 700 740 1020 800 V940 C700 900 300 900 -20 940Z", shade(PEACH, 1.3)))
    d = tao(250, 410, 1, look=.6, down=.5, tilt=6, mood="smile")
    w = wen(546, 546, .98, look=-.6, down=-.6, tilt=-6, mood="talk")
    p.add(d.walking(882, 1, 70), d.back(), d.body(), d.head(), w.walking(904, 1, 46), w.back(), w.body(), w.head())
    p.add(d.arm("l", (182, 676)), d.arm("r", (334, 676), bend="out"))
    p.add(path("M666 690 Q720 736 780 796", None, CORAL, 9), dog(726, 906, .86), w.arm("r", (650, 686), hand="thumb"), w.arm("l", (454, 640), hand="open", turn=-150, bend="down"))
    p.add(bubble(576, 230, 170, 150, (546, 378)), question(576, 228, 44, TEAL))
    return p


def what_should_i_say_3():
    p = Picture("what-should-i-say-3", LILAC, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(LILAC, 1.35)), rect(0, 850, 1000, 160, 0, shade(PEACH, 1.1)))
    p.add(window(640, 230, 270, 260, "#FBD9B0", WHITE, circle(690, 300, 40, AMBER)), path("M470 90 H560 C560 200 540 300 490 380 H470Z M810 90 H720 C720 200 740 300 790 380 H810Z", TEAL), line(440, 90, 840, 90, WOOD, 18))
    # the bed, its head end at the left
    p.add(rect(70, 400, 50, 520, 24, WOOD), rect(90, 460, 130, 330, 24, shade(WOOD, 1.15)), rect(90, 760, 880, 110, 30, shade(WOOD, 1.12)), rect(880, 640, 50, 280, 22, WOOD))
    p.add(group(rect(-120, -100, 240, 200, 70, WHITE), 214, 610, 1, -8))
    b = boy(306, 566, 1.06, look=.6, down=-.3, tilt=-4, mood="talk", len=240)
    p.add(b.back(), b.body(), b.head())
    p.add(rect(120, 720, 800, 90, 40, WHITE))
    s = step(690, 458, 1.04, look=-.6, down=.3, tilt=-6, mood="soft")
    p.add(path("M150 850 C140 770 190 736 280 738 C420 734 520 760 620 752 H900 Q916 850 900 860 H160Z", DENIM), "".join(star(x, y, 17, SKY) for x, y in ((250, 806), (370, 826), (470, 796), (860, 806))))
    p.add(path("M196 770 Q300 736 430 756", None, SKY, 30))
    p.add(s.back(), s.body(), s.seated(936), s.head())
    p.add(b.arm("l", (256, 746), hand="flat"), b.arm("r", (438, 664), hand="open", turn=-40, bend="down"))
    p.add(group(path("M-104 -40 Q-50 -64 0 -36 Q50 -64 104 -40 V46 Q50 22 0 50 Q-50 22 -104 46Z", CREAM, CREAM, 10) + line(0, -36, 0, 48, shade(CREAM, .86), 6) + sun(-52, -4, 18, AMBER) + waves(54, 0, 64, 2, TEAL, 24, 8), 672, 724, 1, -2))
    p.add(s.arm("l", (574, 742), hand="thumb"), s.arm("r", (778, 742), hand="thumb"))
    p.add(bubble(330, 210, 170, 150, (316, 330)), question(330, 208, 44, TEAL))
    return p


def what_should_i_say_4():
    p = Picture("what-should-i-say-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 860, 0, shade(MINT, 1.3)), rect(0, 856, 1000, 160, 0, shade(WOOD, 1.4)))
    p.add(rect(330, 60, 270, 800, 0, SUN), rect(300, 40, 330, 40, 10, WOOD), rect(300, 60, 60, 800, 8, WOOD), rect(570, 60, 60, 800, 8, WOOD))
    p.add(path("M306 560 h38 M306 500 h38 M306 426 h38 M306 366 h38", None, CREAM, 11))
    teen = Person(196, 426, .94, skin=2, hair="long", hc=BROWN, top=PLUM, wear="hoodie", build="teen", look=.5, tilt=4, mood="smile", legs=DENIM, shoe=WHITE)
    son = Person(474, 548, .96, skin=2, hair="curls", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", look=.2, tilt=0, mood="grin", legs=INK, shoe=WHITE)
    mum_ = Person(706, 424, 1, skin=2, hair="lowbun", hc=BROWN, top=TEAL, wear="tee", build="adult", look=-.6, tilt=-5, mood="smile", legs=INK, shoe=AUBURN, earring=SUN)
    tot = Person(806, 662, .74, skin=2, hair="puffs", hc=BROWN, top=AMBER, wear="dungarees", trim=DENIM, build="child", look=-.5, down=-.3, tilt=-5, mood="grin", legs=DENIM, shoe=CORAL)
    p.add(teen.standing(900), teen.back(), teen.body(), teen.head(), mum_.standing(906), mum_.back(), mum_.body())
    p.add(son.standing(900, 36), son.back(), son.body(), son.head(), mum_.head(), mum_.arm("r", (826, 668), bend="out"), tot.standing(908, 34), tot.back(), tot.body(), tot.head())
    p.add(son.arm("l", (406, 706)), son.arm("r", (556, 706)), teen.arm("l", (116, 660)), teen.arm("r", (280, 650), bend="out"))
    p.add(rect(326, 288, 270, 22, 8, AMBER), mum_.arm("l", (584, 312), hand="flat", bend="down", turn=180))
    p.add(tot.arm("r", (876, 792)), tot.arm("l", (718, 612), hand="open", turn=-120, bend="down"))
    return p


SCENES = [agree_on_rules_1, agree_on_rules_2, agree_on_rules_3, what_should_i_say_1, what_should_i_say_2, what_should_i_say_3, what_should_i_say_4]
