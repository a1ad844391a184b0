"""drink-or-drugs-at-home and when-home-does-not-feel-safe: a breakfast, a doctor, a cupboard, a harbour; a café, a bedroom, a bag, a sofa."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

helen = _who(skin=1, hair="bob", hc=BROWN, top=TEAL, wear="shirt", build="adult", glasses=True, legs=INK, shoe=AUBURN)
elliot = _who(skin=1, hair="sweep", hc=BROWN, top=MOSS, wear="hoodie", trim=LEAF, build="child", legs=DENIM, shoe=CORAL)
doctor = _who(skin=4, hair="buzz", hc=GREY, beard=GREY, top=SKY, wear="tie", trim=PLUM, build="adult", age=1, legs=INK, shoe=AUBURN)
mama = _who(skin=2, hair="ponytail", hc=BROWN, top=PLUM, wear="tee", build="adult", legs=DENIM, shoe=WHITE)
toddler = _who(skin=2, hair="curls", hc=BROWN, top=SUN, wear="stripes", trim=CORAL, build="child", legs=TEAL)
sunil = _who(skin=2, hair="quiff", hc=BLACK, top=AMBER, wear="jacket", trim=CREAM, build="adult", legs=DENIM, shoe=WHITE)
brother = _who(skin=2, hair="crop", hc=BLACK, beard=BLACK, cover=("beanie", CORAL), top=DENIM, wear="hoodie", build="adult", legs=INK, shoe=AUBURN)
abi = _who(skin=3, hair="longcurls", hc=BLACK, top=CORAL, wear="knit", trim=PEACH, build="adult", legs=INK, shoe=CREAM)
joy = _who(skin=0, hair="lowbun", hc=BLACK, top=TEAL, wear="cardigan", trim=CREAM, build="adult", legs=INK, earring=SUN)
abis_girl = _who(skin=3, hair="puffs", hc=BLACK, top=SUN, wear="dungarees", trim=PLUM, build="child", legs=PLUM, shoe=WHITE)
supporter = _who(skin=0, hair="pixie", hc=GREY, top=DENIM, wear="lanyard", trim=SUN, build="adult", age=1, legs=INK, shoe=AUBURN)
sister = _who(skin=2, hair="long", hc=BLACK, top=TEAL, wear="stripes", trim=MINT, build="teen", legs=INK, shoe=CORAL)
small = _who(skin=2, hair="crop", hc=BLACK, top=AMBER, wear="dots", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
TEDDY = "#C98F4E"


def teddy(x, y, s=1, rot=0):
    """A teddy bear, to the waist; x, y is the neck."""
    d = shade(TEDDY, .84)
    b = path("M-44 10 C-70 90 -50 130 0 130 C50 130 70 90 44 10Z", TEDDY, TEDDY, 10) + path("M-40 24 L-84 74 M40 24 L84 74", None, d, 32)
    b += circle(-44, -88, 26, d) + circle(44, -88, 26, d) + ellipse(0, -44, 62, 56, TEDDY) + ellipse(0, -26, 28, 22, "#F3DDBB") + spots([(-22, -54), (22, -54)], 6, INK)
    return group(b + ellipse(0, -36, 10, 7, INK) + path("M-10 -18 q10 8 20 0", None, INK, 5) + heart(0, 62, 22, CORAL), x, y, s, rot)


def boat(x, y, s=1, c=CORAL, sail=WHITE, flip=False):
    """A small sailing boat whose water line is y."""
    return group(line(0, -40, 0, -260, WOOD, 11) + path("M14 -250 L120 -76 H14Z", sail, sail, 8) + path("M-14 -210 L-82 -76 H-14Z", shade(sail, .92), shade(sail, .92), 8) + path("M-130 -46 H140 L100 14 H-96Z", c, c, 12), x, y, s, flip=flip)


def train(x, y, s=1):
    """A wooden toy train: an engine and a wagon, wheels on y."""
    b = rect(-40, -64, 96, 44, 8, CORAL) + rect(-40, -110, 50, 60, 8, DENIM) + rect(-28, -96, 26, 24, 5, SKY) + rect(28, -92, 18, 32, 6, SUN) + rect(-150, -62, 90, 42, 8, AMBER) + circle(-122, -74, 19, MOSS) + circle(-86, -74, 19, TEAL) + line(-60, -34, -40, -34, WOOD, 9)
    return group(b + "".join(circle(a, -14, 17, WOOD) + circle(a, -14, 6, CREAM) for a in (-130, -82, -22, 34)), x, y, s)


def drink_or_drugs_at_home_1():
    p = Picture("drink-or-drugs-at-home-1", SUN)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.4)), window(500, 230, 300, 270, SKY, WHITE, circle(430, 300, 52, SUN) + path("M364 340 Q500 300 636 340 V352 H364Z", LEAF)))
    h = helen(272, 440, 1.18, look=.6, down=.2, tilt=7, mood="soft", len=420)
    e = elliot(720, 540, 1.16, look=-.35, down=.5, tilt=-4, mood="smile", len=330)
    p.add(h.back(), h.body(), h.head(), e.back(), e.body(), e.head())
    p.add(rect(-20, 766, 1040, 44, 16, shade(WOOD, 1.2)), rect(-20, 804, 1040, 220, 0, shade(WOOD, 1.05)))
    p.add(rect(470, 600, 110, 176, 10, CORAL), circle(525, 672, 36, SUN), path("M500 664 q25 34 50 0", None, WOOD, 9), line(486, 740, 564, 740, CREAM, 12))
    p.add(h.arm("l", (246, 782), hand="flat", turn=0), mug(290, 738, 1.06, PLUM, True), h.arm("r", (334, 752), hand="flat", turn=180))
    p.add(bowl(690, 806, 1.0, TEAL), "".join(circle(x, y, 9, AMBER) for x, y in ((650, 776), (676, 770), (700, 778), (724, 772))), e.arm("l", (604, 812), hand="flat", turn=20), line(728, 776, 792, 716, "#8C979C", 12), e.arm("r", (800, 712), hand="thumb", bend="out"))
    return p


def drink_or_drugs_at_home_2():
    p = Picture("drink-or-drugs-at-home-2", MINT, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(MINT, 1.4)), ground(796, shade(MINT, .92)), rect(420, 100, 170, 220, 14, WHITE), heart(505, 176, 40, CORAL), lines(505, 258, 100, 2, DENIM, 26, 9))
    p.add(window(180, 220, 200, 230, SKY, WHITE, cloud(190, 180, .46) + path("M96 300 Q180 250 264 300 V322 H96Z", LEAF)))
    # the desk behind the doctor
    p.add(rect(800, 640, 260, 34, 14, WOOD), rect(850, 670, 170, 260, 10, shade(WOOD, .88)), rect(836, 470, 170, 130, 12, INK), rect(848, 482, 146, 106, 6, SKY), rect(900, 598, 30, 44, 4, INK))
    p.add(rect(136, 520, 250, 250, 46, CORAL), "".join(rect(x, 740, 22, 180, 8, shade(CORAL, .7)) for x in (160, 340)))
    h = helen(262, 452, 1.04, look=.6, down=.1, tilt=5, mood="talk")
    d = doctor(676, 444, 1.06, look=-.65, down=.2, tilt=-6, mood="soft")
    p.add(h.back(), h.body(), h.seated(930), h.head())
    p.add(rect(596, 742, 170, 38, 18, TEAL), rect(668, 776, 26, 130, 8, INK), rect(604, 900, 156, 20, 9, INK))
    p.add(d.back(), d.body(), d.seated(930, -1, 110), d.head())
    p.add(h.arm("l", (208, 726), hand="flat", turn=30), h.arm("r", (392, 640), hand="open", turn=-30, bend="down"))
    p.add(d.arm("r", (702, 724), hand="flat", turn=170), d.arm("l", (590, 716), hand="flat", turn=150))
    return p


def drink_or_drugs_at_home_3():
    p = Picture("drink-or-drugs-at-home-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 790, 0, shade(PEACH, 1.4)), rect(0, 786, 1000, 230, 0, shade(WOOD, 1.35)), window(250, 250, 250, 260, SKY, WHITE, circle(300, 190, 28, SUN) + tree(220, 372, .4)))
    p.add(rect(600, 90, 330, 240, 14, WHITE), rect(616, 106, 146, 208, 8, TEAL), rect(768, 106, 146, 208, 8, TEAL), rect(632, 122, 114, 176, 8, shade(TEAL, 1.12)), rect(784, 122, 114, 176, 8, shade(TEAL, 1.12)), padlock(765, 226, 40, INK, SUN))
    m = mama(572, 420, 1.06, look=.5, down=-.6, tilt=-4, mood="smile")
    p.add(m.standing(920, 46), m.back(), m.body(), m.head(), m.arm("l", (480, 680)))
    p.add(path("M744 262 l-46 62", None, AMBER, 13), circle(690, 334, 15, None, AMBER, 10), m.arm("r", (694, 336), hand="thumb", bend="down"))
    p.add(ellipse(270, 916, 300, 76, LEAF))
    t = toddler(236, 622, 1.0, look=.2, down=.8, tilt=4, mood="grin")
    x, y = t.hip()
    p.add(t.back(), path("M%s L%s" % (pts(x - 30, y - 4), pts(x - 104, y + 76)), None, shade(TEAL, .84), 66), path("M%s L%s" % (pts(x + 30, y - 4), pts(x + 96, y + 80)), None, TEAL, 66), ellipse(x - 130, y + 88, 42, 30, CORAL), ellipse(x + 124, y + 92, 42, 30, CORAL), t.body(), t.head())
    p.add(train(284, 930, 1.0), t.arm("l", (186, 852), hand="flat", turn=40, bend="out"), t.arm("r", (284, 822), hand="flat", turn=110, bend="out"))
    return p


def drink_or_drugs_at_home_4():
    p = Picture("drink-or-drugs-at-home-4", SKY, "soft")
    p.add(rect(0, 0, 1000, 420, 0, shade(SKY, 1.25)), sun(790, 150, 56, SUN), cloud(250, 130, .8), hill(200, 420, 700, 90, LEAF), rect(0, 414, 1000, 420, 0, "#7FB6CF"))
    p.add("".join(waves(x, y, 120, 1, shade(SKY, 1.3), 0, 8) for x, y in ((90, 520), (500, 470), (930, 560), (500, 600))), boat(500, 440, .74, CORAL), boat(890, 500, .84, TEAL, CREAM, True), boat(96, 492, .8, PLUM, CREAM))
    a = sunil(298, 470, 1.06, look=.6, down=.1, tilt=5, mood="talk")
    b = brother(700, 474, 1.06, look=-.5, down=.4, tilt=-6, mood="soft")
    p.add(rect(-10, 744, 1020, 60, 14, "#D9CDBD"), rect(-10, 796, 1020, 220, 0, "#C4B5A2"), path("M60 850 h150 M330 850 h120 M600 850 h160 M840 850 h110 M-10 910 h110 M190 910 h160 M460 910 h130 M700 910 h150 M90 966 h160 M360 966 h140 M620 966 h130", None, "#B3A28D", 14))
    for q in (a, b):
        p.add(q.back(), q.body(), q.seated(950), q.head())
    p.add(a.arm("l", (212, 752), hand="flat", turn=90), a.arm("r", (440, 640), hand="open", turn=-30, bend="down"), b.arm("l", (650, 740), hand="flat", turn=20), b.arm("r", (752, 744), hand="flat", turn=160))
    p.add(path("M860 744 V690 H930 V744Z", INK, INK, 12), ellipse(895, 684, 48, 18, shade(INK, 1.2)))
    return p


def when_home_does_not_feel_safe_1():
    p = Picture("when-home-does-not-feel-safe-1", PEACH)
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.4)), rect(200, 120, 600, 360, 20, WHITE), rect(218, 138, 564, 324, 10, SKY), house(330, 462, 120, 120, CREAM, CORAL, TEAL, two=False), house(620, 462, 130, 150, SUN, PLUM, AMBER, two=False), tree(480, 462, .5), circle(740, 190, 28, SUN), path("M200 120 H800 V190 a50 50 0 0 1 -100 0 a50 50 0 0 1 -100 0 a50 50 0 0 1 -100 0 a50 50 0 0 1 -100 0 a50 50 0 0 1 -100 0 a50 50 0 0 1 -100 0Z", CORAL))
    p.add("".join(path("M%d 190 a50 50 0 0 0 100 0 V120 H%dZ" % (x, x), WHITE) for x in (300, 500, 700)))
    a = abi(276, 470, 1.2, look=.55, down=.3, tilt=5, mood="talk", len=430)
    j = joy(732, 480, 1.2, look=-.65, down=.2, tilt=-9, mood="soft", len=430, lean=20)
    p.add(a.back(), a.body(), a.head(), j.back(), j.body(), j.head())
    p.add(ellipse(500, 862, 380, 96, shade(WOOD, .86)), ellipse(500, 842, 380, 96, shade(WOOD, 1.2)), path("M464 936 H536 V1010 H464Z", shade(WOOD, .8)))
    p.add(mug(368, 792, .94, TEAL, True), mug(690, 800, .94, SUN), plant(520, 820, .4, PLUM))
    p.add(a.arm("l", (318, 804), hand="flat", turn=0), a.arm("r", (456, 836), hand="flat", turn=20, bend="out"), j.arm("r", (742, 810), hand="flat", turn=180), j.arm("l", (520, 848), hand="flat", turn=170, bend="out"))
    return p


def when_home_does_not_feel_safe_2():
    p = Picture("when-home-does-not-feel-safe-2", LILAC, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(LILAC, 1.4)), rect(0, 796, 1000, 220, 0, shade(WOOD, 1.35)))
    p.add(rect(716, 210, 210, 600, 10, WHITE), rect(736, 230, 170, 580, 6, AMBER), rect(760, 260, 122, 200, 10, shade(AMBER, 1.2)), rect(760, 500, 122, 240, 10, shade(AMBER, 1.2)), circle(752, 560, 14, INK))
    p.add(window(330, 210, 270, 230, SKY, WHITE, cloud(350, 180, .56)), star(610, 170, 34, AMBER), star(560, 260, 22, CORAL))
    # the bed behind them
    p.add(rect(70, 520, 30, 380, 12, WOOD), rect(80, 610, 580, 250, 34, TEAL), path("M80 690 H660", None, shade(TEAL, .84), 10), rect(100, 560, 190, 90, 40, WHITE), rect(640, 640, 30, 250, 12, WOOD))
    p.add(ellipse(400, 920, 380, 70, PEACH))
    g = sister(310, 584, 1.0, look=.4, down=.5, tilt=6, mood="soft")
    k = small(516, 656, .98, look=-.4, down=.6, tilt=-12, mood="neutral")
    for q, way in ((g, -1), (k, 1)):
        x, y = q.hip()
        w = q.b["ww"] * q.s
        for f, c in ((-way, .84), (way, 1)):
            p.add(path("M%s L%s L%s" % (pts(x + f * w * .4, y - 30), pts(x + f * w * 1.2, y + 48), pts(x - f * w * .5, y + 70)), None, shade(q.legc, c), w * .8))
        p.add(rect(x - w * .8, y - 44, w * 1.6, 70, 20, q.legc))
    p.add(g.back(), g.body(), g.arm("r", (574, 770), bend="out", far=True))
    p.add(k.back(), k.body(), k.head(), g.head(), g.fingers(588, 778, 200, 1, 3))
    p.add(group(path("M0 -60 C-40 -86 -100 -86 -134 -70 V54 C-100 38 -40 38 0 66 C40 38 100 38 134 54 V-70 C100 -86 40 -86 0 -60Z", CORAL, CORAL, 14) + path("M0 -50 V64", None, shade(CORAL, .8), 7) + sun(-70, -14, 20, SUN, 8) + heart(70, -14, 22, CREAM), 420, 812, .9))
    p.add(g.arm("l", (300, 822), hand="flat", turn=20, bend="out"), k.arm("r", (540, 826), hand="flat", turn=160, bend="out"))
    return p


def when_home_does_not_feel_safe_3():
    p = Picture("when-home-does-not-feel-safe-3", MINT, "soft")
    p.add(rect(0, 0, 1000, 420, 0, shade(MINT, 1.4)), window(500, 170, 380, 220, SKY, WHITE, circle(590, 130, 28, SUN) + path("M324 250 Q500 200 676 250 V268 H324Z", LEAF)))
    p.add(rect(90, 300, 820, 170, 50, WOOD), rect(180, 350, 290, 140, 60, WHITE), rect(530, 350, 290, 140, 60, WHITE))
    # a patchwork cover
    cols = (PEACH, SUN, LILAC, SKY, LEAF, CREAM)
    p.add('<defs><clipPath id="when-home-does-not-feel-safe-3-q"><path d="M100 450 H900 L980 1010 H20Z"/></clipPath></defs>', '<g clip-path="url(#when-home-does-not-feel-safe-3-q)">%s</g>' % "".join(
        rect(20 + i * 162, 440 + r * 150, 162, 150, 0, cols[(i + r * 4) % 6]) for r in range(4) for i in range(6)), path("M100 450 H900", None, WHITE, 30))
    p.add(teddy(500, 570, 1.2, -6))
    p.add(path("M404 660 C404 560 596 560 596 660", None, shade(CORAL, .8), 24), path("M330 650 H670 L700 880 H300Z", CORAL, CORAL, 40), path("M312 690 H688", None, shade(CORAL, .8), 10), rect(420, 740, 160, 110, 22, shade(CORAL, .86)), line(450, 766, 550, 766, SUN, 9))
    # keys, papers, phone
    p.add(circle(190, 640, 34, None, AMBER, 16), path("M196 674 L216 780 M212 752 l26 -6 M216 778 l28 -6", None, AMBER, 17), path("M176 672 L150 766 M156 742 l-24 -8 M150 764 l-26 -8", None, "#8C979C", 17), heart(250, 626, 24, PLUM))
    p.add(group(rect(-70, -90, 140, 180, 10, WHITE) + lines(0, -20, 90, 4, DENIM, 28, 9) + circle(-36, -62, 13, CORAL), 806, 636, .92, 8), group(path("M-80 -46 H80 V60 H-80Z", CREAM, CREAM, 12) + path("M-78 -44 L0 14 L78 -44", None, shade(CREAM, .82), 8), 820, 700, .9, -6))
    p.add(phone(792, 862, .74, 72, heart(0, -6, 30, TEAL)))
    return p


def when_home_does_not_feel_safe_4():
    p = Picture("when-home-does-not-feel-safe-4", SUN, "soft")
    p.add(rect(0, 0, 1000, 820, 0, shade(SUN, 1.4)), rect(0, 816, 1000, 200, 0, shade(PEACH, 1.1)), window(500, 220, 300, 230, SKY, WHITE, tree(440, 330, .4) + circle(580, 170, 28, SUN)), plant(112, 840, 1, TEAL), rect(690, 170, 150, 20, 8, WOOD), book(726, 128, .5, 0, TEAL), plant(798, 172, .42, CORAL))
    p.add(ellipse(500, 924, 460, 60, LEAF), sofa(120, 720, 744, PLUM, 1.04))
    a = abi(270, 458, 1.0, look=.6, down=.1, tilt=4, mood="smile")
    g = abis_girl(508, 572, .96, look=.5, down=-.2, tilt=-4, mood="grin")
    w = supporter(800, 462, 1.0, look=-.6, down=.2, tilt=-6, mood="smile")
    p.add(rect(712, 560, 210, 300, 50, TEAL))
    for q in (a, w):
        p.add(q.back(), q.body(), q.seated(926), q.head())
    p.add(a.arm("r", (452, 690), far=True, bend="out"), g.back(), g.body(), g.seated(916), g.head())
    p.add(teddy(508, 700, .78, 4), g.arm("l", (450, 740), hand="flat", turn=0, bend="out"), g.arm("r", (566, 740), hand="flat", turn=180, bend="out"))
    p.add(a.arm("l", (214, 730), hand="flat", turn=30), w.arm("r", (856, 734), hand="flat", turn=160), w.arm("l", (672, 640), hand="open", turn=-150, bend="down"))
    return p


SCENES = [drink_or_drugs_at_home_1, drink_or_drugs_at_home_2, drink_or_drugs_at_home_3, drink_or_drugs_at_home_4,
          when_home_does_not_feel_safe_1, when_home_does_not_feel_safe_2, when_home_does_not_feel_safe_3, when_home_does_not_feel_safe_4]
