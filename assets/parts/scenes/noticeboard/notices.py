"""The notices behind Hide: everyday things, and nothing else."""
from style import *
from people import Person
from things import *
from places import *

CORK = "#D9A86C"


def teapot(x, y, s=1, c=TEAL):
    """Stands on y."""
    return group(path("M-78 -92 C-130 -100 -128 -40 -76 -40", None, shade(c, .85), 18) + path("M70 -60 C110 -70 104 -112 138 -124 L150 -104 C126 -90 134 -50 84 -28Z", c, c, 6)
                 + path("M-84 -70 C-84 -124 84 -124 84 -70 C84 -20 56 0 40 0 H-40 C-56 0 -84 -20 -84 -70Z", c) + path("M-54 -112 Q0 -134 54 -112", None, shade(c, .8), 14) + circle(0, -136, 14, shade(c, .8)), x, y, s)


def wool(x, y, r, c=PLUM):
    l = shade(c, 1.35)
    return (circle(x, y, r, c) + path("M%s q%s M%s q%s M%s q%s" % (
        pts(x - r * .8, y - r * .3), pts(r * .8, -r * .5, r * 1.5, r * .1), pts(x - r * .9, y + r * .15), pts(r * .9, -r * .5, r * 1.7, r * .2),
        pts(x - r * .2, y - r * .85), pts(-r * .3, r * .9, r * .4, r * 1.6)), None, l, r * .12) + path("M%s q%s" % (pts(x + r * .6, y + r * .75), pts(r * .5, r * .5, r * .9, r * .1)), None, c, r * .12))


def pinned(x, y, w, h, body, rot=0, pin_=CORAL, paper=WHITE):
    return group(rect(-w / 2 + 5, -h / 2 + 8, w, h, 8, shade(CORK, .84)) + rect(-w / 2, -h / 2, w, h, 8, paper) + body + circle(0, -h / 2 + 18, 12, pin_), x, y, 1, rot)


def umbrella(x, y, s=1, rot=0, c=DENIM):
    """A folded umbrella, its tip at x, y; the handle is up."""
    return group(path("M0 -250 V-330 C0 -372 -56 -372 -56 -334", None, WOOD, 17) + path("M-34 -262 H34 L8 0 H-8Z", c, c, 10) + path("M-10 -250 L-2 -16 M14 -250 L4 -40", None, shade(c, .8), 6) + rect(-36, -196, 72, 18, 6, shade(c, .75)), x, y, s, rot)


def boot(x, y, s=1, c=AMBER, flip=False):
    """A rubber boot standing on y."""
    return group(path("M-56 -250 H50 V-96 C96 -90 138 -66 138 -18 H-56Z", c, c, 14) + rect(-66, -24, 216, 30, 12, shade(c, .72)) + rect(-66, -266, 126, 34, 12, shade(c, 1.35)) + line(-20, -200, -20, -110, shade(c, 1.35), 12), x, y, s, flip=flip)


def bin_(x, y, s=1, c=MOSS, sign=""):
    """A bin with an open top, standing on y."""
    return group(path("M-132 -350 H132 L106 0 H-106Z", c, c, 18) + path("M-70 -290 L-58 -40 M70 -290 L58 -40", None, shade(c, .86), 10) + ellipse(0, -352, 140, 40, shade(c, .55)) + sign, x, y, s)


def bin_rim(x, y, s=1, c=MOSS):
    """The near edge of its top, before what falls in."""
    return group(path("M-142 -352 C-142 -300 142 -300 142 -352", None, shade(c, 1.25), 22), x, y, s)


def cup(x, y, s=1, rot=0):
    return group(path("M-46 -70 H46 L34 70 H-34Z", CREAM, CREAM, 8) + path("M-42 -26 H42 L37 30 H-37Z", CORAL) + rect(-54, -86, 108, 24, 10, WHITE), x, y, s, rot)


