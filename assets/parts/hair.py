"""Hair and head coverings.  Each style returns (behind, front) in head coordinates:
the face centre is 0,0, the skull reaches x +-84, y -104 to 92.  `k` is the turn of
the head, -1 (to the left) to 1 (to the right)."""
from style import *

CAP = "M-91 4 C-104 -82 -62 -128 0 -128 C62 -128 104 -82 91 4 "


def crop(c, k):
    # the sides end inside the face: between a point beside it and the ear, what is behind would show
    d = CAP + "L82 4 C82 -22 78 -42 68 -56 C%s %s %s -56 C-78 -42 -82 -22 -82 4 L-91 4Z" % (
        pts(34 + k * 14, -44), pts(-34 + k * 14, -44), n(-68))
    return "", path(d, c)


def sweep(c, k):
    f = 1 if k >= 0 else -1
    d = ("M-90 8 C-106 -84 -62 -134 2 -132 C66 -132 108 -88 90 8 C88 -20 82 -34 72 -48 "
         "C40 -40 -6 -50 -34 -80 C-40 -58 -58 -40 -74 -34 C-82 -22 -87 -8 -90 8Z")
    return "", group(path(d, c), flip=f < 0)


def quiff(c, k):
    f = 1 if k >= 0 else -1
    d = ("M-88 6 C-96 -40 -92 -76 -70 -100 C-60 -138 20 -152 78 -120 C98 -106 102 -78 88 6 "
         "C86 -22 80 -40 70 -52 C30 -36 -30 -40 -62 -62 C-78 -44 -84 -22 -88 6Z")
    return "", group(path(d, c), flip=f < 0)


def buzz(c, k):
    d = "M-85 -8 C-92 -76 -56 -114 0 -114 C56 -114 92 -76 85 -8 C82 -30 76 -46 64 -58 C%s %s -64 -58 C-76 -46 -82 -30 -85 -8Z" % (
        pts(32, -66), pts(-32, -66))
    return "", path(d, c)


def afro(c, k):
    back = circle(0, -44, 136, c) + circle(-96, 2, 58, c) + circle(96, 2, 58, c)
    front = path("M-88 -6 C-92 -84 -50 -116 0 -116 C50 -116 92 -84 88 -6 C80 -46 %s %s 0 -58 C%s %s -80 -46 -88 -6Z" % (
        n(52 + k * 8), "-62", n(-52 + k * 8), "-62"), c)
    return back, front


def curls(c, k):
    spots = [(-88, -12, 30), (-94, -56, 34), (-66, -98, 38), (-18, -120, 40), (34, -116, 40), (76, -88, 36), (96, -44, 32), (88, -6, 26)]
    back = "".join(circle(x, y, r, c) for x, y, r in spots)
    back += ellipse(0, -64, 92, 78, c)
    front = path("M-86 -30 C-84 -96 -50 -112 0 -112 C50 -112 84 -96 86 -30 C70 -60 40 -66 0 -66 C-40 -66 -70 -60 -86 -30Z", c)
    front += "".join(circle(x + k * 8, y, r, c) for x, y, r in [(-58, -66, 30), (-20, -78, 32), (24, -78, 32), (60, -64, 28)])
    return back, front


def longcurls(c, k):
    back = "".join(circle(x, y, r, c) for x, y, r in [
        (0, -62, 104), (-96, -18, 44), (96, -18, 44), (-108, 44, 46), (108, 44, 46), (-100, 104, 44), (100, 104, 44),
        (-56, 120, 50), (56, 120, 50)])
    back += ellipse(0, 64, 96, 84, c)
    front = path("M-90 0 C-98 -80 -60 -120 0 -122 C60 -120 98 -80 90 0 C82 -30 66 -56 %s C%s -58 -74 -36 -90 0Z" % (
        pts(18 + k * 10, -76), pts(-10 + k * 10, -62)), c)
    return back, front


