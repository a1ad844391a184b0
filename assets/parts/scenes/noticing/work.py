"""what-you-see-at-work: a taxi, a café, a fair, a chip shop."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

carol = _who(skin=0, hair="bob", hc=GREY, top=TEAL, wear="scarf", trim=CORAL, build="broad", age=1, glasses=PLUM)
rosie = _who(skin=4, hair="bun", hc="#1B100B", top=CORAL, wear="apron", trim=CREAM, build="adult", earring=SUN, legs=INK)
winnie = _who(skin=2, hair="lowbun", hc=BLACK, top=PLUM, wear="knit", trim=LILAC, build="broad", earring=AMBER)
gareth = _who(skin=0, hair="buzz", hc=AUBURN, beard=AUBURN, top=TEAL, wear="apron", trim=WHITE, build="broad", legs=INK, shoe=AUBURN)


def what_you_see_at_work_1():
    p = Picture("what-you-see-at-work-1", PEACH)
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.3)), house(110, 420, 220, 240, CREAM, TEAL, CORAL), house(890, 420, 220, 240, LEAF, CORAL, TEAL), sun(500, 76, 50, SUN))
    # the taxi from the front: roof, glass, bonnet
    p.add(rect(420, 66, 160, 66, 26, AMBER), rect(452, 88, 96, 22, 11, CREAM))
    p.add(path("M190 640 L258 210 C266 158 300 130 350 130 H650 C700 130 734 158 742 210 L810 640Z", INK, INK, 30))
    glass = "M226 630 L290 226 C296 190 316 172 350 172 H650 C684 172 704 190 710 226 L774 630Z"
    p.add('<defs><clipPath id="what-you-see-at-work-1-g"><path d="%s"/></clipPath></defs>' % glass)
    back = path(glass, "#D8ECF3") + rect(300, 196, 400, 150, 20, shade(SKY, 1.35)) + rect(230, 420, 540, 300, 60, shade(DENIM, 1.25))
    boy = Person(632, 426, .8, skin=2, hair="quiff", hc=BLACK, top=AMBER, wear="hoodie", build="teen", look=-.2, down=.7, tilt=-4, mood="neutral", len=300)
    ph = boy.head_at(104, 22)
    back += boy.back() + boy.body() + boy.head() + boy.arm("r", (ph[0] + 6, ph[1] + 24), hand=None, bend="out") + phone(ph[0], ph[1], .36, 12) + boy.fingers(ph[0] + 22, ph[1] + 10, 190, 1, 3)
    back += rect(300, 390, 210, 300, 60, shade(INK, 1.18)) + rect(350, 330, 110, 76, 34, shade(INK, 1.18))
    c = carol(398, 462, 1.02, look=.35, down=-.5, tilt=-4, mood="think", len=300)
    back += c.back() + c.body() + c.head()
    back += rect(200, 596, 600, 60, 0, shade(INK, 1.1))
    p.add('<g clip-path="url(#what-you-see-at-work-1-g)">%s</g>' % back)
    # the steering wheel and her hands; the mirror
    p.add(path("M276 640 C276 540 330 506 396 506 C462 506 516 540 516 640", None, shade(INK, 1.3), 26), c.arm("l", (292, 580), hand="thumb", bend="out"), c.arm("r", (500, 580), hand="thumb", bend="out"))
    p.add(rect(440, 176, 150, 56, 24, INK), rect(452, 186, 126, 36, 16, SKY), line(516, 160, 516, 180, INK, 12))
    p.add(path("M150 650 C150 620 170 610 200 608 H800 C830 610 850 620 850 650 L880 820 H120Z", AMBER, AMBER, 20), path("M300 650 L270 800 M700 650 L730 800", None, shade(AMBER, .85), 10))
    p.add(rect(90, 800, 820, 150, 50, shade(AMBER, .93)), circle(210, 850, 50, WHITE), circle(210, 850, 32, SUN), circle(790, 850, 50, WHITE), circle(790, 850, 32, SUN), rect(330, 826, 340, 60, 26, INK), rect(120, 900, 760, 40, 20, "#8C979C"))
    p.add(rect(120, 520, 70, 60, 24, AMBER), rect(810, 520, 70, 60, 24, AMBER))
    return p


def tray(x, y, s=1):
    return group(mug(-60, -58, .8, TEAL, False) + cake_slice(60, -16) + ellipse(0, 0, 160, 22, shade(WOOD, 1.15)) + ellipse(0, -6, 150, 16, shade(WOOD, 1.3)), x, y, s)


def cake_slice(x, y, s=1):
    return group(path("M-50 0 V-44 L50 -24 V0Z", PEACH, PEACH, 8) + path("M-50 -50 L50 -30 V-16 L-50 -34Z", CORAL, CORAL, 8), x, y, s)


def what_you_see_at_work_2():
    p = Picture("what-you-see-at-work-2", SUN, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(SUN, 1.4)), ground(790, "#E3C79B"), window(690, 240, 460, 310, SKY, WHITE, house(600, 388, 130, 130, CREAM, CORAL, TEAL, two=False) + tree(800, 390, .46)))
    p.add(path("M690 0 V70", None, INK, 8), path("M620 130 C630 60 750 60 760 130Z", TEAL, TEAL, 8))
    w = Person(862, 500, .92, skin=1, hair="long", hc=AUBURN, top=TEAL, wear="jacket", trim=CREAM, build="adult", look=-.6, down=.2, tilt=-6, mood="talk", legs=INK)
    b = Person(590, 540, .96, skin=3, hair="curls", hc=BLACK, top=MOSS, wear="band", trim=CREAM, build="teen", look=.2, down=1.3, tilt=7, mood="sad", legs=DENIM)
    for q in (w, b):
        p.add(q.back(), q.body(), q.head())
    p.add(rect(460, 760, 560, 250, 0, WHITE), path(" ".join("M%d 790 V1000" % x for x in range(500, 1000, 70)), None, shade(CREAM, .93), 12), rect(446, 740, 560, 40, 18, CREAM), mug(746, 700, .84, AMBER, True, WHITE))
    p.add(b.arm("l", (546, 744), hand="flat", turn=20), b.arm("r", (634, 744), hand="flat", turn=160), w.arm("l", (740, 610), hand="open", turn=-140, bend="down"), w.arm("r", (900, 742), hand="flat", turn=170))
    r = rosie(250, 440, 1.16, look=.65, down=.2, tilt=5, mood="think", len=560)
    p.add(r.back(), r.body(), r.head(), tray(254, 664, .92), r.arm("l", (128, 676), hand="thumb", bend="out"), r.arm("r", (388, 676), hand="thumb", bend="out"))
    return p


def big_wheel(x, y, r):
    out = path("M%s L%s L%s" % (pts(x - r * .62, y + r * 1.35), pts(x, y), pts(x + r * .62, y + r * 1.35)), None, WOOD, 20)
    out += circle(x, y, r, None, WHITE, 16) + circle(x, y, r * .8, None, WHITE, 8)
    for i in range(8):
        a, b = polar(x, y, r, i * 45 + 22)
        out += line(x, y, a, b, WHITE, 7)
    for i in range(8):
        a, b = polar(x, y, r, i * 45 + 22)
        c = (CORAL, TEAL, AMBER, PLUM)[i % 4]
        out += path("M%s h56 v20 a28 26 0 0 1 -56 0Z" % pts(a - 28, b + 8), c, c, 6) + path("M%s Q%s %s" % (pts(a - 26, b + 8), pts(a, b - 40), pts(a + 26, b + 8)), None, c, 8)
    return out + circle(x, y, 26, CORAL)


def what_you_see_at_work_3():
    p = Picture("what-you-see-at-work-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 700, 0, shade(SKY, 1.15)), cloud(180, 140, .7), cloud(900, 260, .6), ground(690, "#B9D99C"), big_wheel(640, 360, 250), path("M0 850 Q500 800 1000 850 V1000 H0Z", "#E9DCC6"))
    girl = Person(650, 500, 1.02, skin=1, hair="bob", hc=BLACK, top=ROSE, wear="dungarees", trim=DENIM, build="child", look=-.1, down=.8, tilt=-5, mood="unsure", legs=DENIM, shoe=WHITE)
    boy = Person(826, 440, 1.06, skin=0, hair="sweep", hc=BROWN, top=MOSS, wear="jacket", trim=CREAM, build="teen", look=-.5, down=.4, tilt=-4, mood="talk", legs=INK, shoe=WHITE)
    p.add(boy.standing(912), boy.back(), boy.body(), boy.head(), girl.standing(900), girl.back(), girl.body(), girl.head())
    # candy in a paper cone; a long strip of tickets
    p.add(girl.arm("l", (546, 700), hand="mitt", bend="in"), path("M544 740 L522 640 H568Z", CREAM, CREAM, 6), circle(545, 594, 58, PEACH), circle(508, 614, 34, PEACH), circle(582, 614, 34, PEACH), path("M520 578 q26 -22 50 0", None, ROSE, 7), girl.fingers(562, 700, 180, .9, 3), girl.arm("r", (712, 690)))
    p.add(path("M764 600 C730 640 790 680 756 730 C736 770 780 800 760 850", None, AMBER, 44, stroke_linecap="butt"), path("M764 600 C730 640 790 680 756 730 C736 770 780 800 760 850", None, shade(AMBER, .75), 44, stroke_linecap="butt", stroke_dasharray="5 46"))
    p.add(boy.arm("l", (766, 606), hand="thumb", bend="down"), boy.arm("r", (912, 690)))
    # the stall
    p.add(rect(44, 250, 400, 720, 10, shade(CORAL, 1.12)), rect(84, 320, 320, 360, 12, shade(SUN, 1.3)))
    w = winnie(248, 520, 1.04, look=.6, down=.2, tilt=4, mood="think")
    p.add(w.back(), w.body(), w.head())
    p.add(rect(44, 676, 400, 40, 10, CREAM), rect(44, 716, 400, 250, 0, CORAL), star(140, 820, 34, SUN), star(250, 820, 34, SUN), star(360, 820, 34, SUN))
    for i in range(6):
        p.add(path("M%s h75 v56 a37 36 0 0 1 -75 0Z" % pts(20 + i * 75, 236), WHITE if i % 2 else CORAL))
    p.add(rect(12, 214, 466, 34, 12, shade(CORAL, .85)), w.arm("l", (170, 676), hand="flat", turn=10), w.arm("r", (340, 676), hand="flat", turn=170))
    return p


def what_you_see_at_work_4():
    p = Picture("what-you-see-at-work-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(MINT, 1.35)), ground(790, "#DCCFBB"))
    # counter and colleague at the back
    p.add(rect(60, 190, 330, 22, 8, WOOD), "".join(rect(90 + i * 72, 128, 50, 62, 8, c) for i, c in enumerate((CORAL, AMBER, CORAL, AMBER))))
    col = Person(226, 408, .86, skin=2, hair="sweep", hc=BLACK, top=CORAL, wear="apron", trim=WHITE, build="adult", glasses=True, look=.4, tilt=4, mood="talk")
    hp = col.head_at(-98, 24)
    p.add(col.back(), col.body(), col.head(), col.arm("l", (hp[0] - 6, hp[1] + 24), hand=None, bend="out"), phone(hp[0] - 2, hp[1] + 4, .4, -12), col.fingers(hp[0] - 24, hp[1] + 12, -10, 1, 3))
    p.add(rect(10, 610, 400, 30, 8, WHITE), rect(20, 640, 380, 330, 0, TEAL), rect(60, 540, 150, 74, 10, SKY), path("M80 612 q10 -40 30 -36 q30 4 34 36Z", "#E8B974"), rect(30, 690, 360, 26, 0, shade(TEAL, 1.3)), col.arm("r", (320, 608), hand="flat", turn=170))
    p.add(window(730, 280, 400, 340, SKY, WHITE, house(660, 440, 130, 140, CREAM, PLUM, CORAL, two=False) + tree(830, 440, .5)))
    p.add(rect(560, 706, 430, 44, 16, WOOD), rect(590, 746, 26, 180, 8, shade(WOOD, .8)), rect(910, 746, 26, 180, 8, shade(WOOD, .8)))
    g = Person(800, 506, 1, skin=0, hair="wavy", hc=BROWN, top=AMBER, wear="hoodie", build="teen", look=-.6, down=-.3, tilt=-4, mood="soft", legs=INK, shoe=WHITE)
    p.add(g.back(), g.body(), g.seated(924), g.head())
    a = gareth(452, 460, 1.12, look=.6, down=.5, tilt=7, mood="soft")
    p.add(a.standing(950), a.back(), a.body(), a.head(), a.arm("l", (356, 700)))
    cup = path("M-32 -44 H32 L24 48 H-24Z", WHITE, WHITE, 8) + path("M-28 -20 H28 L22 42 H-22Z", SKY)
    p.add(g.arm("l", (692, 622), hand="open", turn=-170, bend="down"), g.arm("r", (858, 742), hand="flat"), a.arm("r", (608, 668), hand="mitt", bend="down"), group(cup, 628, 646), a.fingers(600, 664, 0, 1, 3))
    return p


SCENES = [what_you_see_at_work_1, what_you_see_at_work_2, what_you_see_at_work_3, what_you_see_at_work_4]