def notice_on_this_week_1():
    p = Picture("notice-on-this-week-1", MINT)
    p.add(rect(0, 0, 1000, 1000, 0, shade(MINT, 1.3)), rect(0, 840, 1000, 170, 0, shade(MINT, .9)), rect(0, 826, 1000, 20, 0, WHITE))
    p.add(rect(84, 150, 620, 590, 20, WOOD), rect(112, 178, 564, 534, 8, CORK))
    p.add(pinned(228, 290, 176, 176, teapot(-8, 66, .72, TEAL), -3), pinned(440, 282, 170, 150, football(0, 16, 46), 4, AMBER, shade(LEAF, 1.2)), pinned(606, 330, 110, 190, leaf(0, 20, 1.5, 12, MOSS), -2, TEAL, LEAF))
    p.add(pinned(224, 520, 170, 190, line(-50, 64, 44, -56, WOOD, 9) + line(50, 64, -44, -56, WOOD, 9) + wool(0, 10, 50), 3, MOSS, shade(LILAC, 1.3)), pinned(424, 494, 170, 176, note(-6, 4, 54, DENIM), -4, CORAL, shade(SUN, 1.3)))
    p.add(pinned(350, 664, 250, 84, lines(0, 10, 180, 2, shade(INK, 1.5), 26, 10), 1, AMBER))
    a = Person(726, 470, 1.12, skin=3, hair="lowbun", hc=GREY, top=CORAL, wear="cardigan", trim=CREAM, build="adult", look=-.7, down=-.3, tilt=-3, mood="smile", glasses=True, age=1, len=560)
    p.add(a.back(), a.body(), a.head(), a.arm("r", (826, 830)))
    p.add(backpack(858, 820, 1.0, DENIM), a.arm("l", (558, 560), hand="point", bend="down", turn=200))
    return p


def notice_wet_feet_1():
    p = Picture("notice-wet-feet-1", PEACH)
    p.add(rect(0, 0, 1000, 760, 0, shade(PEACH, 1.35)), ground(744, shade(WOOD, 1.3)), path("M0 830 H1000 M0 910 H1000 M300 744 L230 1000 M700 744 L770 1000", None, shade(WOOD, 1.15), 7), rect(0, 726, 1000, 22, 0, WHITE))
    # the open door, rain on the street
    p.add(rect(208, 70, 424, 676, 10, WHITE), rect(232, 96, 376, 650, 4, shade(SKY, .92)), cloud(356, 190, 1.0, "#E4EAEC"), cloud(500, 160, .8, WHITE), path("M232 640 Q420 590 608 640 V746 H232Z", shade(LEAF, .9)), tree(312, 650, .62, shade(MOSS, .95)), path("M380 746 L404 622 H452 L510 746Z", shade(CREAM, .92)))
    p.add(path(" ".join("M%s l-14 42" % pts(x, y) for x, y in ((290, 300), (352, 270), (420, 320), (486, 280), (560, 300), (270, 420), (340, 400), (398, 440), (470, 410), (540, 430), (590, 390), (300, 540), (452, 530), (520, 560), (584, 520))), None, WHITE, 9))
    p.add(path("M632 84 L812 150 V800 L632 746Z", TEAL, TEAL, 8), path("M662 170 L782 210 V440 L662 420Z M662 480 L782 506 V722 L662 694Z", shade(TEAL, .84)), circle(786, 474, 15, SUN))
    # mat, boots, stand
    p.add(path("M214 800 H690 L760 912 H144Z", MOSS, MOSS, 26), path("M236 818 H670 L722 894 H184Z", None, shade(MOSS, 1.4), 10))
    p.add(boot(360, 880, .92, AMBER, True), boot(478, 886, .92, AMBER))
    p.add(umbrella(812, 860, 1.0, 8, CORAL), umbrella(872, 860, .86, 16, PLUM), path("M752 700 H928 L908 884 H772Z", DENIM, DENIM, 18), path("M756 736 H922", None, shade(DENIM, 1.3), 14))
    return p


