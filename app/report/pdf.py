"""HTML to a file that is PDF/A-3a and PDF/UA-1 at once, the same bytes for the same values.

The only module that imports WeasyPrint beside the fetcher. It runs in a process of its own.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import pikepdf
import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from app.report import seal as seals
from app.report.attachment import NAME
from app.report.errors import AccessRefusedError, TooLargeError
from app.report.fetch import BundledOnly
from app.report.links import safe_href
from app.report.sealing import seal_of

_SCHEMA = "http://www.aiim.org/pdfa/ns"
_SEAL = seals.told(seals.EMPTY).encode()
_PDFUA = f"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns:pdfaExtension="{_SCHEMA}/extension/" xmlns:pdfaSchema="{_SCHEMA}/schema#" \
xmlns:pdfaProperty="{_SCHEMA}/property#" rdf:about=""><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Clearway seal</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>{seals.NAMESPACE}:</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>clearway</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>seal</pdfaProperty:name>\
<pdfaProperty:valueType>Text</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Digests of the attachment and the pages</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns:clearway="{seals.NAMESPACE}:" rdf:about="" clearway:seal="{seals.told(seals.EMPTY)}"/>""".encode()


@dataclass(frozen=True, slots=True)
class Sheets:
    """A document before it is laid out."""

    html: str
    stylesheets: list[str]
    attachment: bytes | None
    moment: datetime
    logo: bytes = b""
    fillable: bool = False


class _Remarks(logging.Handler):
    """Collects what WeasyPrint remarks while it works, each once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(logging.WARNING)
        self.said: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a remark."""
        self.said[record.getMessage()] = None


def lay_out(sheets: Sheets) -> weasyprint.Document:
    """The document in pages.

    The sheet and the render share one font configuration, or every face is lost without a word.
    """
    fetcher, fonts = BundledOnly(sheets.logo), FontConfiguration()
    css = [
        weasyprint.CSS(string=text, url_fetcher=fetcher, font_config=fonts)
        for text in sheets.stylesheets
    ]
    source = weasyprint.HTML(string=sheets.html, url_fetcher=fetcher)
    return source.render(stylesheets=css, font_config=fonts, pdf_forms=sheets.fillable)


def _claiming_pdfua(document: weasyprint.Document) -> None:
    """Make the metadata also say PDF/UA-1; WeasyPrint writes one conformance only."""
    of_pdfa = document.metadata.generate_rdf_metadata

    def of_both(*arguments: Any) -> bytes:  # noqa: ANN401  # passed through
        xml: bytes = of_pdfa(*arguments)
        end = xml.rindex(b"</")
        return xml[:end] + _PDFUA + xml[end:]

    document.metadata.generate_rdf_metadata = of_both


def _attachments(sheets: Sheets) -> list[weasyprint.Attachment]:
    """The assessment as an attachment with given moments: without them it takes the clock's."""
    if sheets.attachment is None:
        return []
    return [
        weasyprint.Attachment(
            string=sheets.attachment,
            name=NAME,
            description="The assessment this document was made from",
            created=sheets.moment,
            modified=sheets.moment,
            relationship="Source",
            url_fetcher=BundledOnly(),
        )
    ]


def write(document: weasyprint.Document, sheets: Sheets) -> bytes:
    """The finished file; one with fields is PDF/UA alone, since an archive's file may have none."""
    if sheets.fillable:
        return finished(document.write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True))
    _claiming_pdfua(document)
    # WeasyPrint's own compression costs 0.1 s a document and saves 2 %; pikepdf compresses below.
    plain = document.write_pdf(
        pdf_variant="pdf/a-3a", attachments=_attachments(sheets), uncompressed_pdf=True
    )
    return finished(plain, sheets.attachment or b"")


def finished(plain: bytes, attachment: bytes = b"") -> bytes:
    """The file with scopes on its header cells and its seal, after a look at its links."""
    with pikepdf.open(BytesIO(plain)) as file:
        _refuse_bad_links(file)
        _name_attachments_once(file)
        _leave_fields_to_the_viewer(file)
        _add_scopes(file.Root.StructTreeRoot.K, in_head=False)
        _put_seal(file, seals.told(seal_of(file, plain, attachment)).encode())
        out = BytesIO()
        pikepdf.settings.set_flate_compression_level(6)
        file.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _put_seal(file: pikepdf.Pdf, told: bytes) -> None:
    """The seal in the place that the metadata keep for it."""
    if "/Metadata" in file.Root:
        metadata = file.Root.Metadata
        metadata.write(metadata.read_bytes().replace(_SEAL, told))


def _name_attachments_once(file: pikepdf.Pdf) -> None:
    """WeasyPrint lists an attachment twice among the associated files of a PDF/A-3."""
    if "/AF" in file.Root:
        by_object = {each.objgen: each for each in list(file.Root.AF)}
        file.Root.AF = pikepdf.Array(by_object.values())


def _leave_fields_to_the_viewer(file: pikepdf.Pdf) -> None:
    """WeasyPrint draws the text of a field in the wrong codes; a viewer draws it right by itself."""
    for field in file.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", ()):
        if field.get("/FT") == "/Tx" and "/AP" in field:
            del field.AP


def _refuse_bad_links(file: pikepdf.Pdf) -> None:
    """No address but web, mail and own places: a script or file link survives every fetcher."""
    for page in file.pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get("/A")
            if action is None:
                continue
            if action.S not in ("/URI", "/GoTo"):
                raise AccessRefusedError(f"A template makes a link that does {action.S}.")
            address = str(action.get("/URI", "#own"))
            if not safe_href(address):
                raise AccessRefusedError(
                    f"A template links to {address[:80]!r}. Documents may link to http, https "
                    "and mailto addresses only."
                )


def _add_scopes(node: Any, *, in_head: bool) -> None:  # noqa: ANN401  # pikepdf's objects
    """Column for header cells in a table's head, Row for those in its body."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            _add_scopes(child, in_head=in_head)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        kind = str(node.S)
        if kind == "/TH":
            _set_scope(node, pikepdf.Name.Column if in_head else pikepdf.Name.Row)
        head = kind == "/THead" or (in_head and kind not in ("/TBody", "/Table"))
        _add_scopes(node.get("/K"), in_head=head)


def _set_scope(cell: pikepdf.Dictionary, scope: pikepdf.Name) -> None:
    """Say the scope in the cell's table attributes, which may be absent, one, or among several."""
    attributes = cell.get("/A")
    if attributes is None:
        cell.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=scope)
        return
    listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    own = next((a for a in listed if isinstance(a, pikepdf.Dictionary) and a.O == "/Table"), None)
    if own is None:
        cell.A = pikepdf.Array([*listed, pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=scope)])
    elif "/Scope" not in own:
        own.Scope = scope


def make(sheets: Sheets, laid_out: Callable[[int], None]) -> tuple[bytes, int, tuple[str, ...]]:
    """The file, its number of pages and WeasyPrint's remarks; says when the pages are laid out."""
    remarks = _Remarks()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(remarks)
    try:
        document = lay_out(sheets)
        laid_out(len(document.pages))
        return write(document, sheets), len(document.pages), tuple(remarks.said)
    except FatalURLFetchingError as refused:
        raise AccessRefusedError(
            f"A template asks for something outside the document ({refused}). Documents may use "
            "the bundled fonts and nothing else."
        ) from refused
    except RecursionError as deep:
        raise TooLargeError("The document nests its parts deeper than can be laid out.") from deep
    finally:
        logger.removeHandler(remarks)
