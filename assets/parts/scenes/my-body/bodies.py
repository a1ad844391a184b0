"""My body belongs to me; some parts are private."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

nico = _who(skin=3, hair="curls", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="child", legs=DENIM, shoe=WHITE)
ada = _who(skin=0, hair="puffs", hc=AUBURN, top=AMBER, wear="dots", trim=CORAL, build="child", legs=TEAL, shoe=CORAL, freckles=True)
grandad = _who(skin=4, hair="fringe_bald", hc=GREY, top=MOSS, wear="cardigan", trim=CREAM, build="elder", beard=GREY, age=1, legs=INK, shoe=WOOD)
lena = _who(skin=1, hair="bob", hc=BLACK, top=CORAL, wear="dots", trim=CREAM, build="child", sleeve="short")
yaw = _who(skin=4, hair="buzz", hc="#1B100B", top=TEAL, wear="stripes", trim=SUN, build="child", legs=DENIM, shoe=CORAL, sleeve="short")
kofi = _who(skin=4, hair="crop", hc="#1B100B", top=CORAL, wear="tee", build="broad", beard="#1B100B", legs=INK, shoe=WHITE, sleeve="short")
mum = _who(skin=1, hair="lowbun", hc=BLACK, top=PLUM, wear="cardigan", trim=LILAC, build="adult", legs=INK)
doctor = _who(skin=2, cover=("hijab", TEAL), top=WHITE, wear="tee", build="adult", legs=DENIM, shoe=INK)
auntie = _who(skin=3, hair="afro", hc=BLACK, top=CORAL, wear="knit", trim=PEACH, build="adult", glasses=SUN, earring=SUN, legs=PLUM)


def rolling(p, ch, q, ground, way):
    """Somebody in a wheelchair, all but the arms."""
    p.add(ch.back(), q.back(), q.seated(ground - 24, way, 118), q.body(), ch.front(), q.head())


def doll(x, y, s=1, rot=0):
    """A plain baby doll, its body in the water."""
    face = circle(0, 0, 62, SKIN[2]) + path("M-22 -58 q22 -26 34 -2 q10 16 -10 14", None, BROWN, 10) + spots([(-22, 0), (22, 0)], 7, INK)
    face += spots([(-38, 20), (38, 20)], 9, mix(SKIN[2], "#E0563C", .3)) + path("M-14 24 q14 14 28 0", None, INK, 6)
    return group(line(-44, 92, -92, 52, SKIN[2], 30) + line(44, 92, 92, 52, SKIN[2], 30) + rect(-52, 54, 104, 110, 44, SKIN[2]) + face, x, y, s, rot)


def foam(where, c=WHITE):
    return "".join(circle(x, y, r, c) + path("M%s q%s" % (pts(x - r * .5, y - r * .1), pts(r * .05, -r * .4, r * .4, -r * .45)), None, SKY, max(4, r * .14)) for x, y, r in where)


def duck(x, y, s=1, flip=False):
    return group(path("M-60 10 C-70 -20 -40 -14 -20 -14 H40 C60 -14 66 -30 70 -34 C80 20 50 50 0 50 C-40 50 -56 36 -60 10Z", AMBER) + circle(-30, -36, 38, AMBER)
                 + circle(-40, -44, 6, INK) + path("M-64 -34 l-26 8 l24 12Z", "#E8833A", "#E8833A", 6) + path("M6 6 q24 18 44 -4", None, shade(AMBER, .8), 8), x, y, s, flip=flip)


def my_body_is_mine_1():
    p = Picture("my-body-is-mine-1", SKY)
    p.add(sun(500, 160, 66, SUN, 12), cloud(230, 236, .7, shade(SKY, 1.55)), cloud(800, 226, .8, shade(SKY, 1.55)))
    p.add(hill(180, 800, 800, 260, LEAF), hill(820, 800, 800, 220, shade(LEAF, .93)), tree(926, 640, .7), ground(764, shade(MOSS, 1.15), 10), path("M0 900 Q500 800 1000 900 V1000 H0Z", shade(PEACH, 1.3)))
    g = grandad(800, 396, .9, look=-.5, tilt=-6, mood="grin", lean=-14)
    hx, hy = g.hip()
    p.add(g.leg((hx - 26, hy), (hx - 92, 736), (hx - 34, 822), toe=-1, far=True, w=84), g.leg((hx + 20, hy), (hx + 42, 750), (hx + 30, 852), toe=1, w=84))
    p.add(g.back(), g.body(), g.head(), g.arm("l", (650, 318), hand="open", turn=-110, bend="down"), g.arm("r", (912, 556), hand="open", turn=-10, bend="down"))
    p.add(ellipse(246, 852, 110, 18, shade(MOSS, .92)))
    k = nico(236, 394, .98, look=.4, tilt=5, mood="laugh")
    hx, hy = k.hip()
    p.add(k.leg((hx - 34, hy - 6), (hx - 112, hy + 60), (hx - 84, hy + 168), toe=-1, w=66), k.leg((hx + 34, hy - 6), (hx + 112, hy + 54), (hx + 90, hy + 162), toe=1, w=66))
    p.add(k.back(), k.body(), k.head(), k.arm("l", (92, 320), hand="open", turn=-132, bend="down"), k.arm("r", (388, 312), hand="open", turn=-50, bend="down"))
    p.add(path("M150 806 q-18 14 -14 30 M322 806 q18 14 14 30", None, WHITE, 9))
    a = ada(510, 572, .98, look=.3, tilt=-4, mood="grin")
    rolling(p, Wheelchair(a, 1, 910, PLUM, 112), a, 910, 1)
    p.add(a.arm("l", (366, 462), hand="open", turn=-126, bend="down"), a.arm("r", (648, 468), hand="open", turn=-52, bend="down"))
    p.add(path("M296 890 H352 M276 924 H360", None, WHITE, 9))
    return p


def my_body_is_mine_2():
    p = Picture("my-body-is-mine-2", PEACH, "soft")
    p.add(disc(500, 430, 390, shade(PEACH, 1.4)), ground(868, shade(PEACH, .88)), rect(-20, 852, 1040, 22, 0, CREAM))
    # a wooden ruler on the wall, with a sun, a leaf and a star on it
    p.add(rect(452, 96, 96, 760, 20, shade(WOOD, 1.3)), path(" ".join("M456 %s h%s" % (n(y), 34 if i % 2 else 52) for i, y in enumerate(range(150, 830, 44))), None, WOOD, 8), circle(520, 136, 18, SUN))
    kids = (Person(180, 494, .82, skin=2, hair="plait", hc=BLACK, top=TEAL, wear="heart", trim=CREAM, build="child", look=.5, tilt=4, mood="grin", legs=PLUM, shoe=CORAL, len=220, aid=CORAL),
            Person(338, 388, .84, skin=4, hair="cornrows", hc="#1B100B", top=SUN, wear="dungarees", trim=DENIM, build="child", look=.3, tilt=-4, mood="smile", legs=DENIM, shoe=WHITE, len=240),
            Person(500, 586, .8, skin=0, hair="curls", hc="#A6481F", top=LEAF, wear="stripes", trim=MOSS, build="child", look=.2, tilt=4, mood="laugh", legs=INK, shoe=AMBER, freckles=True),
            Person(664, 452, .86, skin=1, hair="crop", hc=BLACK, top=CORAL, wear="band", trim=WHITE, build="broad", look=-.4, tilt=-3, mood="grin", legs=INK, shoe=WHITE, len=236, glasses=True),
            Person(824, 530, .82, skin=3, hair="puffs", hc=BLACK, top=PLUM, wear="dots", trim=LILAC, build="child", look=-.5, tilt=-5, mood="smile", legs=TEAL, shoe=AMBER))
    for i in (1, 3, 0, 4, 2):
        q = kids[i]
        if i == 3:
            q.b.update(sw=104, ww=104, up=104, lo=98, aw=52)
        p.add(q.standing(892, 34), q.back(), q.body(), q.head())
        if i == 0:
            p.add(q.arm("l", (94, 462), hand="open", turn=-104, bend="down"), q.arm("r", q.at(96, 196)))
        elif i == 4:
            p.add(q.arm("r", (908, 494), hand="open", turn=-76, bend="down"), q.arm("l", q.at(-96, 196)))
        elif i == 2:
            p.add(q.arm("l", q.at(-40, 206), hand="flat", turn=30), q.arm("r", q.at(40, 206), hand="flat", turn=150))
        else:
            p.add(q.arm("l", q.at(-92, 204)), q.arm("r", q.at(92, 204)))
    return p


def my_body_is_mine_3():
    p = Picture("my-body-is-mine-3", LEAF, "soft")
    p.add(cloud(210, 176, .8, shade(LEAF, 1.6)), sun(846, 180, 62, SUN, 12), hill(160, 720, 800, 200, shade(LEAF, .9)), ground(690, MOSS), path("M0 850 Q500 770 1000 850 V1000 H0Z", shade(PEACH, 1.3)))
    # a slide
    p.add(path("M420 730 V330 M500 730 V330", None, DENIM, 20), path("M420 650 H500 M420 580 H500 M420 510 H500 M420 440 H500", None, DENIM, 14), rect(404, 330, 122, 26, 10, AMBER))
    p.add(path("M512 346 C600 360 590 640 704 668 H748", None, CORAL, 40), path("M512 334 C604 346 604 620 710 650 H748", None, shade(CORAL, 1.3), 12), path("M420 330 V262 M500 330 V262 M420 266 H500", None, DENIM, 13))
    k = nico(236, 470, 1.12, look=.6, tilt=5, mood="smile")
    a = ada(738, 534, 1.1, look=-.6, tilt=-5, mood="grin")
    p.add(k.standing(886, 40), k.back(), k.body(), k.head())
    rolling(p, Wheelchair(a, -1, 914, PLUM, 112), a, 914, -1)
    p.add(k.arm("l", (142, 700)), k.arm("r", (446, 610), hand="open", turn=-14, bend="down"), a.arm("r", (788, 760), hand="flat"), a.arm("l", (570, 640), hand="open", turn=196, bend="down"))
    p.add(bubble(474, 166, 250, 156, (352, 268)), hand_sign(424, 168, 46, SKIN[3]), question(524, 164, 42, TEAL))
    return p


def under_your_swimwear_1():
    p = Picture("under-your-swimwear-1", shade(SKY, 1.2))
    # the hall of the pool, its windows, the tiles of the edge
    p.add("".join(rect(x, 120, 150, 250, 20, WHITE) + rect(x + 14, 134, 122, 222, 12, shade(LEAF, 1.3)) + circle(x + 60, 330, 60, LEAF) for x in (150, 425, 700)))
    p.add(rect(0, 440, 1000, 160, 0, CREAM), path("M0 490 H1000 M0 540 H1000", None, shade(CREAM, .93), 6))
    p.add(rect(0, 590, 1000, 130, 0, WHITE), path(" ".join("M%s 590 L%s 716" % (n(500 + x * .86), n(500 + x)) for x in range(-540, 560, 90)), None, MINT, 7))
    p.add(rect(0, 716, 1000, 110, 0, shade(TEAL, 1.5)), path(" ".join("M%s 716 V826" % n(x) for x in range(50, 1000, 90)) + " M0 768 H1000", None, MINT, 6), rect(0, 804, 1000, 200, 0, "#5BA3C6"))
    a = lena(318, 404, 1.12, look=.5, tilt=5, mood="grin")
    b = yaw(684, 404, 1.12, look=-.5, tilt=-5, mood="laugh")
    for q, c in ((a, CORAL), (b, TEAL)):
        hx, hy = q.hip()
        for f in (-1, 1):
            p.add(path("M%s L%s" % (pts(hx + f * 80, hy + 70), pts(hx + f * 40, 872)), None, shade(q.skin, .93), 54), ellipse(hx + f * 42, 886, 44, 26, shade(q.skin, .93)))
        p.add(q.back(), q.body())
        # they sit: the thighs come forward, with round knees over the edge
        for f in (-1, 1):
            p.add(path("M%s L%s" % (pts(hx + f * 48, hy - 4), pts(hx + f * 70, hy + 22)), None, shade(c, .82), 98))
            p.add(ellipse(hx + f * 82, hy + 58, 46, 44, q.skin), path("M%s q50 34 100 0 l-14 -50 h-72Z" % pts(hx + f * 80 - 50, hy + 36), shade(c, .82), shade(c, .82), 8))
        p.add(q.head())
    p.add(path("M0 826 q62 -26 125 0 t125 0 t125 0 t125 0 t125 0 t125 0 t125 0 t125 0 V1000 H0Z", "#5BA3C6", opacity=".72"))
    p.add(waves(180, 900, 150, 1, WHITE, 0, 10), waves(830, 890, 150, 1, WHITE, 0, 10), waves(330, 952, 200, 1, WHITE, 0, 10), waves(700, 952, 200, 1, WHITE, 0, 10))
    # goggles on their heads
    for q in (a, b):
        l, r = q.head_at(-34 + q.look * 20, -84), q.head_at(34 + q.look * 20, -84)
        p.add(line(*q.head_at(-88, -66), *q.head_at(88, -66), INK, 13), circle(*l, 27, SKY, INK, 10), circle(*r, 27, SKY, INK, 10))
    p.add(a.arm("l", (182, 650), hand="flat"), a.arm("r", (452, 652), hand="flat"), b.arm("l", (556, 652), hand="flat"), b.arm("r", (850, 462), hand="open", turn=-64, bend="down"))
    p.add(ellipse(500, 896, 96, 44, CORAL), ellipse(500, 888, 44, 18, "#5BA3C6"), path("M420 880 l34 6 M580 880 l-34 6 M500 936 v-26", None, WHITE, 30, stroke_linecap="butt"))
    return p


def under_your_swimwear_2():
    p = Picture("under-your-swimwear-2", MINT, "soft")
    p.add(path(" ".join("M0 %s H1000" % n(y) for y in range(100, 800, 100)) + " " + " ".join("M%s 0 V800" % n(x) for x in range(50, 1000, 100)), None, shade(MINT, 1.4), 7))
    p.add(window(500, 220, 220, 210, SKY, WHITE, cloud(500, 240, .5)), rect(850, 330, 130, 20, 8, WOOD), rect(866, 250, 44, 84, 14, CORAL), rect(920, 270, 36, 64, 12, PLUM))
    a = yaw(262, 560, 1.24, look=.6, down=.3, tilt=5, mood="grin")
    b = kofi(738, 484, 1.14, look=-.6, down=.6, tilt=-6, mood="smile")
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(table(828, WOOD, -20, 1020))
    p.add(doll(500, 572, 1.06, -4))
    p.add(foam(((392, 676, 44), (460, 660, 34), (540, 664, 40), (610, 678, 42))))
    p.add(path("M304 680 H696 C692 800 650 846 590 850 H410 C350 846 308 800 304 680Z", DENIM), rect(288, 664, 424, 40, 20, shade(DENIM, 1.2)), foam(((350, 668, 40), (430, 684, 32), (480, 672, 38), (560, 680, 34), (646, 668, 42))))
    p.add(foam(((130, 300, 22), (560, 420, 15), (420, 380, 20), (392, 470, 13), (900, 520, 16)), shade(MINT, 1.6)))
    p.add(a.arm("l", (170, 824), hand="flat"), a.arm("r", (420, 640), hand="thumb", bend="down"), rect(400, 594, 70, 54, 18, SUN), a.fingers(424, 642, -80))
    p.add(b.arm("r", (852, 826), hand="flat"), b.arm("l", (604, 640), hand="flat", bend="down", turn=200))
    p.add(duck(806, 780, .8), spots([(770, 826), (700, 834)], 6, MINT, 20))
    return p


def under_your_swimwear_3():
    p = Picture("under-your-swimwear-3", SUN, "soft")
    p.add(rect(0, 0, 1000, 780, 0, shade(SUN, 1.45)), ground(772, shade(SUN, .95)), window(766, 236, 230, 230, SKY, WHITE, tree(700, 330, .4) + circle(826, 190, 26, SUN)))
    p.add(plant(928, 776, .8, CORAL))
    p.add(rect(-40, 640, 630, 86, 36, TEAL), rect(-40, 700, 630, 60, 10, shade(TEAL, .84)), path("M120 760 V900 M500 760 V900", None, INK, 20))
    m = mum(230, 404, 1.0, look=.5, tilt=5, mood="soft", len=300)
    a = lena(444, 462, 1.0, look=.5, tilt=-3, mood="soft", legs=DENIM, shoe=WHITE)
    d = doctor(760, 450, 1.06, look=-.6, tilt=-6, mood="smile")
    p.add(m.back(), m.body(), m.seated(930), a.back(), a.seated(900), a.body(), m.head(), a.head())
    p.add(ellipse(776, 776, 110, 26, INK), line(776, 780, 776, 880, INK, 22), path("M700 912 L776 872 L852 912", None, INK, 18), "".join(circle(x, 916, 18, INK) for x in (700, 852)))
    p.add(d.seated(916, -1, 130), d.back(), d.body(), d.head())
    # the doctor's stethoscope
    p.add(path("M%s C%s %s %s M%s C%s %s %s" % (pts(*d.at(-52, 118)), pts(*d.at(-52, 200)), pts(*d.at(-20, 214)), pts(*d.at(-4, 214)), pts(*d.at(52, 118)), pts(*d.at(52, 180)), pts(*d.at(40, 214)), pts(*d.at(-4, 214))), None, INK, 10),
          line(*d.at(-4, 214), *d.at(-4, 240), INK, 10), circle(*d.at(-4, 256), 20, CORAL))
    p.add(m.arm("l", (158, 676), hand="flat"), a.arm("l", (350, 656), bend="out"), m.arm("r", (350, 662), hand="flat", bend="in", turn=40), a.arm("r", (512, 668), hand="flat"))
    p.add(d.arm("r", (800, 724), hand="flat"), d.arm("l", (614, 620), hand="open", turn=-150, bend="down"))
    p.add(bubble(570, 190, 190, 140, (688, 300)), question(570, 190, 40, TEAL))
    return p


def under_your_swimwear_4():
    p = Picture("under-your-swimwear-4", LILAC, "soft")
    p.add(disc(500, 430, 390, shade(LILAC, 1.4)), ground(846, shade(LILAC, .86)))
    # a blanket over two chairs: the rim, then the light inside
    p.add(path("M40 930 C70 520 150 130 500 120 C850 130 930 520 960 930Z", DENIM, DENIM, 20), path("M140 930 C160 540 220 230 500 214 C780 230 840 540 860 930Z", shade(SUN, 1.2)))
    p.add(lights(226, 420, 774, 420, -86, 8, (CORAL, WHITE, ROSE, MOSS), WOOD, 17))
    p.add("".join(star(*polar(500, 640, 446 if a in (-90,) else 436, a), 20, SUN) for a in (-170, -143, -117, -90, -63, -37, -10)))
    p.add(rect(170, 826, 660, 110, 50, ROSE), rect(150, 800, 180, 120, 44, TEAL), rect(690, 806, 170, 110, 44, MOSS))
    a = yaw(366, 606, .98, look=.55, tilt=5, mood="talk")
    b = auntie(642, 560, .94, look=-.6, down=.3, tilt=-6, mood="soft")
    for q in (b, a):
        hx, hy = q.hip()
        w = 84 if q is b else 70
        p.add(q.back(), q.body())
        p.add(path("M%s Q%s %s L%s" % (pts(hx + 50, hy - 6), pts(hx + 160, hy + 22), pts(hx + 110, hy + 70), pts(hx - 40, hy + 84)), None, shade(q.legc, .84), w),
              path("M%s Q%s %s L%s" % (pts(hx - 50, hy - 6), pts(hx - 160, hy + 22), pts(hx - 110, hy + 70), pts(hx + 40, hy + 84)), None, q.legc, w))
        p.add(q.head())
    p.add(a.arm("l", (312, 834), hand="flat"), a.arm("r", (452, 748), hand="open", turn=-40, bend="in"))
    p.add(b.arm("r", (710, 846), hand="flat"), b.arm("l", (576, 836), hand="flat"))
    return p


SCENES = [my_body_is_mine_1, my_body_is_mine_2, my_body_is_mine_3, under_your_swimwear_1, under_your_swimwear_2, under_your_swimwear_3, under_your_swimwear_4]