def notice_pot_plants_1():
    p = Picture("notice-pot-plants-1", SUN)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.35)))
    view = sun(330, 226, 62, SUN, 12, AMBER) + cloud(640, 230, .9) + path("M134 560 Q330 420 520 520 Q700 440 866 540 V680 H134Z", LEAF) + house(640, 560, 120, 104, CREAM, CORAL, TEAL, two=False)
    p.add(window(500, 400, 760, 600, SKY, WHITE, view, sill=False), rect(40, 690, 920, 50, 20, WHITE), rect(70, 736, 860, 24, 10, shade(SUN, .9)))
    p.add(path("M60 -100 C130 110 160 300 110 560 H0 V-100Z M940 -100 C870 110 840 300 890 560 H1000 V-100Z", CORAL))
    # a cactus, a trailing plant, a tall one and one in flower
    p.add(group(path("M0 -60 V-220 M0 -120 H-52 V-172 M0 -100 H50 V-150", None, MOSS, 46) + path("M0 -80 V-220 M-20 -90 V-210 M20 -90 V-200", None, shade(MOSS, 1.25), 5) + circle(0, -244, 16, ROSE) + path("M-62 -84 H62 L46 0 H-46Z", TEAL, TEAL, 10) + rect(-74, -104, 148, 34, 12, shade(TEAL, .86)), 208, 690, 1.0))
    p.add(plant(392, 690, 1.18, CORAL))
    p.add(path("M520 600 C470 640 480 740 452 800 M560 600 C560 680 540 760 552 846 M610 600 C650 660 640 740 664 790", None, shade(MOSS, .9), 9))
    p.add("".join(leaf(x, y, .5, a, (MOSS, shade(MOSS, .85))[i % 2]) for i, (x, y, a) in enumerate(((498, 640, 200), (478, 700, 160), (484, 760, 200), (452, 806, 190), (556, 680, 200), (550, 740, 160), (556, 800, 200), (552, 856, 180), (630, 650, 150), (646, 710, 200), (640, 760, 160), (664, 800, 170), (530, 572, -30), (566, 556, 0), (604, 572, 30)))))
    p.add(path("M506 602 H626 L608 690 H524Z", PLUM, PLUM, 12), rect(494, 582, 144, 34, 12, shade(PLUM, .86)))
    flower = "".join(circle(*polar(0, 0, 26, a), 19, ROSE) for a in range(0, 360, 60)) + circle(0, 0, 17, SUN)
    p.add(path("M764 600 V470 M764 600 C740 560 716 540 706 520 M764 600 C792 570 806 550 820 532", None, shade(MOSS, .9), 10), leaf(730, 590, .9, -40), leaf(798, 592, .9, 44), group(flower, 764, 452, 1.1), group(flower, 702, 512, .8), group(flower, 824, 522, .8), path("M702 602 H826 L808 690 H720Z", AMBER, AMBER, 12), rect(690, 582, 148, 34, 12, shade(AMBER, .86)))
    # a hand with a small can
    p.add(path("M470 452 q-26 40 -30 90 M486 452 q-20 40 -18 84 M456 456 q-34 36 -44 80", None, "#5BA3C6", 9))
    can = path("M96 -60 C190 -70 190 60 96 64", None, shade(DENIM, 1.2), 20) + path("M-70 30 L-160 -74 L-184 -60 L-168 -96 L-130 -96 L-62 -24Z", DENIM, DENIM, 10) + rect(-80, -90, 180, 170, 28, DENIM) + ellipse(10, -90, 88, 22, shade(DENIM, .7)) + line(-50, 30, 70, 30, shade(DENIM, 1.3), 12)
    p.add(group(can, 660, 400, .92, -18))
    p.add(path("M1010 330 C930 340 860 350 800 364", None, TEAL, 104, stroke_linecap="butt"), line(812, 312, 792, 414, DEEP, 24), path("M790 366 L766 366", None, SKIN[1], 84), path("M764 336 L736 344 M766 364 L736 372 M770 392 L744 400", None, SKIN[1], 27))
    p.inside[1:] = [group("".join(p.inside[1:]), 0, 56)]
    return p


