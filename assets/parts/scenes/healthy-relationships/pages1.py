"""Pages 2 and later: good-friend to your-phone-your-choice."""
from style import *
from people import Person
from things import *
from places import *
from cast import *


def good_friend_2():
    p = Picture("good-friend-2", SKY, "soft")
    p.add(cloud(230, 190, .9, shade(SKY, 1.5)), cloud(790, 150, .7, shade(SKY, 1.5)), bush(110, 700, 1.3, MOSS), bush(900, 700, 1.2, shade(MOSS, .9)))
    p.add(low_wall(690, 330, shade(PEACH, .92), shade(PEACH, .8), CREAM))
    a = Person(216, 436, .98, skin=1, cover=("hijab", CORAL), top=TEAL, build="teen", look=.5, tilt=4, mood="laugh", legs=INK, shoe=WHITE)
    b = Person(500, 428, .98, skin=0, hair="curls", hc="#A6481F", top=DENIM, wear="stripes", build="teen", glasses=True, look=.3, tilt=-6, mood="grin", legs=WOOD, shoe=INK)
    c = Person(784, 436, .98, skin=4, hair="locs", hc="#1B100B", top=AMBER, wear="band", build="teen", look=-.5, tilt=-4, mood="grin", legs=DENIM, shoe=WHITE)
    for q in (a, b, c):
        p.add(q.back(), q.body(), q.seated(900), q.head())
    p.add(apple(92, 470, .95), a.arm("l", (92, 512), hand="thumb", turn=-90, bend="down"), a.arm("r", (260, 694), hand="flat"))
    p.add(b.arm("l", (430, 640), hand="thumb"), b.arm("r", (560, 640), hand="thumb"), sandwich(496, 610, 1.05))
    p.add(banana(908, 466, 1, 40), c.arm("r", (906, 506), hand="thumb", turn=-90, bend="down"), c.arm("l", (740, 694), hand="flat"))
    return p


def good_friend_3():
    p = Picture("good-friend-3", SUN, "soft")
    p.add(hill(250, 800, 760, 250, LEAF), hill(840, 800, 760, 190, shade(LEAF, .93)), ground(790, MOSS, 14), cloud(240, 210, .9, CREAM), tree(858, 760, 1, MOSS, WOOD, False))
    z = zofia(268, 420, .98, look=.6, tilt=6, mood="soft", shoe=WHITE)
    r = ravi(652, 494, .98, look=-.6, tilt=-4, mood="smile", shoe=CORAL)
    ch = Wheelchair(r, -1, 908, CORAL)
    p.add(z.standing(890), z.back(), z.body(), z.head(), z.arm("l", (186, 690)), z.arm("r", (438, 560), hand="open", turn=-40, bend="down"))
    p.add(ch.back(), r.back(), r.seated(880, -1), r.body(), ch.front(), r.head())
    p.add(kite(606, 652, 1, 32, DENIM, SKY, False), r.arm("l", (536, 690), hand="thumb"), r.arm("r", (676, 676), hand="thumb"))
    return p


def good_friend_4():
    p = Picture("good-friend-4", SKY, "soft")
    p.add(cloud(760, 150, .8, shade(SKY, 1.5)), cloud(210, 190, .6, shade(SKY, 1.5)), hill(470, 800, 1160, 300, LEAF), tree(520, 512, .42, MOSS))
    p.add(bush(930, 740, 1.1, shade(MOSS, .92)), ground(730, mix(MOSS, LEAF, .45)))
    le = leo(262, 424, .9, look=.6, down=-.4, tilt=4, mood="grin", shoe=WHITE)
    am = amara(738, 430, .9, look=-.6, down=-.4, tilt=-4, mood="laugh", shoe=WHITE)
    for q in (le, am):
        p.add(ellipse(q.x, 904, 120, 16, MOSS), q.standing(898, 40), q.back(), q.body(), q.head())
    p.add(ball(500, 262, 54, CORAL, SUN), path("M424 320 Q404 350 392 384 M452 342 Q436 366 428 392", None, shade(SKY, 1.6), 9))
    p.add(le.arm("l", (150, 640), hand="mitt", bend="out"), le.arm("r", (392, 448), hand="open", turn=-58, bend="down"))
    p.add(am.arm("r", (872, 466), hand="open", turn=-62, bend="down"), am.arm("l", (608, 452), hand="open", turn=-120, bend="down"))
    return p


