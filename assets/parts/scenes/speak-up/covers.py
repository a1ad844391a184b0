"""The covers (page 1 of each message)."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

aleesha = _who(skin=3, hair="puffs", hc=BLACK, top=AMBER, wear="heart", trim=CORAL, build="child", legs=DENIM)
grandad = _who(skin=3, hair="fringe_bald", hc=GREY, beard=GREY, top=DEEP, wear="cardigan", trim=CREAM, build="elder", age=1)
swim_coach = _who(skin=0, hair="ponytail", hc=AUBURN, top=CORAL, wear="tee", trim=CREAM, build="adult")
bell = _who(skin=1, hair="sweep", hc=BLACK, top=DENIM, wear="shirt", build="adult", glasses=True)
ollie = _who(skin=0, hair="crop", hc=BLOND, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE, freckles=True)
nan = _who(skin=0, hair="greywave", hc="#E9E4DC", top=PLUM, wear="jacket", trim=LILAC, build="elder", age=1, glasses=True, legs=INK, shoe=AUBURN)
kofi = _who(skin=4, hair="buzz", hc="#1B100B", top=TEAL, wear="dots", trim=MINT, build="child")
esi = _who(skin=4, hair="cornrows", hc="#1B100B", top=ROSE, wear="dungarees", trim=DENIM, build="child")
teo = _who(skin=1, hair="bob", hc=BLACK, top=MOSS, wear="hoodie", build="child", legs=DENIM, shoe=WHITE)
ruby = _who(skin=0, hair="longcurls", hc="#A6481F", top=SUN, wear="tee", build="child", legs=TEAL, shoe=CORAL, glasses=TEAL)
arjan_dad = _who(skin=2, hair="bald", cover=("turban", TEAL), beard=BLACK, hc=BLACK, top=CORAL, wear="knit", trim=CREAM, build="adult", legs=INK)
arjan = _who(skin=2, hair="crop", hc=BLACK, top=DENIM, wear="tee", build="child", legs=INK, shoe=CORAL)


def dog(x, y, s=1, flip=False, c="#B9793F"):
    """A small dog, side on, nose to the right, paws on y."""
    d = shade(c, .8)
    b = path("M-104 -96 C-140 -104 -150 -140 -138 -164", None, c, 22)
    b += path("M-72 -60 V-14 M40 -60 V-14", None, d, 30) + path("M-96 -60 V-12 M66 -60 V-12", None, c, 30)
    b += path("M-104 -104 C-104 -138 -60 -142 0 -134 L56 -140 C92 -132 92 -62 66 -52 H-84 C-104 -58 -108 -82 -104 -104Z", c)
    b += circle(88, -164, 48, c) + rect(96, -166, 72, 42, 21, c) + circle(164, -156, 12, INK) + circle(104, -174, 7, INK)
    b += path("M136 -128 q-16 10 -28 2", None, INK, 5)
    b += path("M64 -202 C30 -196 26 -138 46 -124 C66 -130 78 -160 76 -196Z", d, d, 6)
    b += path("M54 -122 Q78 -104 100 -118", None, CORAL, 14)
    return group(b, x, y, s, flip=flip)


def people_i_can_talk_to_1():
    p = Picture("people-i-can-talk-to-1", MINT)
    p.add(disc(500, 440, 370, shade(MINT, 1.5)))
    g = grandad(212, 452, 1.06, look=.5, tilt=5, mood="smile", len=620)
    c = swim_coach(500, 322, 1.06, look=-.15, down=.4, tilt=-3, mood="grin", len=700)
    m = bell(788, 452, 1.06, look=-.5, tilt=-5, mood="smile", len=620)
    a = aleesha(500, 722, 1.2, look=.2, down=-.2, tilt=4, mood="grin", len=420)
    p.add(c.back(), c.body(), c.head())
    p.add(path("M%s Q%s %s Q%s %s" % (pts(*c.at(-34, 4)), pts(*c.at(-26, 84)), pts(*c.at(0, 112)), pts(*c.at(26, 84)), pts(*c.at(34, 4))), None, SUN, 8))
    for q in (g, m):
        p.add(q.back(), q.body(), q.head())
    p.add(g.arm("l", (118, 830)), m.arm("r", (882, 830)))
    p.add(a.back(), a.body(), a.head(), a.arm("l", (430, 960)), a.arm("r", (570, 960)))
    p.add(g.arm("r", (408, 790), hand="flat", turn=10, bend="down"), m.arm("l", (592, 790), hand="flat", turn=170, bend="down"))
    return p


def say_it_1():
    p = Picture("say-it-and-say-it-again-1", LEAF)
    p.add(sun(780, 190, 66, SUN), cloud(250, 170, .7, shade(LEAF, 1.6)), hill(220, 620, 700, 200, shade(LEAF, .92)), tree(120, 620, 1.0), tree(900, 620, .9, shade(MOSS, .9), WOOD, False))
    p.add(ground(610, MOSS), path("M0 760 Q500 690 1000 760 V1000 H0Z", shade(PEACH, 1.3)))
    o = ollie(316, 494, 1.04, look=.65, down=-.4, tilt=4, mood="talk")
    g = nan(606, 380, 1.04, look=-.65, down=.6, tilt=-6, mood="smile", len=290)
    for q in (o, g):
        p.add(q.walking(850, 1, 66), q.back(), q.body(), q.head())
    p.add(dog(636, 926, .84))
    p.add(path("M%s Q%s %s" % (pts(728, 626), pts(770, 720), pts(694, 828)), None, INK, 8))
    p.add(o.arm("l", (232, 670)), o.arm("r", (428, 610), hand="open", turn=-50, bend="down"))
    p.add(g.arm("l", (510, 620), hand="thumb"), g.arm("r", (724, 620), hand="thumb"))
    p.add(bubble(330, 206, 230, 136, (326, 322)), dots(330, 206, 16, TEAL))
    return p


def good_and_bad_secrets_1():
    p = Picture("good-and-bad-secrets-1", SUN)
    p.add(disc(500, 440, 360, shade(SUN, 1.5)), bunting(90, 150, 910, 150, 50, 9))
    k = kofi(262, 540, 1.28, look=.6, tilt=5, mood="laugh", len=340)
    e = esi(730, 506, 1.36, look=-.6, tilt=-4, mood="smile", len=360)
    for q in (k, e):
        p.add(q.back(), q.body(), q.head())
    p.add(table(806, WOOD, -20, 1020))
    p.add(k.arm("l", (204, 792), hand="flat"), k.arm("r", (366, 796), hand="flat"))
    lit = shade(e.skin, 1.16)
    hx, hy = e.head_at(-20, 62)
    p.add(e.arm("l", (hx - 6, hy + 66), hand=None, bend="out"), circle(hx - 4, hy + 52, 34, lit), line(hx - 4, hy + 44, hx - 2, hy - 10, lit, 25), path("M%s h22" % pts(hx - 6, hy + 50), None, shade(e.skin, .9), 5))
    p.add(cake(506, 712, .9))
    p.add(group(gift(0, 0, 1, CORAL, CREAM) + path("M0 -54 C-60 -110 -90 -50 0 -54 C60 -110 90 -50 0 -54", CREAM, CREAM, 12), 742, 788, .62))
    p.add(e.arm("r", (836, 766), hand="flat", turn=140))
    return p


def when_a_friend_1():
    p = Picture("when-a-friend-has-a-worry-1", SKY)
    p.add(cloud(250, 150, .8, shade(SKY, 1.6)), hill(820, 600, 760, 170, LEAF), tree(120, 610, 1.0), ground(590, MOSS))
    # another at play, far off
    q = Person(482, 468, .38, skin=3, hair="afro", hc=BLACK, top=CORAL, build="child", look=.5, mood="grin", legs=INK, shoe=WHITE)
    p.add(q.walking(610, 1, 60), q.back(), q.body(), q.head(), q.arm("l", (444, 520)), q.arm("r", (520, 500), bend="in"), football(544, 604, 17))
    t = teo(292, 530, 1.22, look=.25, down=1, tilt=9, mood="neutral")
    r = ruby(712, 526, 1.22, look=-.65, tilt=-5, mood="soft")
    p.add(rect(60, 764, 880, 116, 58, WOOD), circle(118, 822, 58, shade(WOOD, 1.3)), circle(118, 822, 34, None, shade(WOOD, .95), 7), circle(118, 822, 14, shade(WOOD, .95)),
          path("M420 800 h150 M440 846 h120 M800 810 h60", None, shade(WOOD, .84), 10))
    for a in (t, r):
        p.add(a.back(), a.body(), a.seated(1010), a.head())
    p.add(t.arm("l", (240, 776), hand="flat"), t.arm("r", (346, 778), hand="flat"))
    p.add(path("M650 780 C560 1010 480 880 556 846 C640 812 780 960 772 780", None, PLUM, 13))
    p.add(r.arm("l", (650, 766), hand=None), r.arm("r", (770, 766), hand=None))
    for x, k in ((648, -1), (772, 1)):
        p.add(line(x - k * 4, 800, x + k * 6, 728, CORAL, 24), circle(x, 766, 27, r.skin), path("M%s h26 M%s h26" % (pts(x - 13, 760), pts(x - 13, 774)), None, shade(r.skin, .86), 5))
    return p


def safe_and_cared_for_1():
    p = Picture("safe-and-cared-for-1", PEACH)
    p.add(rect(0, 0, 1000, 860, 0, shade(PEACH, 1.2)), door_rect(330, 850, 330, 700, WHITE, SKY, circle(410, 260, 50, SUN) + path("M165 560 Q330 480 495 560 V850 H165Z", LEAF) + path("M290 520 H360 L470 850 H200Z", CREAM)))
    p.add(ground(846, shade(PEACH, .9)), rect(640, 240, 260, 22, 10, WOOD), "".join(circle(x, 262, 12, shade(WOOD, .8)) for x in (690, 770, 850)),
          path("M850 270 C810 300 806 420 816 470 H884 C894 420 890 300 850 270Z", MOSS, MOSS, 10))
    d = arjan_dad(676, 474, 1.12, look=-.65, down=.6, tilt=-5, mood="smile", lean=24)
    a = arjan(338, 560, 1.14, look=.65, down=-.3, tilt=4, mood="grin", top=DENIM)
    # the dad kneels on one knee
    hx, hy = d.hip()
    p.add(d.leg((hx + 34, hy - 12), (hx + 34, 900), (hx + 176, 920), toe=1, far=True, w=94))
    p.add(d.leg((hx - 34, hy - 12), (hx - 150, hy - 4), (hx - 150, 924), toe=-1, w=94))
    p.add(d.back(), d.body(), d.head())
    p.add(a.standing(926, 36), a.back(), a.body())
    # his hair is under a patka, with a small knot of cloth
    p.add(a.head(), a._headgroup(circle(6, -134, 30, shade(AMBER, .86)) + path("M-94 -14 C-108 -92 -60 -132 0 -132 C60 -132 108 -92 94 -14 C76 -52 40 -64 8 -66 C-30 -66 -74 -52 -94 -14Z", AMBER)
                                 + path("M-86 -48 C-40 -92 46 -92 88 -46", None, shade(AMBER, .86), 6)))
    p.add(path("M%s C%s %s %s" % (pts(*a.at(-62, 8)), pts(*a.at(-30, 44)), pts(*a.at(30, 44)), pts(*a.at(62, 8))), None, SUN, 46), line(*a.at(36, 30), *a.at(44, 130), SUN, 40), line(*a.at(26, 124), *a.at(62, 124), AMBER, 12))
    p.add(d.arm("r", (408, 578), hand="thumb", bend="down"))
    p.add(a.arm("l", (252, 760), bend="out"), rect(186, 770, 120, 86, 18, CORAL), rect(186, 770, 120, 30, 14, shade(CORAL, .85)), path("M222 770 V756 A10 10 0 0 1 232 746 H260 A10 10 0 0 1 270 756 V770", None, INK, 10), a.fingers(246, 752, 90))
    p.add(d.arm("l", (424, 640), hand="thumb", bend="down"))
    return p


SCENES = [people_i_can_talk_to_1, say_it_1, good_and_bad_secrets_1, when_a_friend_1, safe_and_cared_for_1]
