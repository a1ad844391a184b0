"""Pictures of the kiosk itself (assets/pictures)."""
from style import *
from people import Person
from things import *
from places import *


def placeholder():
    p = Picture("placeholder", MINT)
    p.add(disc(500, 500, 330, shade(MINT, 1.45)), circle(610, 372, 96, SUN))
    p.add(path("M0 640 C180 540 330 560 480 620 C640 680 800 650 1000 560 V1000 H0Z", shade(LEAF, .98)),
          path("M0 780 C200 690 380 720 540 760 C720 800 860 770 1000 710 V1000 H0Z", shade(TEAL, 1.45)))
    p.add(leaf(390, 640, 1.6, -22, MOSS), leaf(470, 626, 1.9, 12, TEAL))
    return p


def thanks():
    p = Picture("thanks", SUN)
    p.add(disc(500, 520, 370, shade(SUN, 1.5)))
    a = Person(340, 560, 1.16, skin=3, hair="puffs", hc=BLACK, top=CORAL, wear="dots", trim=CREAM, build="teen", look=.45, tilt=5, mood="grin", len=420)
    b = Person(676, 540, 1.16, skin=0, hair="greywave", hc=GREY, top=TEAL, wear="cardigan", trim=CREAM, build="elder", look=-.45, tilt=-5, mood="laugh", glasses=True, age=1, len=420)
    p.add(confetti([(150, 330, 30, -20), (250, 190, 30, 10), (380, 120, 28, 0), (500, 150, 34, 12), (620, 110, 26, 20), (740, 190, 30, -14), (856, 320, 30, 24), (520, 268, 32, 10), (112, 430, 20, 0), (900, 400, 22, 16), (400, 215, 18, 0), (620, 230, 22, -30)], 0))
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(a.arm("l", (150, 560), hand="open", turn=-112), b.arm("r", (860, 540), hand="open", turn=-68))
    p.add(a.arm("r", (488, 690), bend="down"), b.arm("l", (530, 690), bend="down"), heart(510, 640, 74, CORAL))
    p.add(circle(478, 700, 30, SKIN[3]), circle(542, 700, 32, SKIN[0]))
    return p


def help_():
    p = Picture("help", LEAF)
    p.add(disc(500, 440, 340, shade(LEAF, 1.5)), plant(838, 800, 1.1, CORAL))
    a = Person(470, 480, 1.36, skin=2, hair="wavy", hc=BROWN, top=TEAL, wear="cardigan", trim=CREAM, build="adult", look=.3, tilt=6, mood="smile")
    p.add(a.back(), a.body(), a.head(), headset(a.head_at, 1.3, INK, 1))
    p.add(table(798, WOOD, -20, 1020))
    p.add(mug(214, 752, 1.05, CORAL, True, steam=WHITE))
    p.add(a.arm("l", (420, 790), hand="flat"), a.arm("r", (552, 790), hand="flat"))
    p.add(bubble(746, 282, 200, 166, (640, 400)), heart(746, 286, 50, CORAL))
    return p


def survey():
    p = Picture("survey", SKY)
    p.add(disc(500, 480, 372, SUN), ground(900, shade(SKY, .86)))
    p.add(bench_back(104, 896, 776, 1.05, TEAL))
    a = Person(328, 496, 1.08, skin=3, hair="curls", hc=BLACK, top=TEAL, wear="heart", trim=CREAM, build="teen", look=.55, tilt=4, mood="grin", legs=DENIM)
    b = Person(674, 496, 1.08, skin=0, hair="bob", hc=AUBURN, top=CORAL, wear="stripes", build="teen", look=-.5, tilt=-5, mood="smile", legs=INK)
    for q in (a, b):
        p.add(q.back(), q.body(), q.seated(1060), q.head())
    p.add(a.arm("l", (280, 776), hand="flat"), a.arm("r", (466, 640), hand="open", bend="down", turn=-36))
    p.add(b.arm("l", (628, 776), hand="flat"), b.arm("r", (718, 776), hand="flat"))
    p.add(bubble(520, 168, 330, 176, (420, 300)), lines(476, 168, 150, 2, INK, 44, 14), tick(616, 168, 44, TEAL))
    return p


def notice():
    p = Picture("notice", MINT)
    p.add(circle(770, 240, 70, SUN), cloud(270, 210, .8, WHITE), hill(200, 760, 700, 170, LEAF), hill(820, 760, 700, 200, shade(LEAF, .93)), tree(176, 770, 1.1), tree(846, 770, 1, MOSS, WOOD, False))
    # the hall
    p.add(rect(276, 440, 448, 340, 8, CREAM), path("M236 446 L500 268 L764 446Z", CORAL, CORAL, 20), circle(500, 380, 36, CREAM), path("M500 360 V380 L514 388", None, INK, 8))
    p.add(path("M436 780 V610 a64 64 0 0 1 128 0 V780Z", TEAL), line(500, 552, 500, 780, DEEP, 6), circle(484, 680, 8, SUN), circle(516, 680, 8, SUN))
    p.add("".join(rect(x, 536, 84, 94, 8, SKY) + path("M%s v94 M%s h84" % (pts(x + 42, 536), pts(x, 583)), None, WHITE, 8) for x in (316, 600)))
    p.add("".join(rect(x, 672, 84, 56, 8, WOOD) + "".join(rect(x + 8 + i * 24, 682 + (i % 2) * 8, 18, 24, 3, (WHITE, SUN, PEACH)[i]) for i in range(3)) for x in (316, 600)))
    p.add(bunting(286, 458, 714, 458, 14, 8, size=30))
    p.add(ground(770, MOSS), path("M436 770 H564 L690 1000 H310Z", shade(PEACH, 1.3)), rect(-20, 880, 1040, 140, 24, shade(WOOD, 1.12)), rect(-20, 912, 1040, 140, 0, WOOD))
    p.add(mug(410, 834, .96, CORAL, True, steam=None), ellipse(580, 880, 104, 18, CREAM), biscuit(552, 846, .62), biscuit(612, 850, .62), biscuit(582, 820, .62))
    return p


def hello():
    p = Picture("hello", PEACH)
    p.add(disc(500, 470, 366, SUN))
    a = Person(470, 520, 1.5, skin=3, hair="longcurls", hc=BLACK, top=TEAL, wear="lanyard", trim=CORAL, build="adult", look=.12, tilt=-4, mood="grin", earring=CREAM, len=420)
    p.add(a.back(), a.body(), a.head(), a.arm("l", (316, 944)))
    p.add(a.arm("r", (790, 480), hand="open", turn=-72))
    p.add(path("M856 372 q34 34 36 84 M742 356 q-20 4 -34 20", None, CORAL, 14))
    return p


SCENES = [placeholder, thanks, help_, survey, notice, hello]
