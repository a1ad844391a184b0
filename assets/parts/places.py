"""Places and furniture: houses, trees, benches, tables, rooms."""
from style import *
from things import *


def disc(x, y, r, c):
    return circle(x, y, r, c)


def ground(y, c, bump=0):
    """Everything below y; bump lifts the middle."""
    if bump:
        return path("M0 %s Q500 %s 1000 %s V1000 H0Z" % (n(y + bump), n(y - bump), n(y + bump)), c)
    return path("M0 %s H1000 V1000 H0Z" % n(y), c)


def hill(x, y, w, h, c):
    return path("M%s C%s %s %s C%s %s %s V1000 H%sZ" % (
        pts(x - w / 2, y), pts(x - w * .3, y - h * .1), pts(x - w * .2, y - h), pts(x, y - h),
        pts(x + w * .2, y - h), pts(x + w * .3, y - h * .1), pts(x + w / 2, y), n(x - w / 2)), c)


def sun(x, y, r, c=SUN, rays=0, rc=None):
    out = circle(x, y, r, c)
    if rays:
        d = " ".join("M%s L%s" % (pts(*polar(x, y, r * 1.28, a * 360 / rays)), pts(*polar(x, y, r * 1.55, a * 360 / rays))) for a in range(rays))
        out += path(d, None, rc or c, r * .14)
    return out


def tree(x, y, s=1, c=MOSS, trunk=WOOD, round_=True):
    """Stands on y."""
    if round_:
        b = path("M0 0 V-170 M0 -96 L44 -150", None, trunk, 24) + circle(-34, -216, 74, c) + circle(50, -206, 66, c) + circle(10, -272, 76, c)
        b += path("M-46 -232 q10 -26 34 -30 M24 -282 q18 -14 36 -4", None, shade(c, 1.22), 9)
    else:
        b = path("M0 0 V-130", None, trunk, 22) + path("M0 -330 C76 -290 92 -110 0 -92 C-92 -110 -76 -290 0 -330Z", c) + line(0, -100, 0, -200, shade(c, .8), 8)
    return group(b, x, y, s)


def bush(x, y, s=1, c=MOSS):
    return group(path("M-110 0 A56 56 0 0 1 -70 -84 A66 66 0 0 1 56 -88 A52 52 0 0 1 110 0Z", c), x, y, s)


def window(x, y, w, h, glass=SKY, frame=WHITE, inside="", sill=True):
    out = rect(x - w / 2, y - h / 2, w, h, 12, frame) + rect(x - w / 2 + 14, y - h / 2 + 14, w - 28, h - 28, 6, glass) + inside
    out += path("M%s V%s M%s H%s" % (pts(x, y - h / 2 + 10), n(y + h / 2 - 10), pts(x - w / 2 + 10, y), n(x + w / 2 - 10)), None, frame, 10)
    if sill:
        out += rect(x - w / 2 - 16, y + h / 2 - 6, w + 32, 20, 10, shade(frame, .9))
    return out


def house(x, y, w, h, wall=CREAM, roof=CORAL, door=TEAL, glass=SKY, two=True, chimney=True, doorx=.0):
    """Stands on y."""
    l, t = x - w / 2, y - h
    out = ""
    if chimney:
        out += rect(x + w * .2, t - w * .42, w * .13, w * .3, 4, shade(roof, .8))
    out += rect(l, t, w, h + 4, 6, wall)
    out += path("M%s L%s L%sZ" % (pts(l - w * .07, t + 4), pts(x, t - w * .42), pts(l + w * 1.07, t + 4)), roof, roof, 14)
    dw, dh = w * .24, h * .46
    dx = x + doorx * w - dw / 2
    out += path("M%s V%s a%s 0 0 1 %s 0 V%sZ" % (pts(dx, y), n(y - dh + dw / 2), pts(dw / 2, dw / 2), n(dw), n(y)), door)
    out += circle(dx + dw * .76, y - dh * .42, max(3, w * .016), SUN)
    ws = w * .2
    spots = [(-.27, .56), (.27, .56)] if not doorx else [(-doorx, .56)]
    if two:
        spots += [(-.25, .2), (.25, .2)] if not doorx else [(-.22, .2), (.22, .2)]
    for fx, fy in spots:
        wx, wy = x + fx * w - ws / 2, t + fy * h - ws * .3
        out += rect(wx, wy, ws, ws * 1.05, 5, glass) + path("M%s v%s M%s h%s" % (pts(wx + ws / 2, wy), n(ws * 1.05), pts(wx, wy + ws * .52), n(ws)), None, wall, 5)
    return out


