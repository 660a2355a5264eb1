"""ISO 19005-3, 6.2 without its fonts: what is drawn, in which colours."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from PIL import ImageCms

from tests.pdf.conformance.subject import Rule, Subject

_OPERATORS = {
    "b", "B", "b*", "B*", "BDC", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0",
    "d1", "Do", "DP", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "J",
    "j", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S",
    "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ", "TL",
    "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", '"',
}  # fmt: skip
_CMYK = {"K", "k"}
_BLENDS = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten",
    "/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference",
    "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
}  # fmt: skip
_INTENTS = {
    "/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation",
}  # fmt: skip


def operators(subject: Subject) -> Iterator[str]:
    for content in subject.drawn:
        for unknown in {operator for _, operator in content} - _OPERATORS:
            yield f"the operator {unknown}"


def resources(subject: Subject) -> Iterator[str]:
    for each in (*subject.pdf.pages, *subject.forms):
        if "/Resources" not in each:
            yield "a content stream without resources of its own"


def output_intent(subject: Subject) -> Iterator[str]:
    intents = [i for i in subject.pdf.Root.OutputIntents if i.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
        return
    profile = intents[0].DestOutputProfile
    opened = ImageCms.ImageCmsProfile(BytesIO(profile.read_bytes())).profile
    if opened.xcolor_space.strip() != "RGB" or profile.N != 3:
        yield f"an output profile for {opened.xcolor_space}"
    if opened.device_class not in ("mntr", "prtr"):
        yield f"a profile of class {opened.device_class}"


def device_colours(subject: Subject) -> Iterator[str]:
    """Grey and RGB are covered by an RGB output intent; CMYK is not."""
    for content in subject.drawn:
        if _CMYK & {operator for _, operator in content}:
            yield "CMYK colours under an RGB output intent"
        for operands, operator in content:
            if operator in ("cs", "CS"):
                yield f"the colour space {operands[0]}"
    for image in subject.images:
        if image.get("/ColorSpace") not in ("/DeviceGray", "/DeviceRGB"):
            yield f"an image in {image.get('/ColorSpace')}"


def graphics_states(subject: Subject) -> Iterator[str]:
    for dictionary in subject.dictionaries:
        if dictionary.get("/Type") != "/ExtGState":
            continue
        if {"/TR", "/HTP"} & set(dictionary.keys()):
            yield "a transfer function or halftone phase"
        if dictionary.get("/TR2", "/Default") != "/Default":
            yield "a transfer function of its own"
        if str(dictionary.get("/BM", "/Normal")) not in _BLENDS:
            yield f"the blend mode {dictionary.BM}"


def rendering_intents(subject: Subject) -> Iterator[str]:
    for content in subject.drawn:
        for operands, operator in content:
            if operator == "ri" and str(operands[0]) not in _INTENTS:
                yield f"the rendering intent {operands[0]}"


def images(subject: Subject) -> Iterator[str]:
    for image in subject.images:
        if {"/Alternates", "/OPI"} & set(image.keys()):
            yield "an image with alternates"
        if image.get("/Interpolate", False):
            yield "an image to be interpolated"
        if int(image.get("/BitsPerComponent", 8)) not in (1, 2, 4, 8, 16):
            yield f"{image.BitsPerComponent} bits to a colour"
        if image.get("/Filter") == "/JPXDecode":
            yield "JPEG 2000"


def x_objects(subject: Subject) -> Iterator[str]:
    for form in subject.forms:
        if {"/OPI", "/PS", "/Ref"} & set(form.keys()) or "/Subtype2" in form:
            yield "a form that refers to something outside, or to PostScript"
    for stream in subject.streams:
        if stream.get("/Subtype") == "/PS":
            yield "PostScript"


def transparency(subject: Subject) -> Iterator[str]:
    """Blending needs a colour space: the page's group or the output intent."""
    if not subject.pdf.Root.get("/OutputIntents", []):
        yield "transparency without a colour space to blend in"
    for image in subject.images:
        mask = image.get("/SMask")
        if mask is not None and mask.get("/ColorSpace") != "/DeviceGray":
            yield "a soft mask that is not grey"
        if mask is not None and "/SMask" in mask:
            yield "a soft mask with a soft mask"


RULES: dict[str, Rule] = {
    "ISO 19005-3 6.2.2": operators,
    "ISO 19005-3 6.2.2 (resources)": resources,
    "ISO 19005-3 6.2.3": output_intent,
    "ISO 19005-3 6.2.4.3": device_colours,
    "ISO 19005-3 6.2.5": graphics_states,
    "ISO 19005-3 6.2.6": rendering_intents,
    "ISO 19005-3 6.2.8": images,
    "ISO 19005-3 6.2.9": x_objects,
    "ISO 19005-3 6.2.10": transparency,
}
