"""The command line: verbs, answers for programs, exit codes, keys."""
