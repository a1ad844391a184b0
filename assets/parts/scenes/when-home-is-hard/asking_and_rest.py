"""asking-early and worn-out: a stair, a playgroup, a front desk; a baby, a cot, a shoe, a park bench."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

ewan = _who(skin=0, hair="sweep", hc=AUBURN, beard=AUBURN, top=DENIM, wear="knit", trim=SKY, build="adult", legs=INK, shoe=WHITE)
shabana = _who(skin=1, cover=("hijab", CORAL), top=TEAL, wear="tee", build="adult", legs=INK, shoe=CREAM)
worker = _who(skin=3, hair="locs", hc=BLACK, top=PLUM, wear="lanyard", trim=SUN, build="adult", glasses=True, earring=SUN)
tosin = _who(skin=4, hair="buzz", hc=BLACK, cover=("headwrap", AMBER), top=CORAL, wear="dots", trim=PEACH, build="adult", legs=INK, shoe=CREAM)
uncle = _who(skin=4, hair="buzz", hc=BLACK, beard=BLACK, top=MOSS, wear="hoodie", build="broad", legs=DENIM, shoe=WHITE)
josef = _who(skin=0, hair="crop", hc=BROWN, top=TEAL, wear="shirt", build="adult", glasses=True, legs=INK, shoe=AUBURN)
ema = _who(skin=0, hair="puffs", hc=BROWN, top=CORAL, wear="dungarees", trim=DENIM, build="child", legs=DENIM, shoe=SUN)


def baby_head(x, y, s=1, skin=2, rot=0, mood="sleep", hat=None, hair=BLACK):
    """A baby's face, seen from the front."""
    c = SKIN[skin]
    ink = INK if skin < 4 else "#1B100B"
    b = spots([(-64, 8), (64, 8)], 13, c) + circle(0, 0, 66, c)
    b += path("M-58 -34 C-40 -78 40 -78 58 -34 C30 -58 -30 -58 -58 -34Z", hat or hair) if not hat else path("M-70 -18 C-72 -92 72 -92 70 -18 C40 -34 -40 -34 -70 -18Z", hat) + circle(0, -80, 17, shade(hat, 1.2))
    b += spots([(-36, 22), (36, 22)], 9, mix(c, "#E0563C", .28), 6)
    if mood == "sleep":
        b += path("M-36 4 q10 8 20 0 M16 4 q10 8 20 0", None, ink, 6) + path("M-10 30 q10 8 20 0", None, ink, 6)
    elif mood == "cry":
        b += path("M-38 4 q10 -9 20 0 M18 4 q10 -9 20 0", None, ink, 6) + ellipse(0, 32, 17, 13, "#7A2E22")
    else:
        b += spots([(-25, 2), (25, 2)], 7.5, ink) + path("M-14 26 q14 14 28 0", None, ink, 6)
    return group(b, x, y, s, rot)


def pram_with_baby(x, y, s=1, c=PLUM, rot=0, skin=0, hat=SUN):
    b = baby_head(-20, -176, .62, skin, -12, "smile", hat) + pram(0, 0, 1, c)
    return group(b, x, y, s, rot)


def shopping(x, y, s=1, c=SUN, rot=0):
    """A bag that hangs from x, y."""
    return group(path("M-34 70 C-34 -20 34 -20 34 70", None, shade(c, .8), 11) + leaf(-26, 48, .7, -20) + path("M-58 62 H58 L66 170 H-66Z", c, c, 14) + heart(0, 122, 26, shade(c, .78)), x, y, s, rot)


