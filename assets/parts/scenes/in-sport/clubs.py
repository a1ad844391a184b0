"""The promises of looking out for a child, and what a safe club looks like."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

COURT = "#EBC58B"

marek = _who(skin=0, hair="sweep", hc=BLOND, top=DENIM, wear="shirt", build="broad", beard=BLOND)
linh = _who(skin=1, hair="ponytail", hc=BLACK, top=CORAL, wear="pocket", build="adult", sleeve="short")
zoe = _who(skin=0, hair="longcurls", hc=AUBURN, top=PLUM, wear="scarf", trim=SUN, build="adult")
farah = _who(skin=1, cover=("hijab", PLUM), top=ROSE, build="adult", wear="tee")
officer = _who(skin=3, hair="locs", hc=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="adult", glasses=CREAM)
pat = _who(skin=2, hair="pixie", hc=GREY, top=WHITE, wear="gi", build="adult", legs=WHITE, age=1)


def whistle(q):
    return (path("M%s Q%s %s Q%s %s" % (pts(*q.at(-34, 6)), pts(*q.at(-18, 96)), pts(*q.at(0, 120)), pts(*q.at(18, 96)), pts(*q.at(34, 6))), None, SUN, 8)
            + circle(*q.at(0, 134), 16 * q.s, INK) + rect(*q.at(0, 118), 32 * q.s, 15 * q.s, 4, INK))


def beam(y, x1, x2, c=WOOD):
    """A balance beam."""
    return "".join(path("M%s L%s M%s L%s" % (pts(x, y + 20), pts(x - 40, y + 150), pts(x, y + 20), pts(x + 40, y + 150)), None, "#8C979C", 14) for x in (x1 + 60, x2 - 60)) + rect(x1, y, x2 - x1, 34, 12, c)


def rings(x, y, gap=120):
    return "".join(line(x + f * gap / 2, 0, x + f * gap / 2, y, CREAM, 9) + circle(x + f * gap / 2, y + 34, 34, None, WOOD, 13) for f in (-1, 1))


def promises_looking_out_1():
    p = Picture("promises-looking-out-1", LILAC)
    p.add(rect(0, 0, 1000, 700, 0, shade(LILAC, 1.35)), ground(690, shade(LILAC, .86)), rings(500, 190, 190), beam(560, 330, 680))
    m = marek(252, 476, 1.08, look=.6, tilt=4, mood="grin", len=520)
    c = linh(752, 478, 1.08, look=-.6, tilt=-5, mood="grin", len=520)
    g = Person(506, 852, .96, skin=0, hair="braids", hc=BLOND, top=SUN, wear="tee", build="child", look=-.35, down=-1, tilt=-6, mood="smile")
    for q in (m, c):
        p.add(q.back(), q.body(), q.head())
    p.add(whistle(c), m.arm("l", (168, 800)), c.arm("r", (842, 800)))
    # two hands that shake: his round hers
    p.add(c.arm("l", (540, 590), hand=None, bend="down"), m.arm("r", (458, 590), hand=None, bend="down"))
    p.add(path("M560 590 L496 588", None, c.skin, 50), path("M452 588 L490 590", None, m.skin, 50), m.fingers(508, 594, 8, 1, 4), path("M486 576 L516 558", None, m.skin, 22), c.fingers(478, 596, 176, .9, 3))
    p.add(g.back(), g.body(), g.head(), g.arm("l", (440, 1000)), g.arm("r", (570, 1000)))
    return p


def medal(q):
    a, b, m = q.at(-30, 4), q.at(30, 4), q.at(0, 116)
    return path("M%s L%s L%s" % (pts(*a), pts(*m), pts(*b)), None, CORAL, 12 * q.s) + circle(m[0], m[1] + 18 * q.s, 30 * q.s, AMBER) + star(m[0], m[1] + 18 * q.s, 15 * q.s, CREAM)


def promises_looking_out_2():
    p = Picture("promises-looking-out-2", SKY, "soft")
    p.add(cloud(170, 170, .8, WHITE), sun(840, 170, 66, SUN), hill(500, 600, 1200, 120, LEAF), ground(590, shade(CORAL, 1.35)))
    p.add("".join(path("M-20 %s Q500 %s 1020 %s" % (n(y), n(y - 34), n(y)), None, WHITE, 9) for y in (680, 800, 950)))
    k1 = Person(540, 440, .88, skin=4, hair="afro", hc=BLACK, top=SUN, wear="pocket", build="teen", look=-.55, tilt=-4, mood="grin", legs=INK, shoe=WHITE, sleeve="short")
    k2 = Person(716, 406, .88, skin=1, hair="bun", hc=BLACK, top=SUN, wear="pocket", build="teen", look=-.55, tilt=-6, mood="laugh", legs=INK, shoe=WHITE, sleeve="short", cover=("cap", CORAL))
    k3 = Person(802, 570, .94, skin=0, hair="quiff", hc=BROWN, top=SUN, wear="pocket", build="teen", look=-.6, tilt=-5, mood="grin", legs=INK, shoe=CORAL, sleeve="short")
    ch = Wheelchair(k3, -1, 950, TEAL)
    for q in (k2, k1):
        p.add(q.standing(850), q.back(), q.body(), q.head(), medal(q), q.arm("l", q.at(-90, 250)), q.arm("r", q.at(96, 250)))
    p.add(ch.back(), k3.back(), k3.seated(930, -1), k3.body(), ch.front(), k3.head(), medal(k3), k3.arm("r", (836, 806), hand="flat"), k3.arm("l", (640, 668), hand="mitt", bend="down"), line(636, 660, 630, 614, SKIN[0], 20))
    z = zoe(218, 512, 1.2, look=.6, tilt=5, mood="smile", len=480)
    heads = "".join(circle(x, y, 17, SKIN[s]) + path("M%s a17 18 0 0 1 34 0 q-17 -10 -34 0Z" % pts(x - 17, y - 2), h) + path("M%s q2 -34 24 -34 q22 0 24 34Z" % pts(x - 24, y + 56), SUN)
                    for x, y, s, h in ((-28, -8, 4, BLACK), (4, -26, 1, CORAL), (30, 4, 0, BROWN)))
    photo = rect(-50, -96, 100, 184, 14, SKY) + rect(-50, 20, 100, 68, 14, shade(CORAL, 1.35)) + heads
    p.add(z.back(), z.body(), z.head(), z.arm("l", (120, 830)), z.arm("r", (392, 838), bend="in"), phone(424, 744, 1.16, 8, photo), z.thumb_over(372, 824, -30))
    return p


def promises_looking_out_3():
    p = Picture("promises-looking-out-3", LEAF, "soft")
    p.add(cloud(790, 170, .8, WHITE), sun(210, 190, 70, SUN, 12), tree(120, 560, .8), hill(760, 600, 900, 130, shade(LEAF, .92)), ground(560, shade(MOSS, 1.2)), path("M-20 660 Q500 610 1020 660", None, CREAM, 12))
    p.add("".join(rect(x, 704, 28, 220, 8, shade(WOOD, .8)) for x in (610, 860)), rect(556, 680, 400, 44, 18, WOOD))
    g = Person(694, 448, 1.1, skin=3, hair="braids", hc=BLACK, top=CORAL, wear="band", trim=WHITE, build="child", look=-.6, tilt=-4, mood="talk", legs=INK, shoe=AMBER)
    d = Person(322, 520, 1.02, skin=3, hair="buzz", hc=BLACK, beard=BLACK, top=DENIM, wear="hoodie", build="adult", look=.6, down=-.5, tilt=-5, mood="smile", legs=INK, shoe=WHITE)
    hx, hy = d.hip()
    p.add(d.leg((hx + 20, hy - 20), (hx + 20, 904), (hx - 150, 926), toe=-1, far=True, w=84))
    p.add(g.back(), g.body(), g.seated(912, -1, 150), g.head(), g.arm("r", (756, 690), hand="flat"), g.arm("l", (596, 560), hand="open", turn=-120, bend="down"))
    p.add(d.back(), d.body(), d.leg((hx + 20, hy - 26), (hx + 122, hy - 12), (hx + 74, 930), toe=1, w=86), d.head())
    p.add(d.arm("l", (476, 880), hand="mitt", far=True, bend="in"), d.arm("r", (536, 870), hand="mitt", bend="out"))
    p.add(path("M508 868 q-26 -26 -36 -4 q8 16 36 4 q26 -28 38 -6 q-8 18 -38 6", None, WHITE, 8))
    p.add(football(866, 888, 50))
    return p


def a_safe_club_1():
    p = Picture("a-safe-club-1", SUN)
    p.add(rect(0, 0, 1000, 760, 0, shade(SUN, 1.3)), ground(760, shade(SUN, .9)))
    p.add(rect(250, 84, 500, 380, 20, WOOD), rect(270, 104, 460, 340, 10, "#DDB57F"))
    p.add(rect(300, 132, 196, 236, 10, WHITE), rect(316, 148, 164, 164, 6, MINT), heart(398, 340, 20, CORAL), circle(398, 136, 11, CORAL))
    o = officer(398, 262, .5, len=100)
    p.add('<defs><clipPath id="a-safe-club-1-p"><path d="M316 148 H480 V312 H316Z"/></clipPath></defs>', '<g clip-path="url(#a-safe-club-1-p)">%s</g>' % (o.back() + o.body() + o.head()))
    p.add(card(610, 196, 150, 96, lines(0, 0, 96, 2, MINT, 30, 12), WHITE, 3), card(600, 330, 130, 110, football(0, 0, 36), LILAC, -4), circle(612, 154, 9, TEAL), circle(598, 282, 9, AMBER))
    f = farah(236, 530, 1.08, look=.5, tilt=4, mood="smile", len=480)
    w = officer(770, 520, 1.12, look=-.55, tilt=-5, mood="grin", len=480)
    t1 = Person(404, 774, .98, skin=1, hair="curls", hc=BROWN, top=CORAL, wear="stripes", trim=WHITE, build="child", look=.3, down=-1, tilt=5, mood="grin")
    t2 = Person(590, 786, .98, skin=1, hair="puffs", hc=BROWN, top=TEAL, wear="dots", trim=SUN, build="child", look=.5, down=-.6, tilt=6, mood="smile")
    p.add(w.back(), w.body(), w.head(), w.arm("l", (606, 476), hand="open", turn=-104, bend="out"), w.arm("r", (862, 850)))
    p.add(f.back(), f.body(), f.head(), f.arm("l", (150, 850)), f.arm("r", (330, 850)))
    for q in (t1, t2):
        p.add(q.back(), q.body(), q.head())
    p.add(t2.arm("l", t2.at(-90, 200)), t2.arm("r", t2.at(96, 210)), t1.arm("r", (500, 640), hand="point", turn=-80, bend="out"), t1.arm("l", t1.at(-94, 210)))
    return p


def gi(q, belt):
    """The jacket and belt of a judo suit, over the body."""
    b, s = q.b, q.s
    k = shade(WHITE, .84)
    return group(path("M-36 2 L16 %s M36 2 L-30 %s" % (n(b["len"] * .7), n(b["len"] * .62)), None, k, 20) + line(-b["ww"] - 2, b["len"] * .74, b["ww"] + 2, b["len"] * .74, belt, 26)
                 + path("M0 %s l-26 54 M0 %s l30 50" % (n(b["len"] * .74), n(b["len"] * .74)), None, belt, 20), q.x, q.y, s)


def a_safe_club_2():
    p = Picture("a-safe-club-2", MINT, "soft")
    p.add(rect(0, 0, 1000, 620, 0, shade(MINT, 1.25)), rect(216, 110, 568, 316, 16, WHITE), rect(236, 130, 528, 276, 8, SKY))
    p.add('<defs><clipPath id="a-safe-club-2-w"><path d="M236 130 H764 V406 H236Z"/></clipPath></defs>')
    seen = ""
    for x, kw in ((330, dict(skin=3, hair="headwrap", cover=("headwrap", AMBER), top=PLUM)), (500, dict(skin=0, hair="crop", hc=AUBURN, top=DENIM, beard=AUBURN)), (664, dict(skin=2, hair="long", hc=BLACK, top=ROSE))):
        kw["hair"] = kw["hair"] if kw["hair"] != "headwrap" else "buzz"
        q = Person(x, 336, .62, build="adult", mood="smile", len=200, down=.5, **kw)
        seen += q.back() + q.body() + q.head()
    p.add('<g clip-path="url(#a-safe-club-2-w)">%s</g>' % seen, rect(200, 406, 600, 26, 10, shade(WHITE, .9)))
    p.add(ground(610, "#8FC1B5"), path("M140 690 H860 L960 1000 H40Z", AMBER), path("M200 730 H800 L870 960 H130Z", shade(AMBER, 1.3)))
    c1 = pat(166, 446, .92, look=.6, tilt=4, mood="smile", len=300, shoe=SKIN[2])
    c2 = Person(836, 440, .92, skin=4, hair="crop", hc=BLACK, top=CORAL, wear="lanyard", trim=CREAM, build="broad", look=-.6, tilt=-4, mood="smile", legs=INK, shoe=WHITE)
    k1 = Person(388, 566, .98, skin=0, hair="bun", hc=BROWN, top=WHITE, wear="gi", build="child", look=.6, tilt=3, mood="smile", legs=WHITE, shoe=SKIN[0])
    k2 = Person(612, 570, .98, skin=2, hair="crop", hc=BLACK, top=WHITE, wear="gi", build="child", look=-.6, tilt=-3, mood="grin", legs=WHITE, shoe=SKIN[2], glasses=True)
    for q, belt, g in ((c1, INK, 860), (c2, None, 860), (k1, CORAL, 910), (k2, SUN, 910)):
        p.add(q.standing(g), q.back(), q.body(), gi(q, belt) if belt else "", q.head())
    p.add(c1.arm("l", (100, 700)), c1.arm("r", (290, 640), hand="open", turn=-40, bend="down", tone=shade(WHITE, .93)), c2.arm("r", (906, 700)), c2.arm("l", (770, 690), hand="flat"))
    w = shade(WHITE, .93)
    p.add(k1.arm("l", (468, 730), hand="thumb", bend="down", tone=shade(WHITE, .86)), k2.arm("r", (540, 716), hand="thumb", bend="down", tone=shade(WHITE, .86)))
    p.add(k2.arm("l", (470, 650), hand="thumb", bend="down", tone=w), k1.arm("r", (532, 672), hand="thumb", bend="down", tone=w))
    return p


def bag(x, y, s=1, c=CORAL):
    """A sports bag standing on y."""
    return group(path("M-80 -110 C-70 -190 70 -190 80 -110", None, shade(c, .76), 16) + rect(-140, -130, 280, 130, 46, c) + rect(-140, -84, 280, 22, 0, shade(c, .84)) + line(-96, -130, -96, 0, shade(c, .84), 14) + line(96, -130, 96, 0, shade(c, .84), 14), x, y, s)


def a_safe_club_3():
    p = Picture("a-safe-club-3", PEACH, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(PEACH, 1.4)), "".join(rect(x, 600, 92, 92, 6, (PEACH, shade(PEACH, 1.2))[i % 2]) + rect(x, 696, 92, 92, 6, (shade(PEACH, 1.2), PEACH)[i % 2]) for i, x in enumerate(range(-20, 1000, 96))), ground(790, shade(SKY, .95)))
    p.add(rect(86, 216, 330, 586, 14, WHITE), rect(112, 242, 278, 560, 8, TEAL), circle(356, 540, 18, SUN), line(356, 540, 322, 540, SUN, 14))
    p.add(rect(166, 296, 170, 170, 18, CREAM), path(" ".join("M%s V452" % pts(x, 310) for x in (190, 220, 251, 282, 312)), None, ROSE, 26), rect(166, 296, 170, 22, 8, WOOD))
    p.add("".join(circle(x, 300, 12, WOOD) for x in (520, 900)), rect(486, 292, 450, 16, 8, WOOD), path("M900 304 C930 360 930 440 914 500 H866 C860 430 876 360 900 304Z", CORAL), path("M870 460 H918", None, CREAM, 12))
    q = Person(660, 430, 1.06, skin=1, hair="crop", hc=GREY, top=DENIM, wear="pocket", build="broad", look=.45, tilt=4, mood="calm", legs=INK, shoe=WHITE, age=1)
    hx, hy = q.hip()
    p.add("".join(rect(x, 740, 28, 180, 8, shade(WOOD, .8)) for x in (500, 880)), rect(452, 728, 500, 44, 18, WOOD))
    p.add(q.back(), q.body(), q.seated(916), "".join(ellipse(hx + f * 50, hy + 26, 56, 48, shade(INK, 1.06)) for f in (-1, 1)), q.head(), whistle(q))
    p.add(rect(604, 640, 132, 160, 12, WOOD), rect(616, 660, 108, 128, 6, WHITE), rect(644, 630, 52, 28, 10, "#8C979C"), tick(642, 692, 13, TEAL), tick(642, 732, 13, TEAL), line(666, 692, 706, 692, MINT, 9), line(666, 732, 700, 732, MINT, 9))
    p.add(q.arm("l", (600, 752), hand="thumb"), q.arm("r", (742, 752), hand="thumb"))
    p.add(phone(430, 770, .62, -10), bag(420, 930, 1, AMBER))
    return p


def a_safe_club_4():
    p = Picture("a-safe-club-4", LEAF, "soft")
    for x, y, c in ((290, 330, SUN), (710, 330, PEACH), (500, 690, SKY)):
        p.add(circle(x, y, 226, CREAM), circle(x, y, 212, c))
    # a car with four people
    p.add(path("M84 392 Q290 360 496 392 V420 A212 212 0 0 1 84 420Z", shade(MOSS, 1.2)))
    b = path("M-178 -30 V-96 C-178 -150 -150 -168 -112 -168 H96 C130 -168 150 -130 176 -96 V-30Z", TEAL, TEAL, 10)
    for x, s, h in ((-128, 1, BLACK), (-62, 4, BLACK), (10, 0, AUBURN), (80, 3, GREY)):
        b += rect(x - 28, -152, 56, 62, 14, "#3A5560") + path("M%s q0 -26 22 -26 q22 0 22 26Z" % pts(x - 22, -90), (CORAL, SUN, LILAC, CREAM)[int(x > -100) + int(x > 0) + int(x > 50)]) + circle(x, -122, 20, SKIN[s]) + path("M%s a20 21 0 0 1 40 0 q-20 -12 -40 0Z" % pts(x - 20, -126), h)
        b += path("M%s q7 7 14 0" % pts(x - 7, -115), None, INK, 4)
    b += line(-170, -66, 170, -66, shade(TEAL, .82), 8) + "".join(circle(a, -28, 36, INK) + circle(a, -28, 15, CREAM) for a in (-102, 102)) + circle(166, -76, 10, SUN)
    p.add(group(b, 290, 420, .98))
    # a group chat
    chat = ""
    for i, (s, c, f) in enumerate(((3, MINT, -1), (0, SUN, -1), (1, PEACH, 1))):
        y = -66 + i * 54
        chat += circle(f * 34, y, 13, SKIN[s]) + rect(-18 if f < 0 else -44, y - 18, 62, 36, 14, c) + (heart(13, y + 1, 9, CORAL) if i == 1 else line(-4 if f < 0 else -30, y, 28 if f < 0 else 2, y, TEAL, 6))
    p.add(phone(710, 330, 1.5, 4, chat))
    # a camera
    p.add(rect(330, 610, 340, 216, 40, INK), rect(376, 576, 110, 60, 18, INK), rect(556, 590, 70, 30, 12, CORAL), circle(500, 718, 88, CREAM), circle(500, 718, 70, TEAL), circle(500, 718, 40, DEEP), circle(524, 694, 14, WHITE), circle(626, 654, 13, SUN))
    p.add(bubble(700, 546, 136, 116, (640, 616)), tick(700, 546, 36, MOSS))
    return p


SCENES = [promises_looking_out_1, promises_looking_out_2, promises_looking_out_3, a_safe_club_1, a_safe_club_2, a_safe_club_3, a_safe_club_4]
