"""join-in-online and told-about-online: parents and carers with their children."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

femi = _who(skin=4, hair="buzz", hc="#1B100B", beard="#1B100B", top=TEAL, wear="knit", trim=MINT, build="broad", legs=INK, shoe=WOOD)
tobi = _who(skin=4, hair="curls", hc="#1B100B", top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE, glasses=SUN)
samira = _who(skin=2, cover=("hijab", PLUM), top=ROSE, wear="tee", build="adult", legs=INK, shoe=CORAL)
leila = _who(skin=2, hair="plait", hc=BLACK, top=AMBER, wear="dots", trim=CORAL, build="child", legs=DENIM, shoe=WHITE)
jo = _who(skin=0, hair="ponytail", hc=BLOND, top=DENIM, wear="dots", trim=SKY, build="adult", earring=CORAL)
ana = _who(skin=2, hair="longcurls", hc=BLACK, top=CORAL, wear="cardigan", trim=CREAM, build="adult", earring=SUN)
eli = _who(skin=1, hair="bob", hc=BROWN, top=MOSS, wear="heart", trim=CREAM, build="child", aid=CORAL)
rhys = _who(skin=0, hair="crop", hc=AUBURN, beard=AUBURN, top=MOSS, wear="jacket", trim=CREAM, build="broad", legs=INK, shoe=WOOD)
megan = _who(skin=0, hair="ponytail", hc=AUBURN, top=PLUM, wear="tee", build="teen", legs=DENIM, shoe=WHITE, freckles=True)
helper = _who(skin=3, hair="cornrows", hc=BLACK, top=AMBER, wear="tee", build="adult")


def controller(x, y, s=1, c=WHITE, rot=0):
    b = path("M-70 -30 C-96 -30 -112 34 -96 48 C-80 60 -62 20 -44 20 H44 C62 20 80 60 96 48 C112 34 96 -30 70 -30Z", c, c, 10)
    return group(b + path("M-46 -14 v26 M-59 -1 h26", None, TEAL, 9) + spots([(44, -13), (58, 1), (32, 1)], 7, CORAL), x, y, s, rot)


def grip(q, x, y):
    """Two hands round a controller at x, y."""
    d = 76 * q.s
    return "".join(circle(x + f * d, y + 14, 27 * q.s, q.skin) + line(x + f * (d - 6), y + 4, x + f * (d - 34), y - 10, q.skin, 18 * q.s) for f in (-1, 1))


def chat(tone=PLUM):
    """A chat on a phone: only bubbles, no words."""
    return rect(-38, -80, 60, 34, 12, tone) + rect(-38, -36, 74, 34, 12, tone) + rect(-22, 8, 60, 34, 12, SUN) + rect(-38, 52, 52, 28, 11, tone)


def chest(q, x, y, side, k=1):
    """A hand laid on the chest."""
    f = 1 if side == "l" else -1
    return q.arm(side, (x - f * 22, y + 4), hand=None, bend="down") + circle(x - f * 8, y + 2, 29 * q.s * k, q.skin) + q.fingers(x + f * 8, y, 0 if f > 0 else 180, k, 4)


def cross_legged(q, floor):
    hx, hy = q.hip()
    s = q.s
    far = q.leg((hx + 40 * s, hy - 14 * s), (hx + 150 * s, floor - 44 * s), (hx - 16 * s, floor - 4 * s), toe=-1, far=True, w=76)
    return far + q.leg((hx - 40 * s, hy - 14 * s), (hx - 150 * s, floor - 44 * s), (hx + 16 * s, floor), toe=1, w=76)


def join_1():
    p = Picture("join-in-online-1", PEACH)
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.35)), window(500, 210, 250, 200, SKY, WHITE, circle(560, 176, 28, SUN) + path("M390 270 Q500 220 610 270 V298 H390Z", LEAF)))
    p.add(sofa(60, 940, 800, DENIM, 1.2), ellipse(500, 1000, 480, 60, AMBER))
    f = femi(288, 440, 1.16, look=.55, down=.1, tilt=7, mood="laugh")
    t = tobi(712, 530, 1.2, look=-.55, down=-.2, tilt=-6, mood="grin")
    p.add(f.back(), f.body(), f.seated(1010), "".join(ellipse(f.hip()[0] + k * 62, f.hip()[1] + 34, 62, 54, mix(INK, WHITE, .09)) for k in (-1, 1)), f.head(), t.back(), t.body(), t.seated(1010), t.head())
    p.add(controller(288, 716, 1.2, WHITE), f.arm("l", (186, 730), hand=None, bend="out"), f.arm("r", (390, 730), hand=None, bend="out"), grip(f, 288, 716))
    p.add(t.arm("l", (528, 436), hand="open", turn=-112, bend="down"), t.arm("r", (880, 450), hand=None, bend="down"), controller(880, 404, .84, WHITE, 14), circle(872, 438, 29, t.skin), t.fingers(874, 424, -96, 1, 3))
    p.add(star(796, 214, 32, AMBER), star(872, 290, 22, CORAL), star(494, 330, 22, TEAL))
    return p


def join_2():
    p = Picture("join-in-online-2", LEAF, "soft")
    p.add(rect(0, 0, 1000, 560, 0, SKY), sun(500, 160, 56, SUN, 12), cloud(240, 170, .7), cloud(790, 140, .5), hill(240, 580, 800, 170, LEAF), hill(860, 580, 700, 120, shade(LEAF, .92)), ground(570, MOSS), tree(90, 610, 1.0, shade(MOSS, .82)), tree(920, 600, .9, shade(MOSS, .82), WOOD, False))
    p.add(path("M150 790 H850 L980 1000 H20Z", CORAL, CORAL, 20), path("M320 790 L250 1000 M500 790 V1000 M680 790 L750 1000 M110 860 H890 M60 930 H940", None, shade(CORAL, 1.35), 16))
    g = leila(280, 530, 1.18, look=.6, down=.4, tilt=5, mood="talk")
    m = samira(732, 458, 1.1, look=-.6, down=.5, tilt=-7, mood="smile")
    p.add(group(rect(-90, -60, 180, 100, 20, WOOD) + path("M-70 -60 C-60 -150 60 -150 70 -60", None, shade(WOOD, .8), 14) + path("M-90 -30 H90 M-90 0 H90", None, shade(WOOD, .85), 8), 500, 826, .8))
    p.add(m.back(), m.body(), cross_legged(m, 904), m.head(), g.back(), g.body(), cross_legged(g, 904), g.head())
    p.add(g.arm("l", (222, 782), hand="flat", turn=60, bend="out"), phone(480, 636, .9, 12, rect(-50, -96, 100, 184, 14, SKY) + rect(-50, 50, 100, 38, 8, MOSS) + star(-4, -34, 26, SUN) + rect(-36, 12, 30, 40, 5, CORAL) + rect(4, -2, 30, 54, 5, PLUM)), g.arm("r", (440, 704), hand=None, bend="down"), g.fingers(434, 700, -16, 1.1, 4))
    p.add(m.arm("r", (822, 776), hand="flat", turn=110, bend="out"), m.arm("l", (654, 772), hand="flat", turn=80, bend="out"))
    p.add(apple(540, 918, .62), sandwich(466, 920, .6, -6))
    return p


def join_3():
    p = Picture("join-in-online-3", LILAC, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(LILAC, 1.4)), window(800, 226, 240, 240, SKY, WHITE, circle(866, 176, 26, SUN) + path("M694 310 Q800 270 906 310 V332 H694Z", LEAF)), plant(130, 300, .7, CORAL), rect(60, 296, 140, 18, 8, WOOD))
    # the shelf with the phones' basket
    p.add(group(rect(-130, 62, 260, 20, 8, WOOD) + "".join(group(rect(-24, -52, 48, 96, 11, c), x, 0, 1, t) for x, c, t in ((-52, INK, -8), (0, PLUM, 3), (52, CORAL, 10))) + path("M-97 -4 H97 L75 62 H-75Z", AMBER, AMBER, 10) + path("M-85 16 H85 M-77 40 H77", None, shade(AMBER, .82), 8), 512, 168))
    a = jo(206, 474, 1.1, look=.55, down=.6, tilt=7, mood="smile", len=460)
    b = ana(794, 474, 1.1, look=-.55, down=.6, tilt=-7, mood="smile", len=460)
    e = eli(500, 520, 1.2, look=.1, down=.6, tilt=-3, mood="grin", len=420)
    p.add(a.back(), a.body(), a.head(), b.back(), b.body(), b.head(), e.back(), e.body(), e.head())
    p.add(table(800, WOOD, -20, 1020))
    scr = rect(-104, -72, 208, 144, 12, MINT)
    for y, sg, on, c in ((-46, dots(-70, -46, 6, TEAL), True, TEAL), (0, pin(-70, -8, 13, CORAL), False, "#BDB6AE"), (46, circle(-70, 46, 15, AMBER) + circle(-70, 46, 9, None, shade(AMBER, .8), 4), True, TEAL)):
        scr += rect(-94, y - 19, 188, 38, 15, WHITE) + sg + switch(56, y, 56, 26, c, WHITE, on)
    p.add(group(rect(-116, -84, 232, 168, 24, PLUM) + scr, 500, 774, 1.42))
    p.add(e.arm("l", (330, 792), hand=None, bend="out"), e.fingers(334, 786, 0, 1.1), e.arm("r", (628, 742), hand="point", turn=-170, bend="out"))
    p.add(a.arm("l", (120, 812), hand="flat"), a.arm("r", (288, 816), hand="flat", far=True), b.arm("l", (706, 816), hand="flat", far=True), b.arm("r", (880, 812), hand="flat"))
    return p


def told_1():
    p = Picture("told-about-online-1", SKY)
    p.add(cloud(200, 210, .6, shade(SKY, 1.6)), house(640, 620, 420, 380, CREAM, TEAL, CORAL, two=True), ground(612, LEAF), tree(140, 640, .9), bush(930, 640, .9))
    r = rhys(690, 446, 1.2, look=-.6, down=.3, tilt=-6, mood="soft")
    p.add(r.standing(960), r.back(), r.body(), r.head(), r.arm("r", (820, 742)))
    p.add(chest(r, 668, 610, "l"))
    # the garden gate
    p.add(rect(560, 786, 420, 30, 10, shade(CREAM, .9)), rect(560, 886, 420, 30, 10, shade(CREAM, .9)), "".join(path("M%d 980 V746 a27 27 0 0 1 54 0 V980Z" % x, CREAM) for x in range(584, 960, 70)), rect(520, 690, 52, 300, 14, WOOD), circle(546, 684, 32, shade(WOOD, 1.2)), circle(586, 800, 13, INK))
    p.add(ground(926, shade(PEACH, 1.2)))
    m = megan(312, 504, 1.2, look=.6, down=-.1, tilt=4, mood="neutral", len=250)
    p.add(backpack(236, 640, 1.15, AMBER), m.standing(960, 40), m.back(), m.body(), path("M%s Q%s %s" % (pts(*m.at(-74, 26)), pts(*m.at(-52, 60)), pts(*m.at(-66, 130))), None, shade(AMBER, .85), 18), m.head())
    p.add(m.arm("l", (208, 760)), phone(508, 632, .8, 10, chat()), m.arm("r", (484, 684), hand=None, bend="down"), m.fingers(472, 684, -14, 1.1, 4))
    return p


def told_2():
    p = Picture("told-about-online-2", SKY, "soft")
    p.add(sun(140, 180, 50, SUN, 12), cloud(760, 150, .6, shade(SKY, 1.6)), rect(0, 440, 1000, 400, 0, "#7FB3CF"), path("M60 520 h120 M240 580 h160 M640 500 h120 M820 570 h120 M460 470 h90 M520 640 h140", None, shade("#7FB3CF", 1.35), 10))
    p.add(path("M452 440 L556 440 L536 474 H470Z", CORAL, CORAL, 6), line(504, 440, 504, 330, INK, 7), path("M514 334 C556 360 566 400 562 428 H514Z", WHITE), path("M494 350 L450 428 H494Z", SUN))
    p.add(low_wall(700, 330, "#CDBFAE", "#BCAD9B", shade("#CDBFAE", 1.3)))
    r = rhys(296, 426, 1.08, look=.6, down=.3, tilt=6, mood="soft", wear="knit", trim=LEAF)
    m = megan(696, 466, 1.06, look=-.6, down=-.1, tilt=-5, mood="soft")
    for q in (r, m):
        p.add(q.back(), q.body(), q.seated(930), q.head())
    p.add(r.arm("l", (232, 716), hand="flat"), r.arm("r", (436, 600), hand="open", turn=-36, bend="down"), m.arm("r", (774, 724), hand="flat"), m.arm("l", (654, 700), hand="flat", turn=20))
    p.add(bubble(520, 190, 200, 160, (398, 320)), heart(520, 190, 52, CORAL))
    p.add(group(path("M0 -8 q-24 -34 -60 -20 M0 -8 q24 -34 60 -20", None, WHITE, 11), 892, 320, .8), group(path("M0 -8 q-24 -34 -60 -20 M0 -8 q24 -34 60 -20", None, WHITE, 9), 330, 130, .6))
    return p


def told_3():
    p = Picture("told-about-online-3", MINT, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(MINT, 1.4)), window(770, 240, 230, 240, SKY, WHITE, tree(730, 350, .42) + circle(830, 186, 28, SUN)))
    cells = "".join(rect(-84 + i % 5 * 36, -34 + i // 5 * 38, 26, 26, 6, c) for i, c in enumerate((SKY, SKY, SKY, SKY, SKY, SKY, SKY, CORAL, SKY, SKY, SKY, SKY, SKY, SKY, SKY)))
    p.add(group(rect(-108, -104, 216, 206, 16, WHITE) + rect(-108, -104, 216, 50, 16, TEAL) + cells + "".join(rect(x - 7, -124, 14, 40, 6, INK) for x in (-60, 0, 60)), 226, 260))
    r = rhys(470, 470, 1.26, look=-.25, down=.9, tilt=-4, mood="think", len=460)
    p.add(r.back(), r.body(), r.head())
    p.add(table(806, WOOD, -20, 1020))
    p.add(group(path("M-150 -70 H0 L150 -70 L172 60 H0 H-172Z", WHITE, WHITE, 12) + line(0, -68, 0, 60, shade(CREAM, .86), 6) + lines(-84, -16, 96, 3, DENIM, 30, 9) + lines(74, -26, 84, 2, DENIM, 30, 9), 390, 836))
    p.add(phone(724, 846, .9, 76, chat()), mug(876, 790, .9, CORAL, True))
    p.add(r.arm("r", (566, 830), hand="flat", turn=120, bend="out"), pencil(470, 764, .9, 26), r.arm("l", (462, 784), hand=None, bend="out"), circle(458, 792, 36, r.skin), line(446, 776, 468, 748, r.skin, 22))
    return p


def told_4():
    p = Picture("told-about-online-4", PEACH, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.35)))
    k = megan(0, 0, .4, look=.4, mood="grin")
    kick = group(k.leg((-8, 106), (-14, 150), (-26, 196), toe=1, w=60) + k.leg((10, 106), (44, 140), (78, 164), toe=1, w=60) + k.back() + k.body() + k.head() + k.arm("l", (-52, 86)) + k.arm("r", (58, 76), hand="open") + football(116, 178, 26), 152, 286)
    p.add(rect(64, 150, 420, 380, 14, WHITE), rect(84, 170, 380, 340, 8, SKY), rect(84, 420, 380, 90, 0, MOSS), circle(400, 220, 32, SUN), kick, rect(44, 520, 460, 24, 12, shade(WHITE, .9)))
    r = rhys(496, 596, 1.2, look=.55, down=.1, tilt=5, mood="soft", len=420)
    p.add(r.back(), r.body(), rect(-20, 856, 1040, 44, 16, shade(WOOD, 1.15)), rect(-20, 896, 1040, 140, 0, WOOD), r.head())
    hx, hy = r.head_at(-104, 26)
    p.add(r.arm("r", (632, 852), hand="flat", turn=30), r.arm("l", (hx - 14, hy + 36), hand=None, bend="out"), phone(hx - 8, hy + 8, .5, -12), r.fingers(hx - 38, hy + 22, -10, 1, 3))
    c = helper(0, 70, .92, look=-.6, mood="smile", tilt=-4, len=300)
    cid = "told4-a"
    inside = circle(0, 0, 220, MINT) + disc(30, -40, 180, shade(MINT, 1.5)) + c.back() + c.body() + c.head() + headset(c.head_at, .92, INK, -1) + rect(-260, 170, 520, 80, 0, WOOD) + c.arm("l", (-96, 178), hand="flat", turn=20) + c.arm("r", (96, 178), hand="flat", turn=160)
    p.add(circle(742, 262, 190, WHITE), '<defs><clipPath id="%s"><circle r="200"/></clipPath></defs>' % cid, group('<g clip-path="url(#%s)">%s</g>' % (cid, inside), 742, 262, .88))
    p.add(plant(880, 860, .8, TEAL), group(rect(-70, -16, 140, 26, 8, WHITE) + lines(-6, -4, 100, 1, DENIM, 20, 7), 740, 856))
    return p


SCENES = [join_1, join_2, join_3, told_1, told_2, told_3, told_4]
