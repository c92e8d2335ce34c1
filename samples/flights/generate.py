"""Writes january.csv.gz and june.csv.gz: invented flights, the same at every run. Needs Python 3 and nothing else."""
import gzip
import io
import math
import random

ROWS = 5000
CARRIERS = {"AL": 0.34, "BW": 0.27, "CN": 0.21, "DS": 0.12, "EX": 0.06}
# Airports with their place on a map, in miles.
AIRPORTS = {
    "ARB": (0, 0), "BEX": (310, 120), "CAV": (720, -240), "DUN": (1180, 410), "ELM": (1540, -90),
    "FAR": (1890, 520), "GLE": (2230, -380), "HOL": (2480, 150),
}
NEW_AIRPORT = {"IVY": (960, 640)}
KILOMETRES = 1.609344
COLUMNS = "flight_id,departure,carrier,origin,destination,distance,seats,load_factor,taxi_out,departure_delay,late"


def flight(draw, row, month, june):
    airports = {**AIRPORTS, **(NEW_AIRPORT if june else {})}
    # The new airport opens busy: about every eighth flight begins or ends there.
    weights = [1.1 if code in NEW_AIRPORT else 1.0 + 0.15 * (i % 3) for i, code in enumerate(airports)]
    origin, destination = draw.choices(list(airports), weights)[0], ""
    while destination in ("", origin):
        destination = draw.choices(list(airports), weights)[0]
    (x1, y1), (x2, y2) = airports[origin], airports[destination]
    miles = max(95.0, math.hypot(x2 - x1, y2 - y1) * draw.uniform(1.02, 1.06))
    hour = min(23, max(5, int(draw.gauss(13, 4.2))))
    delay = draw.gauss(-2, 6) + (draw.expovariate(1 / 24) if draw.random() < 0.28 else 0)
    if june:
        # Thunderstorms: more flights wait, and they wait longer.
        delay += 6 + (draw.expovariate(1 / 45) if draw.random() < 0.25 else 0)
    taxi = "" if june and draw.random() < 0.12 else f"{max(3.0, draw.gauss(15, 4)):.1f}"
    return [
        f"{month}{row:05d}", f"2026-{month:02d}-{draw.randint(1, 30):02d}T{hour:02d}:{draw.randrange(0, 60, 5):02d}:00Z",
        draw.choices(list(CARRIERS), list(CARRIERS.values()))[0], origin, destination,
        f"{miles * KILOMETRES if june else miles:.0f}", str(draw.choice([76, 128, 150, 174, 186, 220])),
        f"{min(1.0, max(0.2, draw.gauss(0.82, 0.1))):.3f}", taxi, f"{delay:.0f}", "true" if delay > 15 else "false",
    ]


def write(path, month, june, seed):
    draw = random.Random(seed)
    text = io.StringIO()
    text.write(COLUMNS + "\n")
    for row in range(ROWS):
        text.write(",".join(flight(draw, row, month, june)) + "\n")
    with open(path, "wb") as file, gzip.GzipFile("", "wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write(text.getvalue().encode())


write("january.csv.gz", month=1, june=False, seed=20260101)
write("june.csv.gz", month=6, june=True, seed=20260601)
