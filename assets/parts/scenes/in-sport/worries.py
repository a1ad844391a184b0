"""What to do when something at a club worries somebody."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

gwen = _who(skin=0, hair="curls", hc=GREY, top=CORAL, wear="pocket", build="adult", age=1)
rav = _who(skin=2, hair="quiff", hc=BLACK, beard=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="broad", aid=CREAM)
keeper = _who(skin=1, hair="crop", hc=BLACK, top=AMBER, wear="band", trim=WHITE, build="child", legs=INK, shoe=CORAL)
bea = _who(skin=4, hair="bun", hc=BLACK, top=PLUM, wear="hoodie", build="adult", legs=DENIM, shoe=WHITE, earring=SUN)
coach = _who(skin=0, hair="sweep", hc=AUBURN, top=CORAL, wear="pocket", build="adult", cover=("beanie", DENIM))
adviser = _who(skin=3, hair="longcurls", hc=BLACK, top=TEAL, wear="cardigan", trim=CREAM, build="adult", glasses=True)


def notebook(x, y, s=1, rot=0, rows=3):
    """An open notebook."""
    b = rect(-160, -110, 320, 220, 18, CORAL) + path("M-148 -100 H0 V100 H-148Z M0 -100 H148 V100 H0Z", WHITE) + line(0, -100, 0, 100, shade(CREAM, .9), 6)
    b += lines(-74, 0, 104, rows, MINT, 46, 11) + lines(70, -46, 96, 2, MINT, 46, 11)
    return group(b, x, y, s, rot)


def a_worry_at_the_club_1():
    p = Picture("a-worry-at-the-club-1", SKY)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.25)))
    p.add("".join(line(x + f * 70, 0, x + f * 70, 150, CREAM, 9) + circle(x + f * 70, 182, 32, None, WOOD, 13) for x in (500,) for f in (-1, 1)))
    p.add("".join(line(x, 110, x, 700, shade(WOOD, 1.3), 16) for x in (30, 150)), "".join(line(30, y, 150, y, WOOD, 14) for y in range(150, 700, 62)))
    a = gwen(280, 490, 1.16, look=.65, tilt=4, mood="worried")
    b = rav(726, 482, 1.14, look=-.65, tilt=-6, mood="soft")
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(table(800, WOOD, -20, 1020), group(notebook(0, 0, .78), 616, 812), mug(420, 762, .8, TEAL, True))
    p.add(a.arm("l", (250, 796), hand="flat"), a.arm("r", (446, 640), hand="open", turn=-50, bend="in"))
    p.add(b.arm("l", (540, 808), hand="flat", bend="out"), pencil(690, 760, .8, 30), b.arm("r", (716, 776), hand="thumb", bend="out"))
    return p


def a_worry_at_the_club_2():
    p = Picture("a-worry-at-the-club-2", shade(WOOD, 1.35), "soft")
    p.add(path("M0 260 H1000 M0 520 H1000 M0 780 H1000", None, shade(WOOD, 1.24), 10))
    # a calendar with one day marked, a phone, a mug from above
    cal = rect(-130, -120, 260, 250, 20, WHITE) + path("M-130 -60 V-100 Q-130 -120 -110 -120 H110 Q130 -120 130 -100 V-60Z", TEAL) + "".join(circle(a, -120, 11, INK) for a in (-66, 66))
    cal += "".join(circle(-92 + i * 46, -22 + k * 48, 13, MINT) for i in range(5) for k in range(3)) + circle(0, 26, 24, None, CORAL, 9)
    p.add(group(cal, 270, 270, 1, -7), phone(770, 300, 1.2, 10, heart(0, -24, 26, CORAL) + rect(-34, 30, 68, 30, 15, TEAL)))
    p.add(circle(850, 660, 96, CREAM), circle(850, 660, 74, "#7A4A2A"), path("M944 630 q44 6 40 40 q-6 34 -46 26", None, CREAM, 22))
    p.add(notebook(486, 620, 1.55, -4))
    # the hands
    p.add(path("M90 1010 C130 920 190 850 262 794", None, CORAL, 118, stroke_linecap="butt"), line(226, 748, 310, 832, shade(CORAL, .84), 28))
    p.add(path("M282 776 L318 742", None, SKIN[0], 92), path("M318 736 L372 714 M340 766 L390 748", None, SKIN[0], 34), path("M306 720 L330 672", None, SKIN[0], 36))
    p.add(path("M900 1010 C860 920 800 856 736 812", None, CORAL, 118, stroke_linecap="butt"), line(690, 852, 770, 764, shade(CORAL, .84), 28))
    p.add(pencil(608, 700, 1.5, 42), path("M716 796 L676 762", None, SKIN[0], 92), path("M664 730 L610 726 M650 764 L600 756 M640 796 L606 784", None, SKIN[0], 36))
    return p


def glove(x, y, s, rot, c=TEAL):
    """A goalkeeper's glove; the fingers point up before it is turned."""
    return group(path("M-33 -40 V-88 M-11 -46 V-104 M11 -46 V-104 M33 -40 V-86", None, c, 21) + rect(-46, -62, 92, 84, 28, c) + path("M44 -20 L74 -54", None, c, 24)
                 + rect(-40, 14, 80, 30, 10, WHITE), x, y, s, rot)


