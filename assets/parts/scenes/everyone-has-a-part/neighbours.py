"""a-good-neighbour and worry-about-a-child."""
from style import *
from people import Person
from things import *
from places import *


def watering_can(x, y, s=1, c=CORAL):
    """Pours to the right; the handle's top is at x, y - 74 * s."""
    d = shade(c, .84)
    return group(path("M-50 -16 C-50 -94 50 -94 50 -16", None, d, 16) + path("M46 30 L128 -36", None, d, 22) + path("M112 -62 L150 -22", None, d, 18)
                 + path("M-62 -28 H62 L56 66 H-56Z", c, c, 16) + path("M162 -8 q14 30 10 64 M142 14 q10 26 6 56 M178 -34 q24 34 22 74", None, SKY, 8), x, y, s, 14)


def pot(x, y, s=1, c=CORAL):
    """A pot of soup; its handles are at x -+ 104 * s, y."""
    d = shade(c, .84)
    return group(path("M-34 -96 q-12 -16 0 -30 t0 -28 M6 -96 q-12 -16 0 -30 t0 -28 M44 -96 q-12 -16 0 -30 t0 -28", None, WHITE, 9) + path("M-86 -14 H-112 M86 -14 H112", None, d, 20)
                 + path("M-88 -44 H88 V50 A26 26 0 0 1 62 76 H-62 A26 26 0 0 1 -88 50Z", c, c, 8) + ellipse(0, -46, 94, 22, d) + ellipse(0, -46, 74, 14, AMBER), x, y, s)


def baby(x, y, s=1, skin=0, wrap=SUN, hat=CORAL):
    """A sleeping baby in a blanket, held at the breast; the head is at the left."""
    k = SKIN[skin]
    b = path("M-70 -34 C10 -80 110 -50 132 0 C140 50 60 84 -30 66 C-90 50 -100 0 -70 -34Z", wrap, wrap, 8) + path("M-34 60 C10 20 60 -20 116 -24", None, shade(wrap, .86), 9)
    b += circle(-64, -14, 58, k) + path("M-112 -40 C-110 -90 -34 -104 -14 -46 C-46 -62 -84 -58 -112 -40Z", hat, hat, 8)
    b += path("M-92 -12 q8 8 16 0 M-58 -10 q8 8 16 0 M-78 16 q10 8 18 0", None, INK, 5) + spots([(-98, 8), (-40, 10)], 7, mix(k, "#E0563C", .3))
    return group(b, x, y, s)


def bag(x, y, s=1, c=AMBER):
    """A bag of shopping; its handle is at x, y - 120 * s."""
    return group(path("M-30 -62 C-30 -134 30 -134 30 -62", None, shade(c, .8), 12) + ellipse(-24, -66, 14, 40, MOSS) + path("M14 -60 L26 -118", None, "#E8B974", 26)
                 + path("M-72 -62 H72 L62 86 H-62Z", c, c, 10) + heart(0, 14, 26, CREAM), x, y, s)


