"""Words that do not blame, and the line of behaviour."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

ellie = _who(skin=0, hair="wavy", hc=AUBURN, top=MOSS, wear="knit", trim=LEAF, build="adult", freckles=True)
jo = _who(skin=3, hair="locs", hc=BLACK, top=CORAL, wear="lanyard", trim=CREAM, build="adult")
marek = _who(skin=1, hair="crop", hc=BROWN, beard=BROWN, top=TEAL, wear="lanyard", trim=SUN, build="adult", legs=DENIM, shoe=WHITE)
osei = _who(skin=4, hair="bun", hc="#1B100B", top=PLUM, wear="jacket", trim=CREAM, build="adult", legs=INK, shoe=AUBURN, earring=SUN)
kai = _who(skin=1, hair="sweep", hc=BLACK, top=AMBER, wear="hoodie", build="teen", legs=DENIM, shoe=WHITE)


def put(p, *people):
    for q in people:
        p.add(q.back(), q.body(), q.head())


def folder(x, y, s=1):
    """An open folder with a page on each side, seen from the reader's other side."""
    b = path("M-250 -70 L-8 -46 V92 L-268 64Z M250 -70 L8 -46 V92 L268 64Z", AMBER, AMBER, 20)
    b += path("M-226 -66 L-10 -44 V78 L-240 52Z M226 -66 L10 -44 V78 L240 52Z", WHITE, WHITE, 10)
    b += path("M-198 -34 L-50 -18 M-202 0 L-50 16 M-206 32 L-110 42 M198 -34 L50 -18 M202 0 L50 16 M206 32 L130 40", None, DENIM, 9)
    return group(b, x, y, s)


def eye(x, y, r, c=INK):
    return path("M%s Q%s %s Q%s %sZ" % (pts(x - r, y), pts(x, y - r * 1.05), pts(x + r, y), pts(x, y + r * 1.05), pts(x - r, y)), None, c, r * .2) + circle(x, y, r * .34, c)


def clock(x, y, r, c=DEEP):
    return circle(x, y, r, WHITE, c, r * .2) + path("M%s V%s M%s L%s" % (pts(x, y), n(y - r * .56), pts(x, y), pts(x + r * .4, y + r * .22)), None, INK, r * .15)


def doll(x, y, s=1, rot=0):
    return group(path("M-22 26 L-66 58 M22 26 L66 58 M-20 96 V140 M20 96 V140", None, SKIN[2], 22) + path("M-26 14 H26 L52 104 H-52Z", ROSE, ROSE, 14) + circle(0, -30, 46, SKIN[2])
                 + path("M-46 -30 C-50 -90 50 -90 46 -30 C20 -60 -20 -60 -46 -30Z", BROWN) + spots([(-15, -24), (15, -24)], 5, INK) + path("M-10 -8 q10 9 20 0", None, INK, 5), x, y, s, rot)


def words_that_do_not_blame_1():
    p = Picture("words-that-do-not-blame-1", LILAC)
    p.add(window(500, 214, 270, 250, SKY, WHITE, tree(450, 326, .42) + circle(566, 160, 30, SUN)), plant(878, 800, 1.1, CORAL))
    a = ellie(284, 484, 1.12, look=.5, down=.8, tilt=6, mood="soft")
    b = jo(712, 476, 1.14, look=-.55, down=.4, tilt=-5, mood="soft")
    put(p, a, b)
    p.add(table(790, WOOD, -20, 1020), folder(496, 800, 1.12))
    p.add(a.arm("l", (214, 822), hand="flat", turn=30), a.arm("r", (404, 784), hand="flat", turn=70, bend="out"))
    p.add(b.arm("r", (818, 812), hand="flat", turn=150), b.arm("l", (612, 790), hand="flat", turn=140))
    return p


def words_that_do_not_blame_2():
    p = Picture("words-that-do-not-blame-2", SUN, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(SUN, 1.25)), ground(800, shade(PEACH, 1.05)))
    p.add(rect(188, 96, 624, 420, 26, WOOD), rect(208, 116, 584, 380, 16, MINT))
    p.add(card(304, 206, 130, 104, ear(0, 2, 30, DENIM), WHITE, -3), card(500, 196, 130, 104, tick(0, 2, 30), WHITE, 2), card(694, 206, 130, 104, hug_sign(0, 0, 34), WHITE, 3))
    a = Person(270, 548, .98, skin=3, hair="cornrows", hc=BLACK, top=TEAL, wear="tee", build="adult", look=.55, down=-.4, tilt=5, mood="soft", len=460)
    b = Person(744, 556, .98, skin=2, hair="crop", hc=GREY, beard=GREY, top=DENIM, wear="cardigan", trim=CREAM, build="adult", look=-.55, down=-.4, tilt=-5, mood="smile", age=1, cover=("turban", PLUM), len=460)
    put(p, a, b)
    p.add(a.arm("l", (168, 860)), b.arm("r", (842, 860)))
    p.add(card(438, 608, 150, 120, cloud(0, 8, .6, "#6F7F86"), "#D5D8D8", 8), card(470, 366, 164, 132, heart(0, 4, 42, CORAL), AMBER, -3))
    p.add(a.arm("r", (404, 664), hand="thumb", bend="down"), b.arm("l", (532, 430), hand="flat", turn=-120, bend="down", reach=1.05))
    return p


