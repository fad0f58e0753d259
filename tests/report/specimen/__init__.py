"""A document with every kind of cell, block and picture in it. Its exporter does not exist."""
