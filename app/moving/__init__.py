"""Moving an office: from a folder of this computer to a server, and back into a new folder."""
