"""before-you-share and upset-online: Lena, Amir and Tess; Noah and Carla."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

lena = _who(skin=1, hair="braids", hc=BROWN, top="#EFE9DF", wear="tee", build="child", freckles=True, legs="#EFE9DF")
gran = _who(skin=2, hair="greywave", hc="#E9E4DC", top=TEAL, wear="cardigan", trim=CREAM, build="elder", age=1, glasses=CORAL)
amir = _who(skin=2, hair="curls", hc=BLACK, top=CORAL, wear="hoodie", build="teen", legs=DENIM, shoe=WHITE)
tess = _who(skin=0, hair="wavy", hc="#A6481F", top=PLUM, wear="tee", build="teen", legs=INK, shoe=WHITE)
novak = _who(skin=0, hair="buzz", hc=BROWN, beard=BROWN, top=TEAL, wear="lanyard", trim=SUN, build="broad", legs=INK)
noah = _who(skin=3, hair="afro", hc=BLACK, top=AMBER, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
carla = _who(skin=1, hair="bun", hc=BROWN, top=CORAL, wear="tee", build="adult", legs=DENIM, shoe=AUBURN)


def bib(q):
    """The front of her dungarees, down to the hip."""
    L, k = q.b["len"], q.lean
    b = path("M-60 24 L-54 110 L54 110 L60 24", None, DENIM, 22) + path("M-58 106 H58 L%s H%s L%s H%s Z" % (pts(62, L - 96), n(92 + k), pts(92 + k, L + 8), n(-92 + k)), DENIM, DENIM, 12)
    return group(b + circle(-52, 118, 8, SUN) + circle(52, 118, 8, SUN), q.x, q.y, q.s)


def tablet(x, y, s=1, rot=0, screen="", glass=WHITE, case=INK):
    return group(rect(-116, -84, 232, 168, 24, case) + rect(-104, -72, 208, 144, 12, glass) + screen, x, y, s, rot)


def cup(x, y, s=1):
    """A golden cup, standing on y."""
    d = shade(AMBER, .84)
    b = path("M-62 -190 H-92 C-104 -130 -84 -104 -44 -96 M62 -190 H92 C104 -130 84 -104 44 -96", None, d, 16) + path("M-68 -214 H68 C70 -120 44 -74 0 -74 C-44 -74 -70 -120 -68 -214Z", AMBER, AMBER, 8)
    return group(b + rect(-12, -80, 24, 50, 4, d) + rect(-52, -36, 104, 36, 8, WOOD) + star(0, -150, 30, SUN) + path("M-46 -196 v40", None, SUN, 9), x, y, s)


def gi(q, belt=CORAL):
    """The lapels and the belt of a judo suit, drawn over the body."""
    x, y, s = q.x, q.y, q.s
    return group(path("M-30 -4 C-20 20 -8 60 2 84 C12 60 22 20 30 -4Z", SKIN[1], SKIN[1], 8) + path("M34 -2 L-26 168 M-34 -2 L30 168", None, shade("#EFE9DF", .84), 20) + rect(-84, 168, 168, 34, 12, belt) + path("M0 184 L-26 238 M4 184 L36 232", None, belt, 24) + rect(-18, 166, 40, 38, 12, shade(belt, .85)), x, y, s)


def frame(w, h, c=SKY):
    """A picture of somebody: only a plain figure."""
    inside = circle(0, -h * .1, h * .17, WHITE) + path("M%s C%s %s %sZ" % (pts(-w * .3, h * .36), pts(-w * .3, 0), pts(w * .3, 0), pts(w * .3, h * .36)), WHITE)
    return rect(-w / 2, -h / 2, w, h, 16, WHITE) + rect(-w / 2 + 10, -h / 2 + 10, w - 20, h - 20, 9, c) + inside


def shield(x, y, r, c=TEAL, d=None):
    d = d or shade(c, .84)
    half = "M0 %s C%s %s %s L%s C%s %s %sZ" % (n(-r), pts(-r * .3, -r * .78), pts(-r * .6, -r * .7), pts(-r * .86, -r * .68), pts(-r * .86, 0), pts(-r * .86, r * .5), pts(-r * .4, r * .84), pts(0, r * 1.06))
    return group(path(half, c, CREAM, 22) + group(path(half, d, CREAM, 22), flip=True) + path(half, c) + group(path(half, d), flip=True) + heart(0, r * .06, r * .42, WHITE), x, y)


def cross_legged(q, floor):
    """The legs of somebody who sits on the floor with crossed legs, facing us."""
    hx, hy = q.hip()
    s = q.s
    far = q.leg((hx + 40 * s, hy - 14 * s), (hx + 150 * s, floor - 44 * s), (hx - 16 * s, floor - 4 * s), toe=-1, far=True, w=78)
    return far + q.leg((hx - 40 * s, hy - 14 * s), (hx - 150 * s, floor - 44 * s), (hx + 16 * s, floor), toe=1, w=78)


def before_share_1():
    p = Picture("before-you-share-1", SUN)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.4)), bunting(70, 190, 930, 190, 56, 9))
    l = lena(716, 560, 1.3, look=-.6, down=-.2, tilt=-4, mood="grin", len=420)
    g = gran(272, 470, 1.2, look=.6, down=.3, tilt=5, mood="talk", len=520)
    p.add(g.back(), g.body(), g.head(), g.arm("l", (170, 800)))
    p.add(l.back(), l.body(), gi(l), l.head())
    p.add(cup(716, 892, 1.1), l.arm("l", (632, 744), hand=None, bend="out"), l.arm("r", (800, 744), hand=None, bend="out"), l.fingers(632, 736, 10, 1.15), l.fingers(800, 736, 170, 1.15))
    mini = rect(-50, -96, 100, 184, 14, MINT) + path("M-26 88 C-26 30 34 30 34 88Z", "#EFE9DF") + circle(4, 2, 34, SKIN[1]) + path("M-33 2 C-38 -44 46 -44 41 2 C26 -20 -18 -20 -33 2Z", BROWN) + circle(-33, 20, 10, BROWN) + circle(41, 20, 10, BROWN) + circle(-8, 2, 4, INK) + circle(16, 2, 4, INK) + path("M-6 16 q10 9 20 0", None, INK, 4) + cup(4, 84, .18)
    p.add(g.arm("r", (456, 706), hand=None, bend="out"), phone(456, 628, 1.1, 6, mini), g.fingers(490, 706, -172, 1.05))
    p.add(bubble(486, 262, 170, 140, (388, 366)), question(486, 256, 44, CORAL))
    return p


def before_share_2():
    p = Picture("before-you-share-2", LILAC, "soft")
    p.add(rect(0, 0, 1000, 790, 0, shade(LILAC, 1.4)), ground(786, shade(LILAC, .92)), window(170, 214, 200, 210, SKY, WHITE, circle(206, 176, 26, SUN)))
    p.add(rect(20, 560, 52, 380, 22, WOOD), rect(50, 820, 960, 120, 30, TEAL), rect(46, 760, 980, 90, 40, MINT), rect(56, 690, 190, 96, 40, WHITE))
    a = amir(316, 494, 1.22, look=.6, down=.2, tilt=4, mood="firm")
    p.add(a.back(), a.body(), cross_legged(a, 888), a.head())
    p.add(a.arm("l", (268, 762), hand="flat", turn=60, bend="out"), phone(446, 712, .62, 8, rect(-50, -96, 100, 184, 14, SKY) + rect(-36, -70, 50, 36, 10, WHITE) + rect(-14, -12, 50, 36, 10, SUN)), a.arm("r", (440, 752), hand=None, bend="out"), circle(440, 756, 30, a.skin), a.thumb_over(436, 742, -60))
    p.add(path("M500 700 L580 640 V560Z", INK, INK, 10), rect(556, 74, 380, 664, 54, INK), rect(576, 94, 340, 620, 34, SKY))
    for y, h in ((114, 118), (246, 118), (378, 118)):
        p.add(rect(596, y, 210, h, 34, WHITE), path("M600 %d L588 %d L640 %dZ" % (y + h - 34, y + h + 8, y + h - 6), WHITE, WHITE, 8), group(frame(104, 84, "#A9B6BC"), 662, y + h / 2), question(766, y + h / 2 - 6, 26, PLUM))
    p.add(rect(700, 530, 196, 160, 44, CORAL), path("M890 650 L908 704 L840 682Z", CORAL, CORAL, 8), hand_sign(798, 606, 62, WHITE))
    return p


def before_share_3():
    p = Picture("before-you-share-3", MINT, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(MINT, 1.4)), window(480, 226, 250, 250, SKY, WHITE, tree(430, 338, .42) + circle(546, 172, 30, SUN)))
    # a cupboard with a first-aid box, and a poster
    p.add(rect(686, 240, 200, 20, 8, WOOD), rect(716, 146, 140, 98, 16, MOSS), path("M768 146 v-14 a10 10 0 0 1 10 -10 h16 a10 10 0 0 1 10 10 v14", None, shade(MOSS, .8), 10), path("M786 166 v58 M757 195 h58", None, WHITE, 18), rect(64, 130, 170, 220, 14, WHITE), heart(150, 230, 54, ROSE), path("M92 240 h30 l14 -36 l22 66 l16 -30 h30", None, TEAL, 9))
    t = tess(270, 520, 1.2, look=.6, down=.4, tilt=6, mood="talk", len=420)
    m = novak(736, 500, 1.14, look=-.6, down=.3, tilt=-6, mood="soft", len=420)
    for q in (t, m):
        p.add(q.back(), q.body(), q.head())
    p.add(table(808, WOOD, -20, 1020))
    p.add(group(path("M-74 -30 H50 L74 30 H-50Z", INK, INK, 18) + path("M-56 -22 h26 l10 20 h-26Z", shade(INK, 1.35), shade(INK, 1.35), 8), 470, 828), plant(930, 814, .56, CORAL), mug(104, 786, .8, CORAL, True, None))
    p.add(t.arm("l", (216, 812), hand="flat"), t.arm("r", (420, 690), hand="open", turn=-40, bend="down"), m.arm("l", (640, 808), hand="flat", turn=160), m.arm("r", (812, 812), hand="flat"))
    return p


def before_share_4():
    p = Picture("before-you-share-4", LEAF, "soft")
    p.add(sun(500, 150, 60, SUN, 12), cloud(250, 170, .6, shade(LEAF, 1.7)), hill(240, 620, 800, 190, shade(LEAF, .92)), hill(860, 620, 700, 140, shade(LEAF, .88)), ground(606, MOSS), tree(120, 660, 1.2, shade(MOSS, .82)), ellipse(340, 900, 330, 60, shade(PEACH, 1.2)))
    t = tess(318, 470, 1.2, look=.6, down=.1, tilt=4, mood="soft")
    p.add(t.back(), t.body(), cross_legged(t, 912), t.head())
    p.add(path("M196 700 H440 L456 838 H180Z", "#8C979C", "#8C979C", 22), path("M196 700 H440 L456 838 H180Z", "#A9B6BC", "#A9B6BC", 6), heart(318, 770, 26, WHITE), rect(150, 840, 336, 24, 12, "#6F7A80"))
    p.add(t.arm("l", (206, 838), hand="flat", turn=10, bend="out"), t.arm("r", (430, 838), hand="flat", turn=170, bend="out"))
    p.add("".join(group(frame(190, 230, c), x, y, 1, r) for x, y, c, r in ((584, 380, "#B9C3C8", -16), (730, 310, "#A9B6BC", 3), (868, 386, "#B9C3C8", 17))))
    p.add(shield(726, 540, 196, TEAL))
    return p


def upset_1():
    p = Picture("upset-online-1", SKY)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.3)), disc(500, 420, 350, shade(SKY, 1.6)))
    q = noah(500, 530, 1.6, tilt=-3, mood="lids", len=360)
    p.add(q.back(), q.body(), q.head())
    p.add("".join(path("M%s q%s q%s" % (pts(500 + f * 226, y), pts(f * 46, -26, f * 84, 0), pts(f * 36, 24, f * 66, 0)), None, c, 13) for f in (-1, 1) for y, c in ((500, TEAL), (552, "#7FB9B2"))))
    p.add(rect(-20, 836, 1040, 44, 18, shade(WOOD, 1.15)), rect(-20, 876, 1040, 140, 0, WOOD))
    p.add(group(path("M-172 -26 H118 L172 26 H-118Z", INK, INK, 24) + circle(0, 0, 14, shade(INK, 1.3)), 600, 846))
    p.add(q.arm("l", (452, 668), hand=None, bend="down"), circle(462, 666, 37, q.skin), q.fingers(480, 664, -6, 1.05, 4))
    p.add(q.arm("r", (616, 828), hand="flat", turn=150, bend="out"))
    return p


def upset_2():
    p = Picture("upset-online-2", PEACH, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.4)), ground(690, WOOD), rect(0, 690, 1000, 22, 0, shade(WOOD, 1.15)))
    scr = rect(-104, -72, 208, 144, 12, SKY) + circle(-80, -46, 14, PLUM) + circle(-80, -4, 14, PLUM) + circle(-80, 38, 14, PLUM)
    scr += rect(-58, -64, 98, 34, 13, WHITE) + lines(-10, -47, 66, 2, "#8C979C", 11, 4) + rect(-58, -22, 78, 34, 13, WHITE) + lines(-20, -5, 50, 2, "#8C979C", 11, 4) + rect(-58, 20, 110, 36, 13, WHITE) + cloud(-34, 40, .15, "#8C979C") + lines(16, 38, 44, 2, "#8C979C", 11, 4)
    p.add(tablet(470, 370, 2.7, -3, scr))
    # the frame of the camera
    for fx in (-1, 1):
        for fy in (-1, 1):
            x, y = 470 + fx * 350, 366 + fy * 262
            p.add(path("M%s V%s H%s" % (pts(x, y - fy * 84), n(y), n(x - fx * 84)), None, CORAL, 22))
    p.add(circle(742, 366, 44, WHITE), circle(742, 366, 30, CORAL))
    p.add(group(rect(-150, -100, 300, 210, 18, AMBER) + rect(-132, -100, 282, 196, 12, WHITE) + "".join(circle(-138, y, 9, INK) for y in (-76, -38, 0, 38, 76)) + lines(4, -18, 190, 3, DENIM, 48, 10), 420, 838, 1.0, -4))
    a = carla(1010, 830, 1.25, top=AMBER)
    p.add(a.limb(1010, 990, (640, 846), "l", "up", None, tone=shade(AMBER, .92), reach=1.25), pencil(566, 800, 1.05, 52), circle(616, 836, 46, SKIN[3]), line(604, 812, 570, 806, SKIN[3], 28), line(606, 852, 566, 838, SKIN[3], 28))
    return p


def bike(x, y, s=1, c=TEAL):
    """A bicycle upside down: its saddle and handlebars stand on y."""
    b = "".join(circle(a, -250, 116, None, INK, 18) + circle(a, -250, 14, INK) + path(" ".join("M%s L%s" % (pts(*polar(a, -250, 14, d)), pts(*polar(a, -250, 106, d))) for d in range(0, 360, 45)), None, "#A9B6BC", 5) for a in (-170, 170))
    b += path("M-170 -250 L-20 -240 L90 -110 L-80 -100Z M-20 -240 L-80 -100 L-170 -250 M170 -250 L90 -110 L70 -70", None, c, 20)
    b += path("M-80 -100 L-96 -34", None, c, 16) + path("M-140 -14 H-50", None, WOOD, 28) + path("M70 -70 L60 -14 H116", None, INK, 16) + circle(-20, -240, 34, None, CORAL, 13) + path("M-20 -240 L16 -280 M2 -284 h32", None, INK, 12)
    return group(b, x, y, s)


def upset_3():
    p = Picture("upset-online-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 660, 0, "#E9C3A6"), path(" ".join("M%d %d h86" % (x + (60 if i % 2 else 0), y) for i, y in enumerate(range(60, 640, 70)) for x in range(10, 1000, 180)), None, shade("#E9C3A6", .93), 18))
    p.add(rect(540, 90, 190, 240, 14, WHITE), rect(558, 108, 154, 204, 6, SKY), path("M635 108 V312 M558 206 H712", None, WHITE, 10), rect(520, 322, 230, 22, 10, WHITE), plant(634, 326, .5, CORAL))
    p.add(ground(656, "#C9BDB0"), rect(0, 656, 1000, 20, 0, shade("#C9BDB0", .9)))
    p.add(bike(484, 790, .98, TEAL))
    c = carla(794, 480, 1.06, look=-.65, down=.2, tilt=-7, mood="soft", lean=20)
    hx, hy = c.hip()
    p.add(c.leg((hx + 40, hy - 12), (hx + 50, 900), (hx + 170, 926), toe=1, far=True, w=96), c.leg((hx - 36, hy - 12), (hx - 142, hy + 10), (hx - 142, 932), toe=-1, w=96))
    p.add(c.back(), c.body(), bib(c), c.head(), c.arm("r", (904, 744), hand="flat", turn=120), c.arm("l", (668, 774), hand="flat", turn=150))
    q = noah(206, 538, 1.14, look=.65, down=-.1, tilt=4, mood="talk")
    p.add(q.standing(922, 36), q.back(), q.body(), q.head(), q.arm("l", (126, 736)), q.arm("r", (332, 676), hand="open", turn=-36, bend="down"))
    p.add(group(line(-60, 0, 60, 0, "#6F7A80", 22) + path("M60 -26 C100 -40 118 -20 112 -2 M60 26 C100 40 118 20 112 2", None, "#6F7A80", 20) + circle(-66, 0, 22, "#6F7A80") + circle(-66, 0, 9, "#C9BDB0"), 424, 906, .9, -8), rect(490, 866, 120, 62, 12, CORAL), path("M520 866 V848 H580 V866", None, shade(CORAL, .8), 12), rect(490, 884, 120, 10, 0, shade(CORAL, .82)))
    p.add(bubble(408, 170, 210, 140, (284, 340)), dots(408, 170, 16, TEAL))
    return p


def upset_4():
    p = Picture("upset-online-4", SUN, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.35)), window(500, 210, 300, 240, SKY, WHITE, tree(510, 330, .44) + circle(590, 150, 28, SUN)))
    p.add(rect(58, 250, 130, 16, 8, WOOD), path("M84 236 C84 156 170 156 170 236 L180 244 H70Z", TEAL, TEAL, 10), path("M104 214 q4 -30 20 -38 M148 214 q-2 -30 -14 -38", None, MINT, 9), rect(808, 240, 150, 16, 8, WOOD), plant(884, 242, .5, CORAL))
    q = noah(264, 540, 1.28, look=.5, down=.6, tilt=7, mood="soft", len=400)
    c = carla(740, 476, 1.16, look=-.55, down=.7, tilt=-7, mood="smile", len=460)
    p.add(c.back(), c.body(), bib(c), c.head(), q.back(), q.body(), q.head())
    p.add(table(800, WOOD, -20, 1020))
    scr = rect(-104, -72, 208, 144, 12, MINT) + rect(-92, -58, 84, 116, 16, WHITE) + rect(8, -58, 84, 116, 16, WHITE)
    scr += path("M-66 38 V-38", None, INK, 9) + path("M-62 -38 H-20 L-32 -20 L-20 -2 H-62Z", CORAL, CORAL, 6) + circle(50, 0, 30, None, CORAL, 11) + line(30, 20, 70, -20, CORAL, 11)
    p.add(tablet(530, 760, 1.64, 0, scr, case=PLUM))
    p.add(c.arm("r", (842, 804), hand="flat"), c.arm("l", (724, 806), hand="flat", turn=150, bend="out"))
    p.add(q.arm("l", (184, 806), hand="flat"), q.arm("r", (436, 872), hand="point", turn=-88, bend="out"))
    return p


SCENES = [before_share_1, before_share_2, before_share_3, before_share_4, upset_1, upset_2, upset_3, upset_4]
