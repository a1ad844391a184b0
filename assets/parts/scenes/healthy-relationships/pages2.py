"""Pages 2 and later: when-friends-push to everyone-has-a-part."""
from style import *
from people import Person
from things import *
from places import *
from cast import *


def when_friends_push_2():
    p = Picture("when-friends-push-2", MINT, "soft")
    p.add(disc(360, 400, 320, shade(MINT, 1.55)))
    c = chloe(320, 440, 1.16, look=.6, down=.9, tilt=7, mood="think", len=420)
    p.add(c.back(), c.body(), c.head())
    p.add(rect(-20, 790, 1040, 40, 16, shade(WOOD, 1.15)), rect(-20, 826, 1040, 200, 0, WOOD))
    p.add(c.arm("l", (282, 724), hand="flat"), c.arm("r", (340, 700), hand="flat"))
    # the open box, the trainers and the string that leads away
    p.add(path("M456 636 L420 590 H820 L784 636Z", shade(LILAC, .9), shade(LILAC, .9), 10), trainer(568, 604, .98, CORAL), trainer(690, 618, .98, CORAL))
    p.add(rect(448, 630, 344, 164, 14, LILAC), rect(594, 630, 50, 164, 0, PLUM))
    p.add(path("M772 690 C860 700 800 560 870 440", None, INK, 7), tag(838, 560, .78, -70))
    p.add(path("M1010 250 C970 290 940 330 908 392", None, INK, 92, stroke_linecap="butt"), circle(888, 430, 42, SKIN[1]), path("M872 402 L850 428 M888 442 L866 462", None, SKIN[1], 26))
    return p


def when_friends_push_3():
    p = Picture("when-friends-push-3", SKY, "soft")
    p.add(hill(260, 640, 900, 160, LEAF), hill(860, 640, 760, 200, shade(LEAF, .92)), ground(600, shade(MOSS, 1.2)))
    p.add(lights(40, 96, 500, 96, 40, 5), lights(500, 96, 960, 96, 40, 5))
    back = (Person(124, 372, .68, skin=4, hair="afro", hc=BLACK, top=AMBER, build="teen", look=.5, mood="grin", legs=INK, shoe=WHITE),
            Person(388, 330, .66, skin=1, hair="sweep", hc=BROWN, top=TEAL, build="teen", look=.3, mood="laugh", len=330),
            Person(632, 336, .66, skin=2, cover=("hijab", PLUM), top="#5BA3C6", build="teen", look=-.3, mood="grin", len=330),
            Person(896, 372, .68, skin=1, hair="crop", hc=BLACK, top=CORAL, build="teen", look=-.6, mood="smile", legs=INK, shoe=WHITE))
    for i, q in enumerate(back):
        p.add(q.standing(700) if i in (0, 3) else "", q.back(), q.body(), q.head())
        p.add(q.arm("l", q.at(-16, 124), hand="flat", turn=-70), q.arm("r", q.at(16, 120), hand="flat", turn=-110))
    b = Person(268, 516, .84, skin=0, hair="quiff", hc=BLOND, top=DENIM, wear="hoodie", build="teen", look=.5, tilt=-4, mood="unsure", legs=WOOD, shoe=WHITE)
    m = maya(486, 506, .88, look=.4, tilt=-5, mood="soft", shoe=WHITE)
    g = Person(792, 500, .86, skin=0, hair="bun", hc=AUBURN, top=PLUM, wear="tee", build="teen", look=-.7, tilt=-5, glasses=True, mood="soft", legs=INK, shoe=CORAL)
    p.add(b.standing(900), b.back(), b.body(), b.head(), b.arm("l", (200, 730)), b.arm("r", (336, 730)))
    p.add(m.standing(900), m.back(), m.body(), m.head(), m.arm("l", (424, 734)), m.arm("r", (606, 580), hand="open", turn=-76, bend="down"))
    p.add(g.walking(900, -1, 64), g.back(), g.body(), g.head(), g.arm("r", (860, 724)), g.arm("l", (678, 676), hand="open", turn=-170, bend="down"))
    return p