def healthy_feels_2():
    p = Picture("healthy-feels-2", PEACH, "soft")
    p.add(disc(500, 420, 380, shade(PEACH, 1.4)))
    p.add(card(388, 168, 150, 120, star(0, 2, 36)), card(572, 168, 150, 120, tick(0, 2, 34)))
    p.add(rect(60, 900, 880, 160, 60, shade(PEACH, .9)), sofa(110, 890, 740, DENIM, 1.08))
    h = hana(312, 474, 1.06, look=.55, tilt=5, mood="smile", shoe=WHITE)
    s = sam(688, 474, 1.06, look=-.55, tilt=-5, mood="grin", shoe=WHITE)
    for q in (h, s):
        p.add(q.back(), q.body(), q.seated(936), q.head())
    p.add(popcorn(500, 740, .92))
    p.add(h.arm("l", (270, 756), hand="flat"), remote(524, 548, 1, 20), h.arm("r", (504, 590), hand="thumb", bend="down"))
    p.add(s.arm("l", (604, 664), hand="open", turn=-170), s.arm("r", (730, 756), hand="flat"))
    return p


def healthy_feels_3():
    p = Picture("healthy-feels-3", LEAF, "soft")
    p.add(path("M170 1000 V330 L500 96 L830 330 V1000Z", CREAM, CREAM, 20), path("M110 356 L500 80 L890 356", None, CORAL, 54))
    p.add(ground(800, MOSS), path("M430 790 H570 L700 1000 H300Z", shade(PEACH, 1.3)))
    p.add(doorway(500, 800, 170, 430, TEAL, DEEP, circle(550, 610, 11, SUN) + rect(456, 470, 88, 96, 30, SKY)), rect(390, 792, 220, 26, 12, shade(CREAM, .86)))
    p.add(plant(640, 800, .62, CORAL), plant(360, 800, .62, CORAL))
    w = winston(262, 420, .92, look=.55, tilt=5, mood="grin", wear="scarf", trim=CORAL, shoe=AUBURN)
    i = ivy(744, 430, .92, look=-.55, tilt=-5, mood="smile", shoe=AUBURN)
    p.add(w.walking(890, -1, 84), w.back(), w.body())
    p.add("".join(line(*w.at(20 + a, 52 + b), *w.at(58 + a, 44 + b), WHITE, 11) for a, b in ((-6, 0), (-1, 36))))
    p.add(w.head(), w.arm("l", (150, 660)), w.arm("r", (398, 420), hand="open", turn=-64))
    p.add(i.walking(890, 1, 84), i.back(), i.body(), i.head(), i.arm("l", (606, 424), hand="open", turn=-116))
    p.add(i.arm("r", (838, 690)), book(868, 650, .86, 8, TEAL, note(12, 0, 34, WHITE)), i.fingers(808, 680, 10))
    return p


def caring_or_controlling_2():
    p = Picture("caring-or-controlling-2", SKY, "soft")
    p.add(disc(360, 420, 330, shade(SKY, 1.45)))
    b = beth(352, 446, 1.12, look=.35, down=.6, tilt=-5, mood="unsure", len=520, top=PLUM)
    m = marco(822, 486, 1.06, look=-.7, tilt=-3, mood="neutral", len=480)
    p.add(m.back(), m.body(), m.head(), m.arm("r", (912, 820)))
    p.add(b.back(), b.body(), b.head(), b.arm("l", (166, 524), hand=None), b.arm("r", (540, 524), hand=None))
    p.add(tee(160, 668, 1.02, CORAL, "".join(circle(x, y, 15, SUN) for x, y in ((-36, -10), (36, -10), (0, 34), (-36, 82), (36, 82)))))
    p.add(tee(546, 668, 1.02, "#D8CDBB"))
    p.add(circle(166, 524, 30, SKIN[0]), circle(546, 524, 30, SKIN[0]))
    p.add(m.arm("l", (704, 690), hand="point", bend="down", turn=172))
    return p


