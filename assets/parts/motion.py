"""Movement for films: values that change with the time, and bodies that follow them.

Times are seconds, lists of keys are (time, value) pairs in order.  Nothing here remembers anything: a time always gives the same drawing."""
import math
from style import *

FADE = .2  # a face changes its mood in this time, too slow to be a jump
DIP = .3  # a shot sinks into the sky's colour in this time, and the following one rises from it as slowly


def ease(v):
    """From 0 to 1, slow at both ends."""
    v = min(1, max(0, v))
    return v * v * (3 - 2 * v)


def keys(t, *at):
    """The value at t, a number or a tuple of them, eased from each key to the following one and still outside."""
    if t <= at[0][0]:
        return at[0][1]
    for (t1, a), (t2, b) in zip(at, at[1:]):
        if t < t2:
            e = ease((t - t1) / (t2 - t1))
            return tuple(x + (y - x) * e for x, y in zip(a, b)) if isinstance(a, tuple) else a + (b - a) * e
    return at[-1][1]


def sway(t, period, size, phase=0):
    return size * math.sin(2 * math.pi * (t / period + phase))


def fade(body, amount):
    """body, there by so much; nothing at 0."""
    if amount <= 0 or not body:
        return ""
    return body if amount >= 1 else '<g opacity="%.3f">%s</g>' % (amount, body)


def pop(body, x, y, t, begin, end):
    """A bubble or sign that grows out of its point x, y and melts away; body is drawn in picture coordinates."""
    grown = ease((t - begin) / .4)
    if grown <= 0 or t >= end:
        return ""
    s = .7 + .3 * grown
    inner = '<g transform="translate(%.2f %.2f) scale(%.4f)">%s</g>' % (x * (1 - s), y * (1 - s), s, body)
    return fade(inner, grown * ease((end - t) / .3))


def camera(body, x, y, zoom, width=1600, height=900):
    """body, seen so that x, y stands in the middle of the frame."""
    return '<g transform="translate(%.3f %.3f) scale(%.5f)">%s</g>' % (width / 2 - x * zoom, height / 2 - y * zoom, zoom, body)


# --- people ------------------------------------------------------------------
def blinks(t, *at):
    return any(0 <= t - b < .14 for b in at)


def head(p, t, *moods):
    """The head of p; moods are keys, each melts into the following one."""
    before = after = moods[0][1]
    since = t
    for when, mood in moods:
        if t >= when:
            before, after, since = after, mood, when
    p.mood = before
    out = p.head()
    if before != after:
        p.mood = after
        out += fade(p.head(), ease((t - since) / FADE))
    return out


def talking(begin, end, rest="smile"):
    """Keys for a mouth that speaks in between, for head()."""
    out, t = [], begin
    while t < end - .3:
        out += [(t, "talk"), (t + .3, rest)]
        t += .56
    return out


def _side(p, side, to, bend):
    """The number that Person.arm() takes for the name of a bend."""
    sx, sy = p.shoulder(side)
    base = math.atan2(to[1] - sy, to[0] - sx)
    across, along = -math.sin(base) * (-1 if side == "l" else 1), math.cos(base)
    return 1 if {"out": across, "in": -across, "down": along, "up": -along}[bend] > 0 else -1


def arm(p, side, t, *at, **kw):
    """An arm that goes from pose to pose: keys of ((x, y), bend, hand, turn), turn None along the arm."""
    places = [(when, tuple(to) + (_side(p, side, to, bend),)) for when, (to, bend, _, _) in at]
    x, y, bend = keys(t, *places)
    hand, turn = at[0][1][2:]
    for (t1, a), (t2, b) in zip(at, at[1:]):
        if t >= (t1 + t2) / 2:  # the hand opens where it is fastest
            hand, turn = b[2:]
        if t1 < t < t2 and a[3] is not None and b[3] is not None:
            turn = keys(t, (t1, a[3]), (t2, b[3]))
    return p.arm(side, (x, y), bend=bend, hand=hand, turn=turn, **kw)


def walk(p, ground, way, gone, step, lift=26):
    """Legs of somebody who has gone so far: each foot stands still on the ground until it is lifted."""
    hx, hy = p.hip()
    s, out = p.s, []
    for far in (True, False):
        u = (gone / (2 * step) + (.5 if far else 0)) % 1
        v = max(0, u * 2 - 1)
        up = math.sin(math.pi * v)
        fx = hx + way * step * (ease(v) - .5 if v else .5 - 2 * u)
        fy = ground - (8 * s if far else 0) - lift * s * up
        knee = (hx + (fx - hx) * .5 + way * (12 + 34 * up) * s, (hy + fy) / 2 - 6 * s * up)
        out.append(p.leg((hx, hy - 10 * s), knee, (fx, fy), toe=way, far=far, w=p.b["ww"] * .86))
    return "".join(out)


def stride(gone, step, s):
    """How much lower the body of somebody who walks is: most while the feet are furthest apart."""
    return 7 * s * abs(math.cos(math.pi * gone / step))


# --- a film ------------------------------------------------------------------
class Film:
    """name: of the file; length: seconds; shots: (begin, function) in order, the function takes the seconds since its begin and
    returns what is drawn on 1600 x 900; sound: arguments for film.tone().

    Between two shots stands the sky alone: people melting into people who stand elsewhere would be ghosts."""

    def __init__(self, name, length, shots, sound):
        self.name, self.length, self.shots, self.sound = name, length, shots, sound

    def frame(self, t):
        begin, shot = next(each for each in reversed(self.shots) if each[0] <= t)
        nearest = min((abs(t - b) for b, _ in self.shots[1:]), default=DIP)
        out = shot(t - begin) + fade(rect(0, 0, 1600, 900, 0, SKY), 1 - ease(nearest / DIP))
        return ('<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1600 900" fill="none" '
                'stroke-linecap="round" stroke-linejoin="round">%s</svg>\n' % out)
