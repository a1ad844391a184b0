"""Small things and signs.  Each is centred on x, y unless it says otherwise."""
from style import *
from hands import heart, open_hand, shoe


# --- signs (for bubbles and screens) -----------------------------------------
def tick(x, y, r, c=TEAL, w=None):
    return path("M%s l%s l%s" % (pts(x - r, y + r * .05), pts(r * .65, r * .7), pts(r * 1.35, -r * 1.45)), None, c, w or r * .42)


def cross(x, y, r, c=CORAL, w=None):
    return path("M%s l%s m%s l%s" % (pts(x - r * .75, y - r * .75), pts(r * 1.5, r * 1.5), pts(0, -r * 1.5), pts(-r * 1.5, r * 1.5)), None, c, w or r * .42)


def question(x, y, r, c=INK):
    return (path("M%s C%s %s %s C%s %s %s" % (
        pts(x - r * .55, y - r * .5), pts(x - r * .5, y - r * 1.3), pts(x + r * .7, y - r * 1.25), pts(x + r * .6, y - r * .4),
        pts(x + r * .52, y), pts(x, y - r * .02), pts(x, y + r * .42)), None, c, r * .38)
        + circle(x, y + r * 1.0, r * .24, c))


def dots(x, y, r, c=INK):
    return circle(x - r * 2.8, y, r, c) + circle(x, y, r, c) + circle(x + r * 2.8, y, r, c)


def hand_sign(x, y, r, c=CORAL):
    """A plain open hand, upright."""
    fingers = "".join("M%s V%s " % (pts(x + fx * r, y + .2 * r), n(y - ty * r)) for fx, ty in ((-.42, .62), (-.14, .86), (.14, .88), (.42, .64)))
    return (path(fingers.strip(), None, c, r * .21) + rect(x - r * .52, y - r * .06, r * 1.04, r * .94, r * .4, c)
            + path("M%s Q%s %s" % (pts(x + r * .3, y + r * .56), pts(x + r * .66, y + r * .5), pts(x + r * .86, y + r * .02)), None, c, r * .24))


def waves(x, y, w, rows=2, c=TEAL, gap=28, sw=10):
    """Soft wavy lines, centred on x, y."""
    q = w / 4
    d = " ".join("M%s q%s t%s 0 t%s 0 t%s 0" % (
        pts(x - w / 2, y + (i - (rows - 1) / 2) * gap), pts(q / 2, -q * .55, q, 0), n(q), n(q), n(q)) for i in range(rows))
    return path(d, None, c, sw)


def lines(x, y, w, rows=2, c=INK, gap=34, sw=12):
    """Lines that stand for writing; the last one is shorter."""
    return path(" ".join("M%s h%s" % (pts(x - w / 2, y + (i - (rows - 1) / 2) * gap), n(w if i < rows - 1 else w * .62)) for i in range(rows)), None, c, sw)


def ear(x, y, r, c=INK):
    return path("M%s C%s %s %s C%s %s %s C%s %s %s M%s C%s %s %s C%s %s %s" % tuple(
        pts(x + a * r, y + b * r) for a, b in [
            (-.62, -.2), (-.66, -1.25), (.72, -1.3), (.68, -.3), (.66, .2), (.3, .25), (.2, .62), (.1, 1.05), (-.4, 1.15), (-.5, .72),
            (-.28, -.22), (-.26, -.72), (.34, -.72), (.32, -.28), (.28, -.02), (-.02, 0), (-.02, .26)]), None, c, r * .24)


def roof_sign(x, y, r, c=INK):
    """A plain home."""
    return path("M%s L%s L%s M%s V%s H%s V%s" % (pts(x - r, y - r * .05), pts(x, y - r * .9), pts(x + r, y - r * .05),
                pts(x - r * .68, y + r * .05), n(y + r * .85), n(x + r * .68), n(y + r * .05)), None, c, r * .3)


def hug_sign(x, y, r, c=TEAL, hc=CORAL):
    """A heart held by two arms."""
    return (heart(x, y - r * .12, r * .62, hc)
            + path("M%s C%s %s %s M%s C%s %s %s" % (
                pts(x - r * .95, y - r * .6), pts(x - r * 1.3, y + r * .9), pts(x - r * .3, y + r * 1.0), pts(x + r * .22, y + r * .72),
                pts(x + r * .95, y - r * .6), pts(x + r * 1.3, y + r * .9), pts(x + r * .3, y + r * 1.0), pts(x - r * .22, y + r * .72)), None, c, r * .3))


