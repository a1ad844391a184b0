"""small-changes-add-up: a street, a bedroom, school lockers, a garden gate."""
from style import *
from things import *
from places import *
from people import Person
from cast import _who

gwen = _who(skin=3, hair="greywave", hc=GREY, top=TEAL, wear="cardigan", trim=CREAM, build="elder", glasses=CORAL, age=1, legs=INK, shoe=AUBURN)
kian = _who(skin=0, hair="curls", hc=AUBURN, top=DENIM, wear="jacket", trim=SUN, build="teen", freckles=True, legs=INK, shoe=WHITE)


def skateboard(x, y, s=1, rot=0, c=CORAL):
    """Upright, its wheels to the left."""
    wheels = "".join(rect(-60, y0 - 26, 30, 52, 12, SUN) + line(-40, y0, -10, y0, INK, 12) for y0 in (-92, 92))
    return group(wheels + path("M-16 -150 C26 -164 34 -130 22 -100 V100 C34 130 26 164 -16 150 C-30 140 -20 116 -18 96 V-96 C-20 -116 -30 -140 -16 -150Z", c, c, 8)
                 + line(14, -84, 14, 84, shade(c, .84), 8), x, y, s, rot)


def broom(x1, y1, x2, y2):
    """From the top of the stick to the middle of the head."""
    deg = math.degrees(math.atan2(y2 - y1, x2 - x1)) - 90
    head = path("M-70 -4 H70 L96 84 H-96Z", AMBER, AMBER, 10) + path("M-52 14 L-64 74 M-18 14 L-22 78 M18 14 L22 78 M52 14 L64 74", None, shade(AMBER, .8), 7) + rect(-76, -34, 152, 42, 14, CORAL)
    return line(x1, y1, x2, y2, WOOD, 20) + group(head, x2, y2, 1, deg)


def small_changes_add_up_1():
    p = Picture("small-changes-add-up-1", SKY)
    p.add(rect(0, 0, 1000, 720, 0, shade(SKY, 1.2)), cloud(520, 170, .8), tree(520, 664, .78, AMBER), house(800, 690, 300, 330, PEACH, PLUM, CORAL))
    p.add(house(150, 700, 340, 400, CREAM, CORAL, TEAL, doorx=-.2), ground(690, LEAF), "".join(rect(x, 612, 34, 106, 12, WHITE) for x in range(330, 660, 54)), rect(320, 646, 340, 18, 6, WHITE))
    p.add(path("M0 800 Q500 770 1000 800 V1000 H0Z", "#E9DCC6"))
    k = kian(748, 476, 1.06, look=.45, down=1.2, tilt=9, mood="neutral")
    p.add(k.standing(990, 46, 1), k.back(), k.body(), k.head(), k.arm("r", (864, 740)))
    p.add(skateboard(610, 742, .84, 80), k.arm("l", (628, 722), hand="thumb", bend="out"))
    p.add("".join(leaf(x, y, .62, r, c) for x, y, r, c in ((470, 936, 60, AMBER), (520, 906, 130, CORAL), (566, 944, 20, MOSS), (440, 896, 170, CORAL), (600, 902, 80, AMBER), (900, 890, 40, AMBER), (180, 908, 100, MOSS))))
    g = gwen(272, 440, 1.16, look=.6, tilt=4, mood="think")
    p.add(g.standing(940), g.back(), g.body(), g.head())
    p.add(broom(330, 500, 444, 842), g.arm("l", (344, 548), hand="thumb", bend="down"), g.arm("r", (392, 690), hand="thumb", bend="out"))
    return p


def basket(x, y, s=1):
    """A basket of washing; its handles are at x -+ 150 * s, y."""
    cloth = circle(-70, -46, 52, SKY) + circle(10, -66, 60, WHITE) + circle(76, -42, 50, PEACH) + path("M-96 -40 q30 -40 70 -14 M-20 -70 q30 -30 66 4", None, shade(SKY, .85), 7)
    return group(cloth + path("M-140 -40 H140 L112 104 H-112Z", "#E3B778", "#E3B778", 14) + path("M-122 10 H122 M-116 56 H116", None, shade("#E3B778", .84), 9) + rect(-156, -58, 312, 38, 18, shade("#E3B778", .9)), x, y, s)


def shoebox(x, y, s=1, c=CORAL, shoes=TEAL):
    """An open box with a pair of trainers; its base is at y."""
    return group(trainer(-46, -104, .95, shoes) + trainer(40, -92, .95, shoes) + rect(-134, -82, 268, 82, 10, c) + rect(-144, -92, 288, 26, 10, shade(c, .86)) + star(0, -34, 20, CREAM), x, y, s)


def baseball_cap(x, y, s=1, c=PLUM):
    return group(path("M-84 20 C-88 -70 88 -70 84 20Z", c) + path("M60 4 C120 0 164 18 164 32 C120 40 80 30 -30 22Z", shade(c, .84), shade(c, .84), 8) + path("M0 -46 C-20 -20 -24 0 -22 18", None, shade(c, .84), 6) + circle(0, -50, 9, shade(c, .84))
                 + path("M-70 -10 q-34 26 -46 60", None, WHITE, 5) + rect(-136, 46, 42, 30, 6, WHITE), x, y, s)