def bob(c, k):
    back = path("M-98 62 C-116 -80 -76 -134 0 -134 C76 -134 116 -80 98 62 C96 96 70 100 52 96 L-52 96 C-70 100 -96 96 -98 62Z", c)
    front = path("M-92 30 C-106 -84 -62 -128 0 -128 C62 -128 106 -84 92 30 C84 -6 76 -30 62 -52 C%s -26 -46 -22 -64 -44 C-78 -22 -86 2 -92 30Z"
                 % pts(30 + k * 10, -30), c)
    return back, front


def long(c, k):
    back = path("M-96 -10 C-110 -90 -66 -134 0 -134 C66 -134 110 -90 96 -10 C98 60 122 120 112 190 C70 214 -70 214 -112 190 C-122 120 -98 60 -96 -10Z", c)
    p = 10 + k * 16
    front = path("M-97 62 L-91 34 C-110 -84 -62 -128 0 -128 C62 -128 110 -84 91 44 C92 -4 74 -50 %s C%s -71 -6 -71 34 L-78 66Z"
                 % (pts(p, -84), pts(-44, -62)), c)
    return back, front


def wavy(c, k):
    """Shoulder-length, side parting."""
    f = k >= 0
    back = path("M-98 -6 C-112 -92 -64 -136 0 -136 C64 -136 112 -92 98 -6 C124 30 92 60 112 96 C122 134 86 152 54 138 L-54 138 C-86 152 -122 134 -112 96 C-92 60 -124 30 -98 -6Z", c)
    front = path("M-92 40 C-110 -84 -62 -128 0 -128 C62 -128 106 -84 92 22 C86 -10 80 -30 66 -46 C24 -40 -16 -58 -36 -84 C-48 -40 -82 -20 -92 40Z", c)
    return back, group(front, flip=not f)


def braids(c, k, tie=CORAL):
    back = ""
    for s in (-1, 1):
        for i, (x, y) in enumerate([(96, 34), (104, 78), (106, 122), (104, 162)]):
            back += ellipse(s * x, y, 24 - i * 1.5, 28, c)
        back += rect(s * 103 - 15, 182, 30, 14, 7, tie) + path("M%s L%s L%sZ" % (pts(s * 103, 194), pts(s * 103 - 15, 222), pts(s * 103 + 15, 222)), c, c, 6)
    front = path(CAP + "C86 -26 70 -52 %s C%s -70 -44 -91 4Z" % (pts(k * 16, -88), pts(-40 + k * 10, -60)), c)
    return back, front


def cornrows(c, k, tie=SUN):
    """Close rows and a few thin braids to the shoulder."""
    back = path("M-94 0 C-104 -84 -62 -130 0 -130 C62 -130 104 -84 94 0 L94 30 L-94 30Z", c)
    for s in (-1, 1):
        for i, x in enumerate((66, 84, 102)):
            back += line(s * x * .92, 0, s * x, 150 - i * 14, c, 18) + line(s * x, 132 - i * 14, s * x, 138 - i * 14, tie, 18)
    front = path(CAP + "C84 -26 76 -46 66 -58 C%s -70 -66 -58 C-76 -46 -84 -26 -91 4Z" % pts(0, -84), c)
    hi = shade(c, 1.18)
    for x in (-44, 0, 44):
        front += path("M%s Q%s %s" % (pts(x * .9 + k * 8, -72), pts(x * 1.1, -104), pts(x * .9, -122)), None, hi, 5)
    return back, front


def puffs(c, k, tie=SUN):
    back = circle(-78, -108, 50, c) + circle(78, -108, 50, c)
    front = path(CAP + "C86 -26 74 -52 %s C%s -74 -52 -91 4Z" % (pts(k * 12, -80), pts(-6 + k * 10, -78)), c)
    front += line(-64, -92, -46, -104, tie, 14) + line(64, -92, 46, -104, tie, 14)
    return back, front


def bun(c, k):
    back = circle(-k * 10, -140, 46, c) + ellipse(0, -20, 94, 96, c)
    front = path(CAP + "C84 -30 66 -60 %s C%s -66 -58 -91 4Z" % (pts(20 + k * 14, -76), pts(-20 + k * 14, -74)), c)
    return back, front