def when_friends_push_4():
    p = Picture("when-friends-push-4", SUN, "soft")
    p.add(sun(250, 190, 70, CREAM, 12), house(600, 540, 190, 180, CREAM, TEAL, AMBER), house(840, 540, 210, 200, PEACH, CORAL, MOSS))
    p.add(ground(532, LEAF), path("M560 610 H1000 V740 C800 740 680 810 680 1000 H90 C170 760 330 630 560 610Z", shade(PEACH, 1.35)), tree(436, 590, .6), bush(130, 640, .8, MOSS))
    m = mum(580, 440, .64, look=-.5, tilt=-4, mood="grin", shoe=WHITE)
    p.add(m.standing(716, 38), m.back(), m.body(), m.head(), m.arm("l", (484, 424), hand="open", turn=-108))
    p.add(car(808, 720, .9, CORAL, True))
    # the passenger door stands open towards us
    p.add(path("M712 616 L722 562 H796 V616Z", "#3A5560"), path("M708 622 L716 560 L674 576 L650 640 V726 L708 690Z", shade(CORAL, .88), shade(CORAL, .88), 8), path("M704 612 L708 574 L680 584 L662 632Z", SKY))
    p.add(m.arm("r", (664, 612)))
    i = idris(262, 486, 1.02, look=.5, tilt=4, mood="smile", shoe=WHITE)
    p.add(i.walking(912, 1, 78), i.back(), i.body(), i.head(), i.arm("l", (182, 744)), i.arm("r", (386, 660), bend="in"), phone(404, 622, .58, 10), i.thumb_over(376, 654, -20))
    p.add(bubble(420, 424, 170, 140, (412, 556)), tick(420, 424, 40, TEAL))
    return p


def trust_the_feeling_2():
    p = Picture("trust-the-feeling-2", LEAF, "soft")
    p.add(disc(500, 400, 300, shade(LEAF, 1.5)))
    k = kit(500, 478, 1.1, look=.45, down=.7, tilt=4, mood="think", len=420)
    p.add(disc(250, 560, 200, SUN))
    p.add(k.back(), k.body(), k.head(), k.arm("l", (430, 800)), k.arm("r", (570, 800)))
    p.add(rect(-20, 800, 1040, 40, 16, shade(WOOD, 1.15)), rect(-20, 836, 1040, 200, 0, WOOD))
    p.add(balloon(150, 400, .9, CORAL, "q-14 90 26 190"), cake(256, 556, .92), box(250, 806, 280, 180, PEACH, CORAL, True), star(250, 716, 44, CREAM))
    p.add(box(760, 806, 250, 200, DENIM, shade(DENIM, .8)), padlock(760, 702, 50, SUN, INK), cloud(762, 470, .9, "#AEB4B8"))
    return p


