"""The screens of visiting: My day, the week's visits, planning and recording."""