def bench_back(x1, x2, seat, s=1, c=WOOD):
    """The backrest and seat, behind the people."""
    d = shade(c, .8)
    out = "".join(rect(x - 11 * s, seat - 190 * s, 22 * s, 330 * s, 10, d) for x in (x1 + 50 * s, x2 - 50 * s))
    out += rect(x1, seat - 190 * s, x2 - x1, 44 * s, 20 * s, c) + rect(x1, seat - 128 * s, x2 - x1, 44 * s, 20 * s, c)
    return out + rect(x1 - 14 * s, seat, x2 - x1 + 28 * s, 40 * s, 18 * s, shade(c, 1.1))


def low_wall(y, h, c, d, top=None):
    """A brick wall right across."""
    out = rect(0, y + 20, 1000, h, 0, c)
    br = ""
    for r in range(3):
        for i in range(7):
            bx, by = 60 + i * 150 + (75 if r % 2 else 0), y + 62 + r * 46
            if by + 24 < y + h and (i + r) % 3 != 1:
                br += "M%s h62" % pts(bx, by)
    return out + path(br, None, d, 20) + rect(-10, y, 1020, 40, 16, top or shade(c, 1.2))


def table(y, c=WOOD, x1=60, x2=940, cloth=None):
    """A table top across the front with its near face."""
    return rect(x1, y, x2 - x1, 36, 18, shade(c, 1.12)) + path("M%s H%s L%s V1000 H%s L%sZ" % (
        pts(x1 + 24, y + 36), n(x2 - 24), pts(x2 - 40, y + 70), n(x1 + 40), pts(x1 + 40, y + 70)), c)


def sofa(x1, x2, seat, c=TEAL, s=1):
    """Behind part; use sofa_front for the near cushion edge."""
    d = shade(c, .86)
    return (rect(x1 + 30 * s, seat - 230 * s, x2 - x1 - 60 * s, 330 * s, 70 * s, c)
            + line((x1 + x2) / 2, seat - 210 * s, (x1 + x2) / 2, seat, d, 8)
            + rect(x1 + 30 * s, seat - 6 * s, x2 - x1 - 60 * s, 110 * s, 34 * s, d)
            + rect(x1 - 34 * s, seat - 110 * s, 120 * s, 260 * s, 56 * s, shade(c, .92)) + rect(x2 - 86 * s, seat - 110 * s, 120 * s, 260 * s, 56 * s, shade(c, .92)))


def doorway(x, y, w, h, frame=WOOD, light=SUN, inside=""):
    """An open doorway standing on y."""
    return (path("M%s V%s a%s 0 0 1 %s 0 V%sZ" % (pts(x - w / 2 - 22, y), n(y - h + w / 2), pts(w / 2 + 22, w / 2 + 22), n(w + 44), n(y)), frame)
            + path("M%s V%s a%s 0 0 1 %s 0 V%sZ" % (pts(x - w / 2, y), n(y - h + w / 2), pts(w / 2, w / 2), n(w), n(y)), light) + inside)


def door_rect(x, y, w, h, frame=WHITE, light=SUN, inside="", leafc=TEAL, hinge=0):
    out = rect(x - w / 2 - 20, y - h - 20, w + 40, h + 20, 10, frame) + rect(x - w / 2, y - h, w, h, 4, light) + inside
    if hinge:
        a = x + hinge * w / 2
        out += path("M%s L%s V%s L%sZ" % (pts(a, y - h), pts(a + hinge * w * .46, y - h + 26), n(y + 26), pts(a, y)), leafc) + circle(a + hinge * w * .36, y - h * .46, 10, SUN)
    return out


def bunting(x1, y1, x2, y2, drop, count=7, cols=(CORAL, AMBER, TEAL, PLUM, MOSS), string=INK, size=34):
    cx, cy = (x1 + x2) / 2, (y1 + y2) / 2 + drop * 2
    out = path("M%s Q%s %s" % (pts(x1, y1), pts(cx, cy), pts(x2, y2)), None, string, 6)
    for i in range(count):
        t = (i + .7) / (count + .4)
        x = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2
        y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2
        c = cols[i % len(cols)]
        out += path("M%s h%s l%sZ" % (pts(x - size * .6, y), n(size * 1.2), pts(-size * .6, size * 1.2)), c, c, 5)
    return out