def trust_the_feeling_3():
    p = Picture("trust-the-feeling-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 640, 0, shade(SKY, 1.2)), rect(0, 470, 1000, 170, 0, SKY), ground(630, "#EBC58B"), path("M-20 760 Q500 690 1020 760", None, CREAM, 14), path("M320 640 Q500 700 680 640", None, CREAM, 12))
    p.add(rect(398, 306, 204, 336, 12, WHITE), rect(412, 320, 176, 320, 4, LEAF), circle(540, 380, 34, SUN), path("M412 560 Q500 510 588 560 V640 H412Z", MOSS))
    p.add(path("M412 320 L350 350 V668 L412 640Z M588 320 L650 350 V668 L588 640Z", TEAL, TEAL, 4))
    # a hoop and people at play behind
    p.add(rect(770, 150, 150, 106, 10, WHITE), path("M816 196 H874 V240 H816Z M812 252 H878 M820 256 L832 310 H858 L870 256", None, CORAL, 9))
    p1 = Person(884, 470, .42, skin=4, hair="puffs", hc=BLACK, top=AMBER, build="teen", look=.5, mood="grin", legs=INK, shoe=WHITE)
    p2 = Person(180, 452, .42, skin=0, hair="sweep", hc=AUBURN, top=PLUM, build="teen", look=.5, mood="smile", legs=INK, shoe=WHITE)
    p.add(p1.walking(664, 1, 50), p1.back(), p1.body(), p1.head(), p1.arm("l", (838, 424), bend="down"), p1.arm("r", (928, 540)), ball(826, 392, 30, CORAL, INK))
    p.add(p2.walking(664, 1, 50), p2.back(), p2.body(), p2.head(), p2.arm("r", (232, 520)), p2.arm("l", (116, 430), hand="open", turn=-110))
    d = dev(312, 446, .98, look=.6, tilt=4, mood="talk", shoe=WHITE)
    c = coach(700, 466, 1.04, look=-.6, tilt=-5, mood="soft", shoe=WHITE)
    hx, hy = d.hip()
    # shorts, one leg and one running blade
    p.add(path("M%s L%s L%s" % (pts(hx - 42, 760), pts(hx - 46, 822), pts(hx - 50, 848)), None, shade(SKIN[2], .92), 40), shoe(hx - 52, 900, .98, -.4, WHITE, 56))
    p.add(line(hx + 42, 770, hx + 42, 812, "#8C979C", 46), path("M%s V%s C%s %s %s Q%s %s" % (pts(hx + 42, 820), n(846), pts(hx + 40, 874), pts(hx + 18, 880), pts(hx + 30, 896), pts(hx + 44, 900), pts(hx + 84, 894)), None, INK, 17))
    p.add(path("M%s L%s L%s L%s L%s L%s L%sZ" % (pts(hx - 78, hy - 20), pts(hx - 82, 776), pts(hx - 6, 780), pts(hx, 740), pts(hx + 6, 780), pts(hx + 82, 776), pts(hx + 78, hy - 20)), INK, INK, 10))
    p.add(d.back(), d.body(), d.head(), d.arm("l", (222, 680)), d.arm("r", (440, 600), hand="open", turn=-40, bend="down"))
    p.add("".join(rect(x, 770, 26, 150, 8, shade(WOOD, .8)) for x in (620, 860)), rect(570, 752, 370, 40, 18, WOOD))
    p.add(c.seated(916, -1, 140), c.back(), c.body(), c.head(), c.arm("r", (650, 744), hand="flat"), c.arm("l", (572, 740), hand="flat"))
    p.add(path("M%s Q%s %s Q%s %s" % (pts(*c.at(-34, 8)), pts(*c.at(-20, 100)), pts(*c.at(0, 126)), pts(*c.at(20, 100)), pts(*c.at(34, 8))), None, SUN, 8), circle(700, 604, 17, CORAL), rect(700, 587, 34, 16, 4, CORAL))
    return p


def telling_someone_2():
    p = Picture("telling-someone-2", LILAC, "soft")
    p.add(disc(500, 590, 330, shade(LILAC, 1.5)))
    phone_ = phone(0, 0, .6, 8, heart(0, -6, 26, CORAL))
    a = Person(-42, 26, .42, skin=3, hair="crop", hc=BLACK, top=CORAL, build="teen", look=.6, mood="smile", len=200)
    b = Person(46, 20, .42, skin=1, hair="lowbun", hc=AUBURN, top=DENIM, build="adult", look=-.6, mood="smile", len=200)
    for (x, y, c) in ((230, 270, SUN), (500, 190, MINT), (770, 270, PEACH)):
        p.add(circle(x, y, 124, CREAM), circle(x, y, 112, c))
    p.add(group(phone_, 230, 270), group(pencil(0, 0, .92, 28), 500, 190))
    p.add('<defs><clipPath id="telling-someone-2-d"><circle r="112"/></clipPath></defs>', '<g transform="translate(770 270)"><g clip-path="url(#telling-someone-2-d)">%s</g></g>' % (
        a.back() + a.body() + a.head() + b.back() + b.body() + b.head()))
    # two hands and the folded note
    p.add(path("M1010 830 C900 800 800 770 700 720", None, TEAL, 122, stroke_linecap="butt"), line(728, 672, 686, 768, DEEP, 26))
    p.add(path("M-10 830 C100 800 200 770 300 720", None, AMBER, 122, stroke_linecap="butt"), line(272, 672, 314, 768, shade(AMBER, .85), 26))
    p.add(path("M304 718 L372 690", None, SKIN[0], 88), path("M696 718 L628 690", None, SKIN[3], 88))
    p.add(group(path("M-150 -112 H0 L150 -124 V100 L0 112 H-150Z", WHITE, WHITE, 14) + path("M0 -110 V110", None, shade(CREAM, .9), 7)
                + cloud(-78, -26, .62, "#AEB4B8") + waves(78, -30, 104, 3, DENIM, 44, 11), 500, 590, 1.1, -4))
    p.add(path("M372 676 L420 650 M380 704 L436 684", None, SKIN[0], 38), path("M628 676 L580 650 M620 704 L564 684", None, SKIN[3], 38))
    return p


def telling_someone_3():
    p = Picture("telling-someone-3", SUN, "soft")
    p.add(disc(500, 380, 310, shade(SUN, 1.5)), ground(720, shade(PEACH, 1.1)))
    nurse = Person(388, 392, .88, skin=2, hair="lowbun", hc=BLACK, top="#5BA3C6", wear="pocket", build="adult", look=.3, tilt=4, mood="smile", earring=SUN)
    worker = Person(612, 386, .9, skin=3, hair="buzz", hc=BLACK, top=CORAL, wear="lanyard", trim=TEAL, build="adult", beard=BLACK, look=-.3, tilt=-4, mood="grin")
    kid = Person(164, 524, .88, skin=0, hair="pixie", hc=AUBURN, top=PLUM, wear="stripes", trim=LILAC, build="teen", look=.7, tilt=6, mood="soft", len=330)
    parent = Person(842, 520, .9, skin=0, hair="wavy", hc=BROWN, top=MOSS, wear="cardigan", build="adult", look=-.7, tilt=-5, mood="smile", len=300)
    for q in (nurse, worker):
        p.add(q.back(), q.body(), q.head())
    p.add(ellipse(500, 756, 360, 126, shade(WOOD, .86)), ellipse(500, 736, 360, 126, shade(WOOD, 1.2)), path("M470 880 H530 V1000 H470Z", shade(WOOD, .8)))
    p.add(nurse.arm("l", (344, 664), hand="flat"), nurse.arm("r", (440, 652), hand="flat"), worker.arm("l", (586, 650), hand="flat"), worker.arm("r", (690, 664), hand="flat"))
    p.add(path("M388 706 H612 L648 806 H352Z", WHITE, WHITE, 14), ear(434, 756, 34, TEAL), heart(502, 760, 32, CORAL), roof_sign(572, 756, 34, DENIM))
    p.add(mug(300, 690, .62, CORAL, steam=None), mug(716, 690, .62, TEAL, True, steam=None), mug(504, 656, .56, CREAM, steam=None))
    ch = Wheelchair(parent, -1, 940, CORAL)
    p.add(rect(74, 800, 210, 34, 14, TEAL), path("M110 830 V960 M252 830 V960", None, shade(TEAL, .8), 20))
    p.add(kid.back(), kid.body(), kid.head(), kid.arm("l", (130, 770)), kid.arm("r", (300, 752), hand="flat"))
    hx, hy = parent.hip()
    p.add(path("M%s L%s" % (pts(hx + 116, hy - 200), pts(hx + 100, hy + 20)), None, INK, 16), line(hx + 116, hy - 200, hx + 146, hy - 204, CORAL, 24), rect(hx - 90, hy - 150, 200, 150, 30, shade(CORAL, .86)))
    p.add(parent.back(), parent.body(), parent.head(), wheel(hx + 16, 846, 112), path("M%s A104 104 0 0 1 %s" % (pts(hx - 70, 800), pts(hx + 100, 800)), None, CORAL, 20))
    p.add(parent.arm("l", (700, 756), hand="flat"), parent.arm("r", (868, 770), hand="flat"))
    return p


def telling_someone_4():
    p = Picture("telling-someone-4", SKY, "soft")
    p.add(circle(270, 396, 214, CREAM), circle(270, 396, 200, SUN), circle(730, 396, 214, CREAM), circle(730, 396, 200, SUN))
    m = Person(270, 470, 1.02, skin=1, hair="crop", hc=BLACK, beard=BROWN, top=TEAL, wear="shirt", build="adult", look=.3, down=-.8, tilt=5, mood="smile", len=420)
    g = Person(730, 486, .98, skin=0, hair="ponytail", hc=BROWN, top=CORAL, wear="dots", trim=CREAM, build="teen", look=-.3, down=-.8, tilt=-5, mood="smile", len=420)
    for q in (m, g):
        p.add(q.back(), q.body(), q.head(), q.arm("l", q.at(-104, 330)), q.arm("r", q.at(104, 330)))
    p.add(circle(500, 700, 96, AMBER), path(" ".join("M%s L%s" % (pts(*polar(500, 700, 122, a)), pts(*polar(500, 700, 156, a))) for a in (-150, -120, -90, -60, -30)), None, AMBER, 14))
    p.add(path("M0 740 C160 660 340 690 500 720 C660 690 840 660 1000 740 V1000 H0Z", LEAF), path("M0 850 C200 780 380 790 500 816 C640 790 820 780 1000 850 V1000 H0Z", MOSS))
    p.add(path("M494 718 H506 C506 790 560 830 600 1000 H400 C440 830 494 790 494 718Z", SUN))
    return p


def help_a_friend_2():
    p = Picture("help-a-friend-2", PEACH, "soft")
    p.add(disc(470, 470, 370, shade(PEACH, 1.42)))
    a = mateus(290, 520, 1.22, look=.6, down=.3, tilt=5, mood="talk", len=420)
    b = freya(724, 520, 1.24, look=-.6, tilt=-6, mood="soft", len=430)
    p.add(a.back(), a.body(), a.head(), a.arm("l", (190, 850)), a.arm("r", (446, 744), hand="open", turn=-30, bend="in"))
    p.add(b.back(), b.body(), phone(742, 858, .62, 6), path("M690 862 L800 862 L798 970 H690Z", shade(AMBER, .84), shade(AMBER, .84), 14), b.head())
    p.add(b.arm("l", (590, 840)))
    ex, ey = b.head_at(112, 26)
    p.add(b.arm("r", (ex + 12, ey + 6), hand=None, bend="out"), path("M%s q-6 -40 -26 -60" % pts(ex + 26, ey + 6), None, SKIN[0], 30), path("M%s q2 -40 -14 -58" % pts(ex + 6, ey + 14), None, shade(SKIN[0], .94), 26))
    p.add(bubble(470, 172, 250, 150, (376, 300)), waves(470, 172, 150, 2, TEAL, 44, 13))
    return p


def help_a_friend_3():
    p = Picture("help-a-friend-3", SUN, "soft")
    p.add(sun(318, 176, 76, CREAM, 12), hill(180, 720, 760, 220, LEAF), ground(710, MOSS), path("M0 840 C300 780 560 770 1000 770 V1000 H0Z", shade(PEACH, 1.3)))
    p.add(rect(560, 60, 480, 740, 20, PEACH), doorway(760, 800, 250, 600, TEAL, shade(SUN, 1.35)), rect(612, 792, 296, 30, 12, shade(CREAM, .84)), plant(588, 812, .66, CORAL))
    g = grant(764, 424, .92, look=-.6, tilt=-5, mood="grin", shoe=AUBURN)
    p.add(g.standing(800), g.back(), g.body(), g.head(), g.arm("r", (838, 680)), g.arm("l", (618, 560), hand="open", turn=-150, bend="down"))
    m = mateus(200, 486, .94, look=.6, tilt=3, mood="soft")
    f = freya(424, 482, .94, look=-.3, tilt=-4, mood="smile")
    for q in (m, f):
        p.add(q.walking(900, 1, 64), q.back(), q.body(), q.head())
    p.add(m.arm("l", (118, 700)), m.arm("r", (276, 716)), f.arm("l", (352, 720)), f.arm("r", (534, 640), hand="open", bend="in", turn=-20))
    return p


def everyone_has_a_part_2():
    p = Picture("everyone-has-a-part-2", MINT, "soft")
    p.add(rect(0, 0, 1000, 780, 0, MINT), window(500, 300, 260, 280, SKY, WHITE, circle(560, 240, 34, SUN) + path("M384 390 Q500 330 616 390 V426 H384Z", LEAF)))
    p.add(plant(906, 806, .9, TEAL))
    d = dad(690, 500, 1.16, look=-.6, down=.5, tilt=-5, mood="smile")
    g = daughter(300, 604, 1.12, look=.6, down=-.3, tilt=5, mood="talk")
    for q in (d, g):
        p.add(q.back(), q.body(), q.head())
    p.add(rect(-20, 800, 1040, 40, 16, shade(AMBER, 1.25)), rect(-20, 836, 1040, 200, 0, shade(AMBER, .95)))
    p.add(bowl(490, 780, 1.2, CORAL), line(520, 750, 596, 640, WOOD, 16), d.arm("l", (590, 676), hand="thumb"), d.arm("r", (780, 800), hand="flat"), carrot(870, 806, .8, 84))
    p.add(g.arm("l", (240, 804), hand="flat"), g.arm("r", (410, 776), hand="thumb"))
    p.add(bubble(236, 270, 160, 150, (282, 410)), question(236, 266, 42, TEAL))
    p.add(bubble(776, 160, 200, 140, (730, 268)), ear(736, 160, 40, INK), heart(816, 166, 30, CORAL))
    return p


def everyone_has_a_part_3():
    p = Picture("everyone-has-a-part-3", LILAC, "soft")
    p.add(disc(520, 470, 360, shade(LILAC, 1.5)), window(252, 290, 260, 280, SKY, WHITE, rect(130, 376, 244, 60, 0, LEAF) + house(258, 378, 104, 86, CREAM, CORAL, TEAL, two=False)))
    p.add(rect(60, 884, 880, 120, 40, shade(LILAC, .9)), armchair(560, 706, 1.1, TEAL))
    j = joan(560, 424, 1.08, look=-.35, tilt=-5, mood="smile")
    p.add(j.back(), j.body(), j.seated(912), j.head(), armchair_arms(560, 706, 1.1, TEAL))
    hx, hy = j.head_at(100, 26)
    p.add(j.arm("l", (430, 640), hand="flat"), j.arm("r", (hx + 16, hy + 30), hand=None, bend="out"), phone(hx + 12, hy + 8, .46, 12), j.fingers(hx + 36, hy + 16, 190, 1, 3))
    p.add(rect(90, 700, 260, 30, 14, WOOD), path("M130 730 V920 M310 730 V920", None, shade(WOOD, .8), 20), mug(148, 652, .9, CORAL, True))
    p.add(group(rect(-56, -40, 112, 80, 8, WHITE) + rect(-56, -40, 112, 16, 6, AMBER) + heart(-22, 8, 18, CORAL) + question(24, 4, 17, INK), 282, 664, 1.05, -4))
    return p


SCENES = [when_friends_push_2, when_friends_push_3, when_friends_push_4, trust_the_feeling_2, trust_the_feeling_3,
          telling_someone_2, telling_someone_3, telling_someone_4, help_a_friend_2, help_a_friend_3,
          everyone_has_a_part_2, everyone_has_a_part_3]
