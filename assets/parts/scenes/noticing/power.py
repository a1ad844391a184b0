"""what-exploitation-is: a box of trainers, a seesaw, a long ribbon, a hatch where somebody listens."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

jay = _who(skin=0, hair="quiff", hc=BLOND, top=DENIM, wear="jacket", trim=WHITE, build="adult", legs=INK, shoe=WHITE)
alfie = _who(skin=2, hair="crop", hc=BROWN, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
LAWN = "#B9D99C"


def open_box(x, y, s=1, c=AMBER, shoes=TEAL):
    """A shoe box held out, its trainers to be seen; its sides are at x -+ 150 * s."""
    d = shade(c, .86)
    lid = path("M-140 -86 L-116 -170 H116 L140 -86Z", shade(c, .94), shade(c, .94), 12)
    return group(lid + path("M-140 -84 H140 V-40 H-140Z", WHITE, WHITE, 8) + trainer(-60, -92, 1.05, shoes) + trainer(58, -80, 1.05, shoes)
                 + path("M-150 -58 H150 L138 66 H-138Z", c, c, 14) + rect(-160, -70, 320, 30, 12, d) + star(0, 14, 30, CREAM), x, y, s)


def what_exploitation_is_1():
    p = Picture("what-exploitation-is-1", LEAF)
    p.add(rect(0, 0, 1000, 640, 0, shade(SKY, 1.25)), cloud(280, 170, .8), cloud(640, 130, .6), tree(900, 620, .9), tree(110, 620, .8, "#86AE6C"), ground(600, LAWN))
    p.add(path("M0 860 Q500 800 1000 860 V1000 H0Z", "#E9DCC6"))
    j = jay(284, 432, 1.12, look=.55, down=.4, tilt=5, mood="grin", len=470)
    a = alfie(756, 548, 1.2, look=-.55, down=.8, tilt=-4, mood="grin", len=440)
    for q in (j, a):
        p.add(q.back(), q.body(), q.head())
    p.add(a.arm("r", (872, 748), hand="open", turn=-70, bend="down"))
    p.add(j.arm("r", (578, 716), hand="thumb", bend="down"), open_box(462, 704, .94), j.arm("l", (318, 722), hand="thumb", bend="out"), j.fingers(600, 708, 180, 1, 3))
    p.add(a.arm("l", (664, 648), hand="open", turn=-150, bend="down"))
    return p


def present(x, y, w, h, c, ribbon):
    """Wrapped; its base is at y."""
    return rect(x - w / 2, y - h, w, h, 8, c) + rect(x - w * .09, y - h, w * .18, h, 0, ribbon) + rect(x - w / 2, y - h * .62, w, h * .2, 0, ribbon) + path("M%s c-30 -34 -44 2 0 0 c44 2 30 -34 0 0" % pts(x, y - h), None, ribbon, 9)


def what_exploitation_is_2():
    p = Picture("what-exploitation-is-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 640, 0, shade(SKY, 1.2)), cloud(720, 150, .8), sun(160, 160, 62, SUN, 12), tree(500, 620, .8, "#86AE6C"), bush(860, 660, .9), bush(110, 660, .8), ground(630, LAWN), ellipse(500, 900, 420, 70, "#E9DCC6"))
    p.add(path("M500 716 L430 900 H570Z", DENIM, DENIM, 16))
    g = Person(232, 500, 1.02, skin=1, hair="ponytail", hc=BLACK, top=PLUM, wear="jacket", trim=LILAC, build="teen", look=.6, down=-.3, tilt=-4, mood="smile", legs=INK, shoe=WHITE)
    b = Person(786, 344, .98, skin=0, hair="crop", hc=BLOND, top=AMBER, wear="stripes", trim=CREAM, build="child", look=-.6, down=.5, tilt=5, mood="unsure", legs=TEAL, shoe=WHITE, glasses=True)
    plank = lambda dy, c: line(110, 822 + dy, 890, 590 + dy, c, 34)
    p.add(b.leg((786, 540), (664, 580), (640, 716), toe=-1, far=True, w=64), g.leg((250, 760), (392, 752), (420, 900), toe=1, far=True, w=76))
    p.add(g.back(), g.body(), b.back(), b.body(), plank(0, CORAL), circle(500, 706, 30, INK), circle(500, 706, 12, WHITE))
    p.add(g.leg((230, 766), (366, 770), (372, 912), toe=1, w=80), b.leg((786, 546), (676, 590), (668, 736), toe=-1, w=66))
    p.add(path("M622 668 L606 566 M574 566 H640", None, INK, 15), g.head(), b.head())
    p.add(present(330, 726, 128, 92, CORAL, SUN), present(330, 634, 100, 74, TEAL, WHITE), present(332, 560, 70, 54, AMBER, PLUM))
    p.add(g.arm("l", (262, 718), hand="flat", turn=10, bend="out"), g.arm("r", (390, 690), hand="flat", turn=170, bend="down"))
    p.add(b.arm("l", (610, 560), hand="thumb", bend="down"), b.arm("r", (650, 562), hand="thumb", bend="down"))
    return p


def what_exploitation_is_3():
    p = Picture("what-exploitation-is-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 520, 0, shade(SKY, 1.2)), cloud(240, 170, .8), sun(760, 170, 60, SUN, 12), rect(0, 430, 1000, 240, 0, "#86C3D3"), path("M90 500 q24 -18 48 0 t48 0 M700 486 q24 -18 48 0 t48 0", None, WHITE, 8))
    # a boat, the railing, the walk by the sea
    p.add(path("M190 372 V270 L270 372Z", CREAM), path("M160 384 H300 L270 430 H190Z", CORAL), rect(0, 640, 1000, 380, 0, "#E6D6C0"), "".join(line(x, 520, x, 660, DENIM, 14) for x in range(40, 1000, 115)), line(-10, 530, 1010, 530, DENIM, 20), rect(0, 650, 1000, 22, 0, "#CDBDA5"), bench_back(110, 760, 790, 1.02))
    g = Person(442, 448, 1.12, skin=4, hair="braids", hc="#1B100B", top=CORAL, wear="tee", build="teen", look=.6, down=.3, tilt=5, mood="unsure", legs=DENIM, shoe=WHITE)
    p.add(g.back(), g.body(), g.seated(918), g.head())
    p.add(group(rect(-104, -70, 208, 150, 12, AMBER) + rect(-18, -70, 36, 150, 0, PLUM) + rect(-116, -92, 232, 44, 12, shade(AMBER, .9)), 450, 712))
    # the ribbon: from the bow, round and away to a hand
    p.add(path("M450 620 C400 560 356 600 450 622 C540 566 560 590 470 628 C560 700 640 560 690 640 C740 720 800 640 824 610", None, PLUM, 20))
    p.add(g.arm("l", (356, 734), hand="flat", turn=20, bend="out"), g.arm("r", (550, 734), hand="flat", turn=160, bend="out"))
    p.add(line(1040, 520, 900, 588, MOSS, 86), line(908, 560, 926, 608, shade(MOSS, .8), 22), circle(846, 612, 44, SKIN[1]), path("M836 584 L812 600 M832 610 L808 622 M840 634 L818 642", None, SKIN[1], 24), path("M806 626 q-30 50 -10 96", None, PLUM, 20))
    return p


def what_exploitation_is_4():
    p = Picture("what-exploitation-is-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(TEAL, 1.55)), path(" ".join("M%d 0 V1000" % x for x in range(100, 1000, 120)), None, shade(TEAL, 1.48), 8))
    p.add(rect(96, 130, 640, 560, 16, WHITE), rect(120, 154, 592, 540, 6, shade(SUN, 1.35)), rect(150, 330, 530, 18, 8, WOOD), "".join(mug(x, 298, .6, c, False, None) for x, c in ((210, CORAL), (300, TEAL), (610, PLUM))), bunting(120, 160, 712, 160, 30, 8))
    k = 7
    for i in range(k):
        p.add(path("M%s h%s v52 a%s 0 0 1 %s 0Z" % (pts(66 + i * 100, 84), n(100), pts(50, 42), n(-100)), CORAL if i % 2 == 0 else WHITE))
    w = Person(310, 468, 1.1, skin=3, hair="pixie", hc=GREY, top=PLUM, wear="apron", trim=CREAM, build="adult", earring=SUN, age=1, look=.55, down=.3, tilt=9, lean=-10, mood="soft")
    p.add(w.back(), w.body(), w.head())
    p.add(rect(60, 694, 720, 50, 16, WOOD), rect(84, 744, 672, 280, 0, shade(WOOD, 1.2)), heart(240, 850, 44, CREAM))
    a = alfie(756, 540, 1.2, look=-.6, down=.1, tilt=-4, mood="talk", len=500)
    p.add(w.arm("l", (236, 690), hand="flat", turn=10, bend="out"), mug(522, 648, .95, TEAL, True), w.arm("r", (482, 660), hand="thumb", bend="down"))
    p.add(a.back(), a.body(), a.head(), a.arm("l", (640, 694), hand="flat", turn=170, bend="out"), a.arm("r", (852, 800)))
    p.add(bubble(540, 330, 130, 104, (650, 404)), dots(540, 330, 12, TEAL))
    return p


SCENES = [what_exploitation_is_1, what_exploitation_is_2, what_exploitation_is_3, what_exploitation_is_4]