def wave_sign(x, y, r, c=CORAL):
    return (group(hand_sign(0, 0, r * .92, c), x, y, 1, 14)
            + path("M%s q%s M%s q%s" % (pts(x + r * .98, y - r * .86), pts(r * .3, r * .2, r * .34, r * .6),
                                        pts(x - r * .78, y - r * .5), pts(-r * .26, r * .36, -r * .12, r * .74)), None, c, r * .15))


def padlock(x, y, r, c=DEEP, hole=SUN):
    return (path("M%s v%s a%s 0 0 1 %s 0 v%s" % (pts(x - r * .46, y - r * .1), n(-r * .34), pts(r * .46, r * .46), n(r * .92), n(r * .34)), None, c, r * .28)
            + rect(x - r * .8, y - r * .16, r * 1.6, r * 1.24, r * .28, c) + heart(x, y + r * .44, r * .36, hole))


def star(x, y, r, c=AMBER):
    p = [polar(x, y, r if i % 2 == 0 else r * .5, -90 + i * 36) for i in range(10)]
    return path("M" + " L".join(pts(*q) for q in p) + "Z", c, c, r * .18)


def bubble(x, y, w, h, tip, fill=WHITE, r=None):
    """A speech bubble centred on x, y whose tail ends at tip."""
    r = min(w, h) / 2 * .8 if r is None else r
    tx, ty = tip
    bx = max(x - w / 2 + r * .8, min(x + w / 2 - r * .8, x + (tx - x) * .45))
    by = max(y - h / 2 + r * .8, min(y + h / 2 - r * .8, y + (ty - y) * .45))
    dx, dy = tx - bx, ty - by
    ln = max(1, (dx * dx + dy * dy) ** .5)
    px, py = -dy / ln * 26, dx / ln * 26
    mx, my = bx + dx * .5, by + dy * .5
    tail = path("M%s Q%s %s Q%s %sZ" % (pts(bx + px, by + py), pts(mx + px * .35, my + py * .35), pts(tx, ty), pts(mx - px * 1.0, my - py * 1.0), pts(bx - px, by - py)), fill, fill, 6)
    return tail + rect(x - w / 2, y - h / 2, w, h, r, fill)


def thought(x, y, r, to, fill=WHITE):
    """A thinking cloud with two small puffs leading to `to`."""
    out = "".join(circle(x + a * r, y + b * r, c * r, fill) for a, b, c in ((-.62, .1, .5), (-.2, -.3, .58), (.42, -.22, .52), (.74, .16, .42), (.1, .3, .6)))
    for t, k in ((.62, .17), (.86, .1)):
        out += circle(x + (to[0] - x) * t, y + (to[1] - y) * t, r * k, fill)
    return out


# --- phone -------------------------------------------------------------------
def phone(x, y, s=1, rot=0, screen="", back=False, colour=INK, glass=WHITE):
    b = rect(-62, -112, 124, 224, 26, colour)
    if back:
        b += rect(-44, -94, 40, 40, 14, shade(colour, 1.3)) + circle(-24, -74, 9, colour)
    else:
        b += rect(-50, -96, 100, 184, 14, glass) + screen + line(-14, 100, 14, 100, shade(colour, 1.5), 6)
    return group(b, x, y, s, rot)


def card(x, y, w, h, body="", fill=WHITE, rot=0, s=1):
    return group(rect(-w / 2, -h / 2, w, h, min(w, h) * .16, fill) + body, x, y, s, rot)


# --- things people hold ------------------------------------------------------
def ball(x, y, r, c=SUN, d=CORAL):
    return (circle(x, y, r, c) + path("M%s Q%s %s M%s Q%s %s" % (
        pts(x - r * .7, y - r * .7), pts(x + r * .1, y - r * .1), pts(x - r * .45, y + r * .88),
        pts(x + r * .5, y - r * .86), pts(x + r * .1, y - r * .1), pts(x + r * .94, y + r * .3)), None, d, r * .16))


