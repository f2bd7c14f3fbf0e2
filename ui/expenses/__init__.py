"""The screens of hours and money: claims that wait, a volunteer's year, letters of a period."""