def small_changes_add_up_2():
    p = Picture("small-changes-add-up-2", LILAC, "soft")
    p.add(rect(0, 0, 1000, 830, 0, shade(LILAC, 1.4)), ground(826, shade(LILAC, .88)), door_rect(232, 860, 330, 740, WHITE, shade(SUN, 1.35)))
    p.add(window(690, 236, 300, 270, SKY, WHITE, circle(760, 176, 32, SUN) + tree(640, 364, .44)))
    # the bed
    p.add(rect(934, 420, 60, 480, 26, WOOD), rect(404, 780, 560, 130, 20, shade(WOOD, 1.1)), rect(396, 660, 580, 170, 50, TEAL), path("M396 720 C396 690 410 660 450 660 H650 C600 700 610 780 640 830 H446 C410 830 396 810 396 780Z", shade(TEAL, 1.25)), rect(790, 596, 190, 120, 50, WHITE))
    p.add(shoebox(548, 664, .96, AMBER, CORAL), phone(704, 692, .6, 66, "", False, INK, SKY), phone(742, 764, .6, 84, heart(0, -4, 28, CORAL)), baseball_cap(836, 630, .72, PLUM))
    d = Person(236, 446, 1.06, skin=1, hair="crop", hc=BROWN, beard=BROWN, top=MOSS, wear="stripes", trim=CREAM, look=.65, down=.7, tilt=6, mood="think", legs=DENIM, shoe=WHITE)
    p.add(d.standing(916), d.back(), d.body(), d.head(), basket(262, 690, .9), d.arm("l", (122, 684), hand="thumb", bend="out"), d.arm("r", (400, 684), hand="thumb", bend="out"))
    return p


def small_changes_add_up_3():
    p = Picture("small-changes-add-up-3", MINT, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(MINT, 1.4)), ground(780, "#E8DCC8"))
    for i, c in enumerate((TEAL, DENIM, TEAL, DENIM, TEAL, DENIM)):
        x = 60 + i * 150
        k = shade(c, 1.3)
        p.add(rect(x, 150, 140, 650, 12, k), path("M%s h60 M%s h60 M%s h60" % (pts(x + 40, 200), pts(x + 40, 226), pts(x + 40, 252)), None, shade(c, 1.05), 9), circle(x + 112, 460, 10, SUN))
    p.add(rect(50, 120, 910, 40, 10, shade(TEAL, .9)))
    fr = [Person(190, 492, .86, skin=4, hair="cornrows", hc=BLACK, top=CORAL, wear="tee", build="teen", look=.5, tilt=4, mood="laugh", legs=INK, shoe=WHITE),
          Person(446, 496, .86, skin=0, hair="quiff", hc=BLOND, top=PLUM, wear="band", trim=CREAM, build="teen", look=-.5, tilt=-5, mood="grin", legs=DENIM, shoe=CORAL),
          Person(318, 470, .86, skin=2, hair="bun", hc=BLACK, top=AMBER, wear="hoodie", build="teen", look=.2, tilt=-4, mood="laugh", legs=INK, shoe=WHITE, glasses=True)]
    for q in (fr[2], fr[0], fr[1]):
        p.add(q.standing(866), q.back(), q.body(), q.head())
    p.add(fr[0].arm("l", (112, 704)), fr[0].arm("r", (286, 616), hand="open", turn=-60, bend="down"), fr[1].arm("l", (382, 626), hand="open", turn=-130, bend="down"), fr[1].arm("r", (522, 706)))
    a = Person(786, 480, 1.14, skin=1, hair="wavy", hc=BROWN, top=ROSE, wear="tee", build="teen", look=.2, down=1.1, tilt=7, mood="sad", legs=INK, shoe=WHITE, aid=CORAL)
    p.add("")
    p.add(a.standing(926), a.back(), a.body(), a.head(), group(rect(-84, -112, 168, 224, 16, PLUM) + rect(-84, -112, 26, 224, 12, shade(PLUM, .82)) + rect(-30, -78, 84, 46, 8, LILAC), 788, 676, 1, -4), a.arm("l", (714, 742), hand="thumb", bend="out"), a.arm("r", (858, 738), hand="thumb", bend="out"))
    return p


def small_changes_add_up_4():
    p = Picture("small-changes-add-up-4", SUN, "soft")
    p.add(rect(0, 0, 1000, 720, 0, shade(SKY, 1.3)), sun(800, 190, 62, SUN, 12), cloud(130, 200, .7), house(300, 640, 420, 400, CREAM, CORAL, TEAL, doorx=-.22), tree(900, 640, .86, AMBER), ground(620, LEAF), bush(640, 660, .8))
    g = gwen(328, 430, 1.12, look=.65, tilt=6, mood="smile", len=420)
    k = kian(706, 466, 1.1, look=-.6, tilt=-5, mood="soft")
    p.add(g.back(), g.body(), g.head())
    pk = lambda a, b: "".join(rect(x, 640, 46, 250, 18, WHITE) for x in range(a, b, 72)) + rect(a - 20, 690, b - a + 10, 28, 8, shade(CREAM, .93)) + rect(a - 20, 820, b - a + 10, 28, 8, shade(CREAM, .93))
    p.add(pk(40, 560), line(240, 836, 470, 690, shade(CREAM, .93), 26), rect(520, 610, 52, 300, 16, shade(WOOD, 1.1)), rect(196, 618, 46, 280, 16, shade(WOOD, 1.1)), circle(546, 606, 30, shade(WOOD, 1.1)))
    p.add(path("M0 882 Q500 862 1000 886 V1000 H0Z", "#E9DCC6"))
    p.add(g.arm("l", (262, 640), hand="flat", turn=20), g.arm("r", (480, 560), hand="open", turn=-50, bend="down"))
    p.add(k.standing(944), k.back(), k.body(), k.head(), skateboard(832, 748, .84, -80), k.arm("r", (814, 730), hand="thumb", bend="out"), k.arm("l", (612, 744)))
    return p


SCENES = [small_changes_add_up_1, small_changes_add_up_2, small_changes_add_up_3, small_changes_add_up_4]