def lowbun(c, k):
    s = -1 if k >= 0 else 1
    back = circle(s * 74, 70, 44, c) + ellipse(0, -14, 95, 92, c)
    front = path("M-91 20 C-106 -82 -62 -128 0 -128 C62 -128 106 -82 91 20 C86 -20 66 -54 %s C%s -70 -30 -91 20Z"
                 % (pts(s * 18, -88), pts(s * 18 - 40, -62)), c)
    return back, front


def ponytail(c, k):
    s = -1 if k >= 0 else 1
    back = path("M%s C%s %s %s C%s %s %sZ" % (
        pts(s * 60, -100), pts(s * 150, -120), pts(s * 160, 0), pts(s * 118, 92),
        pts(s * 116, 40), pts(s * 100, 0), pts(s * 60, -30)), c) + ellipse(0, -30, 92, 92, c)
    front = path(CAP + "C84 -30 70 -54 %s C%s -70 -44 -91 4Z" % (pts(26 + k * 8, -84), pts(-30 + k * 8, -66)), c)
    front += line(s * 76, -86, s * 64, -98, CORAL, 14)
    return back, front


def locs(c, k):
    back = path("M-92 10 C-106 -90 -62 -132 0 -132 C62 -132 106 -90 92 10Z", c)
    for x, y in [(-104, 84), (-84, 112), (-62, 122), (62, 122), (84, 112), (104, 84)]:
        back += path("M%s Q%s %s" % (pts(x * .8, -20), pts(x * 1.06, 30), pts(x, y)), None, c, 26)
    front = path("M-94 20 C-106 -82 -62 -132 0 -132 C62 -132 106 -82 94 20 C88 -20 80 -40 64 -62 C%s -84 -64 -60 C-80 -40 -88 -20 -94 20Z" % pts(0, -84), c)
    front += path("M-54 -64 Q-52 -98 -30 -116 M%s Q%s 0 -118 M54 -64 Q52 -98 30 -116" % (pts(k * 6, -74), pts(k * 4, -100)), None, shade(c, 1.2), 5)
    return back, front


def pixie(c, k):
    d = ("M-88 24 C-108 -80 -64 -132 0 -132 C64 -132 108 -80 88 24 C88 -4 84 -24 74 -40 C62 -34 50 -34 38 -40 "
         "C26 -32 8 -32 -4 -42 C-20 -34 -40 -36 -50 -46 C-58 -36 -66 -32 -74 -34 C-82 -14 -86 2 -88 24Z")
    return "", group(path(d, c), flip=k < 0)


def bald(c, k):
    return "", ""


def fringe_bald(c, k):
    """Bald on top, hair at the sides."""
    back = ellipse(-84, -4, 22, 38, c) + ellipse(84, -4, 22, 38, c)
    return back, ""


def greywave(c, k):
    back = ellipse(0, -26, 104, 102, c) + circle(-88, 34, 34, c) + circle(88, 34, 34, c)
    front = path("M-94 30 C-112 -78 -68 -130 0 -130 C68 -130 112 -78 94 30 C98 0 86 -30 70 -48 C48 -74 16 -74 -6 -58 C-26 -74 -58 -60 -70 -36 C-88 -24 -96 2 -94 30Z", c)
    return back, group(front, flip=k < 0)


def plait(c, k, tie=CORAL):
    """One long plait over the shoulder (on the side away from the turn)."""
    s = -1 if k >= 0 else 1
    back = ellipse(0, -20, 94, 94, c)
    front = path("M-91 16 C-106 -82 -62 -128 0 -128 C62 -128 106 -82 91 16 C86 -20 66 -50 %s C%s -66 -34 -91 16Z"
                 % (pts(14 * -s, -86), pts(14 * -s - 40 , -62)), c)
    tail = ""
    for i, (x, y) in enumerate([(80, 62), (86, 104), (84, 146), (78, 186)]):
        tail += ellipse(s * x, y, 26 - i * 2, 30, c)
    tail += rect(s * 74 - 14, 206, 28, 14, 7, tie) + path("M%s L%s L%sZ" % (pts(s * 74, 222), pts(s * 74 - 12, 250), pts(s * 74 + 12, 250)), c, c, 6)
    return back, front + tail


