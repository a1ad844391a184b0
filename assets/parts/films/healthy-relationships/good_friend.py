"""A good friend lets you say no: Amara and Leo, a ball, a hill and a book.  The message's first picture is in the second shot.
The last shot is of two others, as those two listen to each other: Ayesha and Mr Okoro, of the message telling-someone."""
import math
from motion import *
from style import *
from things import *
from places import *
from cast import amara, ayesha, leo, okoro


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
    """Leo asks, Amara says no, Leo hears it: captions at 1.3, 5.4 and 8.8."""
    out = bench(SKY, mix(SUN, CREAM, .5), LEAF, LAWN)
    nod = keys(t, (8.2, 0), (8.45, .35), (8.7, 0), (8.95, .3), (9.2, 0))
    le = leo(600, 432 + sway(t, 3.6, 1.5), 1.04, look=keys(t, (.6, .65), (1.1, .1), (2.2, .1), (2.8, .65)), tilt=keys(t, (0, 3), (1.2, -3), (2.8, 4), (7, 0), (8.2, 5)) + sway(t, 4.1, .5),
             down=keys(t, (6.4, 0), (7, .4), (7.8, .4), (8.2, 0)) + nod, blink=blinks(t, .5, 3.6, 6.7, 8.0, 11.0))
    shake = keys(t, (4.2, 0), (4.55, .42), (4.95, -.18), (5.35, .42), (5.7, 0))
    am = amara(1000, 436 + sway(t, 3.9, 1.5, .3), 1.02, look=-.6 + shake, tilt=keys(t, (0, -4), (4.2, -5), (5.8, -2), (8.6, -6)) + sway(t, 4.4, .5, .4),
               down=keys(t, (11.2, 0), (11.6, .5), (12.5, .5), (13, 0)), blink=blinks(t, 1.9, 4.1, 7.6, 9.8, 12.2))
    for q in (le, am):
        out += q.back() + q.body() + q.seated(1010)
    out += head(le, t, (0, "grin"), *talking(1.4, 4.2), (4.4, "smile"), (6.4, "soft"), (6.9, "think"), (8, "smile"), *talking(8.9, 11.6), (11.8, "grin"), (12.4, "laugh"))
    out += head(am, t, (0, "smile"), (3.2, "soft"), (4, "neutral"), *talking(5.6, 7, "soft"), (7.2, "soft"), (8.8, "smile"), (12, "grin"))
    bx = ball(600, 690, 68, CORAL, SUN)
    out += bx + le.arm("r", (664, 708), hand="thumb")
    lap = ((536, 708), "out", "thumb", None)
    out += arm(le, "l", t, (.7, lap), (1.3, ((394, 512), "down", "open", -132)), (2.4, ((394, 512), "down", "open", -132)), (3.1, lap))
    out += am.arm("r", (1054, 698), hand="flat", turn=98)
    knee, no, there = ((948, 698), "out", "flat", 82), ((846, 540), "down", "open", -98), ((806, 640), "down", "point", 166)
    out += arm(am, "l", t, (4.2, knee), (4.9, no), (7.8, no), (8.6, knee), (11.5, knee), (12.1, there))
    asked = bubble(420, 132, 270, 176, (518, 232)) + race(420, 132)
    out += pop(asked, 518, 232, t, 1.2, 4.4)
    out += pop(bubble(1170, 128, 170, 170, (1086, 226)) + hand_sign(1170, 130, 54, CORAL), 1086, 226, t, 5.2, 8.2)
    out += pop(bubble(438, 132, 170, 160, (518, 232)) + question(438, 128, 44, TEAL), 518, 232, t, 9.8, 12.2)
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
    gone = keys(t, (3.2, 0), (6.4, 1))
    x, y = along(WAY, gone)
    s = .18 + .2 * gone
    run = 3.2 < t < 6.3
    far = gone * 560
    up = abs(math.sin(math.pi * far / 46)) * 30 * s if run else 0
    top = y - 545 * s - up
    le = leo(x, top, s, look=keys(t, (2.5, .6), (3.1, .3), (6.2, .3), (6.6, .65)), tilt=sway(t, .9, 4) if run else 3, mood="grin", shoe=WHITE)
    legs = walk(le, y, 1, far, 46, 60) if run else le.standing(y, 40)
    out = ellipse(x, y + 2, 90 * s, 14 * s, shade(CREAM, .9)) + legs + le.back() + le.body() + le.head()
    side, high = ((x - 310 * s, top + 40 * s), "down", "open", 176), ((x - 170 * s, top - 70 * s), "down", "open", -120)
    rest_l, rest_r = ((x - 110 * s, top + 250 * s), "out", "mitt", None), ((x + 110 * s, top + 250 * s), "out", "mitt", None)
    side_r, wave = ((x + 310 * s, top + 40 * s), "down", "open", 4), ((x + 150 * s + sway(t, .8, 14) * s, top - 90 * s), "down", "open", -66 + sway(t, .8, 14))
    out += arm(le, "l", t, (2.7, rest_l), (3.2, side), (6.2, side), (6.7, high))
    return out + arm(le, "r", t, (.6, rest_r), (1, wave), (2.5, wave), (3.2, side_r), (6.2, side_r), (6.7, wave))


