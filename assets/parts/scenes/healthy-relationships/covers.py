"""The ten cover pictures (page 1 of each message)."""
from style import *
from people import Person
from things import *
from places import *
from cast import *


def good_friend_1():
    p = Picture("good-friend-1", PEACH)
    p.add(disc(500, 470, 372, SUN), ground(890, ROSE))
    p.add(bench_back(96, 904, 768, 1.05, TEAL))
    a = leo(322, 474, 1.12, look=.65, tilt=3, mood="grin")
    b = amara(684, 478, 1.1, look=-.6, tilt=-5, mood="smile")
    p.add(bubble(532, 142, 170, 150, (618, 250)), hand_sign(532, 146, 48, CORAL))
    for q in (a, b):
        p.add(q.back(), q.body(), q.seated(1060))
    p.add(a.head(), b.head())
    p.add(ball(322, 742, 74, CORAL, SUN), a.arm("l", (256, 762), hand="thumb"), a.arm("r", (390, 764), hand="thumb"))
    p.add(b.arm("r", (716, 772), hand="flat"), b.arm("l", (516, 560), hand="open", turn=-98))
    return p


def healthy_feels_1():
    p = Picture("healthy-feels-1", SKY)
    p.add(disc(500, 430, 340, SUN))
    a = mei(326, 486, 1.16, look=.55, tilt=6, mood="laugh")
    b = jonah(680, 478, 1.16, look=-.55, tilt=-6, mood="grin")
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(table(800, WOOD, -20, 1020))
    p.add(mug(362, 752, 1.15, CREAM, True), mug(628, 752, 1.15, TEAL))
    p.add(a.arm("l", (304, 768), hand="thumb"), a.arm("r", (424, 766), hand="thumb"))
    p.add(b.arm("l", (568, 770), hand="thumb"), b.arm("r", (850, 560), hand="open", turn=-60))
    p.add(heart(508, 196, 46, CORAL))
    return p


def caring_or_controlling_1():
    p = Picture("caring-or-controlling-1", LILAC)
    p.add(disc(500, 330, 250, shade(LILAC, 1.5)))
    a = noor(500, 448, 1.2, look=.45, down=1, tilt=5, mood="think", len=500, build="broad")
    p.add(a.back(), a.body(), a.head(), a.arm("l", (380, 800)), a.arm("r", (620, 800)))
    p.add(circle(288, 690, 202, CREAM), circle(288, 690, 186, LEAF), circle(712, 690, 202, CREAM), circle(712, 690, 186, ROSE))
    p.add(phone(288, 690, 1.38, -5, rect(-38, -44, 80, 66, 24, MINT) + path("M-38 8 l-2 30 l32 -18Z", MINT) + heart(2, -10, 22, CORAL)))
    stack = "".join(rect(-38, -88 + i * 29, 76, 23, 11, PEACH) + line(-24, -76.5 + i * 29, 20, -76.5 + i * 29, CORAL, 5) for i in range(6))
    p.add(phone(712, 690, 1.38, 5, stack))
    return p


def asking_and_hearing_1():
    p = Picture("asking-and-hearing-1", LEAF)
    p.add(disc(430, 330, 280, shade(LEAF, 1.5)), hill(880, 900, 760, 210, shade(LEAF, .9)), ground(846, MOSS, 10))
    k = kemi(674, 524, 1.06, look=-.65, tilt=-6, mood="grin")
    t = theo(276, 590, 1.04, look=.65, tilt=4, mood="grin")
    # Kemi kneels: the dress pools on the grass
    p.add(k.arm("r", (868, 640), hand="open", turn=-34, bend="in", far=True, sleeve="short"))
    p.add(k.back(), k.body())
    p.add(path("M568 740 C540 800 452 812 436 872 Q434 904 468 906 H868 Q902 906 890 866 C872 806 784 800 760 740Z", AMBER))
    p.add(spots(((520, 856), (590, 880), (600, 810), (664, 846), (732, 876), (736, 806), (800, 850), (846, 884)), 9, CORAL))
    p.add(k.head())
    p.add(t.standing(900, 36), t.back(), t.body(), t.head())
    p.add(t.arm("r", (354, 784)), t.arm("l", (136, 560), hand="open", turn=-106))
    p.add(k.arm("l", (484, 648), hand="open", turn=-146, bend="in", sleeve="short"))
    p.add(bubble(436, 190, 350, 190, (580, 330)), hug_sign(350, 192, 60), line(436, 146, 436, 234, MINT, 8), wave_sign(526, 192, 58, AMBER))
    return p


