"""you-choose-when-to-stop and only-know-online: Kai and his tablet, Ife and the players whom she has never met."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

kai = _who(skin=1, hair="quiff", hc=BLACK, top=TEAL, wear="hoodie", build="child", legs=DENIM, shoe=WHITE)
lani = _who(skin=2, hair="longcurls", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=INK, shoe=WHITE, aid=TEAL)
ife = _who(skin=4, hair="puffs", hc="#1B100B", top=PLUM, wear="band", trim=SUN, build="child", legs=DENIM, shoe=CORAL)
ife_dad = _who(skin=4, hair="locs", hc="#1B100B", beard="#1B100B", top=CORAL, wear="shirt", build="adult", legs=INK, shoe=WOOD)

BLUE = "#4F83B5"


def cross_legged(q, floor):
    """The legs of somebody who sits on the floor with crossed legs, facing us."""
    hx, hy = q.hip()
    s = q.s
    far = q.leg((hx + 36 * s, hy - 14 * s), (hx + 136 * s, floor - 44 * s), (hx - 16 * s, floor - 4 * s), toe=-1, far=True, w=74)
    return far + q.leg((hx - 36 * s, hy - 14 * s), (hx - 136 * s, floor - 44 * s), (hx + 16 * s, floor), toe=1, w=74)


def tablet(x, y, s=1, rot=0, screen="", back=False, glass=WHITE):
    b = rect(-116, -84, 232, 168, 24, INK)
    b += circle(0, 0, 20, shade(INK, 1.3)) if back else rect(-104, -72, 208, 144, 12, glass) + screen
    return group(b, x, y, s, rot)


def play(x, y, w, c, rot=0):
    """A video: a card with a triangle."""
    h, t = w * .68, w * .15
    return group(rect(-w / 2, -h / 2, w, h, w * .14, WHITE) + rect(-w / 2 + 9, -h / 2 + 9, w - 18, h - 18, w * .09, c)
                 + path("M%s L%s L%sZ" % (pts(-t * .8, -t), pts(t * 1.1, 0), pts(-t * .8, t)), WHITE, WHITE, 8), x, y, 1, rot)


def cat(x, y, s=1, c="#D08A4A"):
    """A cat asleep in a curl, on y."""
    d = shade(c, .82)
    b = path("M-110 -6 C-124 -100 -40 -136 30 -124 C104 -112 128 -50 112 -6Z", c, c, 8) + path("M-20 -122 q6 20 0 36 M24 -124 q8 20 2 38 M64 -112 q10 18 4 34", None, d, 10)
    b += path("M104 -14 C60 6 -30 10 -64 -8", None, d, 26) + circle(-78, -56, 46, c) + path("M-116 -82 L-112 -122 L-84 -98Z M-72 -98 L-46 -120 L-40 -80Z", c, c, 8)
    return group(b + path("M-100 -54 q8 8 16 0 M-70 -54 q8 8 16 0", None, INK, 5) + path("M-82 -38 h8", None, CORAL, 7), x, y, s)


def controller(x, y, s=1, c=INK, rot=0):
    b = path("M-70 -30 C-96 -30 -112 34 -96 48 C-80 60 -62 20 -44 20 H44 C62 20 80 60 96 48 C112 34 96 -30 70 -30Z", c, c, 10)
    return group(b + path("M-46 -14 v26 M-59 -1 h26", None, TEAL, 9) + spots([(44, -13), (58, 1), (32, 1)], 7, CORAL), x, y, s, rot)


def owl(x, y, s=1):
    d = shade(BLUE, .8)
    b = path("M-62 -60 L-66 -112 L-24 -84Z M62 -60 L66 -112 L24 -84Z", BLUE, BLUE, 10) + ellipse(0, -4, 74, 92, BLUE) + ellipse(0, 30, 46, 54, SKY) + ellipse(-70, 14, 20, 50, d) + ellipse(70, 14, 20, 50, d)
    b += path("M-20 16 q10 10 20 0 q10 10 20 0 M-10 42 q10 10 20 0", None, BLUE, 7) + circle(-28, -40, 30, WHITE) + circle(28, -40, 30, WHITE) + circle(-26, -38, 13, INK) + circle(26, -38, 13, INK)
    return group(b + path("M-10 -20 H10 L0 0Z", AMBER, AMBER, 6) + path("M-22 90 v8 M22 90 v8", None, AMBER, 14), x, y, s)


def fox(x, y, s=1, c="#D9733A"):
    b = path("M-40 100 C-60 40 -40 20 0 20 C40 20 60 40 40 100Z", c, c, 8) + path("M-66 -50 L-60 -104 L-22 -76Z M66 -50 L60 -104 L22 -76Z", c, c, 10) + path("M-74 -34 C-74 -84 74 -84 74 -34 C74 0 34 34 0 34 C-34 34 -74 0 -74 -34Z", c)
    return group(b + path("M-70 -24 C-40 -34 -16 -10 0 30 C16 -10 40 -34 70 -24 C66 10 30 34 0 34 C-30 34 -66 10 -70 -24Z", WHITE) + circle(-28, -34, 9, INK) + circle(28, -34, 9, INK) + circle(0, 26, 11, INK), x, y, s)


def robot(x, y, s=1):
    b = line(0, -84, 0, -112, INK, 8) + circle(0, -116, 13, CORAL) + rect(-54, 26, 108, 74, 18, shade(LILAC, .86)) + rect(-72, -84, 144, 104, 28, LILAC)
    return group(b + rect(-52, -60, 104, 52, 22, INK) + circle(-24, -34, 13, SUN) + circle(24, -34, 13, SUN) + heart(0, 62, 18, CORAL), x, y, s)


def blocks(x, y, cols, c, u=40):
    """A tower of the building game: heights of its columns, on y."""
    out = ""
    for i, h in enumerate(cols):
        for j in range(h):
            out += rect(x + i * u, y - (j + 1) * u, u - 3, u - 3, 5, shade(c, 1.14 if (i + j) % 2 else 1))
    return out


def you_choose_1():
    p = Picture("you-choose-when-to-stop-1", LILAC)
    p.add(rect(0, 0, 1000, 760, 0, shade(LILAC, 1.4)), ground(756, shade(LILAC, .9)), ellipse(470, 880, 400, 90, PEACH), ellipse(470, 880, 330, 66, shade(PEACH, 1.3)))
    k = kai(436, 500, 1.36, look=.1, down=.9, tilt=3, mood="think")
    p.add(path("M610 770 C800 740 880 560 812 370 C750 190 600 108 470 110 C320 112 190 210 160 360", None, AMBER, 12, stroke_dasharray="2 26"))
    p.add(k.back(), k.body(), cross_legged(k, 900), k.head())
    for x, y, w, c, r in ((656, 744, 108, TEAL, -16), (800, 646, 128, CORAL, -40), (838, 484, 138, MOSS, -4), (776, 318, 148, PLUM, 22), (634, 186, 152, DENIM, 14), (456, 126, 152, CORAL, -2), (284, 196, 148, AMBER, -20), (182, 334, 140, TEAL, -10)):
        p.add(play(x, y, w, c, r))
    p.add(tablet(436, 746, 1.0, 0, "", True), k.arm("l", (314, 752), hand=None, bend="out"), k.arm("r", (558, 752), hand=None, bend="out"), k.fingers(320, 752, 0, 1.1), k.fingers(552, 752, 180, 1.1))
    p.add(cat(716, 906, .84))
    return p


def you_choose_2():
    p = Picture("you-choose-when-to-stop-2", SUN, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.4)), disc(420, 460, 360, shade(SUN, 1.15)))
    k = kai(350, 520, 1.5, look=.55, down=-.5, tilt=5, mood="think", len=380)
    p.add(k.back(), k.body(), k.head())
    p.add(thought(730, 300, 210, (520, 470)))
    p.add(sun(668, 236, 34, AMBER, 10, AMBER), cloud(806, 250, .52, "#A3ABB0"), apple(672, 366, .76))
    p.add(group(rect(-70, -44, 14, 88, 6, WOOD) + rect(-64, 0, 132, 30, 8, TEAL) + rect(-56, -20, 44, 24, 10, SKY) + rect(60, -14, 14, 58, 6, WOOD), 800, 374))
    p.add(rect(-20, 836, 1040, 44, 18, shade(WOOD, 1.15)), rect(-20, 876, 1040, 140, 0, WOOD))
    p.add(group(rect(-150, -26, 300, 40, 18, INK) + rect(-150, -30, 300, 16, 8, shade(INK, 1.25)), 690, 832))
    p.add(k.arm("r", (408, 748), hand=None, bend="out"), circle(404, 750, 35, k.skin), k.fingers(386, 750, 184, 1.05, 4), k.arm("l", (196, 832), hand="flat", turn=30, bend="out"))
    p.add(plant(882, 838, .6, CORAL))
    return p


def djembe(x, top, foot, s, c):
    d = shade(c, .8)
    b = path("M%s C%s %s %s L%s H%s L%s C%s %s %sZ" % (
        pts(x - 92 * s, top), pts(x - 88 * s, top + 70 * s), pts(x - 62 * s, top + 96 * s), pts(x - 42 * s, top + 120 * s), pts(x - 62 * s, foot), n(x + 62 * s), pts(x + 42 * s, top + 120 * s), pts(x + 62 * s, top + 96 * s), pts(x + 88 * s, top + 70 * s), pts(x + 92 * s, top)), c)
    b += path("M%s l%s l%s l%s l%s l%s l%s" % (pts(x - 84 * s, top + 12 * s), pts(26 * s, 60 * s), pts(28 * s, -50 * s), pts(28 * s, 56 * s), pts(28 * s, -56 * s), pts(28 * s, 50 * s), pts(28 * s, -60 * s)), None, SUN, 8)
    return b + line(x - 58 * s, foot - 14, x + 58 * s, foot - 14, d, 14) + ellipse(x, top, 96 * s, 25 * s, d) + ellipse(x, top - 5, 86 * s, 20 * s, CREAM)


def you_choose_3():
    p = Picture("you-choose-when-to-stop-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 720, 0, "#F3DCC0"), path(" ".join("M%d %d h70" % (x + (80 if i % 2 else 0), y) for i, y in enumerate(range(80, 700, 84)) for x in range(30, 1000, 220)), None, shade("#F3DCC0", .94), 16))
    # the open window: indoors a shelf, and on it the tablet with its cable
    p.add(rect(296, 60, 368, 312, 14, WHITE), rect(318, 82, 324, 268, 6, shade(TEAL, .8)), rect(318, 262, 324, 18, 0, WOOD), rect(318, 280, 324, 70, 0, shade(TEAL, .7)), path("M520 214 C560 214 546 150 560 120 V82", None, WHITE, 8))
    p.add(tablet(470, 200, .68, -5, rect(-104, -72, 208, 144, 12, DEEP) + rect(-40, -20, 80, 40, 10, MINT) + rect(42, -9, 10, 18, 4, MINT) + rect(-34, -14, 44, 28, 6, MOSS)), rect(270, 364, 420, 26, 12, shade(WHITE, .9)))
    p.add(ground(706, MOSS), path("M0 860 Q500 800 1000 860 V1000 H0Z", shade(MOSS, 1.15)), bush(60, 716, .9), bush(944, 716, 1.0, shade(MOSS, .9)), spots([(24, 660), (84, 640), (902, 650), (968, 662)], 12, CORAL))
    k = kai(250, 480, 1.22, look=.55, tilt=5, mood="grin")
    a = lani(744, 476, 1.22, look=-.55, tilt=-6, mood="laugh")
    for q, c in ((k, CORAL), (a, TEAL)):
        hx, hy = q.hip()
        p.add(rect(hx - 92, hy - 8, 184, 60, 20, WOOD), q.back(), q.body())
        for f in (-1, 1):
            p.add(q.leg((hx + f * 44, hy - 12), (hx + f * 128, hy + 6), (hx + f * 118, 912), toe=f * .4, w=84))
        p.add(djembe(hx, hy - 34, 916, 1.02, c), q.head())
    p.add(k.arm("l", (146, 566), hand="open", turn=-110, bend="down"), k.arm("r", (286, 700), hand="flat", turn=150, bend="out"))
    p.add(a.arm("r", (862, 572), hand="open", turn=-70, bend="down"), a.arm("l", (710, 698), hand="flat", turn=30, bend="out"))
    p.add(note(488, 470, 56, PLUM), note(556, 590, 40, CORAL), note(430, 610, 38, TEAL))
    return p


def only_know_1():
    p = Picture("only-know-online-1", MINT)
    p.add(rect(0, 0, 1000, 1000, 0, shade(MINT, 1.3)), ground(760, shade(PEACH, 1.1)), rect(380, 704, 560, 96, 18, WOOD), rect(400, 724, 250, 60, 10, shade(WOOD, 1.15)), rect(670, 724, 250, 60, 10, shade(WOOD, 1.15)))
    p.add(rect(620, 640, 80, 70, 0, INK), rect(540, 690, 240, 22, 10, INK), rect(312, 122, 700, 530, 30, INK), rect(334, 144, 656, 486, 14, SKY))
    p.add('<defs><clipPath id="okg"><rect x="334" y="144" width="656" height="486" rx="14"/></clipPath></defs><g clip-path="url(#okg)">', sun(880, 210, 40, SUN), cloud(680, 204, .5), hill(700, 560, 700, 120, LEAF),
          blocks(448, 556, (6, 7, 6), "#D98A6A", 44), path("M438 292 L514 190 L590 292Z", TEAL), blocks(752, 556, (3, 5, 5, 4), "#C9B28A", 44), rect(334, 552, 660, 90, 0, MOSS), '</g>')
    p.add(fox(742, 520, .68), robot(880, 530, .64), owl(596, 500, .92))
    i = ife(316, 560, 1.24, look=.6, down=-.3, tilt=5, mood="grin", len=420)
    p.add(i.back(), i.body(), i.head(), headset(i.head_at, 1.24, WHITE, 1))
    p.add(controller(326, 800, 1.36, WHITE), i.arm("l", (226, 812), hand=None, bend="out"), i.arm("r", (428, 812), hand=None, bend="out"))
    p.add(circle(222, 822, 28, i.skin), circle(430, 822, 28, i.skin), line(228, 810, 250, 792, i.skin, 19), line(424, 810, 402, 792, i.skin, 19))
    return p


def only_know_2():
    p = Picture("only-know-online-2", PEACH, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.35)), disc(300, 470, 340, shade(PEACH, 1.1)))
    i = ife(280, 536, 1.44, look=.6, down=-.1, tilt=-5, mood="think", len=440)
    p.add(i.back(), i.body(), i.head(), i.arm("l", (180, 830), bend="out"))
    scr = rect(-50, -96, 100, 184, 14, MINT) + circle(-24, -68, 19, SKY) + owl(-24, -65, .17) + rect(2, -80, 40, 24, 10, WHITE) + dots(22, -68, 3.2, TEAL)
    scr += group(gift(0, 0, 1, CORAL, CREAM) + path("M0 -54 C-60 -110 -90 -50 0 -54 C60 -110 90 -50 0 -54", CREAM, CREAM, 12), -14, -14, .24)
    scr += rect(-6, 24, 48, 58, 8, WHITE) + path("M2 82 V44 a16 16 0 0 1 32 0 V82Z", PLUM) + padlock(18, 62, 9, SUN, PLUM)
    p.add(phone(696, 496, 3.2, 5, scr))
    cx, cy = i.head_at(38, 112)
    p.add(i.arm("r", (cx, cy), hand="chin", bend="out"), question(470, 190, 58, CORAL))
    return p


def only_know_3():
    p = Picture("only-know-online-3", SKY, "soft")
    p.add(sun(510, 160, 52, SUN, 12), cloud(250, 130, .5), "".join(rect(x, y, w, 500, 6, c) + "".join(rect(x + 22 + a * 54, y + 30 + b * 66, 30, 38, 4, shade(c, 1.4)) for a in range(int((w - 20) / 54)) for b in range(3))
          for x, y, w, c in ((40, 380, 190, "#C7B6A0"), (250, 300, 170, "#D9A08C"), (470, 400, 220, "#B4C3B0"), (720, 330, 230, "#C7B6A0"))))
    p.add(rect(0, 560, 1000, 26, 10, INK), path(" ".join("M%d 586 V780" % x for x in range(20, 1000, 56)), None, INK, 9), ground(776, shade(PEACH, 1.15)), rect(0, 770, 1000, 22, 0, shade(PEACH, .95)))
    p.add(plant(70, 880, 1.0, CORAL), plant(934, 790, .9, AMBER), plant(500, 800, .74, TEAL))
    d = ife_dad(730, 450, 1.08, look=-.65, down=.6, tilt=-7, mood="soft")
    p.add(rect(640, 764, 180, 40, 12, WOOD), path("M664 800 V940 M796 800 V940", None, shade(WOOD, .8), 20), d.back(), d.body(), d.seated(930, -1, 140), d.head())
    i = ife(292, 544, 1.22, look=.6, down=-.1, tilt=4, mood="talk")
    p.add(i.standing(930, 36), i.back(), i.body(), i.head())
    p.add(group(path("M-60 -70 H60 L52 70 H-52Z", MOSS, MOSS, 10) + path("M-62 10 L-130 -50", None, MOSS, 22) + ellipse(-138, -58, 14, 30, shade(MOSS, .85), transform="rotate(-40 -138 -58)") + path("M-30 -74 C-20 -130 90 -110 58 30", None, shade(MOSS, .85), 14), 880, 890, .72))
    p.add(i.arm("r", (448, 756), hand=None, bend="down"), tablet(448, 664, 1.0, -7, rect(-104, -72, 208, 144, 12, MINT) + owl(-36, 8, .58) + circle(58, 0, 42, WHITE) + hand_sign(58, 2, 31, CORAL)))
    p.add(i.fingers(456, 756, -96, 1.2, 4), i.arm("l", (334, 706), hand=None, bend="out"), i.fingers(334, 692, -8, 1.2))
    p.add(d.arm("r", (800, 752), hand="flat", turn=170), d.arm("l", (606, 660), hand="open", turn=-160, bend="down"))
    return p


SCENES = [you_choose_1, you_choose_2, you_choose_3, only_know_1, only_know_2, only_know_3]