def football(x, y, r, c=WHITE, d=INK):
    out = circle(x, y, r, c)
    p = [polar(x, y, r * .36, -90 + i * 72) for i in range(5)]
    out += path("M" + " L".join(pts(*q) for q in p) + "Z", d, d, r * .08)
    out += path(" ".join("M%s L%s" % (pts(*polar(x, y, r * .36, a)), pts(*polar(x, y, r * .72, a))) for a in range(-90, 270, 72)), None, d, r * .09)
    for a in range(-54, 306, 72):
        out += path("M%s L%s L%sZ" % (pts(*polar(x, y, r * .92, a - 19)), pts(*polar(x, y, r * .74, a)), pts(*polar(x, y, r * .92, a + 19))), d, d, r * .06)
    return out


def mug(x, y, s=1, c=CORAL, flip=False, steam=WHITE):
    b = path("M34 -22 h14 a20 20 0 0 1 0 44 h-14", None, shade(c, .85), 12) + path("M-42 -46 H42 V30 A26 26 0 0 1 16 54 H-16 A26 26 0 0 1 -42 30Z", c)
    if steam:
        b += path("M-14 -68 q-12 -16 0 -30 t0 -28 M16 -68 q-12 -16 0 -30 t0 -28", None, steam, 8)
    return group(b, x, y, s, flip=flip)


def kite(x, y, s=1, rot=0, c=DENIM, d=SKY, flying=True):
    tail = path("M0 110 q40 30 10 70 t20 70", None, SUN, 7)
    bows = "".join(path("M%s l-20 -12 v24Z M%s l20 -12 v24Z" % (pts(a, b), pts(a, b)), CORAL, CORAL, 5) for a, b in ((20, 150), (16, 210)))
    return group((tail + bows if flying else "") + path("M0 -130 L92 -20 L0 110 L-92 -20Z", c, c, 8) + path("M0 -130 L92 -20 L0 -20Z M0 -20 L-92 -20 L0 110Z", d)
                 , x, y, s, rot)


def apple(x, y, s=1):
    return group(path("M0 -26 C-18 -44 -56 -36 -52 6 C-48 44 -20 58 0 46 C20 58 48 44 52 6 C56 -36 18 -44 0 -26Z", CORAL)
                 + path("M2 -28 q0 -18 10 -28", None, WOOD, 8) + path("M10 -44 q22 -22 40 -4 q-20 18 -40 4Z", MOSS), x, y, s)


def sandwich(x, y, s=1, rot=0):
    return group(path("M-60 40 L0 -54 L60 40Z", "#E8B974", "#E8B974", 18) + path("M-58 26 Q-30 46 0 26 T58 26", None, MOSS, 14)
                 + path("M-60 42 H60", None, "#F3D9A4", 20), x, y, s, rot)


def banana(x, y, s=1, rot=0):
    return group(path("M-54 -34 C-44 30 20 52 62 14 C30 20 -8 2 -26 -44Z", "#F4C542", "#F4C542", 14) + line(-40, -46, -46, -60, WOOD, 12), x, y, s, rot)


def popcorn(x, y, s=1):
    b = "".join(circle(a, c, r, f) for a, c, r, f in ((-52, -38, 26, WHITE), (-14, -54, 28, CREAM), (30, -52, 26, WHITE), (60, -36, 22, CREAM), (4, -34, 30, WHITE)))
    b += path("M-92 -34 H92 C92 34 58 62 0 62 C-58 62 -92 34 -92 -34Z", CORAL) + path("M-50 -34 C-48 20 -34 52 -22 60 H22 C34 52 48 20 50 -34Z", PEACH)
    return group(b, x, y, s)


def remote(x, y, s=1, rot=0):
    return group(rect(-20, -62, 40, 124, 16, INK) + circle(0, -40, 8, CORAL) + circle(0, -10, 7, WHITE) + circle(0, 14, 7, WHITE), x, y, s, rot)


def guitar_case(x, y, s=1, rot=0, c=AUBURN):
    return group(path("M-22 -190 H22 V-60 C60 -64 70 -14 52 20 C92 60 84 150 0 150 C-84 150 -92 60 -52 20 C-70 -14 -60 -64 -22 -60Z", c, c, 12)
                 + path("M48 26 q26 14 22 54", None, shade(c, 1.35), 9) + rect(-12, -130, 24, 18, 6, SUN), x, y, s, rot)


def gift(x, y, s=1, c=LILAC, lid=PLUM):
    return group(rect(-120, -30, 240, 130, 14, c) + rect(-18, -30, 36, 130, 0, lid) + rect(-132, -52, 264, 42, 14, shade(c, .9)), x, y, s)


