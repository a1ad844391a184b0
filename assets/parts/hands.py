"""Hands, shoes and the heart."""
from style import *


def shoe(x, y, s, toe, c, w):
    """A shoe whose sole rests on y; w is the width of the leg above it."""
    h = 46 * s
    if abs(toe) < 1:
        a, b = x - w * .56 + toe * 12 * s, x + w * .56 + toe * 12 * s
        return path("M%s C%s %s %s H%s C%s %s %sZ" % (
            pts(a, y), pts(a - 4 * s, y - h * .9), pts(a + 16 * s, y - h * 1.1), pts(x, y - h * 1.1), n(x), pts(b - 16 * s, y - h * 1.1),
            pts(b + 4 * s, y - h * .9), pts(b, y)), c, c, 6 * s)
    f = 1 if toe > 0 else -1
    back, front = x - f * w * .52, x + f * (w * .52 + 40 * s)
    return path("M%s V%s H%s C%s %s %s C%s %s %sZ" % (
        pts(back, y), n(y - h), n(x + f * w * .42), pts(x + f * w * .6, y - h * .6), pts(front - f * 10 * s, y - h * .8), pts(front, y - h * .3),
        pts(front + f * 4 * s, y - h * .2), pts(front + f * 4 * s, y), pts(front, y)), c, c, 8 * s)


# --- hands -------------------------------------------------------------------
def mitt(x, y, deg, w, skin, side):
    return circle(x, y, w * .5, skin)


def thumb(x, y, deg, w, skin, side):
    """A closed hand with the thumb showing."""
    f = 1 if side == "l" else -1
    a = polar(x, y, w * .3, deg - f * 70)
    b = polar(a[0], a[1], w * .42, deg - f * 38)
    return circle(x, y, w * .5, skin) + line(*a, *b, skin, w * .3)


def open_hand(x, y, deg, w, skin, side):
    """An open palm, fingers along deg."""
    f = 1 if side == "l" else -1
    out = ""
    for i, a in enumerate((-27, -9, 9, 27)):
        r0 = polar(x, y, w * .2, deg + a)
        ln = (.86, 1.0, .98, .82)[i if f > 0 else 3 - i]
        r1 = polar(x, y, w * ln, deg + a * .9)
        out += "M%s L%s" % (pts(*r0), pts(*r1))
    t0 = polar(x, y, w * .3, deg + f * 80)
    t1 = polar(x, y, w * .74, deg + f * 66)
    return (circle(x, y, w * .46, skin) + path(out, None, skin, w * .27)
            + line(*t0, *t1, skin, w * .29))


def wave_hand(x, y, deg, w, skin, side):
    return open_hand(x, y, deg, w, skin, side)


def flat_hand(x, y, deg, w, skin, side):
    """Fingers together, laid on something."""
    a = polar(x, y, w * .16, deg)
    b = polar(x, y, w * .52, deg)
    f = 1 if side == "l" else -1
    t = polar(x, y, w * .62, deg + f * 62)
    return line(*a, *b, skin, w * .74) + line(*a, *t, skin, w * .3)


def point_hand(x, y, deg, w, skin, side):
    b = polar(x, y, w * .95, deg)
    return circle(x, y, w * .5, skin) + line(x, y, *b, skin, w * .28)


def chin_hand(x, y, deg, w, skin, side):
    """A fist under a chin, fingers curled."""
    d = shade(skin, .88)
    return circle(x, y, w * .54, skin) + path("M%s v%s M%s v%s" % (pts(x - w * .12, y - w * .3), n(w * .26), pts(x + w * .12, y - w * .32), n(w * .26)), None, d, w * .07)


HANDS = dict(mitt=mitt, chin=chin_hand, thumb=thumb, open=open_hand, wave=wave_hand, flat=flat_hand, point=point_hand)


def heart(x, y, r, fill, rot=0):
    d = "M0 %s C%s %s %s C%s %s %s C%s %s %s C%s %s %sZ" % (
        n(r), pts(-r * 1.5, 0), pts(-r * 1.05, -r * 1.05), pts(-r * .52, -r * .9),
        pts(-r * .22, -r * .86), pts(-r * .06, -r * .66), pts(0, -r * .46),
        pts(r * .06, -r * .66), pts(r * .22, -r * .86), pts(r * .52, -r * .9),
        pts(r * 1.05, -r * 1.05), pts(r * 1.5, 0), pts(0, r))
    return group(path(d, fill), x, y, 1, rot)
