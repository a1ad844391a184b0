"""Five people I can tell; for grown-ups."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

mila = _who(skin=2, hair="ponytail", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
daddy = _who(skin=2, hair="crop", hc=BLACK, top=TEAL, wear="hoodie", build="adult", beard=BLACK, legs=INK, shoe=AMBER)
jo = _who(skin=2, hair="bob", hc=BLACK, top=PLUM, wear="tee", build="adult", earring=SUN, legs=INK)
yaw = _who(skin=4, hair="buzz", hc="#1B100B", top=TEAL, wear="stripes", trim=SUN, build="child", legs=DENIM, shoe=CORAL)
kofi = _who(skin=4, hair="crop", hc="#1B100B", top=CORAL, wear="tee", build="broad", beard="#1B100B", legs=INK, shoe=WHITE)
sol = _who(skin=1, hair="puffs", hc=BROWN, top=AMBER, wear="dungarees", trim=PLUM, build="child", legs=PLUM, shoe=CORAL)
pop = _who(skin=0, hair="fringe_bald", hc=GREY, top=DENIM, wear="knit", trim=SKY, build="elder", glasses=True, age=1, legs=WOOD, shoe=INK)
ma = _who(skin=0, hair="longcurls", hc=AUBURN, top=MOSS, wear="tee", build="broad", legs=DENIM, shoe=CREAM, freckles=True)
son = _who(skin=1, hair="curls", hc=BROWN, top=AMBER, wear="band", trim=WHITE, build="child", legs=PLUM, shoe=WHITE, aid=TEAL)
gran = _who(skin=1, hair="bun", hc=GREY, top=PLUM, wear="cardigan", trim=LILAC, build="elder", glasses=CORAL, age=1, legs=INK, shoe=CORAL)
grandson = _who(skin=3, hair="afro", hc=BLACK, top=TEAL, wear="heart", trim=SUN, build="child", legs=DENIM, shoe=WHITE)


def teddy(x, y, s=1, rot=0, c="#C98B4F", pants=None):
    """A teddy bear, sitting; its middle is at x, y."""
    d, l = shade(c, .86), shade(c, 1.45)
    b = "".join(ellipse(f * 66, 96, 44, 34, d) + circle(f * 80, 98, 18, l) for f in (-1, 1)) + "".join(group(ellipse(0, 0, 26, 50, d), f * 78, 20, 1, f * -34) for f in (-1, 1))
    b += ellipse(0, 50, 74, 80, c)
    if pants:
        b += path("M-76 50 Q0 74 76 50 C80 84 72 104 60 112 Q22 84 14 128 H-14 Q-22 84 -60 112 C-72 104 -80 84 -76 50Z", pants) + path("M-76 54 Q0 78 76 54", None, shade(pants, 1.5), 14)
        b += path(" ".join("M%s l9 9 l9 -9" % pts(a, e) for a, e in ((-44, 84), (-8, 90), (26, 84))), None, shade(pants, 1.5), 5)
    b += circle(-54, -96, 27, c) + circle(54, -96, 27, c) + circle(-54, -96, 13, l) + circle(54, -96, 13, l) + ellipse(0, -54, 76, 66, c) + ellipse(0, -34, 38, 30, l)
    b += spots([(-28, -66), (28, -66)], 7, INK) + ellipse(0, -46, 12, 9, INK) + path("M-14 -28 q14 12 28 0", None, INK, 5)
    return group(b, x, y, s, rot)


def five_finger_people_1():
    p = Picture("five-finger-people-1", SUN)
    p.add(disc(500, 470, 380, shade(SUN, 1.5)))
    c, d = SKIN[2], shade(SKIN[2], .9)
    tips = ((182, 566), (300, 300), (494, 200), (694, 258), (834, 430))
    base = ((440, 790), (430, 680), (506, 660), (584, 672), (640, 720))
    p.add(rect(396, 760, 250, 200, 40, c), path("M366 870 L340 1010 H704 L676 870Z", TEAL, TEAL, 40), line(366, 872, 676, 872, DEEP, 46))
    for (x, y), (u, v) in zip(tips, base):
        p.add(line(u, v, x, y, c, 112))
    p.add(path("M408 690 C416 640 630 640 660 716 C684 770 668 810 626 846 H420 C392 810 396 750 408 690Z", c, c, 40))
    p.add(path("M440 800 C490 780 516 750 518 712 M596 836 C576 800 594 768 634 752", None, d, 10))
    faces = (dict(skin=0, hair="greywave", hc="#F1EDE6", glasses=CORAL, age=1, mood="smile", look=.3, top=PLUM, build="elder"),
             dict(skin=2, hair="crop", hc=BLACK, beard=BLACK, mood="grin", look=.2, top=TEAL),
             dict(skin=3, hair="afro", hc=BLACK, mood="smile", top=CORAL, earring=SUN),
             dict(skin=1, cover=("hijab", DENIM), mood="grin", look=-.2, top=DENIM),
             dict(skin=4, hair="buzz", hc=GREY, glasses=True, age=1, mood="smile", look=-.3, top=MOSS, build="elder"))
    cols = (LEAF, SKY, PEACH, MINT, LILAC)
    p.add('<defs><clipPath id="five-finger-people-1-d"><circle r="86"/></clipPath></defs>')
    for (x, y), f, k in zip(tips, faces, cols):
        q = Person(0, 42, .62 if f.get("hair") != "afro" else .52, **f)
        p.add(circle(x, y, 98, CREAM), circle(x, y, 86, k), '<g transform="translate(%s)"><g clip-path="url(#five-finger-people-1-d)">%s</g></g>' % (pts(x, y), q.back() + q.body() + q.head()))
    return p


def five_finger_people_2():
    p = Picture("five-finger-people-2", MINT, "soft")
    p.add(disc(500, 400, 370, shade(MINT, 1.45)), window(220, 250, 210, 220, SKY, WHITE, tree(250, 350, .4)), rect(636, 106, 120, 96, 10, WHITE, transform="rotate(-4 696 154)"), heart(696, 156, 26, CORAL), rect(776, 116, 110, 90, 10, WHITE, transform="rotate(5 830 160)"), sun(830, 162, 18, AMBER, 8))
    a = mila(372, 430, 1.2, look=.2, down=1, tilt=6, mood="smile")
    b = daddy(730, 384, 1.06, look=-.6, down=.7, tilt=-6, mood="smile", len=420)
    for q in (b, a):
        p.add(q.back(), q.body(), q.head())
    # the table from above, the sheet and the hand upon it
    p.add(path("M-20 640 H1020 V1020 H-20Z", shade(WOOD, 1.15)), path("M150 690 L760 676 L836 960 L96 964Z", WHITE, WHITE, 16))
    hand = "M340 900 L330 860 L250 800 M352 830 L330 730 M396 820 L404 712 M440 826 L474 726 M476 850 L536 772"
    hand = "M392 960 V930 M366 880 L282 836 M374 850 L340 744 M412 836 L412 722 M450 846 L484 744 M472 880 L550 806"
    palm = path("M368 860 C380 830 450 830 466 860 C486 900 470 940 452 980 H384 C360 940 352 900 368 860Z", None, CORAL, 46)
    p.add(path(hand, None, CORAL, 66), path("M368 860 C380 830 450 830 466 860 C486 900 470 940 452 980 H384 C360 940 352 900 368 860Z", CORAL, CORAL, 46),
          path(hand, None, WHITE, 46), path("M368 860 C380 830 450 830 466 860 C486 900 470 940 452 980 H384 C360 940 352 900 368 860Z", WHITE, WHITE, 26))
    p.add(a.arm("l", (286, 664), hand="flat", bend="out"), a.arm("r", (570, 690), hand=None, bend="out"))
    p.add(pencil(610, 742, .72, 36), circle(590, 704, 30, SKIN[2]), b.arm("l", (640, 660), hand="flat", bend="out"), b.arm("r", (850, 664), hand="flat"))
    return p


def five_finger_people_3():
    p = Picture("five-finger-people-3", LILAC, "soft")
    p.add(rect(0, 0, 1000, 780, 0, shade(LILAC, 1.4)), ground(772, shade(LILAC, .9)), window(380, 230, 220, 220, SKY, WHITE))
    # Auntie Jo at her desk behind
    j = jo(752, 300, .84, look=.5, tilt=5, mood="talk")
    p.add(rect(662, 330, 180, 240, 60, CORAL), j.back(), j.body(), j.head())
    hx, hy = j.head_at(94, 20)
    p.add(rect(600, 520, 420, 30, 10, WOOD), path("M640 548 V772 M960 548 V772", None, shade(WOOD, .8), 20), rect(614, 410, 140, 104, 12, INK), rect(600, 508, 170, 16, 8, shade(INK, 1.3)))
    p.add(j.arm("l", (696, 516), hand="flat"), j.arm("r", (hx + 14, hy + 26), hand=None, bend="out"), phone(hx + 10, hy + 4, .38, 10), j.fingers(hx + 30, hy + 14, 190, 1, 3), mug(900, 484, .62, AMBER, steam=None))
    d = daddy(540, 470, .98, look=-.6, down=.2, tilt=-6, mood="soft")
    m = mila(228, 486, 1.1, look=.6, down=-.2, tilt=4, mood="talk")
    hx, hy = d.hip()
    p.add(d.leg((hx - 4, hy - 12), (hx - 140, hy + 26), (hx - 136, 918), toe=-1, w=88), d.back(), d.body(), d.leg((hx + 30, hy - 10), (hx + 10, 896), (hx + 156, 918), toe=1, w=88), d.head())
    p.add(m.standing(896, 40), m.back(), m.body(), m.head())
    p.add(d.arm("r", (574, 760), hand="flat", bend="out"), d.arm("l", (406, 742), hand="flat"), m.arm("l", (150, 714)), m.arm("r", (368, 616), hand="open", turn=-36, bend="down"))
    p.add(bubble(270, 160, 190, 140, (256, 268)), cloud(270, 164, .6, "#AEB4B8"))
    return p


def for_grown_ups_1():
    p = Picture("for-grown-ups-1", SUN)
    p.add(sun(330, 170, 60, CREAM, 12), house(220, 570, 230, 250, CREAM, TEAL, CORAL), house(520, 570, 210, 220, PEACH, CORAL, TEAL), house(810, 570, 240, 260, SKY, PLUM, AMBER))
    p.add(ground(562, LEAF), path("M0 680 Q500 620 1000 680 V1000 H0Z", shade(PEACH, 1.3)), bush(96, 660, .8), bush(930, 660, .8))
    k = kofi(612, 356, 1.04, look=-.55, down=.4, tilt=-6, mood="grin")
    y = yaw(322, 536, 1.04, look=.6, down=-.6, tilt=6, mood="talk")
    p.add(k.walking(908, -1, 74), k.back(), k.body(), k.head(), y.walking(900, -1, 56), y.back(), y.body(), y.head())
    p.add(y.arm("l", (226, 752)), k.arm("r", (770, 650)), swimbag(776, 742, .8, DENIM), k.fingers(770, 652, 90))
    p.add(k.arm("l", (464, 668), hand="mitt"), y.arm("r", (446, 676), hand="mitt", bend="down"), circle(458, 670, 28, SKIN[4]))
    return p


def for_grown_ups_2():
    p = Picture("for-grown-ups-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.4)), ground(880, shade(SKY, .86)))
    # the stairs rise to the left
    for i in range(5):
        x = 540 - i * 110
        p.add(rect(-60, 700 - i * 120, x + 60, 320 if not i else 140, 0, shade(WOOD, 1.25 - i * .05)), rect(-60, 700 - i * 120, x + 76, 26, 10, shade(WOOD, 1.5 - i * .05)))
    p.add(rect(440, 150, 240, 26, 12, WOOD), "".join(circle(x, 186, 12, SUN) for x in (480, 560, 640)), path("M556 190 C520 214 524 320 528 390 H596 C600 320 600 214 564 190Z", TEAL), path("M640 196 q-30 50 -10 130 M640 196 q30 60 10 150", None, CORAL, 26))
    a = sol(352, 462, 1.12, look=.35, down=.9, tilt=6, mood="soft", len=220)
    g = pop(776, 340, 1.0, look=-.6, down=.3, tilt=-6, mood="smile")
    p.add(g.standing(900), g.back(), g.body(), g.head())
    hx, hy = a.hip()
    p.add(a.back(), a.leg((hx - 36, hy - 16), (hx - 14, hy + 46), (hx - 6, 900), toe=1, w=70), a.body(), a.leg((hx + 36, hy - 20), (hx + 128, hy - 34), (hx + 150, 816), toe=1, w=70), a.head())
    # the boot that she pulls on
    bx, by = hx + 150, 846
    p.add(path("M%s H%s V%s H%s C%s %s %s H%sZ" % (pts(bx - 48, by - 110), n(bx + 48), n(by - 44), n(bx + 66), pts(bx + 108, by - 44), pts(bx + 112, by - 10), pts(bx + 108, by + 6), n(bx - 48)), CORAL, CORAL, 10), rect(bx - 56, by - 122, 112, 24, 10, shade(CORAL, 1.3)))
    p.add(a.arm("l", (bx - 50, by - 108), hand="mitt", bend="out"), a.arm("r", (bx + 46, by - 112), hand="mitt", bend="out"))
    # her coat over his arm
    p.add(g.arm("r", (866, 606), bend="out"), path("M676 572 C676 542 776 542 786 572 L806 800 C776 820 680 820 652 800Z", AMBER, AMBER, 16), line(732, 576, 732, 806, shade(AMBER, .84), 7), spots([(750, 640), (750, 700), (750, 760)], 8, WHITE), g.arm("l", (718, 574), hand="flat", bend="out", turn=20))
    return p


def for_grown_ups_3():
    p = Picture("for-grown-ups-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(PEACH, 1.4)), ground(792, shade(PEACH, .94)))
    p.add(rect(90, 130, 440, 560, 16, WOOD), "".join(rect(114, y, 392, 156, 6, shade(WOOD, .68)) for y in (154, 334, 514)))
    for r, y in enumerate((310, 490)):
        p.add("".join(rect(124 + i * 38, y - 96 - (i * 7 + r * 5) % 30, 30, 96 + (i * 7 + r * 5) % 30, 5, (CORAL, TEAL, SUN, PLUM, MOSS, CREAM)[(i + r) % 6]) for i in range(7 if r else 10)))
    p.add(ball(440, 450, 40, SUN, CORAL), rect(124, 560, 150, 108, 14, TEAL), rect(300, 584, 190, 84, 14, AMBER), window(790, 230, 210, 210, SKY, WHITE, tree(760, 330, .38)), ellipse(500, 900, 470, 70, shade(PEACH, 1.15)))
    m = ma(300, 500, 1.06, look=.6, down=.1, tilt=6, mood="soft")
    s = son(706, 466, 1.12, look=-.6, down=.1, tilt=-4, mood="talk")
    p.add(m.back(), m.body())
    hx, hy = m.hip()
    p.add(path("M%s Q%s %s L%s" % (pts(hx + 60, hy - 10), pts(hx + 210, hy + 10), pts(hx + 140, hy + 84), pts(hx - 50, hy + 100)), None, shade(DENIM, .84), 100),
          path("M%s Q%s %s L%s" % (pts(hx - 60, hy - 10), pts(hx - 210, hy + 10), pts(hx - 140, hy + 84), pts(hx + 50, hy + 100)), None, DENIM, 100), m.head())
    p.add(s.standing(900, 40), s.back(), s.body(), s.head())
    p.add(s.arm("r", (786, 640), hand=None, bend="out"), teddy(716, 630, .84, -8), s.arm("r", (760, 668), hand="flat", bend="out", turn=180), s.arm("l", (654, 676), hand="flat", bend="out", turn=10))
    p.add(m.arm("l", (226, 820), hand="flat"), m.arm("r", (470, 744), hand="open", turn=-30, bend="in"))
    return p


def for_grown_ups_4():
    p = Picture("for-grown-ups-4", LEAF, "soft")
    p.add(disc(500, 430, 380, shade(LEAF, 1.5)), window(240, 236, 230, 230, SKY, WHITE, cloud(240, 230, .6)), rect(40, 896, 920, 110, 40, shade(LEAF, .88)))
    p.add(line(902, 300, 902, 900, WOOD, 18), path("M826 306 L862 180 H942 L978 306Z", AMBER, AMBER, 12), armchair(640, 704, 1.12, CORAL))
    g = gran(640, 416, 1.08, look=-.6, down=.3, tilt=-6, mood="grin")
    p.add(g.back(), g.body(), g.seated(912), g.head(), armchair_arms(640, 704, 1.12, CORAL))
    # knitting: a small pair of pants on two needles, the wool runs down to its ball
    p.add(path("M690 660 C790 740 700 860 790 890", None, DENIM, 8), circle(816, 884, 46, DENIM), path("M780 870 q36 -30 70 0 M778 894 q36 -20 74 6 M800 848 q-8 40 20 80", None, shade(DENIM, 1.3), 6))
    p.add(group(path("M566 690 H714 V740 L656 800 L640 764 L624 800 L566 740Z", DENIM, DENIM, 10) + path(" ".join("M%s l12 12 l12 -12" % pts(x, y) for x, y in ((578, 716), (628, 716), (678, 716), (600, 744), (654, 744))), None, shade(DENIM, 1.4), 6), 0, -92))
    p.add(line(540, 608, 760, 558, WOOD, 12), line(740, 608, 520, 558, WOOD, 12), circle(760, 558, 11, SUN), circle(520, 558, 11, SUN))
    p.add(g.arm("l", (560, 604), hand="thumb", bend="out"), g.arm("r", (722, 604), hand="thumb", bend="out"))
    k = grandson(264, 508, 1.08, look=.6, tilt=4, mood="grin")
    p.add(k.standing(912, 38), k.back(), k.body(), k.head(), k.arm("l", (216, 726), hand=None, bend="out"), teddy(318, 700, 1.0, 4, pants=CORAL), k.arm("l", (238, 738), hand="flat", bend="out", turn=10), k.arm("r", (396, 740), hand="flat", bend="out", turn=180))
    return p


SCENES = [five_finger_people_1, five_finger_people_2, five_finger_people_3, for_grown_ups_1, for_grown_ups_2, for_grown_ups_3, for_grown_ups_4]
