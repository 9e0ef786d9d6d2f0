"""How answers look: plain data first, then JSON, text for a terminal, or Markdown.

`plain` is the gate: what must not be shown does not get past it, so that renderers and
templates cannot let it slip.
"""
