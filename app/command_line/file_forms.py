"""The forms of the files that verbs read, as their help shows them."""

MATCH = """\
The file holds bare scores, where a pair that is not listed is excluded:

  {"people": {"p1": 1}, "volunteers": {"v1": 2},
   "pairs": [{"person": "p1", "volunteer": "v1", "score": 7.5}], "locked": [["p1", "v1"]]}

people says how many volunteers each wants, volunteers how many people each can visit; scores
are 0 or more. Locked pairs are always kept; one that is not listed counts 0.

Or it holds facts, of which only the ids are required; what is not said excludes nobody:

  {"people": [{"id": "p1", "wanted": 1, "languages": {"de": "native", "tr": "B2"},
     "least_level": "B1", "gender_wish": "female", "animals": ["cat"], "allergies": ["dog"],
     "smoking_home": false, "no_smoker": false, "hours": {"mon": ["09:00-12:00"]},
     "visit_minutes": 60, "district": "Bilk", "longitude": 6.78, "latitude": 51.2,
     "interests": ["chess"], "age_wish": [30, 60], "dementia": false}],
   "volunteers": [{"id": "v1", "capacity": 2, "approved": true, "languages": {"de": "C1"},
     "gender": "female", "brings": ["dog"], "allergies": ["cat"], "smoker": false,
     "accepts_smoking": true, "hours": {"mon": ["10:00-16:00"]}, "district": "Bilk",
     "longitude": 6.79, "latitude": 51.21, "reach": 5, "interests": ["chess"], "age": 35,
     "dementia_experience": true}],
   "weights": {"language": 20, "distance": 25, "interests": 20, "time": 15, "age": 10,
     "dementia": 10},
   "excluded": [["p1", "v2"]], "locked": [["p1", "v1"]]}"""

PLAN_VISITS = """\
The file holds a day:

  {"metric": "euclidean", "vehicles": 2, "capacity": null,
   "depot": {"x": 0, "y": 0, "open": 0, "close": 480},
   "stops": [{"id": "a", "x": 3, "y": 4, "open": 60, "close": 180, "service": 45, "demand": 1}]}

A visit begins between open and close and lasts service. A capacity of null is unlimited.
For "euclidean" the travel time is the distance. For "haversine" x is the longitude and y the
latitude, distances are kilometres and times minutes; "speed" (km/h, 20) and "detour" (factor
on the straight line, 1.3) may be given beside the metric. Stops that cannot be served are
named with the reason."""

MOVE = """\
To a server: OFFICE is a folder, PROFILE a connection profile (FILE.nahbar) or what psql takes, such
as "dbname=office". The database must have been set up with nahbar server init and still be empty;
the login is that of PGUSER, a superuser of the server. Nobody else comes in until the move has
ended. Stopped half way, the same command goes on from there. The folder is left as it is and can
only be read from then on.
From a server: OFFICE is a profile or an address, PROFILE a new folder. The office on the server
goes on as it is."""