STYLES = {f.__name__: f for f in (
    crop, sweep, quiff, buzz, afro, curls, longcurls, bob, long, wavy, braids, cornrows, puffs, bun, lowbun,
    ponytail, locs, pixie, plait, bald, fringe_bald, greywave)}


OVER_EARS = {"long"}  # styles that lie over the ears


# --- coverings (drawn with the head, over the top of the body) ---------------
def hijab(c, k, skin):
    """Returns (behind, whole head cover with the face opening)."""
    dark = shade(c, .88)
    drape = path("M-96 20 C-100 74 -84 96 -70 112 C-112 128 -128 158 -122 206 C-60 236 60 236 122 206 C128 158 112 128 70 112 C84 96 100 74 96 20Z", c)
    fold = path("M%s C-30 132 34 134 %s" % (pts(-78, 96), pts(96, 148)), None, dark, 7)
    cap = path("M-100 10 C-110 -88 -62 -134 0 -134 C62 -134 110 -88 100 10 C100 72 58 118 0 118 C-58 118 -100 72 -100 10Z", c)
    face = path("M%s C%s %s %s C%s %s %s C%s %s %s C%s %s %sZ" % tuple(
        pts(x + k * 12, y) for x, y in [(-70, -2), (-70, -56), (-42, -82), (0, -82), (42, -82), (70, -56), (70, -2),
                                         (70, 48), (38, 90), (0, 90), (-38, 90), (-70, 48), (-70, -2)]), skin)
    return "", drape + fold + cap + face


def turban(c, k):
    d = shade(c, .86)
    return (path("M-98 -18 C-124 -110 -64 -164 0 -164 C64 -164 124 -110 98 -18 C84 -50 40 -70 %s C-40 -70 -84 -50 -98 -18Z" % pts(0, -84), c)
            + path("M%s C-52 -92 -30 -78 %s M%s C64 -104 30 -86 %s M-52 -142 C-16 -136 26 -112 %s" % (
                pts(-102, -62), pts(0, -86), pts(102, -62), pts(0, -86), pts(64, -66)), None, d, 6))


def beanie(c, k):
    return (path("M-92 -34 C-98 -112 -52 -146 0 -146 C52 -146 98 -112 92 -34Z", c)
            + rect(-98, -62, 196, 44, 20, shade(c, .86)))


def cap(c, k):
    f = -1 if k < 0 else 1
    return group(path("M-90 -36 C-96 -106 -50 -134 0 -134 C52 -134 94 -106 90 -40Z", c)
                 + path("M-92 -34 C-30 -62 60 -62 134 -30 C138 -18 128 -16 118 -18 C60 -36 -30 -38 -92 -34Z", shade(c, .84)), flip=f < 0)


def headwrap(c, k):
    d = shade(c, .84)
    return (circle(k * 6, -146, 46, d) + path("M%s q-34 10 -40 40 M%s q34 10 40 40" % (pts(k * 6 - 6, -176), pts(k * 6 + 6, -176)), None, c, 8)
            + path("M-96 -24 C-112 -100 -64 -142 0 -142 C64 -142 112 -100 96 -24 C80 -52 %s C%s -80 -52 -96 -24Z" % (pts(48, -66, k * 8, -66), pts(-48, -66)), c)
            + path("M%s C-40 -104 20 -96 %s M%s C40 -124 0 -104 %s" % (pts(-96, -58), pts(74, -58), pts(88, -86), pts(-30, -82)), None, SUN, 7))


def flatcap(c, k):
    f = -1 if k < 0 else 1
    return group(path("M-94 -30 C-104 -96 -60 -132 10 -132 C84 -132 112 -92 106 -46 C60 -56 -20 -54 -94 -30Z", c)
                 + path("M-40 -48 C10 -58 90 -60 118 -36 C122 -24 108 -20 92 -24 C50 -36 0 -40 -40 -48Z", shade(c, .8)), flip=f < 0)
