"""A good friend lets you say no: Amara and Leo, a ball, a hill and a book.  The message's first picture is in the second shot."""
import math
from motion import *
from style import *
from things import *
from places import *
from cast import amara, grant, leo


# --- the park ----------------------------------------------------------------
HILL = (500, 700, 1500, 440)  # as for hill(); its top is at (500, 260)
WAY = ((492, 262), (600, 420), (540, 540), (820, 720))  # the path down it, a Bezier curve
LAWN, SAND = mix(MOSS, LEAF, .45), mix(CREAM, PEACH, .35)


def along(points, u):
    return tuple(sum(k * p[i] for k, p in zip(((1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u ** 3), points)) for i in (0, 1))


def way_down(end):
    """The path, wider as it comes nearer, to the road at end."""
    left, right = [], []
    for i in range(25):
        u = i / 24
        x, y = along(WAY[:3] + ((WAY[3][0], end),), u)
        w = 9 + 62 * u ** 1.5
        left.append(pts(x - w, y))
        right.insert(0, pts(x + w, y))
    return path("M" + " L".join(left + right) + "Z", SAND)


def park(t, x=0, sunx=880, road=716, wide=56):
    """The hill, so much to the right, a sunny sky, and a road across the grass."""
    out = rect(-200, -200, 2000, 1300, 0, SKY)
    out += circle(sunx, 176, 150, mix(SKY, CREAM, .6)) + circle(sunx, 176, 92, SUN)
    out += "".join(cloud(a + t * v, y, s, shade(SKY, 1.6)) for a, y, s, v in ((150, 170, .8, 4), (1060, 96, .6, 3), (1490, 290, .6, 3)))
    out += hill(1260, 720, 1100, 190, mix(LEAF, MOSS, .25)) + tree(1480, 640, .6, MOSS)
    out += '<g transform="translate(%d 0)">' % x + hill(*HILL, LEAF) + tree(404, 290, .42, MOSS) + "</g>"
    out += rect(-200, 690, 2000, 500, 0, LAWN) + '<g transform="translate(%d 0)">' % x + way_down(road + 4) + "</g>"
    return out + rect(-200, road, 2000, wide, 0, SAND)


def arrival(t):
    """Amara sits on the bench, Leo comes along with his ball."""
    gone = keys(t, (0, -40), (.2, 0), (2.2, 392), (2.9, 440)) if t < 2.9 else 440
    at = 390 + gone
    a = amara(1210, 518, .64, look=-.6, tilt=keys(t, (0, 0), (2.2, -5)) + sway(t, 3.4, .6), blink=blinks(t, 1.7), shoe=WHITE)
    le = leo(at, 492 + stride(gone, 74, .66), .66, look=.6, tilt=4 + sway(t, 3, .8), blink=blinks(t, .8, 3.1), shoe=WHITE)
    out = park(t, road=770, wide=84)
    out += bush(1500, 712, .9, MOSS) + bench_back(980, 1370, 690, .64, TEAL)
    out += a.back() + a.body() + a.seated(816) + head(a, t, (0, "smile"), (1.9, "grin"))
    out += arm(a, "l", t, (0, ((1178, 684), "out", "flat", 84)), (2.0, ((1178, 684), "out", "flat", 84)), (2.6, ((1090, 500), "down", "open", -104)))
    out += a.arm("r", (1242, 684), hand="flat", turn=96)
    out += le.back() + walk(le, 842, 1, gone, 74) + le.body() + head(le, t, (0, "smile"), (1.2, "grin"))
    out += ball(at - 62, 640 + stride(gone, 74, .66), 38, CORAL, SUN) + le.arm("l", (at - 62, 664 + stride(gone, 74, .66)), bend="out", hand="thumb")
    wave = sway(t, .9, 14) if 1.8 < t < 4.4 else 0
    hang = ((at + 62 - 34 * math.sin(math.pi * gone / 74), 668), "out", "mitt", None)
    out += arm(le, "r", t, (0, hang), (1.2, hang), (1.8, ((at + 112, 452), "down", "open", -74 + wave)))
    return camera(out, 800 + 12 * t, 450 + 4 * t, 1 + .016 * t)


# --- the bench ---------------------------------------------------------------
def bench(far, disc, land, lawn):
    out = rect(-200, -200, 2000, 1300, 0, far) + circle(800, 450, 430, disc)
    out += hill(190, 760, 1150, 470, land) + tree(140, 310, .5, shade(MOSS, .96))
    out += path("M%s C250 420 330 520 300 760 L470 760 C420 560 260 440 %sZ" % (pts(206, 292), pts(224, 292)), mix(land, SAND, .85))
    return out + rect(-200, 752, 2000, 400, 0, lawn) + bench_back(290, 1310, 716, 1, TEAL)


def race(x, y):
    """A hill, and an arrow down it."""
    return (path("M%s C%s %s %s C%s %s %sZ" % (pts(x - 86, y + 52), pts(x - 60, y + 40), pts(x - 44, y - 52), pts(x - 8, y - 52),
                                                pts(x + 30, y - 52), pts(x + 44, y + 40), pts(x + 86, y + 52)), LEAF, LEAF, 8)
            + path("M%s C%s %s %s M%s L%s L%s" % (pts(x + 18, y - 60), pts(x + 58, y - 50), pts(x + 62, y - 10), pts(x + 82, y + 20),
                                                  pts(x + 54, y + 12), pts(x + 84, y + 24), pts(x + 92, y - 8)), None, CORAL, 13))


def asking(t):
    """Leo asks, Amara says no, Leo hears it: captions at 1.4, 6.0 and 9.2."""
    out = bench(SKY, mix(SUN, CREAM, .5), LEAF, LAWN)
    nod = keys(t, (8.6, 0), (8.85, .35), (9.1, 0), (9.35, .3), (9.6, 0))
    le = leo(600, 432 + sway(t, 3.6, 1.5), 1.04, look=keys(t, (.6, .65), (1.1, .1), (2.2, .1), (2.8, .65)), tilt=keys(t, (0, 3), (1.2, -3), (2.8, 4), (7.4, 0), (8.6, 5)) + sway(t, 4.1, .5),
             down=keys(t, (6.8, 0), (7.4, .4), (8.2, .4), (8.6, 0)) + nod, blink=blinks(t, .5, 3.6, 7.1, 8.4, 11.4))
    shake = keys(t, (4.6, 0), (4.95, .42), (5.35, -.18), (5.75, .42), (6.1, 0))
    am = amara(1000, 436 + sway(t, 3.9, 1.5, .3), 1.02, look=-.6 + shake, tilt=keys(t, (0, -4), (4.6, -5), (6.2, -2), (9, -6)) + sway(t, 4.4, .5, .4),
               down=keys(t, (11.6, 0), (12, .5), (13, .5), (13.5, 0)), blink=blinks(t, 1.9, 4.5, 8.0, 10.2, 12.6))
    for q in (le, am):
        out += q.back() + q.body() + q.seated(1010)
    out += head(le, t, (0, "grin"), *talking(1.4, 4.2), (4.4, "smile"), (6.8, "soft"), (7.3, "think"), (8.4, "smile"), *talking(9.3, 12), (12.2, "grin"), (12.9, "laugh"))
    out += head(am, t, (0, "smile"), (3.2, "soft"), (4.4, "neutral"), *talking(6, 7.4, "soft"), (7.6, "soft"), (9.2, "smile"), (12.4, "grin"))
    bx = ball(600, 690, 68, CORAL, SUN)
    out += bx + le.arm("r", (664, 708), hand="thumb")
    lap = ((536, 708), "out", "thumb", None)
    out += arm(le, "l", t, (.7, lap), (1.3, ((394, 512), "down", "open", -132)), (2.4, ((394, 512), "down", "open", -132)), (3.1, lap))
    out += am.arm("r", (1054, 698), hand="flat", turn=98)
    knee, no, there = ((948, 698), "out", "flat", 82), ((846, 540), "down", "open", -98), ((806, 640), "down", "point", 166)
    out += arm(am, "l", t, (4.6, knee), (5.3, no), (8.2, no), (9, knee), (11.9, knee), (12.5, there))
    asked = bubble(420, 132, 270, 176, (518, 232)) + race(420, 132)
    out += pop(asked, 518, 232, t, 1.2, 4.6)
    out += pop(bubble(1170, 128, 170, 170, (1086, 226)) + hand_sign(1170, 130, 54, CORAL), 1086, 226, t, 5.6, 8.6)
    out += pop(bubble(438, 132, 170, 160, (518, 232)) + question(438, 128, 44, TEAL), 518, 232, t, 10.2, 12.6)
    return camera(out, 800, 450 - .8 * t, 1 + .0045 * t)


def laughing(t):
    """The bench again, in the evening."""
    out = bench(PEACH, SUN, mix(LEAF, SUN, .4), mix(MOSS, AMBER, .3))
    jolt = abs(sway(t, .7, 5)) * keys(t, (.5, 0), (.9, 1), (2.4, 1), (3, 0))
    jolt2 = abs(sway(t, .76, 5, .2)) * keys(t, (.9, 0), (1.2, 1), (2.6, 1), (3.2, 0))
    le = leo(600, 432 - jolt, 1.04, look=.6, tilt=keys(t, (0, 3), (1, -4), (3, 5)), blink=blinks(t, 3.7))
    am = amara(1000, 436 - jolt2, 1.02, look=-.6, tilt=keys(t, (0, -5), (1.2, 4), (3.2, -6)), blink=blinks(t, 3.3))
    for q in (le, am):
        out += q.back() + q.body() + q.seated(1010)
    out += head(le, t, (0, "grin"), (.6, "laugh"), (2.8, "grin")) + head(am, t, (0, "smile"), (.9, "laugh"), (3, "smile"))
    out += ball(600, 690, 68, CORAL, SUN) + le.arm("l", (536, 708), hand="thumb") + le.arm("r", (664, 708), hand="thumb")
    out += book(996, 684, .9, 84, AMBER, rect(50, -72, 13, 144, 5, WHITE)) + am.arm("l", (936, 704), hand="flat") + am.arm("r", (1060, 704), hand="flat")
    return camera(out, 800, 440, 1.06 - .008 * t)


# --- the meadow --------------------------------------------------------------
def playing(t):
    """The ball goes to Amara and comes back."""
    mine, hers, low, up = (548, 500), (1054, 500), 44, -58
    le_h = keys(t, (0, mine), (.6, mine), (.85, (530, mine[1] + low)), (1.05, (590, mine[1] + up)), (1.6, (530, 540)), (3.2, (530, 540)), (3.75, (578, 450)), (4.1, mine))
    am_h = keys(t, (0, (1074, 540)), (1.3, (1074, 540)), (1.9, (1026, 450)), (2.25, hers), (2.5, hers), (2.75, (1072, hers[1] + low)), (2.95, (1012, hers[1] + up)), (3.5, (1074, 540)))
    if 1.05 <= t < 1.9:
        u, a, b = (t - 1.05) / .85, (590, mine[1] + up), (1026, 450)
    elif 2.95 <= t < 3.75:
        u, a, b = (t - 2.95) / .8, (1012, hers[1] + up), (578, 450)
    else:
        u, a, b = 0, le_h if t < 1.05 or t >= 3.75 else am_h, (0, 0)
    bx, by = a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u - 4 * u * (1 - u) * 210
    le = leo(430, 344 + keys(t, (.6, 0), (.85, 8), (1.05, -4), (1.5, 0), (3.7, 0), (3.95, 7), (4.3, 0)), .8, look=.6, down=keys(t, (.9, 0), (1.4, -.3), (1.9, 0)), tilt=keys(t, (0, 3), (1, 6), (1.8, 0), (4, 4)), shoe=WHITE, blink=blinks(t, 2.3))
    am = amara(1170, 348 + keys(t, (1.85, 0), (2.1, 7), (2.5, 0), (2.75, 8), (2.95, -4), (3.4, 0)), .8, look=-.6, down=keys(t, (.9, 0), (1.4, -.3), (1.9, 0)), tilt=keys(t, (0, -3), (1.2, 3), (2.2, -4), (3, -6), (3.6, 1)), shoe=WHITE, blink=blinks(t, 1.0, 3.8))
    out = park(t + 12, 300, 1400) + bush(60, 720, 1, MOSS) + bush(1560, 730, 1.2, shade(MOSS, .94))
    for q in (le, am):
        out += ellipse(q.x, 812, 120, 16, MOSS) + q.standing(806, 40) + q.back() + q.body()
    out += head(le, t, (0, "grin"), (1.7, "smile"), (2.2, "grin"), (3.9, "laugh")) + head(am, t, (0, "smile"), (1.6, "grin"), (2.1, "laugh"), (2.7, "grin"))
    out += le.arm("l", (le_h[0] - 34, le_h[1] + 14), bend="down", far=False) + am.arm("r", (am_h[0] + 34, am_h[1] + 14), bend="down")
    out += ball(0, 0, 46, CORAL, SUN).join(('<g transform="translate(%.2f %.2f) rotate(%.2f)">' % (bx, by, bx * .6), "</g>"))
    out += le.arm("r", (le_h[0] + 34, le_h[1] + 10), bend="down") + am.arm("l", (am_h[0] - 34, am_h[1] + 10), bend="down")
    return camera(out, 800, 462, 1.0 + .008 * t)


# --- under the tree ----------------------------------------------------------
def crown(t):
    """The near tree: its leaves stir a little."""
    out = path("M1420 900 C1400 700 1420 500 1400 300 M1408 470 L1560 260", None, WOOD, 76)
    for i, (x, y, r) in enumerate(((1290, 120, 150), (1560, 110, 170), (1430, 20, 190), (1420, 190, 130))):
        out += circle(x + sway(t, 5 + i * .6, 4, i * .3), y + sway(t, 6, 2, i * .2), r, MOSS)
    return out + path("M1250 110 q20 -44 64 -50 M1500 60 q30 -34 74 -24 M1392 210 q22 24 56 22", None, shade(MOSS, 1.2), 12)


def downhill(t):
    """Leo on the hill: he waves from the top, then runs down with his arms out."""
    gone = keys(t, (3.8, 0), (7, 1))
    x, y = along(WAY, gone)
    s = .18 + .2 * gone
    run = 3.8 < t < 6.9
    far = gone * 560
    up = abs(math.sin(math.pi * far / 46)) * 30 * s if run else 0
    top = y - 545 * s - up
    le = leo(x, top, s, look=keys(t, (3, .6), (3.6, .3), (6.8, .3), (7.2, .65)), tilt=sway(t, .9, 4) if run else 3, mood="grin", shoe=WHITE)
    legs = walk(le, y, 1, far, 46, 60) if run else le.standing(y, 40)
    out = ellipse(x, y + 2, 90 * s, 14 * s, shade(CREAM, .9)) + legs + le.back() + le.body() + le.head()
    side, high = ((x - 310 * s, top + 40 * s), "down", "open", 176), ((x - 170 * s, top - 70 * s), "down", "open", -120)
    rest_l, rest_r = ((x - 110 * s, top + 250 * s), "out", "mitt", None), ((x + 110 * s, top + 250 * s), "out", "mitt", None)
    side_r, wave = ((x + 310 * s, top + 40 * s), "down", "open", 4), ((x + 150 * s + sway(t, .8, 14) * s, top - 90 * s), "down", "open", -66 + sway(t, .8, 14))
    out += arm(le, "l", t, (3.3, rest_l), (3.8, side), (6.8, side), (7.3, high))
    return out + arm(le, "r", t, (.6, rest_r), (1, wave), (2.8, wave), (3.8, side_r), (6.8, side_r), (7.3, wave))


def quiet(t):
    out = park(t + 30) + downhill(t) + rect(-200, 776, 2000, 400, 0, MOSS)
    out += crown(t)
    look_up = keys(t, (.6, 0), (1, 1), (2.6, 1), (3.2, 0), (6.4, 0), (6.9, 1))
    a = amara(1262, 452 + sway(t, 3.8, 1.5), .88, look=-.55 - .1 * look_up, down=.9 * (1 - look_up), tilt=-8 + 5 * look_up, blink=blinks(t, .7, 2.7, 4.9, 6.5), shoe=WHITE)
    hx, hy = a.hip()
    far = a.leg((hx - 10, hy - 20), (hx - 150, hy - 128), (hx - 206, 822), toe=-1, far=True)
    near = a.leg((hx + 14, hy - 14), (hx - 118, hy - 104), (hx - 160, 838), toe=-1)
    out += ellipse(hx - 50, 840, 250, 22, shade(MOSS, .88)) + rect(hx - 82, 700, 176, 142, 24, shade(WOOD, .78)) + ellipse(hx + 6, 704, 88, 22, mix(WOOD, SUN, .45)) + a.back() + far + a.body() + near + head(a, t, (0, "soft"), (.9, "grin"), (2.8, "soft"), (4.4, "smile"), (6.8, "grin"))
    out += a.arm("r", (1176, 606), bend="down")
    x, y = 1112, 560
    out += path("M%s L%s L%s L%s L%s L%sZ" % (pts(x - 66, y - 34), pts(x, y - 12), pts(x + 66, y - 34), pts(x + 62, y + 58), pts(x, y + 84), pts(x - 62, y + 58)), WHITE, WHITE, 14)
    out += path("M%s L%s V%s L%sZ M%s L%s V%s L%sZ" % (pts(x - 66, y - 24), pts(x - 4, y - 2), n(y + 90), pts(x - 66, y + 66), pts(x + 66, y - 24), pts(x + 4, y - 2), n(y + 90), pts(x + 66, y + 66)), AMBER, AMBER, 10)
    page, hello = ((1064, 610), "down", "flat", 60), ((1010, 470), "down", "open", -116)
    out += arm(a, "l", t, (.9, page), (1.5, hello), (2.4, hello), (3.1, page), (6.6, page), (7.2, hello))
    return camera(out, 800, 450, 1 + .006 * t)


# --- at the club -------------------------------------------------------------
def listening(t):
    """Leo tells Mrs Grant something, and she listens."""
    wall = mix(MINT, WHITE, .35)
    out = rect(-200, -200, 2000, 1300, 0, wall)
    out += ('<clipPath id="pane"><path d="M390 100H750V372H390Z"/></clipPath>'
            + window(570, 236, 360, 300, SKY, WHITE, '<g clip-path="url(#pane)">' + hill(480, 420, 520, 190, LEAF) + circle(690, 160, 38, SUN) + "</g>"))
    out += card(180, 210, 150, 130, heart(0, 4, 36, CORAL), CREAM, -3) + card(1420, 190, 150, 130, circle(0, 0, 34, SUN), CREAM, 3) + plant(1442, 716, 1.12, AMBER)
    nod = keys(t, (1.6, 0), (1.85, .4), (2.1, 0), (3, 0), (3.25, .4), (3.5, 0))
    le = leo(770, 420 + sway(t, 3.5, 1.5), 1.06, look=.65, tilt=keys(t, (0, 4), (2.4, 1), (4, 5)), blink=blinks(t, 1.3, 3.4), len=400)
    am = amara(410, 430 + sway(t, 3.8, 1.5, .3), 1.02, look=keys(t, (2.9, .6), (3.5, .5)), tilt=keys(t, (0, 3), (1.1, -3), (3.5, 4)), blink=blinks(t, .85, 3.2), len=400)
    mg = grant(1190, 404 + sway(t, 4, 1.5, .6), 1.08, look=-.65, tilt=keys(t, (0, -4), (1.4, -8)), down=nod, blink=blinks(t, 2.5), len=400)
    for q in (am, mg, le):
        out += q.back() + q.body()
    out += head(am, t, (0, "soft"), (3.6, "smile")) + head(le, t, (0, "soft"), *talking(.8, 3, "soft"), (3.4, "smile"), (4.2, "grin")) + head(mg, t, (0, "smile"))
    out += table(716, WOOD, -40, 1640)
    out += mug(222, 676, .95, TEAL, True) + mug(966, 676, .95, PLUM, steam=None) + ellipse(588, 734, 110, 18, CREAM) + biscuit(556, 704, .6) + biscuit(618, 706, .6) + biscuit(588, 686, .6)
    out += le.arm("l", (728, 716), hand="flat")
    say, rest = ((934, 560), "down", "open", -52), ((822, 716), "out", "flat", None)
    out += arm(le, "r", t, (.4, rest), (1, say), (2.8, say), (3.5, rest))
    out += am.arm("l", (366, 716), hand="flat") + am.arm("r", (468, 716), hand="flat")
    out += mg.arm("l", (1120, 716), hand="flat") + mg.arm("r", (1230, 716), hand="flat")
    out += pop(bubble(966, 128, 190, 150, (856, 232)) + heart(966, 108, 34, CORAL) + dots(966, 164, 9, TEAL), 856, 232, t, .8, 60)
    return camera(out, 800, 450, 1 + .007 * t)


# --- sound -------------------------------------------------------------------
CHORDS = ((0, (-12, -5, 4, 11)), (4.2, (-7, 0, 4, 9)), (8.8, (-15, -8, 0, 7)), (13.2, (-17, -5, 2, 11)), (17.5, (-12, -5, 4, 7)), (22, (-15, -8, 0, 7)),
          (26.2, (-7, 0, 4, 9)), (30.4, (-12, -5, 4, 11)), (34.8, (-7, 0, 5, 9)), (37.2, (-12, -5, 4, 12)))
NOTES = ((.8, 12), (1.4, 16), (2, 19), (2.8, 16), (5.8, 12), (6.5, 14), (7.2, 21), (10.3, 19), (11, 16), (13.4, 14), (14, 19), (14.6, 23), (15.2, 26),
         (18.75, 12), (19.6, 16), (20.65, 19), (21.45, 24), (23.6, 16), (24.8, 12), (27.6, 14), (28.3, 16), (29, 21), (31.4, 19), (31.8, 23), (32.2, 24),
         (33.4, 19), (35.6, 12), (36.4, 17), (37.4, 16), (38, 12))


def sound():
    """Slow chords under a few plucked notes; one falls with each throw of the ball."""
    out = [(begin, pitch, 7, .13 if pitch < 4 else .08, 1.4, .35 * (i - 1.5)) for begin, chord in CHORDS for i, pitch in enumerate(chord)]
    for i, (begin, pitch) in enumerate(NOTES):
        side = .4 if i % 2 else -.4
        out += [(begin, pitch, 2.2, .095, .03, side), (begin, pitch + 12, .9, .022, .02, side)]
    return out


FILM = Film("good-friend", 39.96, [(0, arrival), (4.2, asking), (17.7, playing), (22.2, quiet), (30.5, laughing), (35, listening)], sound())