def words_that_do_not_blame_3():
    p = Picture("words-that-do-not-blame-3", SKY, "soft")
    p.add(disc(500, 470, 400, shade(SKY, 1.4)), plant(866, 790, 1, CORAL))
    a = Person(372, 476, 1.12, skin=1, cover=("hijab", CORAL), top=TEAL, wear="tee", build="adult", look=.6, down=.6, tilt=4, mood="think")
    for x, y, sign in ((590, 190, eye(590, 190, 52)), (760, 296, bubble(760, 288, 100, 74, (740, 350), TEAL) + dots(760, 288, 8, WHITE)), (836, 470, clock(836, 470, 50))):
        p.add(circle(x, y, 92, WHITE), sign)
    put(p, a)
    p.add(table(786, WOOD, -20, 1020))
    p.add(path("M462 776 H650 L668 790 H470Z", "#8C979C", "#8C979C", 12), path("M490 772 H628", None, INK, 9), path("M640 786 L700 600 L806 612 L756 786Z", "#6F7F86", "#6F7F86", 18), path("M632 780 L690 604", None, SKY, 9))
    p.add(mug(170, 742, .9, AMBER, True), a.arm("l", (500, 748), hand="flat", turn=20, bend="out", far=True), a.arm("r", (560, 752), hand="flat", turn=24, bend="out"))
    return p


def behaviour_continuum_1():
    p = Picture("behaviour-continuum-1", LEAF)
    p.add(disc(500, 430, 390, shade(LEAF, 1.45)), ground(770, shade(LEAF, .86)), ellipse(500, 846, 450, 116, PEACH), ellipse(500, 846, 390, 88, shade(PEACH, 1.4)))
    # low shelves with toys
    p.add(rect(120, 372, 760, 24, 10, WOOD), rect(120, 396, 24, 380, 6, WOOD), rect(856, 396, 24, 380, 6, WOOD), rect(120, 590, 760, 24, 10, WOOD))
    p.add(box(220, 372, 90, 70, CORAL), ball(310, 332, 38, SUN, CORAL), box(760, 372, 110, 80, TEAL), star(676, 334, 34, AMBER), "".join(rect(x, 520, 54, 70, 8, c) for x, c in ((180, PLUM), (240, AMBER), (736, CORAL), (796, DENIM))))
    m = marek(500, 442, 1.02, look=-.5, down=.3, tilt=-4, mood="talk")
    hx, hy = m.hip()
    p.add(m.back())
    p.add(ellipse(hx, hy + 50, 120, 60, shade(DENIM, .85)))
    for f in (1, -1):  # legs crossed on the rug
        p.add(path("M%s Q%s %s L%s" % (pts(hx + f * 40, hy - 10), pts(hx + f * 250, hy + 60), pts(hx + f * 160, hy + 96), pts(hx - f * 30, hy + 106)), None, shade(DENIM, .85 if f > 0 else 1), 92))
    p.add(shoe(hx + 78, hy + 152, 1, 1, WHITE, 70))
    p.add(m.body(), m.head())
    a = Person(206, 548, .92, skin=2, hair="puffs", hc=BLACK, top=CORAL, wear="tee", build="child", look=.65, down=-.3, tilt=5, mood="talk", legs=PLUM, shoe=WHITE)
    b = Person(796, 550, .92, skin=0, hair="pixie", hc=BLOND, top=AMBER, wear="dungarees", trim=DENIM, build="child", look=-.65, down=-.3, tilt=-6, mood="soft", legs=DENIM, shoe=CORAL)
    for q in (a, b):
        p.add(q.standing(852, 34), q.back(), q.body(), q.head())
    p.add(a.arm("l", (152, 730)), doll(326, 670, .8, 6), a.arm("r", (306, 694), hand="thumb", bend="down"), b.arm("r", (856, 736)), b.arm("l", (716, 742), hand="flat"))
    p.add(m.arm("l", (396, 540), hand="open", turn=-120, bend="down"), m.arm("r", (604, 726), hand="flat"))
    return p