def asking_early_1():
    p = Picture("asking-early-1", SUN)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.35)), window(492, 190, 220, 250, SKY, WHITE, circle(540, 130, 26, SUN) + cloud(450, 250, .46)))
    # the wall below the rail, the rail, and the steps
    p.add(path("M0 660 L1000 330 V1000 H0Z", shade(SUN, 1.12)), path("M0 660 L1000 330", None, WOOD, 22))
    p.add(path("M-20 1010 V960 H110 V914 H240 V868 H370 V822 H500 V776 H630 V730 H760 V684 H890 V638 H1010 V1010Z", PEACH), path("M-20 960 H110 M110 914 H240 M240 868 H370 M370 822 H500 M500 776 H630 M630 730 H760 M760 684 H890 M890 638 H1010", None, shade(PEACH, .84), 16))
    p.add(path("M110 960 V914 M240 914 V868 M370 868 V822 M500 822 V776 M630 776 V730 M760 730 V684 M890 684 V638", None, shade(PEACH, .84), 10), "".join(line(x, 660 - .33 * x, x, 960 - 46 * ((x + 20) // 130), shade(WOOD, 1.2), 11) for x in range(45, 1000, 65)))
    e = ewan(236, 430, 1.08, look=.6, down=-.1, tilt=4, mood="grin")
    s = shabana(766, 346, .98, look=-.6, down=.4, tilt=-6, mood="smile")
    p.add(s.leg((802, 600), (850, 660), (846, 706), toe=-1, far=True, w=88), s.leg((760, 600), (722, 680), (716, 762), toe=-1, w=88))
    p.add(e.leg((262, 730), (352, 790), (330, 880), toe=1, far=True, w=86), e.leg((222, 730), (196, 830), (170, 940), toe=1, w=86))
    p.add(e.back(), e.body(), s.back(), s.body(), s.head(), e.head())
    p.add(s.arm("r", (694, 580), far=True, bend="out"), e.arm("l", (318, 574), far=True, bend="down"))
    p.add(pram_with_baby(560, 778, 1.32, PLUM, -17), shopping(310, 620, .84, AMBER, 4))
    p.add(e.arm("r", (330, 610), bend="down", hand="thumb"), s.arm("l", (674, 628), bend="out", hand="thumb"))
    return p


def on_floor(q, way=1):
    """Crossed legs of somebody on the floor."""
    x, y = q.hip()
    w, s = q.b["ww"] * q.s, q.s
    t = q.b["ww"] * .8 * s
    c = q.legc
    return (path("M%s L%s L%s" % (pts(x - way * w * .4, y - 30 * s), pts(x - way * w * 1.25, y + 58 * s), pts(x + way * w * .5, y + 74 * s)), None, shade(c, .82), t)
            + path("M%s L%s L%s" % (pts(x + way * w * .4, y - 30 * s), pts(x + way * w * 1.25, y + 62 * s), pts(x - way * w * .4, y + 84 * s)), None, c, t)
            + rect(x - w * .8, y - 44 * s, w * 1.6, 70 * s, 20 * s, c))


def asking_early_2():
    p = Picture("asking-early-2", MINT, "soft")
    p.add(rect(0, 0, 1000, 600, 0, shade(MINT, 1.4)), window(500, 220, 400, 240, SKY, WHITE, path("M314 320 Q500 240 686 320 V326 H314Z", LEAF) + circle(600, 180, 30, SUN)))
    p.add(bunting(60, 70, 940, 70, 10, 9, size=36), rect(0, 596, 1000, 420, 0, shade(SUN, 1.2)))
    p.add(ellipse(270, 850, 290, 110, SKY), ellipse(760, 850, 260, 110, PEACH))
    g = Person(186, 500, .8, skin=2, hair="fringe_bald", hc=GREY, beard=GREY, top=MOSS, wear="cardigan", trim=CREAM, build="elder", age=1, glasses=True, look=.6, down=.6, tilt=8, mood="smile", legs=WOOD)
    k = Person(432, 610, .8, skin=2, hair="bob", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", look=-.6, down=.2, tilt=-6, mood="laugh", legs=PLUM)
    e = ewan(626, 490, .8, look=.6, down=.1, tilt=5, mood="talk")
    m = Person(862, 500, .8, skin=1, hair="lowbun", hc=BLACK, top=AMBER, wear="tee", look=-.6, tilt=-5, mood="soft", legs=TEAL)
    for q, way in ((g, 1), (m, -1), (e, 1), (k, -1)):
        p.add(q.back(), on_floor(q, way), q.body(), q.head())
    p.add(m.arm("l", (814, 700), far=True, bend="out"))
    p.add(baby_head(860, 640, .62, 1, 6, "smile", CORAL), path("M814 694 C812 650 908 650 908 694 C912 760 900 786 860 786 C822 786 810 760 814 694Z", WHITE), heart(860, 726, 18, CORAL), m.arm("r", (872, 766), hand="flat", turn=180, bend="out"))
    p.add("".join(rect(x - 28, y - 28, 56, 56, 10, c) + rect(x - 16, y - 16, 32, 32, 8, shade(c, 1.25)) for x, y, c in ((312, 860, CORAL), (312, 804, SUN), (312, 748, TEAL), (372, 880, DENIM), (252, 884, AMBER))))
    p.add(group(rect(-28, -28, 56, 56, 10, PLUM) + rect(-16, -16, 32, 32, 8, shade(PLUM, 1.25)), 306, 656, 1, 8))
    p.add(g.arm("r", (282, 662), hand="thumb", bend="down"), g.arm("l", (126, 772), hand="flat"), k.arm("l", (360, 640), hand="open", turn=-140, bend="down"), k.arm("r", (490, 786), hand="flat"))
    p.add(e.arm("l", (576, 740), hand="flat"), e.arm("r", (684, 748), hand="flat"))
    return p


def asking_early_3():
    p = Picture("asking-early-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.4)), rect(0, 880, 1000, 140, 0, shade(PEACH, 1.1)), rect(384, 96, 264, 230, 16, WOOD), rect(402, 114, 228, 194, 8, shade(SUN, 1.3)))
    for x, y, c, r in ((448, 164, CORAL, -4), (534, 160, TEAL, 3), (586, 236, PLUM, -2), (456, 252, DENIM, 4)):
        p.add(group(rect(-32, -36, 64, 72, 6, WHITE) + circle(0, -12, 14, c) + lines(0, 18, 36, 1, c, 10, 7), x, y, 1, r))
    p.add(window(140, 250, 220, 260, SKY, WHITE, circle(186, 190, 28, SUN) + tree(104, 372, .4)), window(860, 250, 200, 260, SKY, WHITE, cloud(840, 220, .5)))
    w = worker(724, 476, 1.06, look=-.6, down=.1, tilt=-6, mood="soft", len=420)
    e = ewan(290, 396, 1.0, look=.6, down=.1, tilt=5, mood="talk")
    p.add(w.back(), w.body(), w.head())
    p.add(path("M470 756 H1010 V1000 H500Z", TEAL), rect(450, 726, 600, 44, 18, WOOD), rect(580, 830, 90, 120, 12, shade(TEAL, .86)), rect(730, 830, 90, 120, 12, shade(TEAL, .86)), plant(912, 732, .7, CORAL))
    p.add(w.arm("r", (812, 736), hand="flat", turn=160), e.standing(930, 46), e.back(), e.body(), e.head())
    p.add(group(path("M-60 -40 H0 L60 -46 V40 L0 46 H-60Z", WHITE, WHITE, 10) + line(0, -42, 0, 44, shade(CREAM, .88), 6) + heart(-30, -2, 18, CORAL) + lines(32, 0, 34, 2, DENIM, 20, 6), 520, 630, 1.06, -8))
    p.add(w.arm("l", (586, 640), hand="thumb", bend="down"), e.arm("r", (452, 640), hand="thumb", bend="down"), e.arm("l", (190, 640)))
    return p


def worn_out_1():
    p = Picture("worn-out-1", LILAC)
    p.add(rect(0, 0, 1000, 1000, 0, shade(LILAC, 1.4)), window(770, 300, 250, 320, SKY, WHITE, house(790, 446, 120, 100, CREAM, CORAL, TEAL, two=False) + circle(830, 210, 28, SUN)))
    p.add(rect(0, 830, 1000, 200, 0, shade(LILAC, .92)), ellipse(470, 930, 380, 60, PEACH))
    # washing on the airer
    p.add(path("M80 470 V850 M330 470 V850 M70 480 H340 M70 600 H340", None, WHITE, 14), path("M96 482 H196 V580 H96Z", CORAL, CORAL, 8), path("M220 482 H310 V556 H220Z", SUN, SUN, 8), path("M110 602 H180 V690 H110Z", SKY, SKY, 8), path("M206 602 H316 V680 H206Z", TEAL, TEAL, 8))
    t = tosin(480, 440, 1.22, look=.4, down=.5, tilt=6, mood="lids", len=440)
    p.add(t.back(), t.body(), t.head())
    p.add(path("M562 500 C600 450 716 470 730 540 C752 640 716 786 626 796 C536 798 512 740 528 640 C534 590 542 530 562 500Z", SUN), path("M556 640 q66 44 168 6 M552 716 q62 40 146 4", None, AMBER, 10))
    p.add(baby_head(660, 416, 1.12, 4, 14, "cry"))
    p.add(t.arm("l", (576, 776), hand="flat", turn=-10, bend="out"), t.limb(610, 560, (668, 650), "r", "down", "flat", turn=190))
    return p


def cot(x, y, w, h, c=WOOD, inside=""):
    """A cot from the side, with its near rail let down; feet on y."""
    t = y - h
    d = shade(c, .84)
    out = "".join(rect(x - w / 2 + 30 + i * (w - 60) / 7 - 6, t + 40, 12, h * .4, 6, d) for i in range(8)) + rect(x - w / 2 + 10, t + 24, w - 20, 22, 10, d)
    out += rect(x - w / 2 + 14, y - h * .46, w - 28, h * .14, 20, WHITE) + inside
    out += "".join(rect(x - w / 2 + 40 + i * (w - 80) / 6 - 8, y - h * .4, 16, h * .26, 6, c) for i in range(7))
    out += rect(x - w / 2, y - h * .16, w, 26, 10, c) + rect(x - w / 2, y - h * .43, w, 26, 10, shade(c, 1.15))
    return out + rect(x - w / 2 - 10, t, 34, h, 14, shade(c, 1.1)) + rect(x + w / 2 - 24, t, 34, h, 14, shade(c, 1.1))


def worn_out_2():
    p = Picture("worn-out-2", SKY, "soft")
    p.add(rect(0, 0, 560, 1000, 0, shade(SKY, 1.35)), rect(0, 812, 560, 200, 0, shade(SKY, .95)), rect(540, 0, 460, 1000, 0, shade(SUN, 1.35)), rect(540, 812, 460, 200, 0, shade(WOOD, 1.35)))
    p.add(window(170, 230, 200, 210, SKY, WHITE, cloud(180, 200, .46)))
    p.add(path("M372 60 V150 M302 172 Q372 120 442 172", None, WOOD, 8), path("M302 172 V200 M442 172 V204 M372 150 V224", None, WOOD, 5), star(302, 226, 26, AMBER), heart(372, 250, 26, CORAL), circle(442, 226, 22, TEAL))
    lying = (path("M206 600 C230 540 330 530 390 556 C446 556 462 612 452 650 H200Z", SUN, SUN, 10) + path("M250 600 q90 -44 190 -10", None, AMBER, 9)
             + line(250, 600, 214, 536, shade(SUN, .92), 34) + circle(210, 526, 19, SKIN[4])
             # a face in profile, looking up: forehead to the left, chin to the right
             + circle(150, 590, 64, SKIN[4]) + circle(152, 528, 13, SKIN[4]) + ellipse(196, 566, 20, 24, SKIN[4])
             + path("M108 546 C70 572 76 650 150 654 C176 652 190 644 198 632 C160 640 126 622 124 590 C122 570 118 556 108 546Z", BLACK)
             + circle(148, 600, 15, shade(SKIN[4], .8)) + path("M120 556 q8 -10 20 -4", None, "#1B100B", 6) + path("M180 542 q6 10 0 20", None, "#7A2E22", 12) + circle(166, 572, 12, mix(SKIN[4], "#E0563C", .26)))
    p.add(cot(272, 910, 430, 520, WOOD, group(lying, 0, 30)))
    # the wall between, cut, with its open door
    p.add(rect(520, 0, 60, 176, 0, CREAM), rect(520, 166, 60, 830, 0, shade(SKY, 1.2)), rect(512, 160, 76, 30, 8, WOOD), rect(520, 180, 18, 830, 0, WOOD), path("M566 196 L662 250 V980 L566 880Z", TEAL, TEAL, 8), circle(642, 600, 14, SUN))
    t = tosin(800, 440, 1.06, look=.2, down=.3, tilt=4, mood="calm", len=300)
    p.add(t.standing(940, 46), t.back(), t.body(), t.head(), t.arm("l", (716, 720), hand="flat"), t.arm("r", (806, 570), hand="flat", turn=180, bend="out"))
    return p


def worn_out_3():
    p = Picture("worn-out-3", LEAF, "soft")
    p.add(rect(0, 0, 1000, 780, 0, shade(LEAF, 1.45)), rect(0, 776, 1000, 240, 0, shade(WOOD, 1.3)))
    p.add(window(780, 350, 380, 470, SKY, WHITE, tree(880, 560, .74) + circle(690, 210, 34, SUN)))
    p.add(rect(90, 220, 290, 24, 10, WOOD), path("M150 240 C110 270 116 350 112 410 H206 C202 350 206 270 168 240Z", AMBER, AMBER, 10), path("M300 240 C266 270 270 330 268 370 H350 C348 330 350 286 322 240Z", CORAL, CORAL, 10), circle(159, 236, 9, CREAM), circle(311, 236, 9, CREAM))
    j = josef(664, 446, 1.1, look=.6, down=-.2, tilt=4, mood="calm")
    p.add(j.standing(934, 46), j.back(), j.body(), j.head(), j.arm("r", (760, 716)), j.arm("l", (664, 580), hand="flat", turn=0, bend="out"))
    p.add(ellipse(280, 912, 290, 76, PEACH))
    e = ema(270, 600, 1.1, look=.6, down=-.4, tilt=4, mood="firm")
    # legs out in front: one shoe on, one sock
    p.add(e.back(), path("M228 812 Q180 850 176 900", None, shade(DENIM, .84), 78), shoe(176, 940, 1.1, -.6, SUN, 66), path("M316 812 Q380 850 420 890", None, DENIM, 78), path("M436 890 Q500 908 506 872 Q500 846 476 850 Q452 866 424 864Z", WHITE, WHITE, 16), path("M446 862 l8 34", None, CORAL, 9))
    p.add(e.body(), e.head(), trainer(604, 908, .74, SUN))
    p.add(e.arm("l", (206, 812), hand="flat", turn=60, bend="out"), e.arm("r", (344, 812), hand="flat", turn=120, bend="out"))
    return p


def worn_out_4():
    p = Picture("worn-out-4", SKY, "soft")
    p.add(rect(0, 0, 1000, 560, 0, shade(SKY, 1.2)), sun(840, 150, 62, SUN, 12), cloud(200, 130, .8), hill(300, 580, 900, 110, LEAF), ground(560, MOSS), tree(110, 600, 1.1), bush(500, 576, .7, shade(MOSS, .88)))
    p.add(path("M1010 640 C760 640 640 700 420 740 C240 770 80 800 -20 900 V1010 H400 C560 900 760 830 1010 800Z", shade(SUN, 1.3)))
    u = uncle(606, 362, .78, look=.5, down=.4, tilt=4, mood="grin")
    p.add(u.walking(752, 1, 60), u.back(), u.arm("l", (700, 556), far=True, bend="down"), u.body(), pram_with_baby(826, 766, .94, PLUM, 0, 4, SUN), u.head(), u.arm("r", (684, 590), hand="thumb", bend="down"))
    p.add(bench_back(40, 500, 800, 1, WOOD))
    t = tosin(262, 508, 1.08, look=.5, down=.1, tilt=5, mood="smile")
    p.add(t.back(), t.body(), t.seated(960), t.head())
    p.add(mug(334, 700, .92, TEAL), t.arm("l", (288, 716), hand="flat", turn=0), t.arm("r", (368, 720), hand="flat", turn=180))
    return p


SCENES = [asking_early_1, asking_early_2, asking_early_3, worn_out_1, worn_out_2, worn_out_3, worn_out_4]
