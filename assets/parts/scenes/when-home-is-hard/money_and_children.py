"""worried-about-money and worried-about-someone-at-home: letters, a desk, a pantry; a back step, a painting, a library, a park."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

denise = _who(skin=3, hair="greywave", hc=GREY, top=PLUM, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, legs=INK, shoe=CORAL)
kai = _who(skin=2, hair="curls", hc=BLACK, top=SUN, wear="stripes", trim=CORAL, build="child", legs=DENIM, shoe=WHITE)
wes = _who(skin=0, hair="fringe_bald", hc=GREY, beard=GREY, top=TEAL, wear="knit", trim=MINT, build="elder", age=1)
adviser = _who(skin=1, hair="quiff", hc=BLACK, top=SKY, wear="tie", trim=CORAL, build="adult", legs=INK, shoe=AUBURN)
helper = _who(skin=1, hair="ponytail", hc=BLACK, top=CORAL, wear="apron", trim=TEAL, build="adult", legs=INK)
elliot = _who(skin=1, hair="sweep", hc=BROWN, top=MOSS, wear="hoodie", trim=LEAF, build="child", legs=DENIM, shoe=CORAL)
noa = _who(skin=3, hair="puffs", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=PLUM, shoe=WHITE, aid=TEAL)
adeyemi = _who(skin=4, hair="bun", hc=BLACK, top="#5BA3C6", wear="lanyard", trim=CORAL, build="adult", legs=INK, shoe=WHITE)
FUR, FUR2 = "#C98F4E", "#F3DDBB"


def dog(x, y, s=1, flip=False, up=16):
    """A dog that sits on y, faces left and looks up."""
    d = shade(FUR, .82)
    b = path("M96 -30 C170 -40 190 -110 160 -150", None, FUR, 40)
    b += path("M-84 0 C-104 -150 -84 -280 -4 -284 C70 -284 104 -190 124 -110 C136 -60 130 -20 120 0Z", FUR, FUR, 8)
    b += path("M-74 -110 C-84 -220 -60 -262 -20 -262 C-2 -220 -6 -140 -24 -100Z", FUR2)
    b += path("M36 -4 C10 -60 40 -120 96 -104 C140 -90 136 -20 118 -4Z", d) + path("M-52 -150 V-22 M6 -150 V-22", None, FUR, 44) + path("M-66 -12 H-46 M-8 -12 H12 M30 -12 H60", None, FUR2, 34)
    head = path("M60 -60 C110 -70 124 10 96 56 C70 60 52 20 48 -30Z", d)
    head += path("M-60 -50 C-50 -96 60 -104 84 -46 C104 20 70 76 10 76 C-40 76 -66 30 -60 -50Z", FUR)
    head += path("M-16 -10 C-60 -20 -124 -6 -124 30 C-124 66 -60 74 -14 60Z", FUR2, FUR2, 6) + path("M-96 52 Q-66 70 -34 50", None, INK, 7) + ellipse(-116, 6, 22, 17, INK)
    head += circle(-22, -32, 10, INK) + circle(-19, -36, 3, WHITE) + path("M64 -64 C116 -70 128 16 98 60 C70 62 56 16 52 -34Z", d)
    b += line(-58, -262, 56, -262, CORAL, 26) + circle(-14, -240, 15, SUN) + group(head, 0, -338, 1, up)
    return group(b, x, y, s, flip=flip)


def running_dog(x, y, s=1, flip=False):
    """A dog that runs to the right; its paws at y."""
    d = shade(FUR, .82)
    b = path("M-150 -150 C-200 -170 -220 -210 -210 -244", None, FUR, 32) + path("M-110 -110 L-190 -40 M96 -110 L190 -60", None, d, 40)
    b += path("M-160 -130 C-160 -200 -60 -190 0 -186 C80 -190 140 -200 150 -140 C150 -80 60 -92 0 -86 C-60 -80 -160 -70 -160 -130Z", FUR, FUR, 12) + path("M-120 -100 L-150 -20 M110 -110 L170 -8", None, FUR, 42)
    b += path("M60 -90 C90 -84 140 -90 150 -130 C120 -120 90 -110 60 -90Z", FUR2)
    h = path("M-60 -40 C-50 -90 50 -90 70 -40 C90 20 50 64 0 64 C-50 64 -70 20 -60 -40Z", FUR) + path("M20 -8 C60 -20 118 -4 118 26 C118 58 60 64 16 52Z", FUR2, FUR2, 6) + ellipse(110, 6, 20, 15, INK) + circle(24, -28, 9, INK)
    h += path("M92 44 Q60 62 30 44", None, INK, 7) + path("M50 56 q6 40 30 24 q10 -14 -2 -34Z", CORAL) + path("M-56 -56 C-112 -70 -140 -10 -120 30 C-90 30 -60 0 -44 -20Z", d)
    b += line(110, -190, 160, -140, CORAL, 24) + group(h, 180, -224, 1, -8)
    return group(b, x, y, s, flip=flip)


def letter(x, y, s=1, rot=0, c=WHITE):
    return group(path("M-80 -50 H80 L92 54 H-92Z", c, c, 10) + lines(-4, -6, 110, 3, DENIM, 24, 8) + rect(36, -46, 34, 22, 4, CORAL), x, y, s, rot)


def envelope(x, y, s=1, rot=0, c=CREAM):
    return group(path("M-76 -36 H76 L84 44 H-84Z", c, c, 10) + path("M-72 -34 L0 12 L72 -34", None, shade(c, .82), 7), x, y, s, rot)


def tin(x, y, s=1, c=CORAL):
    """A tin that stands on y."""
    return group(rect(-34, -92, 68, 92, 8, "#C3CBCE") + rect(-34, -76, 68, 62, 2, c) + circle(0, -46, 18, CREAM), x, y, s)


def worried_about_money_1():
    p = Picture("worried-about-money-1", LEAF)
    p.add(rect(0, 0, 1000, 1000, 0, shade(LEAF, 1.4)), window(500, 216, 300, 250, SKY, WHITE, circle(570, 160, 30, SUN) + plant(450, 336, .5, CORAL)))
    d = denise(236, 450, 1.08, look=.5, down=.6, tilt=5, mood="talk", len=420)
    f = wes(766, 446, 1.08, look=-.5, down=.6, tilt=-5, mood="soft", len=420)
    k = kai(504, 560, .96, look=-.2, down=.8, tilt=-4, mood="smile", len=330)
    for q in (d, f, k):
        p.add(q.back(), q.body(), q.head())
    p.add(rect(-20, 730, 1040, 44, 16, shade(WOOD, 1.2)), rect(-20, 768, 1040, 260, 0, shade(WOOD, 1.05)))
    p.add(path("M400 792 H600 L626 880 H374Z", WHITE, WHITE, 10), circle(450, 826, 19, AMBER), path("M490 860 Q530 806 580 860", None, MOSS, 12), heart(552, 822, 15, CORAL))
    p.add(letter(300, 800, 1.0, -4), envelope(720, 856, .92, 6), letter(716, 790, .92, 5), mug(354, 886, .78, CORAL, True, steam=None), mug(650, 894, .78, TEAL, steam=None))
    p.add(d.arm("l", (196, 806), hand="flat", turn=20), d.arm("r", (388, 790), hand="thumb", bend="out"))
    p.add(f.arm("l", (630, 788), hand="thumb", bend="out"), f.arm("r", (812, 812), hand="flat", turn=170))
    p.add(pencil(480, 786, .62, 24), k.arm("l", (450, 782), hand="flat", turn=60), k.arm("r", (486, 790), hand="thumb", bend="out"))
    return p


def worried_about_money_2():
    p = Picture("worried-about-money-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.4)), rect(560, 120, 380, 24, 8, WOOD), rect(560, 290, 380, 24, 8, WOOD))
    p.add("".join(rect(x, 160 if i % 2 else 170, 48, 130, 8, c) + circle(x + 24, 256, 10, CREAM) for i, (x, c) in enumerate(zip(range(600, 900, 60), (CORAL, TEAL, AMBER, PLUM, DENIM)))), plant(880, 120, .4, CORAL), window(310, 200, 260, 230, SKY, WHITE, cloud(330, 170, .6)))
    d = denise(272, 470, 1.12, look=.5, down=.5, tilt=5, mood="smile", len=420)
    a = adviser(726, 456, 1.12, look=-.5, down=.4, tilt=-5, mood="talk", len=420)
    p.add(d.back(), d.body(), d.head(), a.back(), a.body(), a.head())
    p.add(rect(-20, 764, 1040, 44, 16, AMBER), rect(-20, 800, 1040, 220, 0, shade(AMBER, .86)))
    p.add(path("M376 800 H590 L622 930 H344Z", WHITE, WHITE, 12))
    p.add("".join(tick(398, y, 13, TEAL) + line(438, y, 560 - i * 14, y, DENIM, 10) for i, y in enumerate((828, 864, 900))))
    p.add(group(rect(-58, -74, 116, 148, 18, INK) + rect(-42, -58, 84, 36, 6, MINT) + spots([(x, y) for x in (-30, 0, 30) for y in (4, 30, 56)], 10, CREAM), 780, 860, 1.0, 8))
    p.add(envelope(176, 856, .9, -8))
    p.add(d.arm("l", (220, 800), hand="flat", turn=30), d.arm("r", (364, 806), hand="flat", turn=0, bend="out"), a.arm("l", (590, 838), hand="point", turn=175, bend="out"), a.arm("r", (852, 800), hand="flat", turn=160))
    return p


def worried_about_money_3():
    p = Picture("worried-about-money-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.35)), rect(0, 880, 1000, 140, 0, shade(WOOD, 1.35)))
    p.add("".join(rect(430, y, 520, 22, 6, WOOD) for y in (250, 400)), rect(430, 236, 20, 400, 6, WOOD))
    cols = (CORAL, TEAL, AMBER, PLUM, MOSS, DENIM)
    p.add("".join(tin(x, 250, .9, cols[i % 6]) for i, x in enumerate(range(490, 930, 76))), "".join(tin(x, 400, .9, cols[(i + 3) % 6]) for i, x in enumerate((490, 566))), "".join(rect(x, 314, 56, 86, 6, c) + circle(x + 28, 352, 15, CREAM) for x, c in ((860, SKY), (922, PEACH))))
    d = denise(204, 400, 1.0, look=.5, down=.2, tilt=5, mood="smile")
    h = helper(748, 430, 1.02, look=-.6, down=.1, tilt=-5, mood="grin", len=420)
    k = kai(424, 540, .96, look=-.3, down=.6, tilt=-4, mood="smile")
    p.add(h.back(), h.body(), h.head(), h.arm("r", (846, 726), hand="flat", turn=160))
    p.add(rect(560, 712, 460, 40, 16, WOOD), rect(580, 748, 460, 270, 0, shade(WOOD, 1.15)))
    p.add("".join(apple(x, y, .54) for x, y in ((630, 776), (686, 770), (742, 776), (800, 772), (656, 800), (716, 802), (774, 802))), path("M590 800 H840 L824 900 H606Z", AMBER, AMBER, 12), path("M600 846 H832", None, shade(AMBER, .8), 8), "".join(carrot(x, 790, .7, r) for x, r in ((890, -8), (930, 10))), path("M856 800 H1000 V900 H866Z", MOSS, MOSS, 10))
    p.add(d.standing(930, 44), d.back(), d.body(), d.head(), k.standing(916, 36), k.back(), k.body(), k.head())
    p.add(tin(560, 626, .84, CORAL), h.arm("l", (580, 600), hand="thumb", bend="down"))
    p.add(d.arm("r", (322, 664), far=False, bend="out"), path("M270 712 C270 640 374 640 374 712", None, DENIM, 13), apple(338, 702, .6), apple(298, 704, .54), path("M250 712 H394 L404 862 H240Z", SKY, SKY, 14), heart(322, 790, 34, DENIM), d.arm("l", (104, 650)))
    p.add(k.arm("r", (496, 690), hand="flat"), k.arm("l", (384, 668), hand="thumb", bend="out"), apple(366, 640, .74))
    return p


def worried_about_someone_at_home_1():
    p = Picture("worried-about-someone-at-home-1", SKY)
    p.add(rect(0, 0, 1000, 790, 0, "#E9B79B"), path(" ".join("M%d %d h84" % (x + (60 if i % 2 else 0), y) for i, y in enumerate(range(70, 760, 74)) for x in range(20, 1000, 240)), None, shade("#E9B79B", .93), 18))
    p.add(rect(330, 60, 330, 700, 10, WHITE), rect(354, 84, 282, 660, 6, TEAL), rect(386, 124, 218, 200, 12, SKY), path("M495 124 V324", None, TEAL, 9), circle(606, 500, 14, SUN))
    p.add(rect(110, 740, 780, 60, 12, shade(CREAM, .92)), rect(60, 796, 880, 90, 12, shade(CREAM, .84)), ground(880, MOSS), plant(140, 806, .86, CORAL), plant(880, 806, .76, PLUM))
    e = elliot(352, 484, 1.24, look=.5, down=.35, tilt=6, mood="think", shoe=CORAL)
    p.add(e.back(), e.body(), e.seated(938), e.head())
    p.add(e.arm("l", (306, 716), hand="flat", turn=20))
    p.add(e.arm("r", (740, 640), hand=None, bend="down", cuff=False), dog(672, 852, 1.18), e.fingers(752, 640, 200, 1.1, 3))
    return p


def worried_about_someone_at_home_2():
    p = Picture("worried-about-someone-at-home-2", LILAC, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(LILAC, 1.4)), rect(0, 860, 1000, 160, 0, shade(LILAC, .95)))
    # the big sheet on the wall
    p.add(rect(250, 120, 500, 520, 14, WHITE), "".join(circle(x, y, 12, CORAL) for x, y in ((280, 146), (720, 146))))
    p.add('<defs><clipPath id="worried-about-someone-at-home-2-s"><rect x="250" y="120" width="500" height="520" rx="14"/></clipPath></defs>')
    art = path("M250 560 Q500 430 760 560 V650 H250Z", MOSS) + "".join(path("M320 520 A190 190 0 0 1 690 520" if i == 0 else "M%d 520 A%d %d 0 0 1 %d 520" % (320 + i * 30, 185 - i * 30, 185 - i * 30, 690 - i * 30), None, c, 30) for i, c in enumerate((CORAL, AMBER, TEAL, PLUM)))
    art += sun(330, 220, 50, AMBER, 11) + cloud(610, 230, .6, SKY)
    p.add('<g clip-path="url(#worried-about-someone-at-home-2-s)">%s</g>' % (art + path("M250 560 Q500 450 760 560 V650 H250Z", MOSS)), dog(520, 610, .34))
    a = elliot(236, 510, 1.06, look=.6, down=-.2, tilt=-4, mood="grin")
    b = noa(776, 516, 1.06, look=-.6, down=-.1, tilt=5, mood="laugh")
    p.add(a.standing(930, 40), a.back(), a.body(), a.head(), b.standing(934, 40), b.back(), b.body(), b.head())
    for q, side, (x, y), c, f in ((a, "r", (376, 424), TEAL, 1), (b, "l", (634, 460), PLUM, -1)):
        p.add(line(x - f * 30, y + 50, x + f * 34, y - 54, WOOD, 13), line(x + f * 34, y - 54, x + f * 48, y - 78, c, 18), q.arm(side, (x, y), hand="thumb", bend="down"))
    p.add(a.arm("l", (170, 700)))
    p.add(b.arm("r", (848, 690)), rect(360, 800, 290, 30, 12, WOOD), path("M396 826 V960 M614 826 V960", None, shade(WOOD, .8), 18))
    p.add("".join(rect(x - 28, 740, 56, 62, 8, WHITE) + rect(x - 28, 758, 56, 44, 8, c) for x, c in ((410, CORAL), (484, AMBER), (558, TEAL), (620, PLUM))))
    return p


def worried_about_someone_at_home_3():
    p = Picture("worried-about-someone-at-home-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.4)), rect(0, 830, 1000, 190, 0, shade(SUN, 1.1)), rect(90, 90, 820, 420, 14, WOOD))
    cols = (CORAL, TEAL, AMBER, PLUM, MOSS, DENIM, ROSE, SKY)
    for r, y in enumerate((116, 256, 396)):
        p.add(rect(112, y, 776, 116, 4, shade(WOOD, .72)))
        x = 122
        for i in range(17):
            w = (34, 42, 30, 38)[(i * 3 + r) % 4]
            h = (92, 102, 84)[(i + r * 2) % 3]
            if (i + r * 5) % 9 != 6:
                p.add(rect(x, y + 116 - h, w, h, 5, cols[(i * 5 + r * 3) % 8]))
            x += w + 8
    e = elliot(316, 540, 1.14, look=.6, down=.1, tilt=5, mood="talk")
    a = adeyemi(690, 458, 1.08, look=-.6, down=.2, tilt=-6, mood="soft")
    p.add(path("M120 900 C110 760 150 640 316 630 C490 640 520 760 510 900 C400 940 220 940 120 900Z", TEAL), path("M200 700 C260 680 380 680 430 700", None, shade(TEAL, .84), 9))
    p.add(e.back(), e.body(), e.seated(944), e.head())
    p.add(rect(560, 560, 270, 340, 50, CORAL), a.back(), a.body(), a.seated(950), a.head())
    p.add(e.arm("l", (262, 776), hand="flat", turn=30), e.arm("r", (444, 690), hand="open", turn=-30, bend="down"), a.arm("l", (634, 760), hand="flat", turn=20), a.arm("r", (752, 764), hand="flat", turn=160))
    return p


def worried_about_someone_at_home_4():
    p = Picture("worried-about-someone-at-home-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 620, 0, shade(SKY, 1.15)), sun(190, 170, 66, SUN, 12), cloud(560, 130, .8), hill(720, 620, 760, 130, LEAF), ground(600, shade(MOSS, 1.12)), tree(900, 630, 1), tree(90, 620, .7), bush(520, 612, .6))
    p.add(path("M0 760 Q500 700 1000 760 V1010 H0Z", MOSS), "".join(path("M%s q4 -20 -4 -34 M%s q0 -18 10 -30" % (pts(x, y), pts(x + 10, y)), None, LEAF, 7) for x, y in ((80, 860), (460, 940), (560, 830), (940, 860))))
    a = elliot(474, 410, .94, look=.4, tilt=5, mood="grin")
    b = noa(226, 430, .94, look=.5, tilt=4, mood="laugh")
    for q in (b, a):
        x, y = q.hip()
        s = q.s
        p.add(q.leg((x - 14, y - 10), (x - 60, y + 90 * s), (x - 150 * s, y + 120 * s), toe=1, far=True, w=62), q.leg((x + 14, y - 10), (x + 104 * s, y + 50 * s), (x + 70 * s, y + 180 * s), toe=1, w=62))
        p.add(q.back(), q.body(), q.head())
    p.add(b.arm("l", (136, 560), hand="open", turn=150, bend="down"), b.arm("r", (324, 530), bend="down"), a.arm("l", (392, 556), bend="out"), a.arm("r", (576, 476), hand="open", turn=-50, bend="down"))
    p.add(running_dog(660, 906, .88))
    return p


SCENES = [worried_about_money_1, worried_about_money_2, worried_about_money_3, worried_about_someone_at_home_1,
          worried_about_someone_at_home_2, worried_about_someone_at_home_3, worried_about_someone_at_home_4]
