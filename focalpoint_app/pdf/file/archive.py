"""What makes the file keep for years: metadata, colour, language, data inside.

Written to ISO 19005-3 (PDF/A-3).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFInfo,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from focalpoint_app.document.blocks import Attachment, Document
from focalpoint_app.pdf.file.objects import Objects, flate
from focalpoint_app.pdf.lines.spans import drawable

PRODUCER = "Focal point"
_LONGEST = 2_000  # characters: no string may take more than 32,767 bytes


@dataclass(frozen=True, slots=True)
class Description:
    """The document's own account of itself, the same in both its forms."""

    title: str
    author: str
    subject: str
    language: str
    made: datetime
    creator: str = PRODUCER


def described(document: Document) -> Description:
    made = datetime.now(UTC).replace(microsecond=0)
    texts = (document.title, document.author, document.subject)
    title, author, subject = (drawable(text)[:_LONGEST] for text in texts)
    creator = f"{PRODUCER} {document.stamp}".strip()
    return Description(title, author, subject, document.language, made, creator)


def identity_of(description: Description) -> bytes:
    """What tells this file from any other."""
    return f"{description.title}\n{description.made}\n{uuid4()}".encode()


class Info(PDFInfo):
    """The information dictionary; dates and texts as in the XMP packet."""

    def __init__(self, description: Description) -> None:
        super().__init__()
        self._description = description

    def format(self, document: object) -> bytes:
        about = self._description
        made = PDFString(about.made.strftime("D:%Y%m%d%H%M%S+00'00'"))
        entries = {
            "Title": PDFString(about.title),
            "CreationDate": made,
            "ModDate": made,
            "Producer": PDFString(PRODUCER),
            "Creator": PDFString(about.creator),
        }
        if about.author:
            entries["Author"] = PDFString(about.author)
        if about.subject:
            entries["Subject"] = PDFString(about.subject)
        return bytes(PDFDictionary(entries).format(document))


def add_archive_entries(objects: Objects, description: Description) -> None:
    packet = _xmp(description).encode("utf-8")
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    intent = objects.add(_output_intent(objects))
    objects.catalog.enter(
        {
            "Metadata": PDFStream(PDFDictionary(entries), packet),
            "OutputIntents": PDFArray([intent]),
        }
    )


def _output_intent(objects: Objects) -> PDFDictionary:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": objects.add(flate(profile, N=3)),
        }
    )


def _xmp(about: Description) -> str:
    made = about.made.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title>{_alternatives(about.title)}</dc:title>
{_optional(about)}<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{about.creator}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:MetadataDate>{made}</xmp:MetadataDate>
</rdf:Description>
{_EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


# ISO 19005-3, 6.6.2.3.3: a property that XMP does not know is described in the file.
_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 kept to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def _alternatives(text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return f"<rdf:Alt>{item}</rdf:Alt>"


def _optional(about: Description) -> str:
    lines = ""
    if about.author:
        name = f"<rdf:li>{escape(about.author)}</rdf:li>"
        lines += f"<dc:creator><rdf:Seq>{name}</rdf:Seq></dc:creator>\n"
    if about.subject:
        lines += f"<dc:description>{_alternatives(about.subject)}</dc:description>\n"
    return lines


def add_attachments(
    objects: Objects,
    attachments: Sequence[Attachment],
    made: datetime,
) -> None:
    """Embedded whole, named in the catalogue and listed as associated files."""
    if not attachments:
        return
    files = [(a.name, _file(objects, a, made)) for a in sorted(attachments, key=_name)]
    names = [entry for name, file in files for entry in (PDFString(name), file)]
    tree = PDFDictionary({"Names": PDFArray(names)})
    objects.catalog.enter(
        {
            "Names": PDFDictionary({"EmbeddedFiles": tree}),
            "AF": PDFArray([file for _, file in files]),
        }
    )


def _name(attachment: Attachment) -> str:
    return attachment.name


def _file(
    objects: Objects, attachment: Attachment, made: datetime
) -> PDFObjectReference:
    checksum = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
    parameters = {
        "Size": len(attachment.content),
        "CheckSum": f"<{checksum}>",
        "ModDate": PDFString(made.strftime("D:%Y%m%d%H%M%S+00'00'")),
    }
    stream = flate(
        attachment.content,
        Type=PDFName("EmbeddedFile"),
        # As a PDF writes it: reportlab would escape the escape.
        Subtype=f"/{attachment.media_type.replace('/', '#2F')}",
        Params=PDFDictionary(parameters),
    )
    reference = objects.add(stream)
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(attachment.name),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.description),
            "AFRelationship": PDFName(attachment.relationship),
            "EF": PDFDictionary({"F": reference, "UF": reference}),
        }
    )
    return objects.add(specification)