def lights(x1, y1, x2, y2, drop, count=6, cols=(CORAL, AMBER, WHITE, ROSE), string=INK, r=24):
    cx, cy = (x1 + x2) / 2, (y1 + y2) / 2 + drop * 2
    out = path("M%s Q%s %s" % (pts(x1, y1), pts(cx, cy), pts(x2, y2)), None, string, 5)
    for i in range(count):
        t = (i + .7) / (count + .4)
        x = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2
        y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2
        c = cols[i % len(cols)]
        out += ellipse(x, y + r + 6, r * .86, r, c) + line(x - r * .3, y + 7, x + r * .3, y + 7, string, 7)
    return out


def path_road(x, y, w1, w2, c=CREAM, bend=0):
    """A path coming towards us from (x, y)."""
    return path("M%s C%s %s %s H%s C%s %s %sZ" % (
        pts(x - w1 / 2, y), pts(x - w1 / 2 + bend, y + 90), pts(500 - w2 / 2, y + 120), pts(500 - w2 / 2, 1000), n(500 + w2 / 2),
        pts(500 + w2 / 2, y + 120), pts(x + w1 / 2 + bend, y + 90), pts(x + w1 / 2, y)), c)


def car(x, y, s=1, c=CORAL, flip=False):
    """A small car, side on, wheels on y."""
    b = path("M-190 -34 V-84 C-190 -104 -170 -112 -140 -116 L-96 -186 C-90 -196 -80 -200 -66 -200 H60 C74 -200 84 -194 92 -184 L138 -116 C172 -112 190 -100 190 -76 V-34Z", c, c, 8)
    b += path("M-106 -118 L-74 -176 H-10 V-118Z M14 -118 V-176 H62 L106 -118Z", SKY, SKY, 6) + line(2, -112, 2, -44, shade(c, .84), 6) + line(20, -92, 44, -92, shade(c, .7), 9)
    b += "".join(circle(a, -34, 40, INK) + circle(a, -34, 17, CREAM) for a in (-112, 112)) + circle(178, -82, 11, SUN)
    return group(b, x, y, s, flip=flip)


def shop(x, y, w, h, wall=CREAM, awning=(CORAL, WHITE), door=TEAL):
    """A small shop front standing on y."""
    l, t = x - w / 2, y - h
    out = rect(l, t, w, h, 10, wall)
    out += rect(l + w * .07, t + h * .36, w * .5, h * .42, 10, SKY) + rect(l + w * .64, t + h * .36, w * .28, h * .64, 8, door) + rect(l + w * .69, t + h * .42, w * .18, h * .26, 6, SKY) + circle(l + w * .69, t + h * .76, 8, SUN)
    out += "".join(circle(l + w * (.16 + i * .1), t + h * .71, w * .042, c) for i, c in enumerate((AMBER, CORAL, MOSS, AMBER)))
    out += rect(l + w * .05, t + h * .76, w * .54, h * .05, 6, shade(wall, .85))
    k = 6
    sw = (w + 40) / k
    for i in range(k):
        out += path("M%s h%s v%s a%s 0 0 1 %s 0Z" % (pts(l - 20 + i * sw, t + h * .12), n(sw), n(h * .16), pts(sw / 2, sw / 2), n(-sw)), awning[i % 2])
    return out + rect(l - 26, t + h * .06, w + 52, h * .09, 10, shade(awning[0], .85))


def armchair(x, seat, s=1, c=CORAL):
    d = shade(c, .88)
    return group(rect(-150, -270, 300, 400, 90, c) + rect(-130, -10, 260, 110, 30, d), x, seat, s)


def armchair_arms(x, seat, s=1, c=CORAL):
    d = shade(c, .94)
    return group(rect(-206, -90, 92, 260, 44, d) + rect(114, -90, 92, 260, 44, d), x, seat, s)


def pram(x, y, s=1, c=PLUM, flip=False):
    """Wheels on y; the handle is at the left (-150, -190)."""
    b = path("M-150 -190 L-112 -190 L-60 -96", None, INK, 13)
    b += path("M-96 -150 H110 C110 -70 70 -44 4 -44 C-62 -44 -96 -80 -96 -150Z", c) + path("M10 -150 V-246 A100 100 0 0 1 110 -150Z", shade(c, 1.25))
    b += path("M-40 -44 L-60 -24 M50 -44 L66 -24", None, INK, 12) + "".join(circle(a, -30, 30, None, INK, 12) + circle(a, -30, 8, INK) for a in (-62, 68))
    return group(b, x, y, s, flip=flip)


def scooter(x, y, s=1, c=CORAL, flip=False):
    """Wheels on y, handle at (74, -176)."""
    b = path("M-96 -28 H66 L48 -176 M20 -176 H80", None, c, 15) + "".join(circle(a, -22, 22, INK) + circle(a, -22, 7, WHITE) for a in (-100, 78))
    return group(b, x, y, s, flip=flip)