def behaviour_continuum_2():
    p = Picture("behaviour-continuum-2", MINT, "soft")
    p.add(disc(500, 360, 320, shade(MINT, 1.5)), window(500, 220, 300, 240, SKY, WHITE, path("M364 330 Q500 270 636 330 V340 H364Z", MOSS) + circle(566, 170, 30, SUN)))
    a = Person(272, 452, 1.06, skin=0, hair="lowbun", hc=BROWN, top=AMBER, wear="cardigan", trim=CREAM, build="adult", look=.55, down=.8, tilt=5, mood="think")
    b = Person(732, 446, 1.06, skin=3, hair="buzz", hc=BLACK, top=DENIM, wear="lanyard", trim=SUN, build="broad", look=-.55, down=.8, tilt=-5, mood="soft", glasses=True)
    put(p, a, b)
    p.add(path("M70 700 H930 L1020 1000 H-20Z", WOOD), path("M70 690 H930", None, shade(WOOD, 1.15), 28))
    p.add(path("M130 752 H870 L896 884 H104Z", WHITE, WHITE, 26))
    for i, c in enumerate((MOSS, "#B9C65A", SUN, AMBER, CORAL)):
        l, r, ll, rr = 136 + i * 147, 270 + i * 147, 118 + i * 154, 258 + i * 154
        p.add(path("M%s H%s L%s H%sZ" % (pts(l, 768), n(r), pts(rr, 868), n(ll)), c, c, 12))
    p.add(ellipse(500, 818, 54, 38, DEEP), ellipse(500, 804, 54, 38, TEAL), ellipse(500, 802, 32, 20, WHITE))
    p.add(a.arm("l", (190, 716), hand="flat"), a.arm("r", (440, 786), hand="flat", turn=8, bend="out"))
    p.add(b.arm("r", (826, 712), hand="flat"), b.arm("l", (640, 712), hand="flat"))
    return p


def behaviour_continuum_3():
    p = Picture("behaviour-continuum-3", PEACH, "soft")
    p.add(disc(500, 640, 330, shade(PEACH, 1.45)))
    for x, y, c in ((206, 442, SUN), (374, 216, MINT), (626, 216, LEAF), (794, 442, SKY)):
        p.add(circle(x, y, 130, WHITE), circle(x, y, 114, c))
    k = dict(mood="smile")
    big = Person(236, 446, .4, skin=2, hair="crop", hc=BLACK, top=DENIM, build="teen", look=-.5, len=230, **k)
    small = Person(160, 494, .34, skin=0, hair="bob", hc=AUBURN, top=CORAL, build="child", look=.5, len=170, **k)
    p.add('<defs><clipPath id="behaviour-continuum-3-d"><circle cx="206" cy="442" r="114"/></clipPath></defs>',
          '<g clip-path="url(#behaviour-continuum-3-d)">%s</g>' % "".join(q.back() + q.body() + q.head() for q in (big, small)))
    p.add(hand_sign(374, 220, 68, CORAL), padlock(626, 212, 60, DEEP, SUN))
    f = Person(794, 506, .62, skin=3, hair="curls", hc=BLACK, top=PLUM, build="child", mood="unsure", look=-.2, len=200)
    p.add('<defs><clipPath id="behaviour-continuum-3-e"><circle cx="794" cy="442" r="114"/></clipPath></defs>',
          '<g clip-path="url(#behaviour-continuum-3-e)">%s</g>' % (f.back() + f.body() + f.head()))
    a = Person(500, 640, 1.1, skin=1, hair="ponytail", hc=BROWN, top=TEAL, wear="lanyard", trim=SUN, build="adult", look=.2, down=-.9, tilt=3, mood="think", len=420)
    p.add(a.back(), a.body(), a.head(), a.arm("l", (400, 950)), a.arm("r", (536, 664), hand="chin", bend="down"))
    return p


def behaviour_continuum_4():
    p = Picture("behaviour-continuum-4", SKY, "soft")
    p.add(cloud(190, 150, .7, shade(SKY, 1.6)), rect(470, 190, 470, 420, 10, CREAM), rect(446, 170, 520, 44, 14, CORAL))
    p.add("".join(rect(x, y, 84, 92, 8, WHITE) + rect(x + 9, y + 9, 66, 74, 4, shade(SKY, 1.1)) for x in (506, 622, 738, 854) for y in (262, 420) if (x, y) != (622, 420)), rect(618, 430, 96, 180, 8, TEAL))
    p.add(ground(600, LEAF), path("M470 606 H760 L960 1000 H40Z", shade(PEACH, 1.3)), tree(180, 660, .94), bush(900, 690, .9, MOSS))
    a = osei(318, 420, 1.04, look=.6, tilt=5, mood="soft")
    b = kai(672, 492, 1.02, look=-.55, down=.2, tilt=-4, mood="talk")
    p.add(a.walking(920, 1, 74), a.back(), a.body(), a.head(), a.arm("l", (228, 680)), a.arm("r", (470, 566), hand="open", turn=-40, bend="down"))
    p.add(b.walking(916, 1, 62), b.back(), b.body(), b.head(), b.arm("l", (588, 742)), b.arm("r", (766, 720)))
    return p


SCENES = [words_that_do_not_blame_1, words_that_do_not_blame_2, words_that_do_not_blame_3,
          behaviour_continuum_1, behaviour_continuum_2, behaviour_continuum_3, behaviour_continuum_4]