def caring_or_controlling_3():
    p = Picture("caring-or-controlling-3", LILAC, "soft")
    view = (rect(160, 200, 440, 400, 0, SKY) + circle(520, 270, 44, SUN) + path("M150 570 Q380 500 620 570 V860 H150Z", LEAF) + path("M330 560 H420 L560 860 H230Z", CREAM))
    p.add(rect(138, 158, 484, 720, 30, WHITE), view)
    f1 = Person(236, 470, .44, skin=1, hair="wavy", hc=BROWN, top=CORAL, build="adult", look=.5, mood="grin", legs=INK, shoe=WOOD)
    f2 = Person(330, 456, .44, skin=4, hair="afro", hc=BLACK, top=AMBER, build="adult", look=.4, mood="smile", legs=DENIM, shoe=WOOD)
    for f in (f1, f2):
        p.add(f.standing(f.y + 240), f.back(), f.body(), f.head())
    p.add(f1.arm("l", (176, 440), hand="open", turn=-100), f1.arm("r", (272, 590)), f2.arm("r", (376, 580)), f2.arm("l", (290, 576)))
    p.add(ground(856, shade(LILAC, .84)), rect(120, 846, 520, 26, 10, shade(LILAC, .72)))
    b = ben(446, 436, .92, look=.55, tilt=5, mood="grin", shoe=WHITE)
    p.add(b.standing(866), b.back(), b.body(), b.head(), guitar_case(330, 770, .72, 4, AUBURN), b.arm("l", (336, 668), hand="thumb"), b.arm("r", (580, 420), hand="open", turn=-70))
    k = kwame(790, 520, 1.12, look=-.6, tilt=-5, mood="grin", len=440)
    p.add(k.back(), k.body(), k.head(), mug(800, 724, .9, TEAL), k.arm("r", (842, 738), hand="thumb"), k.arm("l", (652, 560), hand="open", turn=-104))
    return p


def asking_and_hearing_2():
    p = Picture("asking-and-hearing-2", LILAC, "soft")
    p.add(disc(520, 440, 350, shade(LILAC, 1.5)))
    a = priya(292, 480, 1.18, look=.6, tilt=4, mood="soft", len=440)
    b = callum(720, 474, 1.18, look=-.5, down=.4, tilt=-4, mood="neutral", len=450)
    for q in (a, b):
        p.add(q.back(), q.body())
    face = (rect(-50, -96, 100, 184, 14, SKY) + circle(0, 10, 36, SKIN[0]) + path("M-37 2 C-42 -36 42 -36 37 2 C22 -14 -6 -14 -20 -18 C-26 -8 -32 -4 -37 2Z", AUBURN)
            + circle(-13, 8, 9, None, INK, 4) + circle(13, 8, 9, None, INK, 4) + path("M-11 27 q11 9 22 0", None, INK, 5) + path("M-50 88 C-48 44 48 44 50 88Z", TEAL))
    p.add(b.arm("l", (624, 812)), b.arm("r", (818, 812)))
    p.add(a.arm("l", (190, 812)), a.arm("r", (440, 824), bend="in"), a.head(), b.head(), phone(490, 744, 1.22, 6, face), a.thumb_over(420, 816, -30))
    p.add(bubble(500, 150, 210, 130, (620, 280)), dots(500, 150, 15, TEAL))
    return p


def asking_and_hearing_3():
    p = Picture("asking-and-hearing-3", SKY, "soft")
    p.add(house(270, 730, 330, 340, CREAM, CORAL, AMBER, doorx=-.2), tree(900, 740, .9), ground(724, LEAF), path("M0 850 Q500 780 1000 850 V1000 H0Z", shade(PEACH, 1.25)))
    l = lily(316, 512, .98, look=.6, tilt=5, mood="smile", shoe=TEAL)
    y = yusuf(742, 424, .98, look=-.6, tilt=-4, mood="soft", shoe=WHITE)
    ch = Wheelchair(l, 1, 914, PLUM)
    p.add(ch.back(), l.back(), l.seated(886, 1), l.body(), ch.front(), l.head(), l.arm("l", (300, 740), hand="flat"), l.arm("r", (420, 744), hand="flat"))
    p.add(y.standing(900), y.back(), y.body(), y.head(), y.arm("r", (800, 690)), y.arm("l", (574, 500), hand="open", turn=-96))
    p.add(swimbag(600, 890, .62, DENIM))
    p.add(bubble(520, 158, 300, 150, (660, 250)), tick(452, 162, 36, MINT), hand_sign(586, 158, 46, CORAL))
    return p


