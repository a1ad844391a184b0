"""Colours, number formatting and the smallest SVG helpers shared by every part."""
import math

# --- palette -----------------------------------------------------------------
DEEP, INK, TEAL = "#0B4F4A", "#12343B", "#0F766E"
MINT, CREAM, WHITE = "#CFE8E3", "#FFF7EA", "#FFFFFF"
SUN, PEACH, CORAL = "#FFD98A", "#F6B7A6", "#C8553D"
SKY, LEAF, LILAC = "#B9DDF0", "#CDE5B5", "#DCCBF0"
# mid tones for clothes and wood, taken from the same families
AMBER, ROSE, DENIM = "#E9A93C", "#E58F7A", "#3F6F8F"
PLUM, MOSS, WOOD = "#7A5C9E", "#6E9A57", "#A8683A"

SKIN = ["#F1C9A5", "#DDA77B", "#C68642", "#8D5524", "#5C3A21"]
BLACK, BROWN, AUBURN, GREY, BLOND = "#2B1B12", "#3B2314", "#7A3E1D", "#B9B4AE", "#D9A441"


def shade(colour, k):
    """Darken (k < 1) or lighten towards white (k > 1) a #rrggbb colour."""
    rgb = [int(colour[i:i + 2], 16) for i in (1, 3, 5)]
    if k <= 1:
        rgb = [v * k for v in rgb]
    else:
        rgb = [v + (255 - v) * (k - 1) for v in rgb]
    return "#%02X%02X%02X" % tuple(int(round(v)) for v in rgb)


def mix(a, b, t):
    """Colour a fraction t of the way from a to b."""
    ca = [int(a[i:i + 2], 16) for i in (1, 3, 5)]
    cb = [int(b[i:i + 2], 16) for i in (1, 3, 5)]
    return "#%02X%02X%02X" % tuple(int(round(x + (y - x) * t)) for x, y in zip(ca, cb))


# --- numbers and elements ----------------------------------------------------
_places = None


def fine(places):
    """From now on this many decimals everywhere: what moves slowly in a film would tremble on whole numbers."""
    global _places
    _places = places


def n(v):
    """Shortest text of a coordinate: whole numbers, with one decimal below 20."""
    if _places is not None:
        s = ("%.*f" % (_places, v)).rstrip("0").rstrip(".")
    else:
        s = "%.0f" % v if abs(v) >= 20 else "%.1f" % v
        s = s[:-2] if s.endswith(".0") else s
    return "0" if s == "-0" else s


def pts(*xy):
    return " ".join(n(v) for v in xy)


def path(d, fill=None, stroke=None, w=None, **kw):
    a = ' d="%s"' % d
    if fill:  # the picture itself says fill="none"
        a += ' fill="%s"' % fill
    if stroke:
        a += ' stroke="%s" stroke-width="%s"' % (stroke, n(w))
    return "<path%s%s/>" % (a, _extra(kw))


def spots(where, r, colour, wide=0):
    """Several equal dots (or short bars, wide > 0) in one element."""
    return path(" ".join("M%sh%s" % (pts(x - wide / 2, y), n(wide or .1)) for x, y in where), None, colour, r * 2)


def line(x1, y1, x2, y2, stroke, w, **kw):
    return path("M%s L%s" % (pts(x1, y1), pts(x2, y2)), None, stroke, w, **kw)


def circle(x, y, r, fill=None, stroke=None, w=None, **kw):
    a = ' cx="%s" cy="%s" r="%s"' % (n(x), n(y), n(r))
    if fill:
        a += ' fill="%s"' % fill
    if stroke:
        a += ' stroke="%s" stroke-width="%s"' % (stroke, n(w))
    return "<circle%s%s/>" % (a, _extra(kw))


def ellipse(x, y, rx, ry, fill, **kw):
    return '<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"%s/>' % (
        n(x), n(y), n(rx), n(ry), fill, _extra(kw))


def rect(x, y, w, h, r, fill, **kw):
    return '<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="%s"%s/>' % (
        n(x), n(y), n(w), n(h), n(r), fill, _extra(kw))


def group(body, x=0, y=0, s=1, rot=0, flip=False, **kw):
    """Wrap body in a translate / rotate / scale group."""
    t = []
    if x or y:
        t.append("translate(%s)" % pts(x, y))
    if rot:
        t.append("rotate(%s)" % n(rot))
    if flip:
        t.append("scale(%s %s)" % (("%.3f" % -s).rstrip("0").rstrip("."), ("%.3f" % s).rstrip("0").rstrip(".")))
    elif s != 1:
        t.append("scale(%s)" % ("%.3f" % s).rstrip("0").rstrip("."))
    a = ' transform="%s"' % " ".join(t) if t else ""
    return "<g%s%s>%s</g>" % (a, _extra(kw), body)


def _extra(kw):
    return "".join(' %s="%s"' % (k.replace("_", "-"), n(v) if isinstance(v, (int, float)) and k != "opacity" else v)
                   for k, v in sorted(kw.items()))


def polar(x, y, r, deg):
    a = math.radians(deg)
    return x + r * math.cos(a), y + r * math.sin(a)


# --- one picture -------------------------------------------------------------
class Picture:
    """A 1000 x 1000 picture: a soft background shape, with the scene clipped to it."""

    def __init__(self, name, colour, shape="circle", edge=CREAM):
        self.name, self.colour, self.shape, self.edge = name, colour, shape, edge
        self.inside, self.outside = [], []

    def add(self, *parts):
        self.inside.extend(parts)

    def over(self, *parts):
        """Parts drawn last and not clipped."""
        self.outside.extend(parts)

    def svg(self):
        d = SHAPES[self.shape]
        cid = self.name + "-c"
        out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" fill="none" '
               'stroke-linecap="round" stroke-linejoin="round">',
               '<defs><clipPath id="%s"><path d="%s"/></clipPath></defs>' % (cid, d)]
        if self.edge:
            out.append(path(d, self.edge, self.edge, 22))
        out.append('<g clip-path="url(#%s)">' % cid)
        out.append(path(d, self.colour))
        out.extend(self.inside)
        out.append("</g>")
        out.extend(self.outside)
        out.append("</svg>")
        return "\n".join(p for p in out if p) + "\n"


SHAPES = {
    "circle": "M500 36 A464 464 0 1 1 499 36Z",
    # a soft square: a little more room for the pages inside a message
    "soft": "M36 500 C36 128 128 36 500 36 C872 36 964 128 964 500 C964 872 872 964 500 964 C128 964 36 872 36 500Z",
}
