"""Hosts against Python's punycode: labels in any script become A-labels."""

import sys
import unicodedata

from ask import ask, require

LABELS = """münchen bücher straße köln żółw čeština ελλάδα россия москва український עברית العربية فارسی ह\u093fन\u094dद\u0940
ব\u09be\u0982ল\u09be தம\u0bbfழ\u0bcd ไทย 中文 公司 网络 香港 日本語 例え ドメイン 한국어 português français español türkiye ısparta
gårdshuset smørrebrød þórshöfn łódź đakovo ñandú a-ü-b xn--mnchen-3ya plain 123ü ü1 ｆｕｌｌｗｉｄｔｈ Ünïcödé BÜCHER
\U0001F600 i\u2764you""".split()
SUFFIXES = ["de", "co.uk", "рф", "香港", "公司.香港", "个人.hk", "example"]


def a_label(label: str) -> str:
    label = unicodedata.normalize("NFKC", "".join(c.lower() for c in label))
    return label if label.isascii() else "xn--" + label.encode("punycode").decode()


def main() -> int:
    hosts = [f"{label}.{suffix}" for label in LABELS for suffix in SUFFIXES]
    expected = [".".join(a_label(label) for label in host.split(".")) for host in hosts]
    good = require("hosts", list(zip(hosts, expected, ask("host", hosts))), 1)
    # The registrable domain of a host does not depend on how its labels are written.
    good &= require("domains", list(zip(hosts, ask("domain", expected), ask("domain", ask("host", hosts)))), 1)
    wide = [host.replace(".", "\u3002") for host in hosts]
    good &= require("wide stops", list(zip(wide, expected, ask("host", wide))), 1)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