def your_phone_your_choice_2():
    p = Picture("your-phone-your-choice-2", LEAF, "soft")
    p.add(disc(560, 170, 84, SUN), hill(220, 560, 640, 200, shade(LEAF, .9)), tree(160, 500, .8), tree(880, 500, .7, shade(MOSS, .9)), ground(500, shade(MOSS, 1.18)))
    a = nia(380, 290, .82, look=.5, tilt=4, mood="grin", shoe=WHITE)
    b = Person(756, 300, .82, skin=0, hair="sweep", hc=AUBURN, top=TEAL, build="teen", look=-.5, tilt=-4, mood="grin", legs=INK, shoe=CORAL)
    hx, hy = a.hip()
    p.add(a.leg((hx - 20, hy), (hx - 30, 620), (hx - 44, 716), toe=1, far=True, w=76), a.leg((hx + 14, hy), (hx + 70, 590), (hx + 126, 656), toe=1, w=76))
    p.add(a.back(), a.body(), a.head(), a.arm("l", (254, 462), bend="in"), a.arm("r", (500, 432), bend="down"))
    p.add(b.walking(710, -1, 50), b.back(), b.body(), b.head(), b.arm("l", (640, 440), hand="open", bend="down", turn=-140), b.arm("r", (862, 470)))
    p.add(football(588, 664, 44))
    p.add(rect(-20, 800, 1040, 40, 16, shade(WOOD, 1.15)), rect(-20, 836, 1040, 200, 0, WOOD))
    p.add(group(rect(-150, -22, 300, 44, 22, INK) + rect(-150, -22, 300, 30, 15, DENIM) + rect(-128, -18, 70, 18, 9, INK), 300, 812))
    p.add(bubble(290, 690, 190, 112, (320, 790)), dots(290, 690, 14, CORAL))
    return p


def your_phone_your_choice_3():
    p = Picture("your-phone-your-choice-3", SUN, "soft")
    p.add(disc(500, 360, 290, shade(SUN, 1.5)))
    a = Person(500, 430, 1.2, skin=3, hair="cornrows", hc=BLACK, top=PLUM, wear="tee", build="teen", look=.4, down=.8, tilt=5, mood="soft", len=540)
    p.add(a.back(), a.body(), a.head(), a.arm("l", (300, 840), reach=1.25))
    streets = (rect(-50, -96, 100, 184, 14, MINT) + path("M-50 -40 H50 M-50 40 L50 20 M-14 -96 V88", None, WHITE, 11) + path("M-46 84 Q0 50 50 70 V74 A14 14 0 0 1 36 88 H-36Z", SKY) + pin(4, -22, 30))
    p.add(phone(298, 688, 1.55, -6, streets), a.thumb_over(392, 836, -160))
    p.add(rect(506, 640, 370, 200, 60, WHITE), switch(691, 740, 280, 120, "#BDB6AE"))
    p.add(a.arm("r", (640, 660), hand="point", turn=112, bend="out"))
    return p


def your_phone_your_choice_4():
    p = Picture("your-phone-your-choice-4", PEACH, "soft")
    p.add(disc(500, 440, 360, shade(PEACH, 1.4)), plant(110, 812, 1.1, TEAL))
    a = jeevan(310, 490, 1.14, look=.6, tilt=6, mood="soft")
    b = sadia(716, 470, 1.16, look=-.6, tilt=-6, mood="smile")
    for q in (b, a):
        p.add(q.back(), q.body(), q.head())
    p.add(b.arm("l", (590, 744), hand="open", turn=-160), b.arm("r", (884, 690), hand="open", turn=-50, bend="in"))
    p.add(table(810, TEAL, -20, 1020))
    frame = rect(-38, -62, 76, 104, 10, MINT) + rect(-30, -54, 60, 88, 6, SKY) + padlock(0, -14, 25, CORAL, WHITE)
    p.add(a.arm("l", (250, 806), hand="flat"), a.arm("r", (448, 790), bend="in"), phone(500, 716, 1.1, 8, frame), a.thumb_over(432, 784, -30))
    return p


SCENES = [good_friend_2, good_friend_3, good_friend_4, healthy_feels_2, healthy_feels_3, caring_or_controlling_2, caring_or_controlling_3,
          asking_and_hearing_2, asking_and_hearing_3, your_phone_your_choice_2, your_phone_your_choice_3, your_phone_your_choice_4]
