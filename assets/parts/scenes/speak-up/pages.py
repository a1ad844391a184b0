"""Pages 2 and later: people-i-can-talk-to to good-and-bad-secrets."""
from style import *
from people import Person
from things import *
from places import *
from cast import *
from cast import _who

samir = _who(skin=2, hair="curls", hc=BLACK, top=TEAL, wear="stripes", trim=MINT, build="child")
reid = _who(skin=4, hair="buzz", hc=BLACK, cover=("headwrap", PLUM), top=CORAL, wear="apron", trim=CREAM, build="adult", earring=SUN)
lowri = _who(skin=0, hair="bob", hc=AUBURN, top=PLUM, wear="stripes", trim=LILAC, build="child", legs=INK, shoe=CORAL, aid=TEAL)
desk_man = _who(skin=1, hair="sweep", hc=BROWN, beard=BROWN, top=TEAL, wear="lanyard", trim=CORAL, build="broad")
zara = _who(skin=2, hair="braids", hc=BLACK, top=CORAL, wear="tee", build="child", legs=INK, shoe=SUN)
teacher = _who(skin=0, hair="crop", hc=GREY, top=MOSS, wear="shirt", build="adult", glasses=True, legs=INK, shoe=AUBURN, age=1)
mina = _who(skin=1, hair="bob", hc=BLACK, top=AMBER, wear="tee", build="child")
uncle = _who(skin=1, hair="quiff", hc=BLACK, top=DENIM, wear="tee", build="adult")
cook = _who(skin=3, hair="bun", hc=BLACK, top=WHITE, wear="apron", trim=TEAL, build="adult", sleeve="short", earring=SUN)
jay = _who(skin=2, hair="quiff", hc=BLACK, top=CORAL, wear="hoodie", build="child", legs=DENIM, shoe=WHITE)


def vignette(pic, name, x, y, r, colour, body, edge=CREAM):
    """A round window of radius r; body is drawn round 0, 0."""
    cid = "%s-%s" % (pic.name, name)
    return (circle(x, y, r + 14, edge) + '<defs><clipPath id="%s"><circle r="%s"/></clipPath></defs>' % (cid, n(r))
            + group('<g clip-path="url(#%s)">%s%s</g>' % (cid, circle(0, 0, r, colour), body), x, y))


def people_2():
    p = Picture("people-i-can-talk-to-2", LILAC, "soft")
    p.add(disc(520, 400, 350, shade(LILAC, 1.5)))
    # pictures pegged to a line
    p.add(path("M40 170 Q500 240 960 170", None, INK, 5))
    for x, y, c, k in ((250, 262, SKY, sun(0, 0, 26, AMBER)), (508, 276, MINT, heart(0, 0, 30, CORAL)), (752, 262, SUN, leaf(0, 0, .8, 20))):
        p.add(card(x, y, 150, 130, k, c, (x - 500) / -60), rect(x - 8, y - 84, 16, 34, 6, WOOD))
    s = samir(282, 556, 1.24, look=.6, down=.4, tilt=5, mood="unsure", len=340)
    m = reid(694, 516, 1.16, look=-.6, down=.7, tilt=-6, mood="smile", len=420)
    for q in (s, m):
        p.add(q.back(), q.body(), q.head())
    p.add(table(800, shade(SUN, .96), -20, 1020))
    p.add(rect(84, 806, 190, 20, 8, WHITE))
    p.add(path("M352 812 C380 790 470 806 520 800 C590 796 640 806 626 826 C640 850 560 846 520 852 C440 862 330 850 352 812Z", DENIM))
    p.add(group(rect(-54, -46, 108, 92, 14, CREAM) + rect(-54, -46, 30, 92, 10, DENIM) + ellipse(-54, 0, 14, 44, shade(DENIM, .85)), 366, 776, .8, 12))
    p.add(s.arm("l", (206, 800), hand="flat"), s.arm("r", (416, 680), hand="open", turn=-50, bend="down"))
    p.add(rect(566, 786, 130, 52, 20, CORAL), path("M586 800 h90", None, shade(CORAL, .85), 6))
    p.add(m.arm("l", (610, 778), hand="flat", turn=170), m.arm("r", (816, 800), hand="flat"))
    p.add(plant(920, 806, .7, TEAL), rect(126, 764, 18, 44, 6, WOOD), rect(120, 740, 30, 30, 10, CORAL))
    return p