def tag(x, y, s=1, rot=0, c=CREAM):
    return group(path("M-70 0 L-38 -40 H78 V40 H-38Z", c, c, 14) + circle(-36, 0, 11, INK) + path("M0 -14 H50 M0 14 H34", None, CORAL, 10), x, y, s, rot)


def cake(x, y, s=1):
    return group(rect(-110, 20, 220, 90, 22, PEACH) + path("M-110 44 V30 A22 22 0 0 1 -88 8 H88 A22 22 0 0 1 110 30 V44 q-18 34 -36 0 q-18 30 -37 0 q-18 36 -37 0 q-18 30 -37 0 q-18 34 -36 0 q-18 28 -37 0Z", WHITE)
                 + rect(-74, -52, 148, 66, 18, CORAL)
                 + "".join(line(a, -60, a, -96, b, 12) + ellipse(a, -118, 8, 13, AMBER) for a, b in ((-38, SKY), (0, SUN), (38, LEAF)))
                 + rect(-136, 104, 272, 18, 9, CREAM), x, y, s)


def balloon(x, y, s=1, c=CORAL, string="q-24 60 6 120"):
    return group(path("M0 76 %s" % string, None, WHITE, 6) + path("M0 78 L-12 94 H12Z", c, c, 5) + path("M0 -74 C46 -74 66 -38 60 0 C54 40 24 74 0 78 C-24 74 -54 40 -60 0 C-66 -38 -46 -74 0 -74Z", c)
                 + path("M-34 -22 q2 -22 20 -30", None, shade(c, 1.5), 9), x, y, s)


def tee(x, y, s=1, c=CREAM, pattern="", hanger=WOOD):
    """A top on a hanger; the hook is at y - 130."""
    return group(path("M0 -104 C0 -124 22 -122 20 -138 C18 -152 -4 -152 -6 -138 M-62 -62 L0 -104 L62 -62", None, hanger, 9)
                 + path("M-40 -84 C-24 -58 24 -58 40 -84 L92 -66 L132 12 L88 34 L78 14 V130 H-78 V14 L-88 34 L-132 12 L-92 -66Z", c, c, 10) + pattern, x, y, s)


def switch(x, y, w, h, c, knob=WHITE, on=False):
    """A big on/off switch."""
    return rect(x - w / 2, y - h / 2, w, h, h / 2, c) + circle(x + (1 if on else -1) * (w - h) / 2, y, h * .4, knob)


def pin(x, y, r, c=CORAL):
    """A map pin whose point is at x, y + r * 1.6."""
    return path("M%s C%s %s %s A%s 0 1 1 %s C%s %s %sZ" % (
        pts(x, y + r * 1.6), pts(x - r * .3, y + r * 1.0), pts(x - r, y + r * .6), pts(x - r, y), pts(r, r), pts(x + r, y),
        pts(x + r, y + r * .6), pts(x + r * .3, y + r * 1.0), pts(x, y + r * 1.6)), c) + circle(x, y, r * .4, WHITE)


def box(x, y, w, h, c, lid=None, is_open=False):
    """A box standing on y; open boxes show their flaps."""
    d = shade(c, .86)
    lid = lid or d
    t = y - h
    if is_open:
        return (path("M%s L%s L%s L%sZ M%s L%s L%s L%sZ" % (
            pts(x - w / 2, t), pts(x - w / 2 - 50, t + 44), pts(x - w / 2 - 36, t + 60), pts(x - w / 2 + 8, t + 22),
            pts(x + w / 2, t), pts(x + w / 2 + 50, t + 44), pts(x + w / 2 + 36, t + 60), pts(x + w / 2 - 8, t + 22)), d, d, 8)
            + rect(x - w / 2, t, w, h, 14, c) + line(x - w / 2 + 8, t + 4, x + w / 2 - 8, t + 4, lid, 12))
    return rect(x - w / 2, t, w, h, 14, c) + rect(x - w / 2 - 12, t - 10, w + 24, h * .28, 12, lid)


def bowl(x, y, s=1, c=TEAL, inside=CREAM):
    return group(ellipse(0, -30, 92, 20, shade(inside, .92)) + path("M-96 -30 H96 C94 30 52 52 0 52 C-52 52 -94 30 -96 -30Z", c), x, y, s)


def carrot(x, y, s=1, rot=0):
    return group(path("M0 -40 l-14 -30 M0 -40 v-36 M0 -40 l16 -28", None, MOSS, 9) + path("M-20 -40 H20 L4 62 Q0 70 -4 62Z", "#E8833A", "#E8833A", 10), x, y, s, rot)


