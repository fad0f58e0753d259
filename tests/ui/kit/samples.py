"""Views of plainly invented questions, for tests and for the pictures of every control."""

from app.ui.kit.question_view import (
    Citation,
    Country,
    FileShown,
    Kind,
    Option,
    QuestionView,
    Row,
)

CITED = (Citation("3a090.note2", "3A090, Note 2"),)

COUNTRIES = (
    Country("DE", ("Germany", "Deutschland")),
    Country("NE", ("Niger",)),
    Country("NG", ("Nigeria",)),
    Country("TR", ("Turkey", "Türkiye")),
    Country("VN", ("Vietnam", "Viet Nam")),
)

YES_NO = QuestionView(
    "datacenter",
    Kind.YES_NO,
    "Is the chip designed or sold for data centres?",
    help="Look at the product page, the brochure and the warranty terms.",
    find="Product page, heading “Applications”.",
    example="“For cloud and enterprise”",
    citations=CITED,
)

ONE_OF = QuestionView(
    "figures",
    Kind.ONE_OF,
    "Are the throughput figures dense or with sparsity?",
    key="i2",
    help="Sparsity doubles the printed figure. The rule counts the dense one.",
    options=(
        Option("dense", "Dense", "Or the sheet says “without sparsity”"),
        Option("sparse", "With sparsity only", "We halve them and say so in the memo"),
    ),
    citations=CITED,
)

SOME_OF = QuestionView(
    "flags",
    Kind.SOME_OF,
    "Did any of these happen?",
    help="Tick what did. Each can be explained later.",
    options=(
        Option("cash", "The buyer wants to pay cash"),
        Option("fit", "The item does not fit the buyer’s business"),
        Option("route", "The route makes no sense"),
    ),
)

DIE_AREA = QuestionView(
    "die_area",
    Kind.NUMBER,
    "How large are the logic dies, all together?",
    key="i2",
    help="Only dies made on a non-planar node. Memory dies do not count.",
    unit="mm²",
    find="Data sheet, table “Physical”.",
    citations=(*CITED, Citation("3a090.note3", "3A090, Note 3")),
)

SHARE = QuestionView("share", Kind.PERCENT, "What share comes from there?", unit="%")
PRICE = QuestionView("price", Kind.MONEY, "What does it cost?", unit="USD")
TEXT = QuestionView("why", Kind.TEXT, "What do you rely on?", placeholder="Counsel will read this.")
DATE = QuestionView("planned_day", Kind.DATE, "When does it leave?", help="The planned day.")
COUNTRY = QuestionView("country", Kind.COUNTRY, "Where does it go?", countries=COUNTRIES)
FILE = QuestionView("sheet", Kind.FILE, "Where is the data sheet?", help="A PDF or a picture.")
FILE_GIVEN = QuestionView(
    "sheet",
    Kind.FILE,
    "Where is the data sheet?",
    key="i2",
    answer="sheets/nx8.pdf",
    file=FileShown("nx8-data-sheet.pdf", "2.1 MB, SHA-256 9f86 d081 884c 7d65"),
)

EMPTY_ROWS = (
    Row("fp8", "FP8", "TFLOPS", "× 8"),
    Row("int8", "INT8", "TOPS", "× 8"),
    Row("fp16", "FP16 / BF16", "TFLOPS", "× 16"),
    Row("fp4", "FP4, INT4", "TFLOPS", "× 4"),
)
FULL_ROWS = (
    Row("fp8", "FP8", "TFLOPS", "× 8", "= 15,832", "Highest, counts", 1979.0),
    Row("int8", "INT8", "TOPS", "× 8", "= 15,832", "", 1979.0),
    Row("fp16", "FP16 / BF16", "TFLOPS", "× 16", "= 15,830", "", 989.4),
    Row("fp4", "FP4, INT4", "TFLOPS", "× 4", "", "", "none"),
)
TABLE = QuestionView(
    "throughput",
    Kind.TABLE,
    "How fast is one chip in each number format?",
    key="i2",
    help="Peak dense throughput of one chip.",
    find="Data sheet, table “Technical Specifications”. Use the SXM column.",
    rows=EMPTY_ROWS,
    citations=CITED,
)

EVERY_KIND = (
    YES_NO,
    ONE_OF,
    SOME_OF,
    DIE_AREA,
    SHARE,
    PRICE,
    TEXT,
    DATE,
    COUNTRY,
    FILE,
    TABLE,
)