def people_3():
    p = Picture("people-i-can-talk-to-3", SKY, "soft")
    p.add(rect(0, 0, 1000, 700, 0, shade(SKY, 1.25)), ground(694, "#EBC58B"))
    # the notice board, and a clock
    p.add(rect(110, 130, 330, 240, 16, WOOD), rect(128, 148, 294, 204, 8, shade(PEACH, 1.2)), card(200, 216, 90, 100, heart(0, 0, 24, CORAL), WHITE, -4), card(318, 206, 110, 80, sun(0, 0, 18, AMBER), MINT, 4),
          card(226, 310, 120, 56, waves(0, 0, 80, 2, TEAL, 20, 7), SUN, 2), card(352, 300, 84, 80, leaf(0, 0, .6), WHITE, -3))
    m = desk_man(684, 420, 1.14, look=-.65, down=.7, tilt=-8, mood="smile", lean=-18)
    p.add(m.back(), m.body(), m.head())
    p.add(rect(500, 700, 540, 44, 18, shade(WOOD, 1.2)), rect(530, 744, 480, 300, 0, TEAL), circle(680, 850, 62, CREAM), heart(680, 854, 36, CORAL))
    p.add(plant(896, 704, .9, CORAL))
    p.add(m.arm("r", (780, 700), hand="flat", turn=150), m.arm("l", (560, 694), hand="flat", turn=170))
    l = lowri(276, 574, 1.14, look=.65, down=-.6, tilt=4, mood="talk")
    p.add(l.standing(920, 38), l.back(), l.body(), l.head(), l.arm("l", (182, 770)), l.arm("r", (430, 690), hand="open", turn=-36, bend="down"))
    p.add(bubble(492, 190, 136, 124, (366, 418)), question(492, 186, 36, TEAL))
    return p