def cloud(x, y, s=1, c=WHITE):
    return group(path("M-86 36 A42 42 0 0 1 -74 -46 A58 58 0 0 1 34 -62 A48 48 0 0 1 96 36 A40 40 0 0 1 84 36Z", c, c, 4), x, y, s)


def leaf(x, y, s=1, rot=0, c=MOSS):
    return group(path("M0 40 C-34 10 -26 -30 0 -50 C26 -30 34 10 0 40Z", c) + line(0, 50, 0, -16, shade(c, .8), 5), x, y, s, rot)


def plant(x, y, s=1, pot=CORAL, c=MOSS):
    """A pot plant standing on y."""
    d = shade(c, .8)
    b = "".join(group(path("M0 0 C-40 -50 -30 -120 0 -160 C30 -120 40 -50 0 0Z", k), 0, -80, z, r) for r, z, k in
                ((-52, .8, d), (50, .85, d), (-20, 1.05, c), (24, 1, c)))
    return group(b + path("M-58 -96 H58 L44 -8 A14 14 0 0 1 30 0 H-30 A14 14 0 0 1 -44 -8Z", pot) + rect(-66, -112, 132, 32, 12, shade(pot, .88)), x, y, s)


def backpack(x, y, s=1, c=CORAL):
    return group(path("M-26 -76 V-92 A26 26 0 0 1 26 -92 V-76", None, shade(c, .8), 14) + rect(-66, -84, 132, 164, 48, c) + rect(-46, 2, 92, 60, 18, shade(c, .85)) + line(-22, 22, 22, 22, SUN, 8), x, y, s)


def swimbag(x, y, s=1, c=DENIM):
    return group(path("M-66 -26 C-60 -120 60 -120 66 -26", None, shade(c, .75), 14) + rect(-112, -40, 224, 112, 44, c)
                 + path("M-62 18 q16 -16 31 0 t31 0 t31 0 t31 0", None, WHITE, 10), x, y, s)


def book(x, y, s=1, rot=0, c=CORAL, sign=""):
    return group(rect(-62, -80, 124, 160, 14, c) + rect(-62, -80, 24, 160, 12, shade(c, .82)) + sign, x, y, s, rot)


def note(x, y, r, c=INK):
    """A musical note."""
    return ellipse(x - r * .4, y + r * .7, r * .42, r * .32, c) + path("M%s V%s q%s" % (pts(x - r * .05, y + r * .65), n(y - r * .8), pts(r * .2, r * .3, r * .6, r * .35)), None, c, r * .2)


def trainer(x, y, s=1, c=CORAL, flip=False):
    return group(path("M-70 -50 C-60 -42 -36 -40 -22 -54 C0 -34 30 -14 66 -8 C84 -4 86 18 78 26 H-70Z", c, c, 6)
                 + path("M-74 32 H80", None, WHITE, 20) + path("M-6 -32 l14 -14 M14 -20 l14 -14", None, WHITE, 8)
                 + path("M-52 -14 q22 14 50 0", None, SUN, 9), x, y, s, flip=flip)


def pencil(x, y, s=1, rot=0):
    return group(rect(-16, -90, 32, 130, 4, AMBER) + rect(-16, -104, 32, 30, 12, CORAL) + path("M-16 40 L0 84 L16 40Z", "#F3D9A4") + path("M-6 68 L0 84 L6 68Z", INK, INK, 3), x, y, s, rot)


def biscuit(x, y, s=1, half=False, rot=0):
    c, d = "#D9A05B", "#8A4F22"
    if half:
        return group(path("M-8 -52 A52 52 0 1 0 -8 52 l10 -18 l-12 -16 l12 -18 l-12 -18 l10 -16Z", c, c, 4) + circle(-34, -16, 8, d) + circle(-26, 20, 8, d), x, y, s, rot)
    return group(circle(0, 0, 52, c) + circle(-18, -14, 8, d) + circle(18, -20, 8, d) + circle(4, 16, 8, d) + circle(-24, 20, 7, d), x, y, s, rot)


