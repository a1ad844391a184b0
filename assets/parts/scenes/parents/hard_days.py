"""first-minutes and if-my-child-hurt-someone: calm places on a hard day."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

jamal = _who(skin=3, hair="buzz", hc=BLACK, top=AMBER, wear="band", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
aunt = _who(skin=3, cover=("hijab", PLUM), top=TEAL, wear="tee", build="adult", legs=INK, shoe=CORAL)
friend = _who(skin=0, hair="pixie", hc=GREY, top=CORAL, wear="stripes", trim=CREAM, build="adult", legs=INK, age=1)
sian = _who(skin=0, hair="wavy", hc=AUBURN, top=PLUM, wear="cardigan", trim=CREAM, build="adult", glasses=True, legs=INK, shoe=AUBURN)
tom = _who(skin=0, hair="crop", hc=AUBURN, top=TEAL, wear="stripes", trim=MINT, build="child", freckles=True, legs=DENIM, shoe=WHITE)
worker = _who(skin=2, hair="crop", hc=GREY, beard=GREY, top=MOSS, wear="knit", trim=LEAF, build="adult", age=1)


def chest_hand(q, x, y, side="r"):
    return q.arm(side, (x, y), hand="flat", turn=180 if side == "r" else 0)


def first_minutes_1():
    p = Picture("first-minutes-1", SUN)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.4)))
    # coats on hooks, a window on the landing
    p.add(rect(470, 96, 250, 26, 12, WOOD), path("M518 124 C466 150 470 260 462 330 H586 C578 260 574 150 518 124Z", DENIM, DENIM, 10), path("M518 170 V330", None, shade(DENIM, .8), 8), path("M656 124 C616 150 622 230 614 284 H706 C698 230 700 150 656 124Z", CORAL, CORAL, 10), path("M656 160 V284", None, shade(CORAL, .8), 8), circle(518, 120, 10, CREAM), circle(656, 120, 10, CREAM))
    # the stairs, each step a little wider than the one above, with a carpet in the middle
    for i, y in enumerate((420, 520, 620, 724, 834, 950)):
        w, c = 660 + i * 44, 300 + i * 26
        p.add(rect(444 - w / 2, y, w, 130, 0, shade(WOOD, 1.32)), rect(444 - c / 2, y, c, 130, 0, shade(DENIM, 1.2)), rect(436 - w / 2, y, w + 16, 34, 10, shade(WOOD, 1.05)), rect(444 - c / 2, y, c, 38, 8, shade(DENIM, 1.45)))
    p.add("".join(line(x, y, x, y + 330, WOOD, 18) for x, y in ((850, 320), (900, 410), (950, 500))), path("M806 240 L1010 600", None, shade(WOOD, .85), 34))
    a = aunt(306, 470, 1.1, look=.65, down=.3, tilt=5, mood="soft", len=236)
    j = jamal(640, 560, 1.04, look=-.6, down=-.2, tilt=-4, mood="talk")
    p.add(a.back(), a.body(), a.seated(930), a.head(), j.back(), j.body(), j.seated(924), j.head())
    p.add(a.arm("l", (262, 742), hand="flat"), a.arm("r", (366, 740), hand="flat"))
    p.add(j.arm("r", (700, 760), hand="flat"), j.arm("l", (536, 664), hand="open", turn=-150, bend="down"))
    return p


def first_minutes_2():
    p = Picture("first-minutes-2", MINT, "soft")
    p.add(rect(0, 0, 1000, 820, 0, shade(MINT, 1.35)), rect(0, 816, 1000, 200, 0, shade(MINT, .95)), window(764, 236, 270, 250, SKY, WHITE, tree(714, 352, .4) + circle(830, 178, 28, SUN)))
    p.add(rect(94, 330, 18, 520, 8, WOOD), path("M40 200 H166 L196 340 H10Z", SUN, SUN, 12), rect(60, 836, 90, 22, 10, WOOD))
    p.add(ellipse(500, 920, 460, 60, PEACH), sofa(150, 900, 748, CORAL, 1.06))
    a = aunt(344, 470, 1.06, look=.6, tilt=5, mood="talk", shoe=AUBURN)
    j = jamal(676, 560, 1.02, look=-.6, down=.2, tilt=-5, mood="soft")
    for q in (a, j):
        p.add(q.back(), q.body(), q.seated(930), q.head())
    p.add(a.arm("l", (288, 748), hand="flat"), a.arm("r", (476, 650), hand="open", turn=-30, bend="down"))
    p.add(group(rect(-92, -76, 184, 152, 44, SKY) + path("M-56 0 q14 -18 28 0 t28 0 t28 0 t28 0", None, DENIM, 10), 676, 700, 1, 6))
    p.add(j.arm("l", (616, 706), hand="flat", turn=10), j.arm("r", (738, 712), hand="flat", turn=170))
    p.add(bubble(498, 196, 190, 160, (410, 330)), heart(498, 196, 50, CORAL))
    return p


def first_minutes_3():
    p = Picture("first-minutes-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 780, 0, shade(PEACH, 1.4)), window(250, 260, 270, 270, SKY, WHITE, house(258, 384, 110, 96, CREAM, TEAL, CORAL, two=False)))
    p.add(circle(772, 220, 84, WHITE), circle(772, 220, 84, None, DENIM, 14), path("M772 166 V220 L810 244", None, INK, 12))
    a = aunt(510, 478, 1.18, look=-.25, down=.5, tilt=-4, mood="soft")
    p.add(a.back(), a.body(), a.head())
    p.add(table(780, WOOD, -20, 1020), mug(790, 734, .96, TEAL, True), plant(150, 792, .62, CORAL))
    p.add(group(path("M-132 -60 H0 L132 -60 L150 44 H0 H-150Z", WHITE, WHITE, 10) + line(0, -58, 0, 44, shade(CREAM, .88), 6) + lines(-72, -8, 84, 3, DENIM, 24, 8) + lines(60, -22, 70, 2, DENIM, 24, 8), 430, 790, 1.06, 0))
    hx, hy = a.head_at(104, 26)
    p.add(a.arm("r", (hx + 18, hy + 34), hand=None, bend="out"), phone(hx + 10, hy + 10, .5, 12), a.fingers(hx + 38, hy + 22, 190, 1, 3))
    p.add(pencil(486, 716, .8, 28), a.arm("l", (480, 734), hand="thumb"))
    return p


def first_minutes_4():
    p = Picture("first-minutes-4", LEAF, "soft")
    p.add(rect(0, 0, 1000, 520, 0, shade(SKY, 1.15)), cloud(240, 160, .8), "".join(rect(x, 300, 64, 240, 14, "#E9D3B4") for x in range(-10, 1000, 76)), rect(0, 360, 1000, 24, 0, shade("#E9D3B4", .9)), rect(0, 460, 1000, 24, 0, shade("#E9D3B4", .9)))
    p.add(ground(520, shade(MOSS, 1.15)), tree(880, 540, .9), bush(96, 566, .8))
    j = jamal(470, 330, .56, look=.4, tilt=-4, mood="grin", shoe=WHITE)
    p.add(j.leg((458, 444), (444, 490), (432, 540), toe=1, w=60), j.leg((482, 444), (518, 486), (552, 512), toe=1, w=60), j.back(), j.body(), j.head(), j.arm("l", (400, 400)), j.arm("r", (540, 396), hand="open"), football(598, 522, 28))
    a = aunt(262, 500, 1.06, look=.6, tilt=5, mood="soft")
    f = friend(738, 494, 1.06, look=-.6, tilt=-6, mood="soft")
    for q in (a, f):
        p.add(q.back(), q.body(), q.head())
    p.add(ellipse(500, 850, 420, 92, shade(WOOD, .86)), ellipse(500, 834, 420, 92, shade(WOOD, 1.2)), path("M470 930 H530 V1010 H470Z", shade(WOOD, .8)))
    p.add(mug(384, 760, 1.05, CORAL), mug(620, 760, 1.05, CREAM, True), group(ellipse(0, 18, 86, 20, WHITE) + biscuit(-26, -6, .62) + biscuit(30, -2, .62), 504, 828))
    p.add(a.arm("l", (226, 806), hand="flat"), a.arm("r", (346, 772), hand=None), circle(352, 770, 25, a.skin), a.fingers(364, 768, 0, .95, 4), f.arm("l", (658, 772), hand=None), circle(652, 770, 25, f.skin), f.fingers(640, 768, 180, .95, 4), f.arm("r", (792, 808), hand="flat"))
    return p


def if_my_child_hurt_someone_1():
    p = Picture("if-my-child-hurt-someone-1", SKY)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.35)), window(500, 268, 520, 330, SKY, WHITE, circle(676, 190, 36, SUN) + tree(320, 420, .62) + bush(640, 424, .7)))
    s = sian(500, 486, 1.3, look=.1, down=.4, tilt=4, mood="lids", len=420)
    # a slow breath
    p.add("".join(path("M%s q%s q%s" % (pts(500 + f * 206, y), pts(f * 46, -26, f * 84, 0), pts(f * 36, 24, f * 66, 0)), None, c, 13) for f in (-1, 1) for y, c in ((470, TEAL), (522, "#7FB9B2"))))
    p.add(s.back(), s.body(), s.head(), s.arm("l", (360, 846), hand="flat"))
    p.add(rect(-20, 846, 1040, 40, 16, shade(WOOD, 1.15)), rect(-20, 880, 1040, 140, 0, WOOD))
    p.add(chest_hand(s, 512, 660), s.arm("l", (372, 850), hand="flat"))
    p.add(group(path("M-70 -30 H44 L70 30 H-44Z", INK, INK, 18) + path("M-58 -22 H36 L56 22 H-38Z", SKY), 626, 852, 1, 0), mug(246, 800, .9, CORAL, True))
    return p


def if_my_child_hurt_someone_2():
    p = Picture("if-my-child-hurt-someone-2", LEAF, "soft")
    p.add(rect(0, 0, 1000, 780, 0, "#E9B79B"), path(" ".join("M%d %d h84" % (x + (60 if i % 2 else 0), y) for i, y in enumerate(range(70, 760, 74)) for x in range(20, 1000, 240)), None, shade("#E9B79B", .93), 18))
    p.add(rect(352, 90, 300, 650, 10, WHITE), rect(374, 112, 256, 628, 6, TEAL), rect(404, 150, 196, 220, 12, SKY), path("M502 150 V370 M404 260 H600", None, TEAL, 9), circle(600, 500, 14, SUN))
    p.add(rect(120, 730, 760, 60, 12, shade(CREAM, .92)), rect(80, 786, 840, 90, 12, shade(CREAM, .84)), ground(868, MOSS), plant(120, 800, .8, AMBER), plant(884, 800, .8, PLUM))
    s = sian(334, 470, 1.04, look=.6, down=.3, tilt=5, mood="talk")
    t = tom(654, 548, 1.02, look=-.6, down=.2, tilt=-5, mood="neutral")
    for q in (s, t):
        p.add(q.back(), q.body(), q.seated(930), q.head())
    p.add(s.arm("l", (282, 736), hand="flat"), s.arm("r", (456, 640), hand="open", turn=-30, bend="down"))
    p.add(football(654, 712, 58), t.arm("l", (600, 728), hand="thumb"), t.arm("r", (708, 728), hand="thumb"))
    return p


def if_my_child_hurt_someone_3():
    p = Picture("if-my-child-hurt-someone-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 780, 0, shade(SUN, 1.35)), window(500, 190, 300, 220, SKY, WHITE, circle(570, 150, 28, SUN) + tree(430, 290, .36)), plant(888, 700, .9, TEAL), rect(60, 240, 160, 20, 8, WOOD), book(110, 196, .5, 0, CORAL), book(152, 192, .54, 0, DENIM))
    d = Person(500, 414, 1.02, skin=2, hair="bald", cover=("turban", TEAL), beard=BLACK, hc=BLACK, top=DENIM, wear="shirt", build="broad", look=-.3, down=.5, tilt=-3, mood="smile")
    a = Person(214, 536, 1, skin=2, hair="plait", hc=BLACK, top=CORAL, wear="dots", trim=SUN, build="child", look=.5, down=.4, tilt=4, mood="grin", len=320)
    b = Person(786, 536, 1, skin=4, hair="curls", hc=BLACK, top=MOSS, wear="stripes", trim=LEAF, build="child", look=-.5, down=.3, tilt=-5, mood="smile", len=320, aid=TEAL)
    for q in (d, a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(table(744, WOOD, -20, 1020))
    # the board, seen from a little above
    p.add(path("M300 710 H700 L750 830 H250Z", CREAM, CREAM, 18), path("M320 722 H680 L720 818 H280Z", LEAF))
    tr = [(350, 738), (420, 738), (490, 738), (560, 738), (630, 738), (656, 768), (676, 800), (600, 800), (520, 800), (440, 800), (360, 800)]
    p.add(path("M" + " L".join(pts(*q) for q in tr), None, SUN, 22), "".join(ellipse(x, y, 9, 6, c) for (x, y), c in zip(tr, (WHITE, CORAL) * 6)))
    for x, y, c in ((424, 728, CORAL), (600, 790, PLUM), (660, 756, DENIM)):
        p.add(path("M%s L%s L%sZ" % (pts(x - 18, y + 10), pts(x, y - 34), pts(x + 18, y + 10)), c, c, 8), circle(x, y - 38, 14, c))
    p.add(group(rect(-24, -24, 48, 48, 10, WHITE) + circle(-10, -10, 5, INK) + circle(10, 10, 5, INK) + circle(0, 0, 5, INK), 516, 766, .8, 14))
    p.add(a.arm("l", (150, 752), hand="flat"), a.arm("r", (400, 716), hand="thumb"), b.arm("l", (690, 750), hand="flat"), b.arm("r", (858, 754), hand="flat"))
    p.add(d.arm("l", (344, 690), hand="flat", far=True), d.arm("r", (648, 690), hand="flat", far=True))
    return p


def if_my_child_hurt_someone_4():
    p = Picture("if-my-child-hurt-someone-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(PEACH, 1.35)), path("M540 0 C480 260 560 620 480 1000 H1000 V0Z", MINT), path("M540 0 C480 260 560 620 480 1000", None, CREAM, 18))
    p.add(window(196, 230, 220, 230, SKY, WHITE, circle(240, 180, 26, SUN)), rect(640, 210, 210, 20, 10, WOOD), plant(780, 212, .5, CORAL), book(694, 172, .46, 0, PLUM))
    s = sian(250, 520, 1.12, look=.3, down=.2, tilt=5, mood="talk", len=420)
    w = worker(746, 512, 1.1, look=-.45, tilt=-5, mood="smile", glasses=True)
    p.add(s.back(), s.body(), w.back(), w.body(), w.head(), headset(w.head_at, 1.02, INK, -1))
    p.add(rect(520, 800, 500, 36, 16, WOOD), path("M520 834 H1000 V1000 H484 C494 940 512 890 520 834Z", shade(WOOD, .88)))
    p.add(s.head())
    hx, hy = s.head_at(104, 24)
    p.add(s.arm("l", (170, 850)), s.arm("r", (hx + 10, hy + 36), hand=None, bend="out"), phone(hx + 4, hy + 8, .5, 12), s.fingers(hx + 32, hy + 20, 190, 1, 3))
    p.add(w.arm("l", (640, 796), hand="flat"), w.arm("r", (812, 800), hand="flat"), group(path("M-70 -24 H70 L84 24 H-84Z", WHITE, WHITE, 8) + lines(0, 0, 90, 2, DENIM, 20, 7), 716, 812))
    p.add(path("M404 372 Q420 300 468 256 M556 252 Q600 276 616 336", None, TEAL, 12, stroke_dasharray="2 28"), circle(512, 226, 54, WHITE), heart(512, 228, 32, CORAL))
    return p


SCENES = [first_minutes_1, first_minutes_2, first_minutes_3, first_minutes_4, if_my_child_hurt_someone_1, if_my_child_hurt_someone_2,
          if_my_child_hurt_someone_3, if_my_child_hurt_someone_4]