def say_it_2():
    p = Picture("say-it-and-say-it-again-2", PEACH, "soft")
    p.add(disc(480, 420, 380, shade(PEACH, 1.42)), ground(770, shade(PEACH, .94)))
    p.add(rect(80, 180, 250, 22, 8, WOOD), rect(104, 92, 34, 88, 6, TEAL), rect(144, 106, 30, 74, 6, CORAL), rect(180, 86, 38, 94, 6, AMBER), group(rect(-17, -44, 34, 88, 6, PLUM), 246, 138, 1, 12))
    z = zara(336, 512, 1.26, look=.5, down=.5, tilt=5, mood="soft")
    ch = Wheelchair(z, 1, 920, TEAL)
    t = teacher(800, 500, 1.04, look=-.7, down=.6, tilt=-6, mood="smile")
    p.add(rect(680, 790, 240, 40, 16, CORAL), path("M710 830 V940 M890 830 V940", None, shade(CORAL, .8), 20))
    p.add(t.back(), t.body(), t.seated(930), t.head())
    p.add(ch.back(), z.back(), z.seated(890, 1), z.body(), ch.front())
    p.add(t.arm("r", (866, 792), hand="flat"))
    cells = "".join(rect(-92 + i % 3 * 64, -62 + i // 3 * 64, 56, 56, 12, c) for i, c in enumerate((SUN, MINT, PEACH, SKY, LEAF, LILAC)))
    signs = heart(-64, -34, 17, CORAL) + roof_sign(0, -34, 18, DEEP) + cloud(64, -34, .2, "#8C979C") + hand_sign(-64, 30, 20, TEAL) + circle(0, 30, 17, AMBER) + question(64, 26, 15, PLUM)
    p.add(z.arm("l", (358, 740), hand="flat", bend="out"))
    p.add(group(rect(-116, -84, 232, 168, 24, INK) + rect(-104, -72, 208, 144, 12, WHITE) + cells + signs, 462, 690, 1.0, -5))
    p.add(z.arm("r", (500, 748), hand="point", turn=-150, bend="out"))
    p.add(z.head(), t.arm("l", (664, 620), hand="open", turn=-150, bend="down"))
    return p


def say_it_3():
    p = Picture("say-it-and-say-it-again-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(SUN, 1.3)))
    # the small circle: a busy kitchen
    u = uncle(30, -10, .66, look=.6, down=.3, tilt=4, mood="neutral", len=300)
    b = Person(-44, 32, .46, skin=1, hair="buzz", hc=BLACK, top=MINT, build="child", look=-.3, mood="smile", len=240)
    inside = rect(-230, -230, 460, 460, 0, SKY) + window(-100, -120, 110, 110, CREAM, WHITE)
    inside += u.back() + u.body() + u.head() + b.back() + b.body() + b.head() + u.arm("l", (-60, 120), hand="flat", turn=0)
    inside += rect(-230, 136, 460, 120, 0, WOOD) + rect(94, 92, 96, 54, 10, INK) + line(96, 104, 66, 96, INK, 14) + path("M122 80 q-10 -14 0 -26 t0 -24 M160 80 q-10 -14 0 -26 t0 -24", None, WHITE, 8) + u.arm("r", (138, 84), hand="thumb") + line(138, 92, 150, 116, WOOD, 10)
    p.add(vignette(p, "a", 262, 286, 196, SKY, inside, WHITE))
    # the way to the big one
    p.add(path("M196 520 C190 640 216 724 292 780", None, CORAL, 18, stroke_dasharray="4 40"), path("M286 730 L300 786 L244 782", None, CORAL, 18))
    m = mina(-122, -6, .98, look=.65, down=-.4, tilt=4, mood="talk", len=340)
    c = cook(120, -64, .96, look=-.65, down=.6, tilt=-7, mood="smile", len=360)
    inside = rect(-320, -320, 640, 640, 0, PEACH) + rect(-320, -130, 640, 450, 0, shade(PEACH, 1.3)) + rect(-320, -150, 640, 26, 0, TEAL)
    inside += "".join(rect(-250 + i * 90, -220, 70, 70, 10, k) for i, k in enumerate((CREAM, SKY, CREAM)))
    inside += c.back() + c.body() + c.head() + group(path("M-92 -40 C-104 -118 -54 -156 0 -156 C54 -156 104 -118 92 -40Z", WHITE, WHITE, 8) + rect(-96, -66, 192, 34, 16, shade(TEAL, 1.1)), *c.head_at(0, 0), .94, -7)
    inside += m.back() + m.body() + m.head() + rect(-320, 176, 640, 34, 10, shade(WOOD, 1.2)) + rect(-320, 208, 640, 140, 0, WOOD)
    inside += m.arm("l", (-180, 176), hand="flat") + m.arm("r", (-34, 96), hand="open", turn=-40, bend="down") + c.arm("l", (70, 172), hand="flat", turn=170) + c.arm("r", (214, 176), hand="flat")
    p.add(vignette(p, "b", 618, 618, 306, PEACH, inside, WHITE))
    p.add(sun(800, 222, 62, AMBER, 12))
    return p


def say_it_4():
    p = Picture("say-it-and-say-it-again-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 760, 0, shade(MINT, 1.45)), ground(756, shade(MINT, .95)), ellipse(360, 880, 330, 70, PEACH))
    p.add(path("M96 870 C70 690 190 590 350 590 C520 590 640 690 620 870 C600 930 120 930 96 870Z", PLUM), path("M170 690 C220 640 300 620 360 622", None, shade(PLUM, 1.3), 10))
    j = jay(330, 540, 1.2, look=.6, down=-.2, tilt=5, mood="talk")
    p.add(j.back(), j.body(), j.seated(928, 1), j.head())
    p.add(j.arm("r", (452, 742), hand="flat", turn=-10))
    hx, hy = j.head_at(-100, 24)
    p.add(phone(hx - 8, hy + 6, .46, -14), j.arm("l", (hx - 20, hy + 40), hand=None, bend="out"), j.fingers(hx - 26, hy + 12, 10, 1, 3))
    c = Person(0, 84, .98, skin=3, cover=("hijab", AMBER), top=TEAL, wear="tee", build="adult", look=-.6, mood="smile", tilt=-4, len=300)
    inside = disc(40, -40, 190, shade(SKY, 1.5)) + c.back() + c.body() + c.head()
    inside += headset(c.head_at, .98, INK, -1) + c.arm("l", (-96, 252), hand="flat") + rect(-260, 226, 520, 80, 0, WOOD) + c.arm("r", (70, 214), hand="flat", turn=150)
    p.add(vignette(p, "a", 714, 306, 226, SKY, inside))
    p.add(plant(846, 876, 1.0, CORAL))
    return p


SCENES = [people_2, people_3, say_it_2, say_it_3, say_it_4]
