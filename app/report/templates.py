"""Jinja2 in a sandbox: typed values in, HTML out, and errors that name template and line.

Every text goes through one of two filters: `line` marks runs of right-to-left script, `flow` also
makes links of references and keeps line ends. Both escape first.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from importlib.resources.abc import Traversable
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from app.data import data_root
from app.report.cells import Reference
from app.report.characters import Unprintable, directed, printable, unprintable
from app.report.errors import TemplateError, TooLargeError
from app.report.jobs import RenderJob
from app.report.links import safe_href
from app.report.numbering import IN_TEXT, Numbers
from app.report.pictures.svg import Picture
from app.report.tables import GroupRow, Table

_CSS = "shared/print.css"


def _roots(job: RenderJob) -> list[Traversable]:
    """The folders of templates, the job's own first."""
    return [*job.folders, data_root() / "report_templates"]


def _found(job: RenderJob, name: str) -> Traversable | None:
    """The file of that name in the first folder that has it; never one outside the folders."""
    parts = name.split("/")
    if any(part in ("", ".", "..") or "\\" in part for part in parts):
        return None
    paths = (root.joinpath(*parts) for root in _roots(job))
    return next((path for path in paths if path.is_file()), None)


def there_is(job: RenderJob) -> bool:
    """Whether a job's template stands in one of its folders."""
    return _found(job, job.template) is not None


def stylesheets(job: RenderJob) -> list[str]:
    """The shared style sheet and, if there is one, that of the same name beside the template."""
    own = job.template.removesuffix(".html.j2") + ".css"
    sheets = (_found(job, name) for name in (_CSS, own))
    return [sheet.read_text("utf-8") for sheet in sheets if sheet]


class _Loader(jinja2.BaseLoader):
    """Reads templates from the folders of a job, and remembers which files they were."""

    def __init__(self, job: RenderJob) -> None:
        """Read for this job only."""
        self._job = job
        self.files: dict[str, str] = {}

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002  # the signature is Jinja's
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template."""
        if (path := _found(self._job, template)) is None:
            raise jinja2.TemplateNotFound(template)
        self.files[str(path)] = template
        return path.read_text("utf-8"), str(path), lambda: True


def _parts(value: Any) -> Iterator[Any]:  # noqa: ANN401  # any value of a context
    """A value and everything inside it; TypeError for a value that could change under way."""
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _parts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    elif isinstance(value, list | dict | set):
        raise TypeError(f"a document is made of frozen values; {type(value).__name__} is not one")


def targets(context: Any) -> frozenset[str]:  # noqa: ANN401  # any context
    """The references that head a row or a table of the document, and so can be linked to."""
    heads = set()
    for each in _parts(context):
        if isinstance(each, Table):
            heads |= {str(each.ref)} if each.ref else set()
            rows = (row for row in each.rows if not isinstance(row, GroupRow))
            heads |= {r.cells[0].text for r in rows if isinstance(r.cells[0], Reference)}
    return frozenset(heads)


def _cleaned(value: Any) -> Any:  # noqa: ANN401  # gives back what it was given
    """The value with every text printable; what needs no change is the same object."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if is_dataclass(value) and not isinstance(value, type):
        old = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        new = {name: _cleaned(part) for name, part in old.items()}
        changed = {name: part for name, part in new.items() if part != old[name]}
        return replace(value, **changed) if changed else value
    return value


def _checked_texts(job: RenderJob) -> list[str]:
    """All texts of a context; TooLargeError if together they are more than the limit."""
    texts = [each for each in _parts(job.context) if isinstance(each, str)]
    length = sum(map(len, texts))
    if length > job.limits.characters:
        raise TooLargeError(
            f"The texts of this document have {length:,} characters together; "
            f"{job.limits.characters:,} is the most. Attach long texts as evidence instead."
        )
    return texts


def line(text: object) -> Markup:
    """The text escaped, with each run of right-to-left script marked as such."""
    return Markup("").join(
        Markup('<bdi lang="{}" dir="rtl">{}</bdi>').format(lang, piece) if lang else escape(piece)
        for piece, lang in directed(str(text))
    )


def _flow(known: frozenset[str]) -> Callable[[object], Markup]:
    """The filter that also links references to rows that exist.

    The blank before a reference goes into its link: a link that starts at the end of a line would
    break that line too early.
    """

    def link(found: re.Match[str]) -> str:
        return f'<a href="#{found[2]}">{found[0]}</a>' if found[2] in known else found[0]

    def flow(text: object) -> Markup:
        return Markup(IN_TEXT.sub(link, str(line(text))).replace("\n", "<br>"))  # noqa: S704

    return flow


def _drawn(given: Picture) -> Markup:
    """The strokes of a picture of ours, which are markup already."""
    return Markup(given.markup)  # noqa: S704  # only app.report.pictures makes pictures


def _environment(job: RenderJob, loader: _Loader, context: Any) -> jinja2.Environment:  # noqa: ANN401
    """The sandbox with our filters."""
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "line": line,
        "flow": _flow(targets(context)),
        "href": safe_href,
        "drawn": _drawn,
    }
    environment.globals |= {
        "n": Numbers(),
        "paper": job.paper.value,
        "moment": job.moment.isoformat(),
    }
    return environment


def _line_of(error: BaseException, loader: _Loader) -> tuple[str, int]:
    """The template and line where an error arose: the innermost frame that is in a template."""
    trace, place = error.__traceback__, ("", 0)
    while trace:
        name = loader.files.get(trace.tb_frame.f_code.co_filename)
        place = (name, trace.tb_lineno) if name else place
        trace = trace.tb_next
    return place


def _said(error: BaseException) -> str:
    """The cause of a template error in plain words."""
    match error:
        case jinja2.TemplateSyntaxError():
            return f"this cannot be read: {error.message}"
        case jinja2.TemplateNotFound():
            return f"there is no template {error.name!r}"
        case jinja2.UndefinedError():
            return f"it uses a value that the document does not have: {error.message}"
        case SecurityError():
            return f"it tries something that templates may not do: {error}"
        case _:
            return f"it cannot be filled in: {error}"


def _template_error(error: BaseException, job: RenderJob, loader: _Loader) -> TemplateError:
    """The error of ours for one of Jinja's."""
    name, number = _line_of(error, loader)
    if isinstance(error, jinja2.TemplateSyntaxError):
        name, number = error.name or name, error.lineno
    place = f"{name or job.template}, line {number}" if number else name or job.template
    return TemplateError(f"Template {place}: {_said(error)}.")


def to_html(job: RenderJob) -> tuple[str, tuple[Unprintable, ...]]:
    """The document as HTML, and what in it stands as codes since no bundled face can print it."""
    problems = unprintable(_checked_texts(job))
    context = _cleaned(job.context)
    values = {each.name: getattr(context, each.name) for each in fields(context)}
    loader = _Loader(job)
    try:
        template = _environment(job, loader, context).get_template(job.template)
        return template.render(values, document=context, unprintable=problems), problems
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise _template_error(error, job, loader) from error
