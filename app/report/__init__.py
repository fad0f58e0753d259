"""Values into PDF: Jinja2 templates, WeasyPrint in a worker process, PDF/A-3a with PDF/UA-1."""
