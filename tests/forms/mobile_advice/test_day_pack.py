"""Requirements of the day pack on paper."""

from __future__ import annotations

from app.areas.rules.spots import Spot
from forms.mobile_advice import day_pack as pack
from forms.mobile_advice.day_pack_rows import PackLanguage
from forms.mobile_advice.tour_map import MapStop, TourMap
from tests.factories.papers import day_pack
from tests.forms.reading import opened, text_of
from tests.forms.structure_reading import elements, failures


def test_the_map_is_read_aloud_by_the_names_of_its_stops() -> None:
    with opened(pack.render(day_pack())) as document:
        (figure,) = [one for one in elements(document) if one.S == "/Figure"]

        assert "1 Garath, Markt" in str(figure.Alt)


def test_a_day_without_coordinates_has_no_map() -> None:
    with opened(pack.render(day_pack(map=None))) as document:
        assert not [one for one in elements(document) if one.S == "/Figure"]


def test_a_protected_address_is_asked_for_in_the_office() -> None:
    assert "Adresse bitte im Büro erfragen" in text_of(pack.render(day_pack()))


def test_a_language_without_papers_says_so() -> None:
    words = text_of(pack.render(day_pack(languages=(PackLanguage("Tigrinisch", 1),))))

    assert "Noch nichts in dieser Sprache" in words


def test_outlines_that_reach_beyond_the_map_are_cut_at_its_edge() -> None:
    ring = ((6.0, 50.0), (8.0, 50.0), (8.0, 52.0), (6.9, 51.13), (6.0, 50.0))
    drawn = TourMap((MapStop(1, Spot(51.142, 6.899)),), ((ring,),))

    assert failures(pack.render(day_pack(map=drawn, sources=("Offene Daten",)))) == []
