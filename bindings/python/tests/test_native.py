"""The transcript of referee.h is complete and says the same as the header."""

import ctypes
import pathlib
import re

from referee import _native

HEADER = pathlib.Path(__file__).parents[3] / "include/referee/referee.h"
TEXT = re.sub(r"/\*.*?\*/", "", HEADER.read_text(), flags=re.S)


def test_every_function_of_the_header_is_declared_with_its_parameters():
    declared = dict(re.findall(r"REFEREE_API\b[^;]*?\breferee_(\w+)\s*\(([^;]*)\);", TEXT))
    assert len(declared) > 80
    for name, parameters in declared.items():
        function = getattr(_native, name)
        # A function pointer's own parameters are not ours.
        parameters = re.sub(r"\(\*\w+\)\([^)]*\)", "", parameters)
        count = 0 if parameters.strip() == "void" else parameters.count(",") + 1
        assert len(function.argtypes) == count, name


def test_the_options_have_the_fields_of_the_header_in_its_order():
    body = re.search(r"typedef struct referee_call_options \{(.*?)\}", TEXT, flags=re.S)[1]
    fields = re.findall(r"(\w+);", body)
    assert fields == [name for name, _ in _native.CallOptions._fields_]
    assert ctypes.sizeof(_native.CallOptions) % ctypes.alignment(_native.CallOptions) == 0


def test_the_version_of_the_bindings_is_that_of_the_header():
    major = int(re.search(r"VERSION_MAJOR (\d+)", TEXT)[1])
    minor = int(re.search(r"VERSION_MINOR (\d+)", TEXT)[1])
    assert (major, minor) == _native.HEADER_VERSION
