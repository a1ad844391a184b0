"""everyday-listening and bath-time-words: a bus, a sink, picture cards, a bath, a doctor's room, a bathroom door."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

mina = _who(skin=1, hair="bob", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=INK, shoe=WHITE)
nai = _who(skin=1, hair="greywave", hc=GREY, top=PLUM, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, legs=INK)
dawn = _who(skin=3, hair="locs", hc=BLACK, top=AMBER, wear="apron", trim=CREAM, build="broad", earring=CORAL)
marek = _who(skin=0, hair="sweep", hc=BLOND, top=DENIM, wear="hoodie", build="teen")
luis = _who(skin=1, hair="quiff", hc=BROWN, beard=BROWN, top=MOSS, wear="shirt", build="adult", legs=INK, shoe=AUBURN)
girl = _who(skin=2, hair="puffs", hc=BROWN, top=CORAL, wear="heart", trim=CREAM, build="child", legs=PLUM, shoe=WHITE)
karim = _who(skin=2, hair="crop", hc=BLACK, beard=BLACK, top=TEAL, wear="tee", build="adult", legs=INK, sleeve="short")
ollie = _who(skin=2, hair="curls", hc=BLACK, top=SUN, wear="plain", build="child")


def duck(x, y, s=1, flip=False):
    return group(path("M-58 0 C-66 50 50 54 60 2 C62 -12 56 -22 48 -30 C36 -8 8 -6 -4 -14 C-24 -8 -44 -12 -58 0Z", "#F4C542")
                 + circle(-22, -44, 34, "#F4C542") + path("M-54 -44 l-24 8 l24 10Z", CORAL, CORAL, 6) + circle(-32, -50, 5, INK)
                 + path("M4 8 q22 16 40 -4", None, AMBER, 7), x, y, s, flip=flip)


def foam(where):
    return "".join(circle(x, y, r, c) for i, (x, y, r) in enumerate(where) for c in (WHITE if i % 3 else "#F3FAFB",))


def plate(x, y, r, rim=TEAL):
    return circle(x, y, r, WHITE) + circle(x, y, r * .93, None, rim, r * .07) + circle(x, y, r * .58, "#EEF3F2")


def everyday_listening_1():
    p = Picture("everyday-listening-1", "#E8F3F0")
    view = (rect(60, 130, 880, 400, 0, SKY) + cloud(250, 214, .6) + hill(740, 530, 560, 130, LEAF)
            + house(200, 520, 170, 150, CREAM, CORAL, TEAL, two=False) + house(500, 524, 170, 190, PEACH, DENIM, AMBER, two=False)
            + tree(366, 530, .62) + house(800, 520, 170, 150, CREAM, PLUM, CORAL, two=False))
    p.add('<defs><clipPath id="everyday-listening-1-w"><rect x="60" y="130" width="880" height="390" rx="60"/></clipPath></defs>')
    p.add(rect(40, 110, 920, 430, 76, TEAL), '<g clip-path="url(#everyday-listening-1-w)">%s</g>' % view, rect(484, 130, 18, 390, 0, TEAL))
    p.add(rect(0, 570, 1000, 430, 0, "#D3E6E2"))
    for x, c in ((300, DENIM), (706, DENIM)):
        p.add(rect(x - 178, 396, 356, 470, 76, c), rect(x - 120, 380, 240, 46, 23, AMBER), rect(x - 142, 440, 284, 300, 56, shade(c, 1.16)))
    p.add(rect(96, 800, 830, 110, 46, shade(DENIM, .85)), rect(140, 890, 740, 120, 0, shade("#D3E6E2", .92)))
    g = nai(700, 482, 1.08, look=-.65, tilt=-6, mood="smile")
    m = mina(312, 572, 1.1, look=.65, down=-.3, tilt=4, mood="talk")
    p.add(g.back(), g.body(), m.back(), m.body())
    # knees under coats, and the bag on a lap
    p.add(path("M646 800 V960 M754 800 V960", None, INK, 112), path("M268 812 V960 M356 812 V960", None, INK, 84))
    p.add(swimbag(700, 800, .9, CORAL))
    p.add(g.head(), m.head())
    p.add(g.arm("l", (612, 760), hand="flat"), g.arm("r", (792, 764), hand="flat"))
    p.add(m.arm("l", (166, 650), hand="open", turn=-130, bend="down"), m.arm("r", (462, 640), hand="open", turn=-50, bend="down"))
    p.add(rect(908, 60, 26, 900, 13, SUN))
    return p


def everyday_listening_2():
    p = Picture("everyday-listening-2", SUN, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(SUN, 1.35)), window(500, 250, 330, 290, SKY, WHITE, tree(424, 386, .5) + circle(600, 180, 34, SUN)))
    p.add(rect(130, 200, 180, 24, 10, WOOD), mug(180, 164, .66, TEAL, steam=None), mug(258, 164, .66, CORAL, steam=None))
    p.add(rect(706, 200, 170, 24, 10, WOOD), plant(790, 202, .56, CORAL))
    a = dawn(316, 474, 1.08, look=.45, down=.2, tilt=4, mood="smile")
    b = marek(690, 494, 1.1, look=-.35, down=.7, tilt=-5, mood="talk")
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    # worktop, tap, basin and foam
    p.add(path("M474 760 V560 A44 44 0 0 1 562 560 V596", None, "#8C979C", 26), rect(444, 742, 60, 30, 12, "#8C979C"))
    p.add(rect(-20, 760, 1040, 44, 16, CREAM), rect(-20, 800, 1040, 220, 0, TEAL))
    p.add(path("M780 812 V1000 M240 940 H420", None, shade(TEAL, .85), 8), rect(820, 850, 70, 14, 7, CREAM))
    p.add(plate(392, 716, 78, CORAL))
    p.add(foam([(226, 762, 44), (292, 740, 40), (352, 768, 50), (430, 754, 42), (500, 770, 38), (262, 776, 46), (396, 788, 40), (470, 794, 34), (560, 786, 26)]))
    p.add(rect(176, 776, 440, 40, 16, WHITE), path("M190 808 H602 L584 880 Q578 896 560 896 H232 Q214 896 208 880Z", "#EEF3F2"))
    p.add(a.arm("l", (260, 748), hand="mitt"), a.arm("r", (446, 700), hand="thumb"), foam([(228, 778, 24), (284, 782, 26)]))
    # the plate in the tea towel
    p.add(plate(676, 690, 88), path("M596 690 C610 770 700 800 742 750 L770 840 C720 872 640 856 610 820Z", CORAL), path("M618 770 q60 44 128 10", None, PEACH, 10))
    p.add(b.arm("l", (600, 700), hand="thumb"), b.arm("r", (752, 752), hand="flat", turn=180))
    p.add("".join(ellipse(884, 752 - i * 16, 72, 16, WHITE if i % 2 == 0 else MINT) for i in range(5)))
    return p


def everyday_listening_3():
    p = Picture("everyday-listening-3", LILAC, "soft")
    p.add(rect(0, 0, 1000, 770, 0, shade(LILAC, 1.4)), rect(0, 766, 1000, 260, 0, shade(LILAC, .96)), ellipse(500, 900, 440, 80, PEACH))
    p.add(window(520, 250, 300, 270, SKY, WHITE, circle(590, 200, 30, SUN) + cloud(470, 290, .6)), plant(912, 770, .9, TEAL))
    p.add(rect(118, 206, 190, 20, 8, WOOD), book(168, 154, .6, 0, CORAL), book(212, 150, .64, 0, TEAL), book(262, 156, .58, 14, AMBER))
    a = luis(292, 454, 1, look=.6, down=.1, tilt=4, mood="grin")
    ch = Wheelchair(a, 1, 916, TEAL)
    g = girl(726, 544, 1, look=-.6, down=-.3, tilt=-4, mood="grin")
    p.add(g.standing(890, 36), g.back(), g.body(), g.head())
    p.add(ch.back(), a.back(), a.seated(886, 1), a.body(), ch.front(), a.head())
    p.add("".join(rect(x, 752, 26, 166, 10, shade(WOOD, .82)) for x in (560, 876)), rect(530, 726, 400, 36, 18, shade(WOOD, 1.12)))
    for x, c, s, r in ((640, MINT, ball(0, 0, 24), -6), (744, PEACH, book(0, 0, .32, 0, DENIM), 3), (848, SUN, roof_sign(0, 0, 26, TEAL), -4)):
        p.add(group(path("M-44 -20 H44 L52 22 H-52Z", WHITE, WHITE, 8) + group(s, 0, 0, .7), x, 726, 1, r))
    p.add(card(566, 556, 124, 150, rect(-48, -60, 96, 120, 12, LEAF) + apple(0, 2, .78), WHITE, -6))
    p.add(g.arm("l", (620, 612), hand=None, bend="down"), g.fingers(616, 604, 186, 1.1, 3), g.arm("r", (820, 722), hand="flat"))
    p.add(a.arm("l", (244, 690), hand="flat"), a.arm("r", (426, 650), hand="open", turn=-36, bend="down"))
    return p


def bath_time_words_1():
    p = Picture("bath-time-words-1", MINT)
    p.add("".join(path("M0 %d H1000" % y, None, shade(MINT, 1.5), 7) for y in (150, 280, 410)), path(" ".join("M%d 40 V560" % x for x in (130, 260, 390, 520, 650, 780, 910)), None, shade(MINT, 1.5), 7))
    p.add(rect(0, 780, 1000, 240, 0, SKY))
    # the bath with foam and a tap
    p.add(path("M838 470 V380 A36 36 0 0 1 910 380", None, "#8C979C", 24))
    p.add(foam([(300, 530, 70), (400, 506, 84), (500, 520, 66), (600, 500, 80), (700, 520, 76), (800, 520, 64), (240, 552, 50), (860, 552, 44), (460, 470, 50), (660, 462, 44)]))
    p.add(path("M130 580 H930 C926 690 900 790 800 790 H260 C170 790 134 690 130 580Z", WHITE), rect(96, 546, 870, 52, 26, "#EEF3F2"))
    p.add(rect(120, 800, 780, 110, 50, PEACH))
    k = karim(296, 480, 1.12, look=.62, tilt=5, mood="talk")
    o = ollie(672, 574, 1.06, look=-.6, down=-.2, tilt=-5, mood="laugh")
    p.add(path("M236 770 L430 866", None, shade(INK, 1.1), 118), path("M430 880 H190", None, INK, 92))
    p.add(k.back(), k.body(), k.head())
    # the towel: a hood with ears round the head, then the wrapped body
    hx, hy = o.head_at(0, -6)
    p.add(circle(hx - 104, hy - 134, 44, SUN), circle(hx + 104, hy - 134, 44, SUN), circle(hx - 106, hy - 138, 22, PEACH), circle(hx + 106, hy - 138, 22, PEACH))
    p.add(circle(hx, hy - 18, 148, SUN), circle(hx, hy - 2, 120, AMBER))
    p.add(ellipse(632, 902, 44, 24, SKIN[2]), ellipse(726, 902, 44, 24, SKIN[2]))
    p.add(o.head())
    p.add(path("M576 588 C530 640 520 790 536 882 Q676 912 816 882 C832 780 820 640 772 588 C740 560 712 566 676 596 C640 566 604 560 576 588Z", SUN))
    p.add(path("M588 612 C640 640 690 700 716 884", None, AMBER, 9), path("M560 848 Q676 874 796 848", None, CREAM, 14))
    p.add(duck(862, 470, 1.15), o.limb(786, 660, (846, 526), "r", "out", "thumb", sleeve="short", tone=SUN))
    p.add(k.arm("r", (586, 690), hand="flat", turn=10, bend="down"), k.arm("l", (512, 800), hand="flat", turn=0, bend="down"))
    return p


def bath_time_words_2():
    p = Picture("bath-time-words-2", SKY, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(SKY, 1.45)), ground(796, shade(SKY, .95)))
    p.add(rect(400, 110, 190, 230, 14, WHITE), heart(495, 196, 44, CORAL), lines(495, 288, 110, 2, DENIM, 26, 9))
    p.add(rect(716, 190, 220, 22, 10, WOOD), book(764, 138, .62, 0, PLUM), plant(866, 194, .56, CORAL))
    mu = Person(206, 428, .98, skin=0, hair="ponytail", hc=AUBURN, top=MOSS, wear="knit", trim=CREAM, look=.6, tilt=4, mood="soft", legs=INK, shoe=WHITE)
    z = Person(440, 556, .95, skin=0, hair="braids", hc=AUBURN, top=CORAL, wear="tee", build="child", look=.6, tilt=5, mood="talk", legs=DENIM, shoe=WHITE, freckles=True)
    d = Person(772, 452, 1, skin=4, hair="buzz", hc=BLACK, top="#F4F1EA", wear="jacket", trim=SKY, look=-.65, down=.3, tilt=-6, mood="smile", glasses=True, legs=INK, shoe=AUBURN, build="adult")
    for x1, x2, y in ((96, 316, 726), (340, 540, 764)):
        p.add(rect(x1, y - 210, x2 - x1, 240, 40, TEAL), "".join(rect(x, y, 20, 164, 8, shade(TEAL, .7)) for x in (x1 + 20, x2 - 40)))
    p.add(mu.back(), mu.body(), mu.seated(906), mu.head(), z.back(), z.body(), z.seated(890), z.head())
    p.add(rect(700, 740, 150, 36, 18, CORAL), rect(762, 770, 24, 120, 8, INK), rect(704, 886, 142, 18, 9, INK))
    p.add(d.back(), d.seated(910, -1, 130), d.body(), d.head())
    p.add(path("M%s C%s %s %s M%s C%s %s %s" % (pts(736, 470), pts(724, 560), pts(740, 590), pts(766, 604), pts(812, 470), pts(822, 560), pts(800, 596), pts(766, 604)), None, DENIM, 9), line(766, 604, 766, 640, DENIM, 9), circle(766, 652, 17, INK))
    p.add(d.arm("r", (846, 690), hand="flat"), d.arm("l", (640, 640), hand="open", turn=-160, bend="down"))
    p.add(mu.arm("r", (342, 640), hand="flat", bend="down"), mu.arm("l", (150, 690), hand="flat"))
    p.add(z.arm("l", (392, 736), hand="flat"), z.arm("r", (456, 690), hand="point", turn=190))
    return p


def bath_time_words_3():
    p = Picture("bath-time-words-3", PEACH, "soft")
    p.add(rect(0, 0, 500, 1000, 0, MINT), path(" ".join("M0 %d H490" % y for y in range(130, 760, 110)) + " " + " ".join("M%d 0 V760" % x for x in (70, 180, 290, 400)), None, shade(MINT, 1.5), 6))
    p.add(rect(0, 800, 500, 220, 0, shade(MINT, .9)), rect(500, 0, 500, 1000, 0, shade(PEACH, 1.4)), rect(500, 800, 500, 220, 0, shade(WOOD, 1.35)))
    p.add(rect(92, 210, 170, 230, 85, WHITE), rect(106, 224, 142, 202, 71, SKY))
    b = Person(330, 508, 1, skin=2, hair="crop", hc=BLACK, top=PLUM, wear="dots", trim=LILAC, build="child", look=-.5, down=.3, tilt=-4, mood="grin", legs=PLUM, shoe=CORAL)
    g = Person(776, 428, 1.02, skin=2, cover=("hijab", TEAL), top=CORAL, wear="cardigan", trim=CREAM, build="elder", look=-.6, tilt=-4, mood="smile", age=1, legs=INK, shoe=AUBURN)
    p.add(b.standing(906, 38), b.back(), b.body(), b.head())
    p.add(path("M40 640 H250 C250 716 214 744 176 744 H114 C76 744 40 716 40 640Z", WHITE), rect(28, 622, 234, 34, 17, "#EEF3F2"), rect(120, 740, 52, 180, 12, "#EEF3F2"), path("M84 622 V570 A26 26 0 0 1 136 570", None, "#8C979C", 18))
    p.add(b.arm("r", (404, 720)), line(206, 514, 300, 452, AMBER, 14), rect(286, 434, 40, 26, 8, WHITE), b.arm("l", (212, 520), hand="thumb", bend="down"))
    # the wall, cut, and the closed door in it
    p.add(rect(476, 0, 56, 180, 0, CREAM), rect(476, 880, 56, 140, 0, CREAM), rect(484, 168, 40, 716, 8, WOOD), circle(540, 560, 20, SUN), circle(470, 560, 20, SUN))
    p.add(g.standing(906, 44), g.back(), g.body(), g.head(), g.arm("r", (858, 690)))
    p.add(g.arm("l", (566, 420), hand="thumb", bend="down"), path("M560 340 q-10 -20 -4 -42 M602 340 q0 -26 16 -42 M640 362 q8 -22 28 -32", None, CORAL, 10))
    return p


SCENES = [everyday_listening_1, everyday_listening_2, everyday_listening_3, bath_time_words_1, bath_time_words_2, bath_time_words_3]
