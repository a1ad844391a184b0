"""at-a-party and if-it-was-me: friends who look out for each other, and putting things right."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

# at-a-party
luca = _who(skin=1, hair="curls", hc=BROWN, top=MOSS, wear="hoodie", build="teen", legs=DENIM, shoe=WHITE)
safiya = _who(skin=2, cover=("hijab", SUN), top=PLUM, wear="jacket", trim=CREAM, build="teen", legs=INK, shoe=WHITE)
tom = _who(skin=0, hair="sweep", hc=AUBURN, top=CORAL, wear="stripes", trim=CREAM, build="teen", legs=INK, shoe=WHITE, glasses=True)
older = _who(skin=0, hair="quiff", hc=BLACK, top=DENIM, wear="jacket", trim=WHITE, build="adult", legs=INK, shoe=WHITE)
older2 = _who(skin=3, hair="bun", hc=BLACK, top=AMBER, wear="tee", build="adult", legs=PLUM, shoe=WHITE)
# if-it-was-me
abi = _who(skin=0, hair="bob", hc=BROWN, top=ROSE, wear="knit", trim=CREAM, build="teen", legs=DENIM, shoe=WHITE, glasses=CORAL)
sunil = _who(skin=2, hair="quiff", hc=BLACK, top=TEAL, wear="tee", build="teen", legs=INK, shoe=WHITE)
delroy = _who(skin=4, hair="buzz", hc=GREY, beard=GREY, top=MOSS, wear="lanyard", trim=AMBER, build="broad", legs=INK, shoe=AUBURN, age=1)
gardener = _who(skin=0, hair="wavy", hc=AUBURN, top=SUN, wear="dungarees", trim=DENIM, build="teen", legs=DENIM, shoe=CORAL, freckles=True)


def cup(x, y, s=1, c=CORAL):
    return group(path("M-30 -40 H30 L22 44 H-22Z", c, c, 8) + rect(-37, -50, 74, 18, 9, shade(c, 1.3)), x, y, s)


def park(p):
    p.add(sun(300, 150, 66, CREAM, 12), hill(180, 620, 800, 190, LEAF), hill(840, 620, 700, 150, shade(LEAF, .93)), tree(110, 600, .9), tree(900, 600, 1, shade(MOSS, .92), WOOD, False), ground(590, shade(MOSS, 1.2)))


def at_a_party_1():
    p = Picture("at-a-party-1", SKY)
    park(p)
    p.add(path("M-20 760 Q400 660 1020 790 V900 Q500 760 -20 900Z", shade(PEACH, 1.35)))
    # the friends on their bench, some way off
    p.add(bench_back(40, 262, 560, .6, WOOD))
    for q in (safiya(112, 456, .42, look=.6, mood="worried"), tom(208, 458, .42, look=.6, mood="unsure")):
        p.add(q.back(), q.body(), q.seated(650), q.head(), q.arm("l", q.at(-30, 240)), q.arm("r", q.at(34, 240)))
    o2 = older2(812, 436, .92, look=-.6, tilt=-4, mood="grin")
    o = older(628, 420, 1, look=-.5, tilt=-5, mood="grin")
    lu = luca(376, 500, .96, look=-.7, tilt=-6, mood="unsure")
    p.add(o2.walking(880, 1, 60), o2.back(), o2.body(), o2.head(), o2.arm("l", (770, 660)), o2.arm("r", (902, 560), hand="open", turn=-64, bend="down"))
    p.add(o.walking(900, 1, 74), o.back(), o.body(), o.head(), o.arm("r", (716, 620), bend="out"), cup(722, 594, .8, CORAL))
    p.add(lu.walking(912, 1, 66), lu.back(), lu.body(), lu.head(), lu.arm("l", (296, 706), bend="out"), cup(290, 690, .8, AMBER))
    p.add(lu.arm("r", (500, 690), bend="down"), o.arm("l", (492, 676), hand="flat", bend="out", turn=160))
    return p


def at_a_party_2():
    p = Picture("at-a-party-2", PEACH, "soft")
    p.add(rect(0, 0, 1000, 560, 0, SKY), bush(120, 560, 1.4, MOSS), bush(860, 560, 1.5, shade(MOSS, .9)), rect(-10, 440, 1020, 130, 0, CREAM), "".join(rect(x, 420, 16, 150, 6, shade(CREAM, .9)) for x in range(20, 1000, 88)), ground(556, shade(MOSS, 1.2)))
    p.add(lights(30, 90, 500, 90, 40, 5), lights(500, 90, 970, 90, 40, 5))
    # friends who talk and dance further back
    for x, kw in ((782, dict(skin=4, hair="puffs", hc=BLACK, top=AMBER, look=.6, mood="grin", legs=INK)), (900, dict(skin=0, hair="quiff", hc=BLOND, top=DENIM, look=-.6, mood="laugh", legs=WOOD))):
        q = Person(x, 320, .5, build="teen", shoe=WHITE, **kw)
        p.add(q.standing(610), q.back(), q.body(), q.head(), q.arm("l", q.at(-110, 240)), q.arm("r", q.at(96, 250)))
    # the one who sleeps
    p.add(armchair(340, 690, 1.16, TEAL))
    a = Person(350, 436, 1.02, skin=1, hair="long", hc=BROWN, top=CORAL, wear="tee", build="teen", look=.2, tilt=16, mood="neutral", legs=INK, shoe=WHITE, len=330)
    p.add(a.back(), a.body(), a.head(), asleep(a), a.seated(930), armchair_arms(340, 690, 1.16, TEAL))
    b = Person(664, 520, 1.02, skin=3, hair="crop", hc=BLACK, top=PLUM, wear="hoodie", build="teen", look=-.6, down=.6, tilt=-8, mood="soft", legs=INK, shoe=WHITE)
    p.add(rect(590, 760, 210, 180, 44, CORAL), rect(590, 760, 210, 44, 22, shade(CORAL, 1.25)), b.seated(930, -1, 120), b.back(), b.body(), b.head(), b.arm("r", (734, 780), hand="flat"))
    p.add(path("M226 606 C300 560 420 560 500 600 C540 650 556 740 570 822 Q544 850 516 826 T446 838 T372 838 T300 838 T228 838 T160 816 C180 740 190 650 226 606Z", SUN, SUN, 16), path("M226 640 C300 606 410 606 498 636 M192 760 C300 726 430 726 540 756", None, AMBER, 16))
    p.add(b.arm("l", (502, 626), hand="flat", bend="down", turn=180))
    return p


def asleep(q):
    """Closed eyes over the face of q, in place of open ones."""
    x, y = q.head_at(5, 4)
    return group(rect(-52, -16, 104, 32, 16, q.skin) + path("M-44 -4 q11 13 24 0 M20 -4 q11 13 24 0", None, INK, 7), x, y, q.s, q.tilt)


def at_a_party_3():
    p = Picture("at-a-party-3", SKY, "soft")
    park(p)
    p.add(ground(760, shade(PEACH, 1.3)), bench_back(60, 640, 720, 1, WOOD))
    lu = luca(218, 462, .98, look=.5, down=.5, tilt=9, mood="neutral")
    sa = safiya(478, 452, .98, look=-.6, tilt=-5, mood="soft")
    to = tom(770, 500, .92, look=-.5, tilt=-4, mood="talk")
    for q in (lu, sa):
        p.add(q.back(), q.body(), q.seated(920), q.head())
    p.add(lu.arm("l", (178, 690), bend="out"), cup(186, 650, 1.1, SKY), lu.fingers(160, 664, 0, 1, 3), lu.arm("r", (330, 716), hand="flat", bend="out"))
    p.add(sa.arm("r", (540, 724), hand="flat"), sa.arm("l", (352, 706), hand="flat", bend="out", turn=176))
    ch = Wheelchair(to, -1, 922, TEAL)
    p.add(ch.back(), to.back(), to.seated(894, -1), to.body(), ch.front(), to.head(), to.arm("l", (700, 716), hand="flat"))
    hx, hy = to.head_at(100, 30)
    p.add(to.arm("r", (hx + 14, hy + 26), hand=None, bend="out"), phone(hx + 10, hy + 4, .42, 12), to.fingers(hx + 30, hy + 12, 190, 1, 3))
    p.add(bubble(700, 186, 170, 130, (752, 330)), group(car(0, 0, .36, CORAL), 700, 216))
    return p


def at_a_party_4():
    p = Picture("at-a-party-4", PEACH, "soft")
    p.add(rect(0, 0, 1000, 640, 0, shade(SUN, 1.3)), sun(500, 250, 90, AMBER, 14))
    p.add(house(150, 560, 200, 150, CREAM, CORAL, TEAL, two=False), house(350, 560, 170, 110, PEACH, PLUM, AMBER, two=False), house(650, 560, 170, 120, SKY, TEAL, CORAL, two=False), house(860, 560, 200, 160, CREAM, MOSS, PLUM, two=False), bush(500, 570, 1, MOSS))
    # the rail of a balcony
    p.add(rect(0, 560, 1000, 460, 0, shade(WOOD, 1.42)), "".join(rect(x, 430, 14, 360, 6, DENIM) for x in range(40, 1000, 74)), rect(-10, 412, 1020, 30, 14, DENIM), rect(-10, 784, 1020, 20, 10, DENIM), ground(800, shade(WOOD, 1.3)))
    p.add(plant(96, 850, .9, TEAL), plant(912, 850, .9, CORAL))
    lu = luca(330, 470, 1.02, look=.6, down=.3, tilt=5, mood="talk", legs=INK)
    sa = safiya(680, 462, 1.02, look=-.6, tilt=-5, mood="soft")
    for x, c in ((330, PLUM), (680, TEAL)):
        p.add(rect(x - 130, 700, 260, 200, 40, c), rect(x - 130, 700, 260, 40, 20, shade(c, 1.2)))
    for q in (lu, sa):
        p.add(q.back(), q.body(), q.seated(930), q.head())
    p.add(lu.arm("l", (290, 680), bend="out"), mug(312, 652, .9, CORAL), lu.fingers(284, 656, 0, 1, 3), lu.arm("r", (470, 640), hand="open", turn=-40, bend="down"))
    p.add(sa.arm("r", (716, 680), bend="out"), mug(700, 652, .9, TEAL, True), sa.fingers(728, 656, 180, 1, 3), sa.arm("l", (612, 724), hand="flat"))
    return p


def if_it_was_me_1():
    p = Picture("if-it-was-me-1", LILAC)
    p.add(disc(420, 440, 340, shade(LILAC, 1.5)))
    p.add(bunting(60, 300, 470, 90, 20, 5), rect(104, 540, 56, 460, 24, WOOD), rect(128, 672, 210, 130, 50, WHITE), rect(40, 780, 980, 300, 50, shade(PLUM, 1.25)), path("M40 850 H1000", None, shade(PLUM, 1.5), 26))
    a = abi(430, 512, 1.12, look=.4, down=.4, tilt=7, mood="think")
    p.add(a.back(), a.body(), a.seated(1080), "".join(ellipse(430 + f * 62, a.hip()[1] + 46, 62, 54, shade(DENIM, 1.06)) for f in (-1, 1)), a.head())
    p.add(group(rect(-136, -104, 272, 208, 60, SUN) + path("M-92 -66 Q0 -38 92 -66", None, AMBER, 9), 434, 744, 1, -4))
    p.add(a.arm("r", (520, 730), hand="flat", turn=180, bend="out"), a.arm("l", (350, 762), hand="flat", turn=0, bend="out"))
    p.add(thought(724, 300, 168, (560, 440)))
    q = sunil(722, 262, .56, look=-.4, mood="unsure", tilt=5, len=180)
    p.add(q.back(), q.body(), q.head(), q.arm("l", (640, 276), hand="open", turn=-96, bend="down"), q.arm("r", (770, 356)))
    return p


def if_it_was_me_2():
    p = Picture("if-it-was-me-2", SKY, "soft")
    p.add(sun(770, 200, 84, SUN, 14), cloud(200, 180, 1, WHITE), hill(180, 560, 760, 150, shade(LEAF, .9)), hill(820, 560, 760, 200, LEAF), ground(540, MOSS, 10))
    p.add(path("M560 1000 C560 860 640 760 720 640 C760 590 800 560 830 545 H900 C890 600 850 660 800 740 C760 820 760 900 780 1000Z", shade(SUN, 1.35)))
    p.add(path("M430 1000 C450 860 480 780 452 700 C434 640 470 590 526 556 H462 C390 590 344 650 362 730 C376 800 330 900 300 1000Z", shade(PEACH, 1.2)), path("M240 1000 H780 L740 880 Q500 800 270 880Z", shade(PEACH, 1.3)))
    p.add(tree(906, 620, .8), tree(90, 640, .8, shade(MOSS, .85), WOOD, False), "".join(circle(x, y, 13, c) + circle(x, y, 5, SUN) for x, y, c in ((650, 640, CORAL), (620, 690, WHITE), (860, 720, CORAL), (890, 780, WHITE), (590, 740, ROSE))))
    # the signpost: round again, or a kinder way
    p.add(rect(596, 330, 28, 520, 12, WOOD), group(path("M-40 -46 H150 L190 0 L150 46 H-40Z", CREAM, CREAM, 12) + heart(56, 0, 30, CORAL), 616, 400), group(path("M40 -46 H-150 L-190 0 L-150 46 H40Z", "#D8D2C6", "#D8D2C6", 12) + path("M-24 0 A34 34 0 1 1 -40 -28", None, INK, 10) + path("M-62 -34 L-38 -30 L-44 -6", None, INK, 10), 604, 510))
    a = abi(290, 430, 1.0, look=.7, down=-.5, tilt=4, mood="soft")
    p.add(a.standing(918), a.back(), a.body(), a.head(), a.arm("l", (206, 690)), a.arm("r", (412, 640), hand="open", turn=-30, bend="down"))
    return p


def if_it_was_me_3():
    p = Picture("if-it-was-me-3", SUN, "soft")
    p.add(disc(500, 400, 330, shade(SUN, 1.5)), rect(790, 190, 150, 22, 10, WOOD), football(830, 152, 38), plant(906, 190, .46, CORAL), rect(70, 180, 140, 190, 12, CREAM), star(140, 250, 34, AMBER), lines(140, 320, 84, 2, TEAL, 26, 10))
    a = abi(276, 484, 1.08, look=.6, down=.6, tilt=5, mood="soft", len=380)
    d = delroy(730, 446, 1.1, look=-.6, down=.3, tilt=-6, mood="grin", len=400)
    for q in (a, d):
        p.add(q.back(), q.body(), q.head())
    p.add(table(770, WOOD, -20, 1020))
    p.add(group(path("M-230 -70 H230 L270 74 H-270Z", WHITE, WHITE, 14), 480, 856))
    for i, b in enumerate((hand_sign(0, 0, 42, CORAL), bubble(0, -6, 84, 62, (-22, 44), TEAL) + dots(0, -6, 7, WHITE), heart(0, 0, 36, ROSE), question(0, -6, 34, DENIM))):
        p.add(group(b, 302 + i * 118, 866))
    p.add(a.arm("l", (196, 776), hand="flat"), group(pencil(0, 0, 1.05, 30), 424, 752), a.arm("r", (424, 760), hand="thumb", bend="out"))
    p.add(d.arm("r", (860, 776), hand="flat"), d.arm("l", (620, 762), hand="flat", turn=60, bend="out"))
    return p


def if_it_was_me_4():
    p = Picture("if-it-was-me-4", SKY, "soft")
    p.add(sun(720, 170, 70, SUN, 12), cloud(250, 170, .8, WHITE), rect(600, 300, 340, 260, 10, CREAM), path("M570 310 L770 190 L970 310", None, CORAL, 50), rect(650, 360, 90, 90, 8, SKY), rect(800, 350, 90, 210, 10, TEAL), hill(200, 560, 800, 130, LEAF), ground(548, shade(MOSS, 1.2)), path("M40 1000 C120 820 240 740 480 700 H640 C480 780 420 880 420 1000Z", shade(PEACH, 1.35)))
    # the bed that they plant
    p.add(rect(540, 742, 420, 150, 20, WOOD), rect(556, 730, 388, 44, 18, "#6B4428"))
    q1 = Person(650, 500, .72, skin=2, hair="crop", hc=BLACK, top=DENIM, wear="band", build="teen", look=-.6, tilt=-6, mood="grin", len=330)
    q2 = gardener(844, 516, .72, look=-.3, down=.8, tilt=-4, mood="smile", len=330)
    for q in (q1, q2):
        p.add(q.back(), q.body(), q.head())
    p.add(rect(540, 742, 420, 150, 20, WOOD), rect(556, 728, 388, 46, 18, "#6B4428"), path("M560 820 H940", None, shade(WOOD, .85), 8))
    for x, c in ((596, CORAL), (752, AMBER), (936, ROSE)):
        p.add(path("M%s V%s M%s q-22 -6 -26 -26 M%s q22 -6 26 -26" % (pts(x, 740), n(660), pts(x, 722), pts(x, 716)), None, MOSS, 10), circle(x, 648, 28, c), circle(x, 648, 11, CREAM))
    p.add(q1.arm("r", (704, 724), bend="out"), q1.arm("l", (556, 486), hand="open", turn=-106), q2.arm("l", (792, 722), bend="out"), q2.arm("r", (884, 722), bend="out"))
    d = delroy(178, 410, .94, look=.55, tilt=4, mood="grin")
    a = abi(424, 476, .92, look=.6, tilt=-3, mood="smile")
    for q in (d, a):
        p.add(q.walking(912, 1, 66), q.back(), q.body(), q.head())
    p.add(d.arm("l", (96, 670)), d.arm("r", (262, 676), bend="out"), a.arm("l", (346, 700)), a.arm("r", (496, 694), bend="out"))
    return p


SCENES = [at_a_party_1, at_a_party_2, at_a_party_3, at_a_party_4, if_it_was_me_1, if_it_was_me_2, if_it_was_me_3, if_it_was_me_4]
