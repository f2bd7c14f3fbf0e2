"""Code lists that an office may add to, rename and shorten without a programmer."""