def notice_lost_things_1():
    p = Picture("notice-lost-things-1", SKY)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.25)), rect(120, 150, 250, 26, 10, WOOD), "".join(rect(150 + i * 40, 70 + (i % 3) * 10, 32, 82 - (i % 3) * 10, 5, (CORAL, TEAL, SUN, PLUM)[i % 4]) for i in range(5)), circle(770, 190, 76, WHITE), circle(770, 190, 62, CREAM), path("M770 150 V190 L798 206", None, INK, 9))
    # what looks out of the box
    p.add(umbrella(300, 720, 1.22, -16, TEAL))
    p.add(group(path("M-60 150 C-66 60 -66 0 -50 -40 L-92 -70 C-108 -84 -90 -108 -70 -96 L-36 -66 L-38 -150 M-4 -60 V-172 M32 -60 V-160 M64 -40 V-120", None, AMBER, 40) + rect(-72, -64, 156, 250, 50, AMBER) + rect(-76, 60, 164, 40, 16, shade(AMBER, .82)), 470, 470, .86, 6))
    p.add(group(path("M-118 40 C-126 -70 -60 -120 0 -120 C60 -120 126 -70 118 40Z", PLUM) + circle(0, -132, 34, LILAC) + rect(-130, 10, 260, 64, 28, shade(PLUM, .84)) + path(" ".join("M%s v34" % pts(x, 24) for x in range(-100, 110, 33)), None, shade(PLUM, 1.2), 7), 676, 440, .98, 8))
    p.add(path("M560 520 C590 440 540 400 580 360 C610 340 640 370 626 420 L640 540", None, CORAL, 46))
    p.add(box(500, 860, 560, 350, CORK, shade(CORK, 1.3), True))
    p.add(path("M742 516 C800 520 826 580 816 660 C812 700 820 740 812 780", None, CORAL, 62, stroke_linecap="butt"), path("M790 560 l52 -10 M788 622 h58 M790 684 l56 6", None, CREAM, 16, stroke_linecap="butt"), path("M784 784 v34 M804 784 v34 M824 784 v34 M840 780 v34", None, CORAL, 9))
    p.add(rect(420, 630, 160, 56, 26, shade(CORK, .72)), table(852, WOOD, -20, 1020))
    # keys and glasses on the desk
    p.add(circle(300, 824, 34, None, SUN, 13), path("M326 846 L392 872 M362 862 l-8 20 M380 868 l-8 20", None, SUN, 13), circle(300, 862, 22, CORAL))
    p.add(circle(620, 838, 38, shade(SKY, 1.4), INK, 10), circle(716, 838, 38, shade(SKY, 1.4), INK, 10), path("M658 832 q10 -10 20 0 M582 830 q-30 -20 -44 14 M754 830 q34 -16 44 18", None, INK, 10))
    return p


def notice_litter_1():
    p = Picture("notice-litter-1", LEAF)
    p.add(rect(0, 0, 1000, 1000, 0, shade(LEAF, 1.4)), ground(836, shade(PEACH, 1.15)), rect(0, 820, 1000, 20, 0, WHITE))
    p.add(window(640, 250, 420, 300, SKY, WHITE, circle(760, 190, 34, SUN) + tree(520, 384, .5) + path("M450 386 Q640 320 830 386Z", LEAF)))
    crumple = path("M-56 10 L-40 -44 L6 -56 L52 -34 L58 14 L30 50 L-26 52Z", WHITE, WHITE, 10) + path("M-30 -30 L0 0 L40 -24 M0 0 L-14 40", None, shade(CREAM, .88), 6)
    p.add(bin_(820, 900, .96, DENIM), group(crumple, 800, 560, .8, 8), group(crumple, 852, 566, .7, 50), bin_rim(820, 900, .96, DENIM))
    a = Person(284, 404, 1.12, skin=1, cover=("flatcap", INK), hair="crop", hc=BROWN, top=AMBER, wear="jacket", trim=CREAM, build="adult", look=.6, down=.7, tilt=5, mood="smile", legs=INK, shoe=WOOD, beard=BROWN, len=330)
    p.add(a.standing(930, 48), a.back(), a.body(), a.head(), a.arm("l", (176, 760)))
    p.add(bin_(562, 920, 1.06, MOSS), cup(560, 500, .72, 24), bin_rim(562, 920, 1.06, MOSS))
    p.add(a.arm("r", (500, 452), hand="open", turn=16, bend="down"), path("M536 400 q6 -16 2 -30 M590 396 q8 -12 8 -28", None, WHITE, 8))
    p.add(rect(778, 690, 84, 104, 8, shade(DENIM, 1.5)), lines(820, 740, 48, 3, DENIM, 24, 8))
    return p


SCENES = [notice_on_this_week_1, notice_wet_feet_1, notice_pot_plants_1, notice_lost_things_1, notice_litter_1]
