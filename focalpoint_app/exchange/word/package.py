"""The parts of a .docx around its body, and the zip that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from focalpoint_app.domain.consultation import Request
from focalpoint_app.exchange.frame import Frame, shown
from focalpoint_app.exchange.request_digest import request_digest
from focalpoint_app.exchange.word.anchors import NAMESPACE, PROPERTY
from focalpoint_app.exchange.word.markup import Script
from focalpoint_app.exchange.word.styles import W, styles_xml
from focalpoint_app.exchange.zipping import zipped

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}/relationships"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' mc:Ignorable="w14"'
)
_TYPES = {
    "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
    "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "/word/header1.xml": f"{_WORD_TYPE}.header+xml",
    "/word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
    "/customXml/itemProps1.xml": f"{_OFFICE_TYPE}.customXmlProperties+xml",
    "/docProps/custom.xml": f"{_OFFICE_TYPE}.custom-properties+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_ITEM = "{6F0C9A52-4B1D-4E7A-9D5E-2C8B7A1F3E60}"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def package(request: Request, frame: Frame, body: str) -> bytes:
    """The same request gives the same bytes."""
    script = Script(request.language)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "officeDocument": "word/document.xml",
                "custom-properties": "docProps/custom.xml",
            },
            core="docProps/core.xml",
        ),
        "word/document.xml": _document(body, script),
        "word/_rels/document.xml.rels": _relations(
            {
                "styles": "styles.xml",
                "settings": "settings.xml",
                "header": "header1.xml",
                "footer": "footer1.xml",
                "customXml": "../customXml/item1.xml",
            }
        ),
        "word/styles.xml": styles_xml(request.language, is_rtl=script.is_rtl),
        "word/settings.xml": _settings(request),
        "word/header1.xml": _edge("hdr", _header(request, script)),
        "word/footer1.xml": _edge("ftr", _footer(frame, script)),
        "docProps/core.xml": _core(frame),
        "docProps/custom.xml": _custom(request),
        **_identity(request),
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in _TYPES.items()
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, str], core: str = "") -> str:
    lines = [
        (f"{_OFFICE}/relationships/{kind}", target) for kind, target in targets.items()
    ]
    if core:
        lines.append((f"{_PACKAGE}/relationships/metadata/core-properties", core))
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(lines, start=1)
        )
        + "</Relationships>"
    )


def _document(body: str, script: Script) -> str:
    return (
        f"{HEAD}<w:document {_SPACES}><w:body>{body}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134"'
        ' w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
        f"{'<w:bidi/>' if script.is_rtl else ''}</w:sectPr></w:body></w:document>"
    )


def _settings(request: Request) -> str:
    """Changes are tracked where a draft is changed: then each has its author."""
    drafted = any(each.draft for each in request.questions)
    return (
        f'{HEAD}<w:settings xmlns:w="{W}">{"<w:trackRevisions/>" if drafted else ""}'
        '<w:defaultTabStop w:val="567"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="14"/></w:compat></w:settings>'
    )


def _edge(kind: str, paragraphs: str) -> str:
    return f"{HEAD}<w:{kind} {_SPACES}>{paragraphs}</w:{kind}>"


def _header(request: Request, script: Script) -> str:
    """The marking stands on every page."""
    return script.paragraph(script.runs(shown(request.register.marking)), "FPFoot")


def _footer(frame: Frame, script: Script) -> str:
    pages = script.runs("").join(
        f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        f"{between}"
        for field, between in (("PAGE", "<w:r><w:t>/</w:t></w:r>"), ("NUMPAGES", ""))
    )
    reference = script.paragraph(script.runs(frame.reference), "FPFoot")
    side = "right" if script.is_rtl else "left"
    look = f'<w:pStyle w:val="FPFoot"/><w:bidi w:val="0"/><w:jc w:val="{side}"/>'
    return f"{reference}<w:p><w:pPr>{look}</w:pPr>{pages}</w:p>"


def _core(frame: Frame) -> str:
    return (
        f"{HEAD}<cp:coreProperties"
        f' xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(frame.title)}</dc:title>"
        f"<dc:language>{frame.language}</dc:language></cp:coreProperties>"
    )


def _custom(request: Request) -> str:
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes"><property fmtid="{_FORMAT}" pid="2"'
        f' name="{PROPERTY}"><vt:lpwstr>{escape(request.id)}</vt:lpwstr></property>'
        "</Properties>"
    )


def _identity(request: Request) -> dict[str, str]:
    """Which request it is and what was asked then, where no reader sees it."""
    facts = {
        "id": request.id,
        "review": request.review,
        "round": request.round,
        "structure": request.structure,
        "digest": request_digest(request),
    }
    written = " ".join(f"{name}={quoteattr(text)}" for name, text in facts.items())
    return {
        "customXml/item1.xml": f'{HEAD}<request xmlns="{NAMESPACE}" {written}/>',
        "customXml/itemProps1.xml": (
            f'{HEAD}<ds:datastoreItem ds:itemID="{_ITEM}"'
            f' xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "customXml/_rels/item1.xml.rels": _relations(
            {"customXmlProps": "itemProps1.xml"}
        ),
    }