def quiet(t):
    out = park(t + 30) + downhill(t) + rect(-200, 776, 2000, 400, 0, MOSS)
    out += crown(t)
    look_up = keys(t, (.6, 0), (1, 1), (2.4, 1), (3, 0), (5.8, 0), (6.3, 1))
    a = amara(1262, 452 + sway(t, 3.8, 1.5), .88, look=-.55 - .1 * look_up, down=.9 * (1 - look_up), tilt=-8 + 5 * look_up, blink=blinks(t, .7, 2.6, 4.6, 5.9), shoe=WHITE)
    hx, hy = a.hip()
    far = a.leg((hx - 10, hy - 20), (hx - 150, hy - 128), (hx - 206, 822), toe=-1, far=True)
    near = a.leg((hx + 14, hy - 14), (hx - 118, hy - 104), (hx - 160, 838), toe=-1)
    out += ellipse(hx - 50, 840, 250, 22, shade(MOSS, .88)) + rect(hx - 82, 700, 176, 142, 24, shade(WOOD, .78)) + ellipse(hx + 6, 704, 88, 22, mix(WOOD, SUN, .45)) + a.back() + far + a.body() + near + head(a, t, (0, "soft"), (.9, "grin"), (2.6, "soft"), (4, "smile"), (6.2, "grin"))
    out += a.arm("r", (1176, 606), bend="down")
    x, y = 1112, 560
    out += path("M%s L%s L%s L%s L%s L%sZ" % (pts(x - 66, y - 34), pts(x, y - 12), pts(x + 66, y - 34), pts(x + 62, y + 58), pts(x, y + 84), pts(x - 62, y + 58)), WHITE, WHITE, 14)
    out += path("M%s L%s V%s L%sZ M%s L%s V%s L%sZ" % (pts(x - 66, y - 24), pts(x - 4, y - 2), n(y + 90), pts(x - 66, y + 66), pts(x + 66, y - 24), pts(x + 4, y - 2), n(y + 90), pts(x + 66, y + 66)), AMBER, AMBER, 10)
    page, hello = ((1064, 610), "down", "flat", 60), ((1010, 470), "down", "open", -116)
    out += arm(a, "l", t, (.9, page), (1.5, hello), (2.3, hello), (3, page), (6, page), (6.6, hello))
    return camera(out, 800, 450, 1 + .006 * t)


