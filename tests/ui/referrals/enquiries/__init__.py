"""Requirements of the screens of enquiries and housing cases."""