def a_good_neighbour_1():
    p = Picture("a-good-neighbour-1", SUN)
    p.add(rect(0, 0, 1000, 872, 0, shade(SUN, 1.35)))
    p.add(door_rect(300, 872, 250, 600, WHITE, TEAL, rect(222, 320, 156, 130, 14, SKY) + circle(398, 610, 13, SUN)))
    p.add(window(720, 330, 330, 300, SKY, WHITE, path("M576 200 C620 280 620 380 576 460 Z M864 200 C820 280 820 380 864 460Z", PEACH)))
    p.add(rect(0, 868, 1000, 140, 0, shade(PEACH, 1.1)), rect(0, 862, 1000, 20, 0, shade(PEACH, .92)))
    b = Person(290, 500, 1.1, skin=0, hair="fringe_bald", hc=GREY, glasses=True, top=MOSS, wear="cardigan", trim=CREAM, build="elder", age=1, look=.6, tilt=4, mood="grin", legs=INK, len=430)
    g = Person(742, 600, 1.08, skin=3, hair="puffs", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", look=-.6, tilt=-4, mood="grin", legs=DENIM, shoe=WHITE)
    p.add(b.back(), b.body(), b.head(), b.arm("l", (104, 446), hand="open", turn=-100, bend="down"))
    p.add(backpack(790, 742, 1.5, PLUM), g.walking(960, -1, 56), g.back(), g.body(), path("M690 634 C684 690 690 740 700 780 M796 634 C804 690 798 740 790 780", None, PLUM, 20), g.head())
    p.add(g.arm("r", (836, 800)), g.arm("l", (600, 570), hand="open", turn=-106, bend="down"))
    p.add(plant(530, 930, .86, CORAL), plant(150, 940, .95, AMBER, TEAL))
    p.add(watering_can(392, 772, .92, TEAL), b.arm("r", (388, 710), hand="thumb", bend="out"))
    return p


def a_good_neighbour_2():
    p = Picture("a-good-neighbour-2", LEAF, "soft")
    p.add(rect(0, 0, 1000, 868, 0, shade(LEAF, 1.4)), door_rect(700, 868, 340, 730, WHITE, shade(SUN, 1.4), rect(800, 260, 60, 170, 8, SKY) + rect(530, 760, 340, 108, 0, shade(AMBER, 1.3)), CORAL, 0))
    p.add(rect(0, 864, 1000, 140, 0, shade(PEACH, 1.1)), rect(560, 880, 280, 44, 14, TEAL), plant(912, 880, .8, AMBER))
    p.add(rect(396, 230, 96, 116, 10, WHITE), rect(408, 242, 72, 92, 4, SKY), heart(444, 290, 24, CORAL))
    a = Person(706, 456, 1, skin=0, hair="ponytail", hc=AUBURN, top=ROSE, wear="tee", look=-.6, tilt=-4, mood="smile", legs=INK, shoe=CREAM)
    d = Person(264, 450, 1.02, skin=4, hair="buzz", hc=BLACK, beard=BLACK, top=AMBER, wear="stripes", trim=CREAM, build="broad", look=.6, tilt=4, mood="grin", legs=DENIM, shoe=INK)
    p.add(a.standing(884), a.back(), a.body(), a.head(), a.arm("l", (780, 680), hand=None, bend="out", cuff=False), baby(706, 640, 1.02, 0, SKY, PLUM), a.arm("r", (724, 700), hand="mitt", bend="out"))
    p.add(d.standing(900), d.back(), d.body(), d.head())
    p.add(d.arm("r", (540, 690), hand="thumb", bend="down"), pot(436, 704, 1, TEAL), d.arm("l", (334, 706), hand="thumb", bend="out"), d.fingers(540, 694, 180, 1, 3))
    return p


def a_good_neighbour_3():
    p = Picture("a-good-neighbour-3", SKY, "soft")
    p.add(sun(820, 170, 62, SUN, 12), cloud(560, 160, .8, WHITE), house(196, 690, 330, 420, PEACH, CORAL, TEAL, chimney=False), tree(900, 700, .9), ground(684, LEAF), rect(92, 744, 212, 48, 12, shade(CREAM, .86)), rect(64, 784, 268, 50, 12, shade(CREAM, .8)))
    p.add(path("M0 860 Q500 790 1000 850 V1000 H0Z", shade(PEACH, 1.25)))
    k = Person(196, 602, .68, skin=0, hair="crop", hc=BROWN, top=CORAL, wear="stripes", trim=CREAM, build="child", look=.5, tilt=-4, mood="soft", legs=DENIM, shoe=WHITE)
    p.add(k.back(), k.body(), k.seated(826), k.head(), football(264, 794, 32), k.arm("r", (256, 768), hand="flat"), k.arm("l", (164, 746), hand="flat"))
    d = Person(448, 430, .96, skin=0, hair="buzz", hc=BROWN, beard=BROWN, top=MOSS, wear="jacket", trim=CREAM, look=.6, down=.3, tilt=5, mood="soft", legs=INK, shoe=WHITE)
    p.add(d.standing(900), d.back(), d.body(), d.head(), bag(362, 800, .82, AMBER), d.arm("l", (362, 706), hand="thumb"), d.arm("r", (534, 704)))
    r = Person(764, 496, .96, skin=3, hair="bob", hc=BLACK, glasses=True, top=PLUM, wear="cardigan", trim=LILAC, build="adult", look=-.6, down=-.3, tilt=-5, mood="talk", legs=INK, shoe=CORAL)
    ch = Wheelchair(r, -1, 918, TEAL)
    p.add(ch.back(), r.back(), r.seated(892, -1), r.body(), ch.front(), r.head(), r.arm("r", (800, 716), hand="flat"), r.arm("l", (632, 612), hand="open", turn=-110, bend="down"))
    return p


def hamish(x, y, s=1, **kw):
    return Person(x, y, s, **{**dict(skin=0, hair="sweep", hc=GREY, top=DENIM, wear="jacket", trim=CREAM, build="broad", age=1, legs=INK), **kw})


def worry_about_a_child_1():
    p = Picture("worry-about-a-child-1", SUN)
    p.add(disc(480, 360, 320, shade(SUN, 1.45)), ground(820, shade(PEACH, 1.1)))
    # the minibus: roof and windows, Ella at hers, then the panel below it
    p.add(path("M190 880 V330 C190 270 220 240 280 240 H1040 V880Z", TEAL), path("M236 500 V350 C236 310 256 290 292 290 H430 V500Z", SKY), rect(476, 290, 210, 210, 26, SKY), rect(732, 290, 320, 210, 26, SKY))
    e = Person(812, 470, .74, skin=3, hair="braids", hc=BLACK, top=AMBER, wear="tee", build="child", look=-.3, down=.9, tilt=5, mood="neutral", len=300)
    p.add(e.back(), e.body(), e.head(), rect(690, 240, 360, 50, 0, TEAL))
    p.add(rect(190, 496, 860, 384, 0, TEAL), rect(190, 596, 860, 40, 0, CREAM), path("M456 300 V850 M708 520 V850", None, shade(TEAL, .8), 8), line(650, 560, 690, 560, shade(TEAL, .7), 14))
    p.add(circle(800, 866, 96, INK), circle(800, 866, 42, CREAM))
    h = hamish(376, 520, 1.2, look=.5, down=.2, tilt=6, mood="think", len=460)
    p.add(h.back(), h.body(), h.head(), h.arm("r", (520, 900)), h.arm("l", h.head_at(-4, 120), hand="chin", bend="down"))
    p.add(thought(610, 150, 96, h.head_at(60, -90)), question(622, 140, 44, TEAL))
    return p


def worry_about_a_child_2():
    p = Picture("worry-about-a-child-2", PEACH, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(PEACH, 1.4)), window(240, 280, 280, 290, SKY, WHITE, circle(300, 220, 32, SUN) + path("M114 380 Q240 310 366 380 V410 H114Z", LEAF)))
    p.add(rect(640, 300, 300, 22, 10, WOOD), mug(710, 250, .8, TEAL, steam=None), rect(770, 216, 60, 84, 12, AMBER), rect(842, 240, 54, 60, 10, CORAL))
    h = hamish(480, 420, 1.18, look=-.1, down=1, tilt=4, mood="soft", len=420)
    p.add(h.back(), h.body(), h.head())
    p.add(rect(-20, 776, 1040, 44, 16, shade(WOOD, 1.2)), rect(-20, 812, 1040, 200, 0, WOOD))
    # the notebook lies open towards him; the phone lies next to it
    p.add(path("M300 912 L352 786 H634 L682 912Z", shade(TEAL, .9), shade(TEAL, .9), 16), path("M314 904 L362 784 H492 V904Z M494 904 V784 H624 L668 904Z", WHITE, WHITE, 8),
          path("M376 808 H470 M368 838 H474 M360 868 H440 M514 808 H606 M514 838 H560", None, TEAL, 9), line(493, 780, 493, 906, MINT, 6))
    p.add(group(phone(0, 0, .62, 0, heart(0, -4, 30, CORAL)), 792, 856, 1, 64), mug(194, 786, .9, CORAL, True))
    p.add(h.arm("l", (346, 776), hand="flat", turn=40), line(600, 726, 566, 840, AMBER, 15), line(567, 838, 563, 850, INK, 8), h.arm("r", (592, 776), hand="thumb", bend="out"))
    return p


