"""Contextual safeguarding, and care for the team."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

grace = _who(skin=3, hair="longcurls", hc=BLACK, top=CORAL, wear="lanyard", trim=CREAM, build="adult", legs=INK, shoe=WHITE)
aled = _who(skin=0, hair="quiff", hc=BLOND, top=DENIM, wear="hoodie", build="teen", legs=INK, shoe=CORAL, glasses=True)
zara = _who(skin=2, cover=("hijab", TEAL), top=AMBER, wear="tee", build="teen", legs=INK, shoe=WHITE)
dom = _who(skin=4, hair="locs", hc="#1B100B", top=PLUM, wear="band", trim=CREAM, build="teen", legs=DENIM, shoe=WHITE)
daniel = _who(skin=0, hair="crop", hc=BROWN, beard=BROWN, top=DENIM, wear="knit", trim=SKY, build="adult", legs=INK, shoe=AUBURN)
ruth = _who(skin=3, hair="greywave", hc=GREY, top=PLUM, wear="cardigan", trim=CREAM, build="elder", age=1, glasses=True, legs=TEAL, shoe=INK)


def put(p, *people):
    for q in people:
        p.add(q.back(), q.body(), q.head())


def lamp(x, y, h, lit=SUN):
    """A street lamp standing on y."""
    return rect(x - 10, y - h, 20, h, 6, INK) + rect(x - 26, y - 14, 52, 16, 6, INK) + path("M%s h72 l-18 -66 h-36Z" % pts(x - 36, y - h), lit, INK, 9) + path("M%s h52" % pts(x - 26, y - h - 76), None, INK, 14)


def shelter(x, y, s=1):
    return group(rect(-150, -210, 20, 210, 6, WOOD) + rect(130, -210, 20, 210, 6, WOOD) + rect(-136, -190, 272, 130, 6, shade(SKY, 1.4)) + path("M-190 -206 L0 -290 L190 -206Z", CORAL, CORAL, 14)
                 + rect(-120, -56, 240, 22, 10, shade(WOOD, 1.1)) + rect(-96, -36, 16, 36, 4, WOOD) + rect(80, -36, 16, 36, 4, WOOD), x, y, s)


def pushpin(x, y, c, s=1):
    return line(x, y, x, y - 34 * s, INK, 7 * s) + circle(x, y - 46 * s, 20 * s, c) + circle(x - 6 * s, y - 52 * s, 5 * s, WHITE)


def contextual_safeguarding_1():
    p = Picture("contextual-safeguarding-1", SKY)
    p.add(sun(250, 160, 58, SUN, 12), hill(240, 470, 760, 130, LEAF), ground(460, MOSS), tree(120, 540, .8, shade(MOSS, .85)), tree(936, 500, .7, shade(MOSS, .85), WOOD, False))
    p.add(path("M400 520 H560 C640 640 760 760 880 1000 H120 C260 800 400 640 400 520Z", shade(PEACH, 1.3)), shelter(470, 520, .84))
    g = grace(262, 452, .82, look=.6, tilt=4, mood="soft")
    ch = Wheelchair(g, 1, 812, TEAL)
    p.add(ch.back(), g.back(), g.seated(786, 1, 124), g.body(), ch.front(), g.head())
    p.add(g.arm("l", (242, 646), hand="flat"), g.arm("r", (364, 628), hand="flat"))
    z = zara(638, 420, .8, look=-.55, tilt=3, mood="talk")
    d = dom(800, 470, .78, look=-.6, down=.2, tilt=-4, mood="soft")
    p.add(d.standing(826, 38), d.back(), d.body(), d.head(), d.arm("l", (738, 656)), d.arm("r", (862, 656)))
    p.add(z.standing(836, 38), z.back(), z.body(), z.head(), z.arm("r", (706, 626)), z.arm("l", (520, 452), hand="point", turn=-164, bend="down"))
    return p


def contextual_safeguarding_2():
    p = Picture("contextual-safeguarding-2", SUN, "soft")
    p.add(disc(500, 330, 320, shade(SUN, 1.5)), bunting(60, 130, 940, 130, 40, 9))
    a = aled(212, 470, .96, look=.6, down=.9, tilt=9, mood="think")
    d = dom(500, 398, .94, look=.1, down=1, tilt=-2, mood="soft")
    z = zara(786, 470, .96, look=-.6, down=.9, tilt=-9, mood="talk")
    put(p, d, a, z)
    p.add(path("M96 640 H904 L1020 1000 H-20Z", WOOD), path("M96 632 H904", None, shade(WOOD, 1.15), 26))
    p.add(path("M178 672 H822 L890 930 H110Z", CREAM, CREAM, 20), path("M178 676 L350 676 C330 760 250 830 128 860Z", LEAF), path("M122 900 C340 820 420 900 560 790 C660 710 730 740 842 740", None, SKY, 34),
          path("M430 676 C440 760 380 820 400 926 M700 676 C690 760 760 850 756 926 M414 770 H866", None, WHITE, 20))
    p.add(rect(520, 690, 96, 56, 8, PEACH), rect(600, 838, 90, 60, 8, ROSE), rect(770, 812, 64, 48, 8, LILAC), rect(246, 870, 80, 46, 8, SKY))
    p.add(pushpin(270, 744, MOSS), pushpin(470, 740, AMBER), pushpin(700, 806, CORAL), pushpin(742, 866, CORAL), pushpin(568, 724, MOSS))
    p.add(a.arm("l", (120, 690), hand="flat"), a.arm("r", (334, 806), hand="thumb", bend="out"), pushpin(368, 838, AMBER))
    p.add(d.arm("l", (420, 660), hand="flat"), d.arm("r", (596, 664), hand="flat"), z.arm("r", (884, 690), hand="flat"), z.arm("l", (672, 728), hand="point", turn=130, bend="out"))
    return p


def contextual_safeguarding_3():
    p = Picture("contextual-safeguarding-3", SKY, "soft")
    p.add(cloud(420, 130, .6, shade(SKY, 1.6)), rect(540, 230, 520, 460, 10, shade(SUN, 1.12)), path("M520 236 L780 130 L1040 236Z", CORAL, CORAL, 30))
    p.add(rect(576, 310, 110, 90, 8, SKY), ground(682, LEAF), path("M600 690 H900 L800 1000 H90 C200 820 420 740 600 690Z", shade(PEACH, 1.3)), doorway(806, 700, 190, 400, TEAL, shade(SUN, 1.3)))
    w = Person(808, 440, .68, skin=2, hair="ponytail", hc=BLACK, top=AMBER, wear="lanyard", trim=CORAL, build="teen", look=-.5, tilt=-4, mood="grin", legs=INK, shoe=WHITE)
    p.add(w.standing(716, 32), w.back(), w.body(), w.head(), w.arm("r", (862, 600)), w.arm("l", (722, 410), hand="open", turn=-106))
    p.add(lamp(430, 820, 560))
    # the caretaker on a ladder
    p.add(path("M118 880 L172 400 M366 880 L318 400", None, WOOD, 20), path("M130 812 H356 M140 744 H346 M148 676 H340 M156 608 H334 M164 540 H326", None, WOOD, 16))
    c = Person(234, 336, .8, skin=4, hair="buzz", hc="#1B100B", top=TEAL, wear="dungarees", trim=DENIM, build="adult", look=.4, down=-.4, tilt=4, mood="smile", cover=("cap", CORAL), legs=DENIM, shoe=AUBURN)
    hx, hy = c.hip()
    p.add(c.leg((hx - 24, hy), (hx - 20, 660), (hx - 8, 732), toe=1, w=78), c.leg((hx + 24, hy), (hx + 62, 610), (hx + 48, 672), toe=1, w=78))
    p.add(c.back(), c.body(), c.head(), c.arm("l", (188, 560)), c.arm("r", (386, 262), hand="open", turn=-30, bend="down", reach=1.15))
    p.add(bush(830, 900, 1.1, MOSS), spots([(704, 930), (736, 944), (680, 948)], 9, MOSS))
    m = Person(552, 570, .82, skin=0, hair="fringe_bald", hc=AUBURN, beard=AUBURN, top=PLUM, wear="shirt", build="broad", look=.6, down=.8, tilt=5, mood="soft", legs=INK, shoe=WOOD)
    p.add(m.standing(944, 42), m.back(), m.body(), m.head())
    p.add(path("M662 776 L770 810 M662 810 L770 780", None, "#8C979C", 15), path("M662 776 L618 756 M662 810 L618 816", None, CORAL, 20), m.arm("l", (610, 822), hand="thumb", bend="in"), m.arm("r", (620, 752), hand="thumb", bend="out"))
    return p


def care_for_the_team_1():
    p = Picture("care-for-the-team-1", LEAF)
    p.add(sun(760, 170, 60, SUN, 12), hill(260, 620, 760, 200, shade(LEAF, .92)), ground(600, MOSS), tree(140, 640, 1, shade(MOSS, .85)), ground(850, shade(MOSS, .9)))
    p.add("".join(line(x, 640, x, 560 + d, DEEP, 8) + circle(x, 548 + d, 28, c) + circle(x, 548 + d, 11, SUN) for x, d, c in ((470, 0, CORAL), (520, 34, WHITE), (560, -12, ROSE), (930, 20, CORAL), (70, 30, WHITE))))
    p.add(bench_back(86, 914, 764, 1.02))
    a = daniel(318, 470, 1.06, look=.2, down=1, tilt=7, mood="neutral")
    b = ruth(700, 476, 1.06, look=-.65, tilt=-6, mood="soft")
    for q in (a, b):
        p.add(q.back(), q.body(), q.seated(950), q.head())
    p.add(mug(320, 708, .9, CORAL), a.arm("l", (270, 722), hand="thumb"), a.arm("r", (366, 724), hand="thumb"))
    p.add(mug(772, 736, .8, AMBER, steam=None), b.arm("r", (786, 752), hand="thumb"), b.arm("l", (560, 690), hand="open", turn=-160, bend="down"))
    return p


def care_for_the_team_2():
    p = Picture("care-for-the-team-2", MINT, "soft")

    def sign(i, x, y, c, body):
        cid = "care-for-the-team-2-%d" % i
        p.add(circle(x, y, 204, WHITE), '<defs><clipPath id="%s"><circle r="188"/></clipPath></defs>' % cid,
              '<g transform="translate(%s)"><g clip-path="url(#%s)">%s</g></g>' % (pts(x, y), cid, circle(0, 0, 190, c) + body))

    w = Person(30, -66, .44, skin=1, hair="bob", hc=GREY, top=CORAL, wear="scarf", trim=CREAM, build="adult", look=.4, mood="smile", legs=INK, shoe=WHITE)
    sign(1, 284, 286, SKY, ground(110, LEAF) + path("M-200 190 Q0 110 200 160", None, CREAM, 40) + tree(-96, 130, .86) + w.walking(164, 1, 56) + w.back() + w.body() + w.head() + w.arm("l", (-10, 52)) + w.arm("r", (80, 46)))
    a = Person(-78, 30, .62, skin=3, hair="crop", hc=BLACK, top=AMBER, wear="shirt", build="adult", look=.6, mood="talk", tilt=4)
    b = Person(82, 26, .62, skin=0, hair="bun", hc=AUBURN, top=TEAL, wear="tee", build="adult", look=-.6, mood="soft", tilt=-5)
    sign(2, 716, 286, PEACH, a.back() + a.body() + a.head() + b.back() + b.body() + b.head() + rect(-200, 130, 400, 100, 10, WOOD) + mug(-10, 108, .6, CORAL) + a.arm("l", (-130, 140)) + b.arm("r", (130, 140)))
    h = Person(0, 36, .84, skin=2, hair="long", hc=BLACK, top=PLUM, wear="cardigan", trim=CREAM, build="adult", look=-.2, mood="soft")
    sign(3, 284, 714, SUN, h.back() + h.body() + h.head() + headset(h.head_at, .84) + bubble(112, -112, 100, 76, (66, -50), WHITE) + heart(112, -112, 24, CORAL))
    c = Person(-16, -64, .5, skin=4, hair="buzz", hc="#1B100B", top=CORAL, wear="band", trim=CREAM, build="adult", look=.5, mood="grin", lean=-26, legs=DENIM, shoe=WHITE, cover=("beanie", TEAL))
    bike = circle(-82, 112, 56, None, INK, 11) + circle(92, 112, 56, None, INK, 11) + path("M-82 112 L-34 46 L56 46 L92 112 M-34 46 L8 116 L56 46 M8 116 L-82 112 M56 46 L48 10 H76 M-48 40 H-16", None, TEAL, 11)
    sign(4, 716, 714, SKY, house(120, 120, 96, 86, CREAM, CORAL, AMBER, two=False, chimney=False) + ground(116, LEAF) + rect(-200, 160, 400, 60, 0, shade(PEACH, 1.3))
         + c.leg((-30, 70), (36, 70), (20, 134), toe=1, w=66) + bike + c.back() + c.body() + c.head() + c.leg((-34, 74), (26, 92), (2, 152), toe=1, w=66) + c.arm("r", (66, 12), bend="down"))
    return p


def care_for_the_team_3():
    p = Picture("care-for-the-team-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 640, 0, shade(PEACH, 1.35)), ground(640, shade(WOOD, 1.5)))
    p.add(path("M356 520 L320 700 M644 520 L680 700", None, WOOD, 20), rect(310, 106, 380, 430, 22, WOOD), rect(328, 124, 344, 394, 12, WHITE))
    p.add(group(rect(-60, -8, 120, 80, 16, CORAL) + path("M0 -8 V-120", None, MOSS, 14) + leaf(-38, -70, .9, -56) + leaf(40, -90, .9, 56) + leaf(0, -150, 1, 0), 430, 430))
    s = Person(760, 366, .76, skin=2, hair="quiff", hc=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="adult", look=-.6, tilt=-4, mood="smile", legs=INK, shoe=WHITE)
    p.add(s.standing(758, 36), s.back(), s.body(), s.head(), s.arm("r", (836, 560)), sun(572, 268, 56, AMBER, 10), s.arm("l", (632, 320), hand="flat", turn=-140, bend="down", reach=1.06))
    for x, y, kw, way in ((150, 560, dict(skin=0, hair="greywave", hc="#F1EDE6", top=PLUM, wear="cardigan", trim=CREAM, build="elder", age=1, look=.5, legs=INK, shoe=CORAL), 1),
                          (352, 620, dict(skin=4, hair="buzz", hc="#1B100B", top=AMBER, wear="shirt", build="broad", look=.3, down=-.4, legs=DENIM, shoe=WHITE), 0),
                          (580, 626, dict(skin=1, cover=("hijab", CORAL), top=DENIM, build="adult", look=-.2, down=-.4, legs=INK, shoe=AUBURN), 0),
                          (856, 560, dict(skin=0, hair="pixie", hc=AUBURN, top=MOSS, wear="stripes", trim=LEAF, build="adult", look=-.6, legs=INK, shoe=WHITE, aid=CORAL), -1)):
        q = Person(x, y, .74, mood="smile", **kw)
        hx, hy = q.hip()
        p.add(rect(hx - 84, hy - 6, 168, 24, 12, TEAL), path("M%s V%s M%s V%s" % (pts(hx - 64, hy + 12), n(hy + 120), pts(hx + 64, hy + 12), n(hy + 120)), None, shade(TEAL, .8), 14))
        p.add(q.back(), q.seated(hy + 126, way, 96), q.body(), q.head(), q.arm("l", q.at(-46 + way * 60, 282), hand="flat"), q.arm("r", q.at(46 + way * 60, 282), hand="flat"))
    return p


SCENES = [contextual_safeguarding_1, contextual_safeguarding_2, contextual_safeguarding_3,
          care_for_the_team_1, care_for_the_team_2, care_for_the_team_3]
