"""Safe places: going there, asking, and the places near here."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

kofi = _who(skin=4, hair="crop", hc=BLACK, top=AMBER, wear="hoodie", build="teen", legs=DENIM, shoe=WHITE)
librarian = _who(skin=0, hair="wavy", hc=AUBURN, top=TEAL, wear="lanyard", trim=SUN, build="adult", legs=INK, shoe=AUBURN, glasses=True)
suri = _who(skin=2, hair="plait", hc=BLACK, top=ROSE, wear="stripes", trim=CREAM, build="teen", legs=INK, shoe=WHITE)
abel = _who(skin=3, hair="buzz", hc=BLACK, beard=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="broad", legs=INK, shoe=AUBURN)
huda = _who(skin=1, cover=("hijab", PLUM), top=TEAL, wear="lanyard", trim=SUN, build="adult", legs=INK, shoe=AUBURN)


def open_book(x, y, s=1, c=CREAM, edge=CORAL):
    return group(path("M0 26 C-30 4 -66 2 -96 10 V-56 C-66 -64 -30 -60 0 -40 C30 -60 66 -64 96 -56 V10 C66 2 30 4 0 26Z", c, edge, 10)
                 + line(0, -38, 0, 22, edge, 8) + path("M-74 -34 q28 -6 50 8 M24 -26 q22 -14 50 -8", None, edge, 6), x, y, s)


def shelf(x, y, w, rows, h=104, c=WOOD):
    """Book shelves; y is the top."""
    cols = (CORAL, TEAL, AMBER, PLUM, MOSS, DENIM, ROSE)
    out = rect(x, y, w, rows * h + 14, 10, c)
    for r in range(rows):
        out += rect(x + 12, y + 12 + r * h, w - 24, h - 14, 4, shade(c, .72))
        bx, i = x + 20, r * 3
        while bx < x + w - 44:
            bw, bh = 18 + (i * 7) % 14, h - 30 - (i * 11) % 26
            out += rect(bx, y + 12 + r * h + (h - 14 - bh), bw, bh, 3, cols[i % 7])
            bx += bw + 4 + (34 if i % 5 == 4 else 0)
            i += 1
    return out


def somewhere_safe_to_go_1():
    p = Picture("somewhere-safe-to-go-1", SKY)
    p.add(cloud(170, 250, .8, WHITE), tree(90, 610, 1), ground(596, LEAF), bush(330, 620, .8, MOSS))
    p.add(rect(420, 190, 640, 440, 10, PEACH), path("M390 200 L700 70 L1060 200Z", CORAL, CORAL, 16), rect(420, 600, 640, 40, 0, shade(PEACH, .86)))
    p.add(rect(560, 214, 250, 120, 20, CREAM), open_book(686, 284, 1.0))
    p.add(rect(450, 380, 90, 150, 10, WHITE), rect(460, 390, 70, 130, 6, SKY), rect(840, 380, 90, 150, 10, WHITE), rect(850, 390, 70, 130, 6, SKY))
    p.add(rect(566, 366, 244, 276, 10, WHITE), rect(582, 382, 212, 260, 4, shade(SUN, 1.3)), path("M794 382 L866 410 V670 L794 642Z", TEAL, TEAL, 4), circle(850, 540, 9, SUN))
    q = librarian(680, 456, .52, look=-.5, tilt=-4, mood="grin")
    p.add(path("M566 640 H810 L760 1000 H150Z", "#F6DCA8"), q.standing(690, 40), q.back(), q.body(), q.head(), q.arm("r", (728, 594)), q.arm("l", (598, 448), hand="open", turn=-110))
    k = kofi(322, 516, 1.14, look=.55, tilt=4, mood="soft")
    p.add(k.walking(990, 1, 80), k.back(), k.body(), k.head(), k.arm("l", (226, 780)), k.arm("r", (440, 740), bend="in"))
    return p


def somewhere_safe_to_go_2():
    p = Picture("somewhere-safe-to-go-2", SUN, "soft")
    p.add(house(880, 520, 250, 250, LILAC, PLUM, TEAL), rect(470, 130, 330, 410, 12, CREAM), rect(450, 110, 370, 44, 14, CORAL))
    p.add("".join(path("M%s h60 v44 a30 30 0 0 1 -60 0Z" % pts(455 + i * 60, 226), (CORAL, WHITE)[i % 2]) for i in range(6)), rect(450, 196, 370, 36, 10, shade(CORAL, .85)))
    p.add(rect(496, 326, 150, 120, 10, SKY), mug(572, 402, .74, CORAL, steam=TEAL), rect(680, 310, 96, 230, 8, shade(SUN, 1.4)), path("M776 310 L816 328 V556 L776 540Z", TEAL, TEAL, 4))
    w = Person(726, 400, .42, skin=2, hair="bun", hc=BLACK, top=MOSS, wear="apron", trim=CREAM, build="adult", look=-.4, mood="smile", legs=INK)
    p.add(w.standing(538, 34), w.back(), w.body(), w.head(), w.arm("l", (690, 500)), w.arm("r", (762, 500)))
    p.add(ground(534, shade(PEACH, 1.3)), rect(0, 590, 1000, 160, 0, "#6B7F86"), path("M40 670 h110 M240 670 h110 M440 670 h110 M640 670 h110 M840 670 h110", None, CREAM, 14), rect(0, 746, 1000, 260, 0, shade(PEACH, 1.2)), rect(0, 740, 1000, 18, 0, CREAM))
    # the bus stop
    p.add(rect(120, 150, 24, 760, 8, INK), rect(60, 120, 250, 130, 26, TEAL), rect(120, 150, 130, 64, 18, CREAM), rect(134, 162, 102, 26, 6, SKY), circle(154, 214, 14, INK), circle(216, 214, 14, INK))
    q = Person(348, 468, 1.06, skin=0, hair="longcurls", hc="#A6481F", top=DENIM, wear="jacket", trim=CREAM, build="teen", look=.3, down=.8, tilt=5, mood="unsure", legs=INK, shoe=WHITE, freckles=True)
    p.add(path("M232 560 Q210 640 236 740 L300 740 V540Z", CORAL), q.standing(940), q.back(), q.body(), q.head(), path("M262 500 Q250 600 268 668 M432 500 Q446 600 430 668", None, CORAL, 20))
    flat = rect(-30, -46, 60, 84, 12, "#8FA3A8") + rect(-13, -58, 26, 14, 4, "#8FA3A8") + rect(-22, 14, 44, 16, 4, CORAL)
    p.add(q.arm("l", (250, 740)), q.arm("r", (446, 700), bend="out"), phone(438, 640, .74, -8, flat, glass="#2B434D"), q.thumb_over(426, 694, -20))
    return p


def somewhere_safe_to_go_3():
    p = Picture("somewhere-safe-to-go-3", MINT, "soft")
    p.add(shelf(60, 110, 380, 5), shelf(600, 110, 360, 5), window(520, 260, 130, 260, SKY, WHITE), ground(690, shade(MINT, .9)), ellipse(500, 900, 460, 110, shade(PEACH, 1.2)))
    p.add(armchair(318, 716, 1.08, CORAL))
    k = kofi(318, 448, 1.06, look=.6, tilt=6, mood="soft")
    hx, hy = k.hip()
    p.add(k.back(), k.body(), k.seated(930), "".join(ellipse(hx + f * 50, hy + 24, 54, 46, shade(DENIM, 1.08)) for f in (-1, 1)), k.head(), armchair_arms(318, 716, 1.08, CORAL))
    q = librarian(742, 468, 1.04, look=-.65, tilt=-6, mood="smile")
    p.add("".join(line(x, 780, x2, 930, shade(WOOD, .8), 22) for x, x2 in ((690, 660), (820, 850))), rect(640, 760, 230, 38, 18, WOOD))
    p.add(q.seated(916, -1, 130), q.back(), q.body(), q.head(), q.arm("r", (716, 742), hand="flat"))
    p.add(phone(560, 592, .78, 8, circle(0, -36, 26, MINT) + circle(0, 46, 24, TEAL)), q.arm("l", (588, 664), hand="thumb", bend="down"))
    p.add(k.arm("l", (214, 644), hand="flat"), k.arm("r", (492, 636), hand="open", turn=-30, bend="down"))
    return p


def somewhere_safe_to_go_4():
    p = Picture("somewhere-safe-to-go-4", LEAF, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(LEAF, 1.35)))
    for r in range(3):
        y = 300 + r * 150
        p.add(rect(40, y, 520, 18, 6, WOOD))
        p.add("".join(rect(66 + i * 62, y - 66 + (i % 3) * 8, 44, 66 - (i % 3) * 8, 8, (CORAL, AMBER, TEAL, PLUM, ROSE)[(i + r) % 5]) + rect(66 + i * 62, y - 44, 44, 16, 0, CREAM) for i in range(8)))
    p.add(ground(756, shade(CREAM, .95)))
    c = Person(170, 452, .62, skin=1, hair="fringe_bald", hc=GREY, top=DENIM, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, look=-.4, mood="smile", legs=INK, shoe=AUBURN)
    p.add(c.standing(790), c.back(), c.body(), c.head(), c.arm("l", (110, 590), bend="out"), path("M196 606 q40 -44 80 0", None, INK, 9), path("M184 606 H288 L272 672 H200Z", CORAL, CORAL, 8), c.arm("r", (236, 590)))
    s = Person(782, 452, 1.04, skin=2, hair="lowbun", hc=GREY, top=PLUM, wear="apron", trim=AMBER, build="elder", age=1, look=-.65, tilt=-5, mood="soft", len=440)
    p.add(rect(640, 130, 330, 130, 16, TEAL), apple(706, 196, .7), banana(784, 196, .8), carrot(862, 200, .62, 30))
    p.add(s.back(), s.body(), s.head())
    g = Person(412, 500, 1.16, skin=0, hair="bob", hc=BLACK, top=CORAL, wear="heart", trim=CREAM, build="teen", look=.35, tilt=6, mood="talk", len=520)
    p.add(rect(570, 746, 460, 44, 14, shade(WOOD, 1.15)), rect(596, 786, 420, 240, 0, WOOD), rect(806, 640, 130, 108, 14, INK), rect(820, 654, 102, 54, 8, MINT), s.arm("l", (664, 750), hand="flat"), s.arm("r", (830, 752), hand="flat"))
    hx, hy = g.head_at(94, 26)
    p.add(g.back(), g.body(), g.head(), g.arm("l", (310, 830)), phone(hx + 10, hy + 2, .46, 12), g.arm("r", (hx + 18, hy + 40), hand="thumb", turn=-110, bend="out"))
    return p


def one_sentence_is_enough_1():
    p = Picture("one-sentence-is-enough-1", PEACH)
    p.add(rect(0, 0, 1000, 800, 0, shade(PEACH, 1.4)), rect(420, 110, 470, 230, 20, WHITE), rect(440, 130, 430, 190, 10, SKY), path("M440 232 q27 -22 54 0 t54 0 t54 0 t54 0 t54 0 t54 0 t54 0 t52 0 V320 H440Z", "#7CC3D3"), waves(560, 276, 110, 1, WHITE, 0, 9), waves(740, 286, 110, 1, WHITE, 0, 9), plant(78, 760, 1, CORAL))
    b = abel(690, 506, 1.12, look=-.65, tilt=-7, mood="smile", len=420, lean=12)
    s = suri(300, 518, 1.16, look=.6, tilt=5, mood="unsure", len=500)
    p.add(b.back(), b.body(), b.head(), rect(430, 792, 620, 44, 16, shade(WOOD, 1.15)), rect(456, 832, 600, 200, 0, WOOD))
    p.add(b.arm("r", (800, 796), hand="flat"), b.arm("l", (540, 798), hand="flat"))
    p.add(path("M196 590 Q170 700 196 860 L270 860 V560Z", DENIM), s.back(), s.body(), s.head(), path("M208 560 Q196 680 214 780 M390 556 Q404 660 388 780", None, DENIM, 22))
    p.add(s.arm("l", (180, 850)), s.arm("r", (330, 626), hand="flat", turn=200))
    return p


def one_sentence_is_enough_2():
    p = Picture("one-sentence-is-enough-2", LILAC, "soft")
    p.add(disc(640, 400, 330, shade(LILAC, 1.5)))
    b = abel(690, 452, 1.14, look=-.6, down=.5, tilt=-6, mood="soft", len=420)
    s = suri(196, 516, 1.04, look=.6, tilt=5, mood="soft", len=500)
    p.add(b.back(), b.body(), b.head(), rect(-20, 800, 1040, 44, 16, shade(WOOD, 1.15)), rect(-20, 840, 1040, 200, 0, WOOD), b.arm("r", (820, 802), hand="flat"), b.arm("l", (620, 806), hand="flat"))
    p.add(s.back(), s.body(), s.head(), s.arm("l", (110, 840)))
    p.add(s.arm("r", (420, 800), bend="in"), phone(452, 660, 1.42, 6, hand_sign(0, -42, 40, TEAL) + heart(0, 46, 30, CORAL)), s.thumb_over(386, 776, -30), s.fingers(534, 752, 180, 1, 3))
    return p


def one_sentence_is_enough_3():
    p = Picture("one-sentence-is-enough-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(SKY, 1.3)), window(230, 250, 240, 250, LEAF, WHITE, tree(190, 360, .4) + sun(300, 200, 26)), ground(750, shade(SKY, .92)))
    h = huda(800, 316, .92, look=-.3, tilt=-6, mood="talk", len=420)
    hx, hy = h.head_at(88, 22)
    p.add(h.back(), h.body(), h.head(), h.arm("l", (716, 560), hand="flat"), phone(hx + 8, hy + 4, .42, 10), h.arm("r", (hx + 14, hy + 38), hand="thumb", turn=-110, bend="out"))
    p.add(sofa(110, 890, 740, AMBER, 1.08))
    s = suri(314, 486, 1.04, look=.55, tilt=6, mood="soft")
    a = abel(640, 470, 1.04, look=-.6, tilt=-6, mood="smile")
    for q in (s, a):
        hx, hy = q.hip()
        p.add(q.back(), q.body(), q.seated(930), "".join(ellipse(hx + f * 50, hy + 26, 54, 46, shade(INK, 1.06)) for f in (-1, 1)), q.head())
    p.add(path("M266 654 H356 L344 752 H278Z", TEAL, TEAL, 8), ellipse(311, 656, 42, 10, SKY), s.arm("l", (270, 712), hand="thumb"), s.arm("r", (352, 712), hand="thumb"))
    p.add(a.arm("l", (590, 760), hand="flat"), a.arm("r", (690, 760), hand="flat"))
    return p


def heart_pin(x, y, r):
    return ellipse(x, y + r * 1.6, r * .5, r * .14, shade(LEAF, .8)) + pin(x, y, r) + circle(x, y, r * .62, WHITE) + heart(x, y + r * .03, r * .38, CORAL)


def places_near_here_1():
    p = Picture("places-near-here-1", LEAF)
    road = "#F6E3BC"
    p.add(path("M-20 470 C260 400 420 520 1020 420", None, road, 96), path("M520 470 C500 640 600 800 560 1020", None, road, 84), path("M330 -20 C300 160 380 300 350 440", None, road, 76))
    p.add(path("M-20 470 C260 400 420 520 1020 420 M520 490 C500 640 600 800 560 1020 M330 -20 C300 160 380 300 350 420", None, WHITE, 8, stroke_dasharray="2 34"))
    p.add(path("M1010 640 C860 600 760 680 700 760 C660 830 700 960 760 1010 H1010Z", "#7CC3D3"), waves(850, 800, 130, 2, WHITE, 40, 9))
    p.add(tree(150, 330, .56), tree(212, 368, .44, shade(MOSS, .9)), tree(470, 300, .5, MOSS, WOOD, False), tree(880, 390, .5), bush(430, 860, .5), tree(300, 640, .44, MOSS, WOOD, False))
    # library, shop, leisure centre
    lib = rect(-135, -172, 270, 170, 8, PEACH) + path("M-153 -166 L0 -250 L153 -166Z", CORAL, CORAL, 12) + rect(-38, -92, 76, 92, 6, TEAL)
    lib += rect(-70, -164, 140, 58, 12, CREAM) + open_book(0, -130, .52) + rect(-116, -110, 50, 60, 6, SKY) + rect(66, -110, 50, 60, 6, SKY)
    p.add(group(lib, 640, 408, .86))
    p.add(shop(232, 800, 250, 230, CREAM, (AMBER, WHITE), DENIM))
    p.add(path("M604 720 V596 Q730 500 880 596 V720Z", CREAM, CREAM, 12), rect(626, 622, 96, 70, 8, SKY), rect(762, 612, 70, 112, 6, PLUM), waves(674, 662, 66, 1, TEAL, 0, 9), path("M598 592 Q742 486 886 592", None, PLUM, 24))
    p.add(heart_pin(640, 112, 50), heart_pin(232, 516, 56), heart_pin(742, 446, 56))
    return p


SCENES = [somewhere_safe_to_go_1, somewhere_safe_to_go_2, somewhere_safe_to_go_3, somewhere_safe_to_go_4,
          one_sentence_is_enough_1, one_sentence_is_enough_2, one_sentence_is_enough_3, places_near_here_1]