def a_worry_at_the_club_3():
    p = Picture("a-worry-at-the-club-3", SKY, "soft")
    p.add(cloud(800, 160, .8, WHITE), cloud(150, 230, .6, WHITE), hill(300, 620, 900, 150, LEAF), ground(590, shade(MOSS, 1.2)))
    p.add(path("M560 600 V330 H930 V600", None, WHITE, 15), path(" ".join("M%s V592" % pts(x, 340) for x in (610, 660, 710, 760, 810, 860)) + " ".join("M568 %s H922" % n(y) for y in (390, 440, 490, 540)), None, shade(SKY, 1.6), 4))
    p.add(rect(60, 690, 440, 220, 14, shade(PEACH, .92)), rect(46, 676, 468, 40, 16, CREAM), path("M110 760 h70 M240 760 h70 M370 760 h70 M170 812 h70 M310 812 h70 M110 864 h70 M370 864 h70", None, shade(PEACH, .8), 18))
    k = keeper(286, 458, 1.12, look=.6, down=.6, tilt=6, mood="talk")
    b = bea(722, 560, 1.04, look=-.65, down=-.7, tilt=-7, mood="soft")
    hx, hy = b.hip()
    p.add(k.back(), k.body(), k.seated(912, 1, 130), k.head())
    p.add(k.arm("l", (214, 664), hand=None), k.arm("r", (404, 610), hand=None, bend="down"), glove(212, 676, .8, 184), glove(414, 596, .8, 34))
    p.add(b.back(), b.body())
    # she sits on the grass, one knee up
    p.add(b.leg((hx + 30, hy - 20), (hx + 150, 880), (hx - 40, 922), toe=-1, far=True, w=88), b.leg((hx - 20, hy - 20), (hx - 110, 730), (hx - 120, 926), toe=-1, w=88), b.head())
    p.add(b.arm("r", (876, 846), hand="flat"), b.arm("l", (590, 720), hand="open", turn=-130, bend="down"))
    return p


def a_worry_at_the_club_4():
    p = Picture("a-worry-at-the-club-4", LILAC, "soft")
    p.add('<defs><clipPath id="a-worry-4-a"><circle cx="300" cy="386" r="232"/></clipPath><clipPath id="a-worry-4-b"><circle cx="700" cy="616" r="232"/></clipPath></defs>')
    p.add(path("M300 640 C300 860 420 880 480 800 M520 200 C600 130 720 180 700 370", None, CORAL, 13, stroke_dasharray="1 30"))
    p.add(circle(300, 386, 248, CREAM), circle(300, 386, 232, LEAF), circle(700, 616, 248, CREAM), circle(700, 616, 232, SKY))
    c = coach(292, 462, 1.0, look=.4, tilt=7, mood="talk", len=420)
    hx, hy = c.head_at(-96, 26)
    left = path("M60 500 Q300 440 540 500 V700 H60Z", MOSS) + tree(486, 470, .62) + c.back() + c.body() + c.head()
    left += path("M%s Q%s %s" % (pts(*c.at(-34, 6)), pts(*c.at(0, 240)), pts(*c.at(34, 6))), None, SUN, 8) + circle(*c.at(0, 138), 16, INK)
    left += phone(hx - 4, hy + 4, .42, -10) + c.arm("l", (hx - 10, hy + 34), hand="thumb", turn=-70, bend="out") + c.arm("r", (400, 690))
    a = adviser(706, 700, 1.0, look=-.4, tilt=-6, mood="smile", len=300)
    right = window(842, 520, 130, 150, WHITE, CREAM, "", False) + plant(566, 790, .9, AMBER) + a.back() + a.body() + a.head() + headset(a.head_at, 1.0, INK, -1)
    right += rect(440, 806, 520, 80, 12, WOOD)
    right += a.arm("l", (620, 812), hand="flat") + a.arm("r", (800, 806), hand="flat")
    p.add('<g clip-path="url(#a-worry-4-a)">%s</g><g clip-path="url(#a-worry-4-b)">%s</g>' % (left, right))
    p.add(circle(508, 506, 58, CREAM), heart(508, 508, 34, CORAL))
    return p


SCENES = [a_worry_at_the_club_1, a_worry_at_the_club_2, a_worry_at_the_club_3, a_worry_at_the_club_4]