def your_phone_your_choice_1():
    p = Picture("your-phone-your-choice-1", MINT)
    p.add(disc(390, 420, 310, shade(MINT, 1.55)))
    a = tariq(378, 476, 1.3, look=.5, tilt=-3, mood="smile", len=420)
    b = finn(776, 548, 1.14, look=-.7, tilt=-4, mood="soft", len=400)
    p.add(b.back(), b.body(), b.head())
    p.add(a.back(), a.body(), a.head())
    p.add(a.arm("l", (336, 800), hand=None))
    p.add(phone(384, 706, 1.16, -8, padlock(0, -4, 42, CORAL, WHITE)))
    p.add(circle(338, 802, 36, SKIN[2]), path("M318 770 L362 758 M318 800 L366 792", None, SKIN[2], 27))
    p.add(b.arm("l", (640, 810), hand="open", turn=176, bend="in"))
    p.add(a.arm("r", (588, 600), hand="open", turn=-76))
    return p


def when_friends_push_1():
    p = Picture("when-friends-push-1", SUN)
    p.add(shop(600, 760, 470, 580, CREAM, (CORAL, WHITE), DENIM), ground(756, shade(SUN, .92)))
    g1 = Person(588, 604, .9, skin=0, hair="wavy", hc=AUBURN, top=PLUM, build="teen", look=-.6, tilt=-4, mood="grin", len=430)
    g2 = Person(706, 478, .9, skin=2, hair="quiff", hc=BLACK, top=MOSS, wear="hoodie", build="teen", look=-.6, tilt=4, mood="smile", len=440)
    g3 = Person(822, 606, .9, skin=4, hair="locs", hc=BLACK, top=CORAL, wear="band", build="teen", look=-.7, tilt=-5, mood="grin", len=430)
    i = idris(236, 530, 1.14, look=.5, tilt=-4, mood="think", len=420)
    p.add(g2.back(), g2.arm("l", (566, 372), hand="open", turn=-110), g2.body(), g2.head(), g3.arm("r", (916, 540), hand="open", turn=-70))
    p.add(g3.back(), g3.body(), g3.head(), g1.back(), g1.body(), g1.head())
    p.add(g3.arm("l", (744, 850)), g1.arm("r", (640, 850)), g1.arm("l", (502, 850)))
    p.add(i.back(), i.body(), i.head())
    p.add(i.arm("l", (156, 850)), i.arm("r", (370, 548), hand="open", turn=-84))
    return p


def trust_the_feeling_1():
    p = Picture("trust-the-feeling-1", PEACH)
    p.add(disc(500, 480, 366, shade(PEACH, 1.45)))
    p.add("".join(group(waves(0, 0, h, 1, ROSE, 0, 13), x, 830, 1, 90) for x, h in ((236, 90), (278, 130), (722, 130), (764, 90))))
    a = robin(500, 452, 1.42, look=-.25, down=.6, tilt=5, mood="soft", len=420, build="adult")
    p.add(a.back(), a.body(), a.head())
    p.add(a.arm("l", (496, 838), hand="flat"))
    p.add(path("M408 908 q23 -24 46 0 t46 0 t46 0 t46 0", None, LILAC, 13))
    p.add(heart(548, 564, 48, ROSE))
    p.add(a.arm("r", (488, 694), hand="flat"))
    return p


def telling_someone_1():
    p = Picture("telling-someone-1", SKY)
    p.add(window(640, 250, 290, 270, shade(SKY, 1.5), WHITE, tree(592, 370, .48) + circle(710, 196, 32, SUN)))
    a = ayesha(292, 506, 1.12, look=.65, tilt=4, mood="soft")
    b = okoro(712, 482, 1.16, look=-.65, tilt=-7, mood="smile", lean=14)
    p.add(plant(900, 806, 1.2, CORAL))
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(table(798, WOOD, -20, 1020))
    p.add(a.arm("l", (300, 792), hand="flat"), a.arm("r", (430, 690), hand="open", turn=-40, bend="in"))
    p.add(b.arm("r", (662, 794), hand="flat"), b.arm("l", (594, 798), hand="flat"))
    p.add(bubble(364, 174, 210, 160, (330, 290)), heart(364, 152, 36, CORAL), dots(364, 214, 9, TEAL))
    return p


