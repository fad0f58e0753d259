"""The only door out of a document: it gives bundled fonts and refuses the rest of the world.

The refusal is WeasyPrint's fatal kind; its ordinary kind is swallowed and leaves a hole in the page.
"""

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from app.report.fonts import font_bytes, font_names

_PREFIX, _LOGO = "app:font/", "app:logo"
_PNG = b"\x89PNG"


class BundledOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Serves `app:font/NAME` from the shipped faces, and `app:logo`, which was checked when chosen."""

    def __init__(self, logo: bytes = b"") -> None:
        """Allow no scheme but our own, and no redirect."""
        super().__init__(allowed_protocols=("app",), allow_redirects=False)
        self._logo = logo

    def fetch(
        self,
        url: str,
        headers: object = None,  # noqa: ARG002  # the signature is WeasyPrint's
    ) -> URLFetcherResponse:
        """The face that the address names; FatalURLFetchingError for every other address."""
        if url == _LOGO and self._logo:
            kind = "image/png" if self._logo.startswith(_PNG) else "image/svg+xml"
            return URLFetcherResponse(url, self._logo, {"Content-Type": kind})
        name = url.removeprefix(_PREFIX)
        if not url.startswith(_PREFIX) or name not in font_names():
            message = f"refused: {url[:120]}"
            raise FatalURLFetchingError(message)
        return URLFetcherResponse(url, font_bytes(name), {"Content-Type": "font/ttf"})
