"""How things are written: notes in, facts and problems out. Nothing here touches a disk.

Reading never raises on content: what cannot be read becomes a `Problem`.
"""