def headset(head_at, s, c=INK, side=1):
    """A headset on a head: takes Person.head_at."""
    l, r, top = head_at(-92, 8), head_at(92, 8), head_at(0, -136)
    c1, c2 = head_at(-100, -132), head_at(100, -132)
    mic = head_at(side * 34, 84)
    mc = head_at(side * 96, 90)
    e = r if side > 0 else l
    return (path("M%s C%s %s %s" % (pts(*l), pts(*c1), pts(*c2), pts(*r)), None, c, 18 * s)
            + path("M%s Q%s %s" % (pts(*e), pts(*mc), pts(*mic)), None, c, 9 * s) + circle(mic[0], mic[1], 12 * s, c)
            + circle(l[0], l[1], 30 * s, CORAL) + circle(r[0], r[1], 30 * s, CORAL))


def confetti(spots, seed=0):
    """Little hearts, leaves and dots: spots are (x, y, size, rotation)."""
    cols = (CORAL, MOSS, AMBER, TEAL, PLUM, ROSE)
    out = ""
    for i, (x, y, r, rot) in enumerate(spots):
        c = cols[(i + seed) % len(cols)]
        kind = (i + seed) % 3
        out += heart(x, y, r, c, rot) if kind == 0 else leaf(x, y, r / 34, rot, c) if kind == 1 else circle(x, y, r * .6, c)
    return out


# --- wheels ------------------------------------------------------------------
def wheel(x, y, r, tyre=INK, rim=WHITE, squash=.92, spokes=True):
    b = '<ellipse rx="%s" ry="%s" stroke="%s" stroke-width="%s"/>' % (n(r * squash), n(r), tyre, n(r * .14))
    b += '<ellipse rx="%s" ry="%s" stroke="%s" stroke-width="%s"/>' % (n(r * squash * .8), n(r * .8), rim, n(r * .06))
    if spokes:
        d = " ".join("M%s L%s" % (pts(*[v * (squash if i == 0 else 1) for i, v in enumerate(polar(0, 0, r * .78, a))]),
                                  pts(*[v * (squash if i == 0 else 1) for i, v in enumerate(polar(0, 0, r * .78, a + 180))])) for a in (15, 75, 135))
        b += path(d, None, rim, r * .04)
    b += circle(0, 0, r * .13, tyre)
    return group(b, x, y)


class Wheelchair:
    """A chair for a seated Person p facing way (+1 right, -1 left); ground is the floor."""

    def __init__(self, p, way, ground, colour=CORAL, r=128):
        self.p, self.way, self.g, self.c, self.r = p, way, ground, colour, r

    def back(self):
        p, f, s = self.p, self.way, self.p.s
        hx, hy = p.hip()
        bx = hx - f * 92 * s
        out = path("M%s L%s L%s" % (pts(bx - f * 44 * s, hy - 190 * s), pts(bx - f * 6 * s, hy - 188 * s), pts(bx + f * 4 * s, hy + 20 * s)), None, INK, 16 * s)
        out += line(bx - f * 44 * s, hy - 190 * s, bx - f * 20 * s, hy - 189 * s, self.c, 24 * s)
        out += rect(hx - 104 * s, hy - 168 * s, 208 * s, 170 * s, 30 * s, shade(self.c, .86))
        r = self.r * s
        out += group('<ellipse rx="%s" ry="%s" stroke="%s" stroke-width="%s"/>' % (n(r * .86), n(r), shade(INK, 1.25), n(r * .12)), hx + f * 62 * s, self.g - r - 10 * s)
        return out

    def front(self):
        p, f, s = self.p, self.way, self.p.s
        hx, hy = p.hip()
        r = self.r * s
        cx, cy = hx - f * 16 * s, self.g - r + 4 * s
        fx = hx + f * 176 * s
        out = path("M%s L%s L%s" % (pts(hx + f * 60 * s, hy + 30 * s), pts(hx + f * 128 * s, hy + 44 * s), pts(fx - f * 6 * s, self.g - 26 * s)), None, INK, 13 * s)
        out += line(fx - f * 50 * s, self.g - 20 * s, fx + f * 56 * s, self.g - 20 * s, INK, 14 * s)
        out += circle(fx - f * 40 * s, self.g - 12 * s, 24 * s, INK) + circle(fx - f * 40 * s, self.g - 12 * s, 9 * s, WHITE)
        out += path("M%s A%s 0 0 1 %s" % (pts(cx - r * .78, cy - r * .44), pts(r * .92, r * .92), pts(cx + r * .78, cy - r * .44)), None, self.c, 22 * s)
        return out + wheel(cx, cy, r)