def worry_about_a_child_3():
    p = Picture("worry-about-a-child-3", SUN, "soft")
    p.add(disc(240, 420, 230, shade(SUN, 1.5)), path("M520 0 C470 200 560 420 500 640 C470 780 520 900 490 1000 H1000 V0Z", LILAC), disc(770, 420, 210, shade(LILAC, 1.5)))
    p.add(path("M520 0 C470 200 560 420 500 640 C470 780 520 900 490 1000", None, CREAM, 14), plant(92, 800, .9, CORAL), plant(930, 800, .8, AMBER))
    h = hamish(262, 492, 1.06, look=.5, tilt=5, mood="talk", len=440)
    w = Person(738, 486, 1.06, skin=2, cover=("hijab", TEAL), top=CORAL, wear="lanyard", trim=SUN, look=-.5, tilt=-5, mood="smile", legs=INK, len=440)
    for q in (h, w):
        p.add(q.back(), q.body(), q.head())
    p.add(headset(w.head_at, 1.06, INK, -1))
    p.add(rect(-20, 794, 512, 40, 16, shade(WOOD, 1.2)), rect(-20, 828, 510, 180, 0, WOOD), rect(500, 794, 520, 40, 16, shade(AMBER, 1.3)), rect(496, 828, 520, 180, 0, AMBER))
    hx, hy = h.head_at(-98, 24)
    p.add(h.arm("r", (378, 790), hand="flat"), h.arm("l", (hx - 8, hy + 26), hand=None, bend="out"), phone(hx - 6, hy + 6, .46, -12), h.fingers(hx - 30, hy + 14, -10, 1, 3))
    p.add(group(rect(-70, -18, 140, 36, 6, WHITE), 668, 800), w.arm("r", (850, 790), hand="flat", turn=165), line(716, 700, 676, 792, PLUM, 14), w.arm("l", (704, 738), hand="thumb", bend="out"))
    p.add(bubble(404, 190, 180, 140, (368, 316)), dots(404, 190, 15, TEAL), bubble(588, 260, 150, 126, (636, 352)), heart(588, 262, 38, CORAL))
    return p


SCENES = [a_good_neighbour_1, a_good_neighbour_2, a_good_neighbour_3, worry_about_a_child_1, worry_about_a_child_2, worry_about_a_child_3]
