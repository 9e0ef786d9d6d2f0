"""What other programs write, read into plain records: address books, tables, mail.

Bytes come in, people come out, and beside them what could not be read, with its line. Nothing
here knows the vault, its notes or the disk.
"""
