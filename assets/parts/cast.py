"""The people of the stories: the same name looks the same on every page of a message."""
from style import *
from people import Person


def _who(**base):
    def make(x, y, s=1, **kw):
        return Person(x, y, s, **{**base, **kw})
    return make


# good-friend
leo = _who(skin=3, hair="crop", hc=BLACK, top=DEEP, wear="pocket", build="teen", legs=DENIM)
amara = _who(skin=2, hair="long", hc=BROWN, top=CORAL, wear="tee", build="teen", legs=INK)
zofia = _who(skin=0, hair="braids", hc=BLOND, top=PLUM, wear="stripes", trim=LILAC, build="teen", legs=INK)
ravi = _who(skin=2, hair="quiff", hc=BLACK, top=MOSS, wear="band", trim=CREAM, build="teen", legs=INK)
# healthy-feels
mei = _who(skin=0, hair="bob", hc=BLACK, top=CORAL, wear="tee", build="teen", earring=SUN)
jonah = _who(skin=4, hair="buzz", hc="#1B100B", top=AMBER, wear="hoodie", build="teen", glasses=CREAM)
hana = _who(skin=1, top=PLUM, wear="tee", cover=("hijab", TEAL), build="teen", legs=INK)
sam = _who(skin=0, hair="pixie", hc=BROWN, top=CORAL, wear="stripes", trim=CREAM, build="teen", legs=DENIM)
winston = _who(skin=4, hair="buzz", hc=GREY, top=DENIM, wear="jacket", trim=CREAM, build="elder", beard=GREY, cover=("flatcap", INK), age=1, legs=INK)
ivy = _who(skin=2, hair="greywave", hc="#F1EDE6", top=ROSE, wear="cardigan", trim=CREAM, build="elder", age=1, legs=PLUM)
# caring-or-controlling
noor = _who(skin=2, hair="longcurls", hc=BLACK, top=AMBER, wear="tee", build="adult")
beth = _who(skin=0, hair="ponytail", hc=BROWN, top=TEAL, wear="tee", build="teen", legs=INK)
marco = _who(skin=1, hair="quiff", hc=BLACK, top=DENIM, wear="shirt", build="adult", legs=INK)
ben = _who(skin=0, hair="sweep", hc=AUBURN, top=MOSS, wear="jacket", trim=CREAM, beard=AUBURN, build="adult", legs=INK)
kwame = _who(skin=3, hair="buzz", hc=BLACK, top=CORAL, wear="stripes", trim=CREAM, build="adult", legs=INK)
# asking-and-hearing
kemi = _who(skin=4, hair="buzz", hc=BLACK, cover=("headwrap", CORAL), top=AMBER, wear="dots", trim=CORAL, build="adult", earring=SUN)
theo = _who(skin=1, hair="curls", hc=BROWN, top=TEAL, wear="stripes", trim=MINT, build="child", legs=DENIM, shoe=CORAL)
priya = _who(skin=2, hair="plait", hc=BLACK, top=CORAL, wear="tee", build="teen")
callum = _who(skin=0, hair="quiff", hc=AUBURN, top=TEAL, wear="hoodie", build="teen", glasses=True, freckles=True)
lily = _who(skin=0, hair="wavy", hc=BLACK, top=ROSE, wear="heart", trim=CREAM, build="teen", legs=INK)
yusuf = _who(skin=2, hair="crop", hc=BLACK, cover=("cap", CORAL), top=TEAL, wear="band", trim=SUN, build="teen", legs=INK)
# your-phone-your-choice
tariq = _who(skin=2, hair="sweep", hc=BLACK, top=TEAL, wear="hoodie", build="teen", legs=INK)
finn = _who(skin=0, hair="crop", hc=BLOND, top=CORAL, wear="stripes", trim=CREAM, build="teen", legs=INK)
nia = _who(skin=3, hair="cornrows", hc=BLACK, top=CORAL, wear="band", trim=CREAM, build="teen", legs=INK)
jeevan = _who(skin=2, hair="quiff", hc=BLACK, top=DENIM, wear="hoodie", build="teen", glasses=True, legs=INK)
sadia = _who(skin=1, cover=("hijab", CORAL), top=TEAL, wear="lanyard", trim=AMBER, build="adult", legs=INK)
# when-friends-push
idris = _who(skin=3, hair="crop", hc=BLACK, top=AMBER, wear="jacket", trim=WHITE, build="teen", legs=DENIM)
chloe = _who(skin=0, hair="wavy", hc=AUBURN, top=TEAL, wear="tee", build="teen")
maya = _who(skin=2, hair="long", hc=BLACK, top=CORAL, wear="tee", build="teen", legs=DENIM)
mum = _who(skin=3, hair="bun", hc=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="adult", legs=INK, earring=SUN)
# trust-the-feeling
robin = _who(skin=1, hair="curls", hc=BROWN, top=PLUM, wear="tee", build="teen")
kit = _who(skin=0, hair="bob", hc=BLACK, top=AMBER, wear="stripes", trim=CREAM, build="teen", glasses=CORAL)
dev = _who(skin=2, hair="crop", hc=BLACK, top=CORAL, wear="band", trim=WHITE, build="teen", legs=INK, sleeve="short")
coach = _who(skin=0, hair="bob", hc=GREY, top=TEAL, wear="tee", build="adult", legs=INK, age=1)
# telling-someone
ayesha = _who(skin=2, cover=("hijab", ROSE), top=PLUM, wear="tee", build="teen")
okoro = _who(skin=3, hair="buzz", hc=BLACK, top=SKY, wear="tie", trim=CORAL, build="adult", glasses=True)
# help-a-friend
mateus = _who(skin=1, hair="curls", hc=BLACK, top=DENIM, wear="tee", build="teen", legs=INK, shoe=CORAL)
freya = _who(skin=0, hair="ponytail", hc=AUBURN, top=AMBER, wear="knit", trim=CREAM, build="teen", legs=TEAL, shoe=INK, aid=TEAL)
# everyone-has-a-part
singh = _who(skin=2, hair="bald", cover=("turban", CORAL), beard=GREY, hc=GREY, top=DENIM, wear="cardigan", trim=CREAM, build="elder", age=1, legs=INK)
grant = _who(skin=3, hair="greywave", hc=GREY, top=CORAL, wear="lanyard", trim=TEAL, build="adult", glasses=True, age=1, legs=INK)
dad = _who(skin=2, hair="crop", hc=BLACK, beard=BLACK, top=DENIM, wear="apron", trim=CREAM, build="adult")
daughter = _who(skin=2, hair="ponytail", hc=BLACK, top=AMBER, wear="dots", trim=CORAL, build="child")
joan = _who(skin=0, hair="bob", hc=GREY, top=PLUM, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, legs=INK, shoe=CORAL)