# --- at school ---------------------------------------------------------------
def telling(t):
    """Ayesha tells Mr Okoro of a no; he listens, and his answer is kind."""
    out = rect(-200, -200, 2000, 1300, 0, mix(MINT, WHITE, .35))
    out += ('<clipPath id="pane"><path d="M704 114H924V366H704Z"/></clipPath>'
            + window(814, 240, 248, 280, SKY, WHITE, '<g clip-path="url(#pane)">' + hill(760, 420, 420, 170, LEAF) + circle(880, 160, 34, SUN) + "</g>"))
    out += card(150, 240, 150, 130, star(0, 2, 40, AMBER), CREAM, -3) + card(1470, 200, 150, 130, circle(0, 0, 34, SUN), CREAM, 3) + plant(1440, 716, 1.12, AMBER)
    nod = keys(t, (1.8, 0), (2.05, .4), (2.3, 0), (3.1, 0), (3.35, .4), (3.6, 0))
    thanks = keys(t, (5.2, 0), (5.45, .35), (5.7, 0))
    ay = ayesha(590, 436 + sway(t, 3.5, 1.5), 1.04, look=.6, tilt=keys(t, (0, 5), (2.4, 1), (4.4, 4)), down=keys(t, (0, .3), (.7, 0)) + thanks, blink=blinks(t, .7, 3.3, 5.9), len=400)
    ok = okoro(1046, 410 + sway(t, 4, 1.5, .6), 1.06, look=-.6, tilt=keys(t, (0, -4), (1.4, -7)), down=nod, blink=blinks(t, 2.6, 5.2), len=400)
    for q in (ay, ok):
        out += q.back() + q.body()
    out += head(ay, t, (0, "unsure"), *talking(.8, 3.4, "soft"), (3.6, "soft"), (4.8, "smile")) + head(ok, t, (0, "soft"), (3.4, "smile"), *talking(4, 5.2), (5.5, "smile"))
    out += table(716, WOOD, -40, 1640)
    out += mug(318, 676, .95, TEAL, True) + mug(1276, 676, .95, PLUM, steam=None) + ellipse(830, 734, 110, 18, CREAM) + biscuit(798, 704, .6) + biscuit(860, 706, .6) + biscuit(830, 686, .6)
    out += ay.arm("l", (548, 716), hand="flat")
    say, rest = ((744, 580), "down", "open", -62), ((644, 716), "out", "flat", None)
    out += arm(ay, "r", t, (.4, rest), (1, say), (3.2, say), (3.9, rest))
    out += ok.arm("r", (1090, 716), hand="flat") + ok.arm("l", (978, 716), hand="flat")
    out += pop(bubble(386, 138, 170, 170, (486, 244)) + hand_sign(386, 140, 54, CORAL), 486, 244, t, .8, 60)
    out += pop(bubble(1252, 128, 170, 160, (1154, 226)) + ear(1252, 128, 46, TEAL), 1154, 226, t, 4, 60)
    return camera(out, 800, 450, 1 + .006 * t)


# --- sound -------------------------------------------------------------------
CHORDS = ((0, (-12, -5, 4, 11)), (4, (-7, 0, 4, 9)), (8.4, (-15, -8, 0, 7)), (12.6, (-17, -5, 2, 11)), (16.8, (-12, -5, 4, 7)), (21.2, (-15, -8, 0, 7)),
          (25.1, (-7, 0, 4, 9)), (28.9, (-12, -5, 4, 11)), (32.8, (-7, 0, 5, 9)), (36.4, (-12, -5, 4, 12)))
NOTES = ((.8, 12), (1.4, 16), (2, 19), (2.8, 16), (5.6, 12), (6.3, 14), (7, 21), (9.7, 19), (10.4, 16), (12.8, 14), (13.4, 19), (14, 23), (14.6, 26),
         (18.05, 12), (18.9, 16), (19.95, 19), (20.75, 24), (22.8, 16), (24, 12), (26.2, 14), (26.9, 16), (27.6, 21), (29.9, 19), (30.3, 23), (30.7, 24),
         (31.8, 19), (33.6, 12), (34.4, 17), (35.6, 16), (36.4, 12), (37.4, 16))


def sound():
    """Slow chords under a few plucked notes; one falls with each throw of the ball."""
    out = [(begin, pitch, 7, .13 if pitch < 4 else .08, 1.4, .35 * (i - 1.5)) for begin, chord in CHORDS for i, pitch in enumerate(chord)]
    for i, (begin, pitch) in enumerate(NOTES):
        side = .4 if i % 2 else -.4
        out += [(begin, pitch, 2.2, .095, .03, side), (begin, pitch + 12, .9, .022, .02, side)]
    return out


FILM = Film("good-friend", 39.96, [(0, arrival), (4, asking), (17, playing), (21.4, quiet), (29, laughing), (33, telling)], sound())
