loose = 13 # the last file counts