def help_a_friend_1():
    p = Picture("help-a-friend-1", LEAF)
    p.add(disc(500, 420, 330, shade(LEAF, 1.5)))
    p.add(doorway(500, 700, 300, 540, CREAM, TEAL, rect(430, 250, 140, 150, 20, SKY)))
    p.add(plant(118, 704, .9, CORAL), plant(882, 704, .9, AMBER))
    p.add(rect(-20, 690, 1040, 90, 0, shade(CREAM, .95)), rect(-20, 690, 1040, 26, 0, WHITE), rect(-20, 790, 1040, 230, 0, shade(CREAM, .88)), rect(-20, 780, 1040, 26, 0, WHITE))
    a = mateus(290, 480, 1.04, look=.25, down=.9, tilt=9, mood="neutral")
    b = freya(704, 468, 1.06, look=-.65, tilt=-5, mood="smile")
    for q in (a, b):
        p.add(q.back(), q.body(), q.seated(940), q.head())
    p.add(a.arm("r", (330, 780), hand="flat"), a.arm("l", (272, 486), hand="chin", bend="down"))
    p.add(b.arm("r", (750, 780), hand="flat"), biscuit(500, 640, 1.05, True), b.arm("l", (540, 648), hand="thumb", bend="down"))
    return p


def everyone_has_a_part_1():
    p = Picture("everyone-has-a-part-1", SUN)
    p.add(sun(500, 158, 72, CREAM, 12))
    p.add(house(250, 500, 190, 170, PEACH, CORAL, TEAL, two=False), house(500, 490, 180, 160, CREAM, TEAL, CORAL, two=False), house(746, 500, 190, 170, SKY, PLUM, AMBER, two=False))
    p.add(ground(494, LEAF), path("M0 720 Q500 560 1000 720 V1000 H0Z", shade(PEACH, 1.3)))
    post = Person(644, 368, .46, skin=3, hair="buzz", hc=BLACK, top=CORAL, wear="shirt", build="adult", mood="grin", tilt=-4, legs=INK, shoe=AUBURN, cover=("cap", INK))
    p.add(post.standing(620, 34), post.back(), post.body(), post.head(), path("M604 392 L686 480", None, AUBURN, 9), rect(662, 464, 60, 52, 10, AUBURN))
    p.add(post.arm("r", (698, 476)), post.arm("l", (574, 348), hand="open", turn=-110))
    for x, y, g, kw, c, h in ((572, 516, .46, dict(skin=0, hair="sweep", hc=BLOND, top=MOSS, look=.5, tilt=4), AMBER, "l"),
                              (470, 592, .54, dict(skin=2, hair="puffs", hc=BLACK, top=CORAL, look=.4, tilt=-4), TEAL, "r")):
        k = Person(x, y, g, build="child", mood="grin", legs=INK, shoe=WHITE, **kw)
        f = 1 if h == "l" else -1
        p.add(k.standing(y + g * 344, 26), scooter(x + f * g * 22, y + g * 378, g * 1.3, c, f < 0), k.back(), k.body(), k.head())
        p.add(k.arm("r" if f > 0 else "l", (x + f * g * 111, y + g * 156)), k.arm(h, (x - f * g * 118, y - 6), hand="open", turn=-90 - f * 20))
    mo = Person(806, 500, 1, skin=0, hair="lowbun", hc=BROWN, top=TEAL, wear="tee", build="adult", look=-.6, mood="smile", tilt=-4, len=420)
    s = singh(204, 512, 1, look=.6, mood="smile", tilt=4, len=420)
    p.add(s.back(), s.body(), s.head(), s.arm("r", (322, 466), hand="open", turn=-78))
    p.add("".join(rect(x, 822, 46, 200, 20, WHITE) for x in (226, 302, 378)), rect(206, 866, 236, 30, 10, WHITE))
    p.add(line(168, 676, 168, 1000, AUBURN, 24), line(146, 676, 196, 676, AUBURN, 24), s.arm("l", (168, 690), hand="thumb"))
    p.add(mo.back(), mo.body(), mo.head(), mo.arm("r", (890, 800)), pram(618, 926, .96, PLUM, True), mo.arm("l", (758, 748), hand="thumb"))
    return p


SCENES = [good_friend_1, healthy_feels_1, caring_or_controlling_1, asking_and_hearing_1, your_phone_your_choice_1,
          when_friends_push_1, trust_the_feeling_1, telling_someone_1, help_a_friend_1, everyone_has_a_part_1]
