"""Phone numbers against libphonenumber (python3-phonenumbers): its example numbers of every region and
kind, written in every way that it knows, must become the E.164 form that it gives."""

import sys

import phonenumbers
from phonenumbers import PhoneNumberFormat as Format
from phonenumbers import PhoneNumberType as Kind

from ask import ask, require

KINDS = [Kind.FIXED_LINE, Kind.MOBILE, Kind.TOLL_FREE, Kind.PREMIUM_RATE, Kind.SHARED_COST, Kind.VOIP,
         Kind.PERSONAL_NUMBER, Kind.UAN]


def examples():
    """(region, number) of every region and kind that has an example, each once."""
    seen = set()
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in KINDS:
            number = phonenumbers.example_number_for_type(region, kind)
            if number is None:
                continue
            e164 = phonenumbers.format_number(number, Format.E164)
            if (region, e164) not in seen:
                seen.add((region, e164))
                yield region, kind, number, e164


def main() -> int:
    forms = {
        "E.164": lambda number, region: phonenumbers.format_number(number, Format.E164),
        "international": lambda number, region: phonenumbers.format_number(number, Format.INTERNATIONAL),
        "tel URI": lambda number, region: phonenumbers.format_number(number, Format.RFC3966),
        "national": lambda number, region: phonenumbers.format_number(number, Format.NATIONAL),
        "from Germany": lambda number, region: phonenumbers.format_out_of_country_calling_number(number, "DE"),
        "from the United States": lambda number, region: phonenumbers.format_out_of_country_calling_number(number, "US"),
    }
    contexts = {"from Germany": "DE", "from the United States": "US"}
    good = True
    numbers = list(examples())
    for name, form in forms.items():
        cases = []
        for region, _, number, e164 in numbers:
            context = contexts.get(name, region)
            # A number as the caller dials it at home says nothing about another country.
            if name.startswith("from") and number.country_code == phonenumbers.country_code_for_region(context):
                continue
            cases.append((f"{context}\t{form(number, region)}", e164))
        answers = ask("phone", [asked for asked, _ in cases])
        good &= require(name, [(asked, e164, came) for (asked, e164), came in zip(cases, answers)],
                        0.999)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
