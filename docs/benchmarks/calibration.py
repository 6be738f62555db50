"""Compares the error rate that QUAL states with the share of false calls, by bins of QUAL."""

import math

import scoring

# Lists of calls whose QUAL is a phred-scaled chance of being false. Mutect2 writes no QUAL.
STATED_BY = ("Marrow, all records", "freebayes", "bcftools")
# A stated rate is right when the observed one is not shown to be further off than this.
FACTOR = 2.0


def bins(records, label):
    """For every bin of QUAL: calls, false ones, and the sum of the stated chances of being false."""
    table = [[0, 0, 0.0] for _ in scoring.QUAL_BINS[1:]]
    for record in records:
        result = record["lists"].get(label)
        if result is None:
            continue
        calls = [(v["qual"], False) for v in result["variants"] if v["found"]] + [(f["qual"], True) for f in result["false"]]
        for quality, wrong in calls:
            if quality is None or math.isnan(quality):
                continue
            row = table[scoring.quality_bin(quality)]
            row[0] += 1
            row[1] += wrong
            row[2] += min(1.0, 10 ** (-quality / 10))
    return table


def verdict(stated, observed, low, high):
    if high < stated / FACTOR:
        return "**too modest**"
    if low > stated * FACTOR:
        return "**too sure**"
    return "yes" if stated / FACTOR <= observed <= stated * FACTOR else "too few calls to tell"


def name_of(i):
    low, high = scoring.QUAL_BINS[i], scoring.QUAL_BINS[i + 1]
    return f"{low}-{high}" if high < math.inf else f"{low} and more"


def tables(records):
    lines = []
    for suite, title in (("plain", "plain panels"), ("hard", "harder simulations")):
        chosen = [r for r in records if r["suite"] == suite]
        for label in STATED_BY:
            table = bins(chosen, label)
            if not any(row[0] for row in table):
                continue
            lines += [
                f"### QUAL of {label.removesuffix(', all records')}, {title}",
                "",
                "| QUAL | calls | false | stated error | observed error (95 % interval) | within a factor of 2 |",
                "|---|---|---|---|---|---|",
            ]
            for i, (calls, false, stated) in enumerate(table):
                if calls == 0:
                    continue
                low, high = scoring.interval(false, calls)
                lines.append(
                    f"| {name_of(i)} | {calls:,} | {false} | {stated / calls:.3g} | {false / calls:.3g} ({low:.2g}-{high:.2g}) |"
                    f" {verdict(stated / calls, false / calls, low, high)} |"
                )
            calls, false, stated = (sum(row[k] for row in table) for k in range(3))
            lines += [f"| all | {calls:,} | {false} | {stated:.1f} false expected | {false} seen | |", ""]
    return lines


def picture(records, path):
    """Stated against observed error on logarithmic axes, with the band of a factor of 2."""
    size, margin, decades = 420, 56, 5
    scale = (size - 2 * margin) / decades

    def at(rate):
        return margin + (decades + math.log10(max(rate, 10**-decades))) * scale

    def across(x, y):
        return f"{at(x):.1f},{size - at(y):.1f}"

    floor = 10.0**-decades
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12">',
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<polygon fill="#e4eef7" points="{across(floor, floor)} {across(floor, floor * 2)} {across(0.5, 1)} {across(1, 1)} {across(1, 0.5)} {across(floor * 2, floor)}"/>',
    ]
    for k in range(decades + 1):
        rate = 10.0 ** (k - decades)
        label = "1" if k == decades else f"1e-{decades - k}"
        parts.append(
            f'<text x="{at(rate):.1f}" y="{size - margin + 18}" text-anchor="middle">{label}</text>'
            f'<text x="{margin - 6}" y="{size - at(rate) + 4:.1f}" text-anchor="end">{label}</text>'
            f'<polyline fill="none" stroke="#ddd" points="{across(rate, floor)} {across(rate, 1)}"/>'
            f'<polyline fill="none" stroke="#ddd" points="{across(floor, rate)} {across(1, rate)}"/>'
        )
    for label, colour in zip(STATED_BY, ("#1b5e9a", "#c05a00", "#777")):
        for calls, false, stated in bins(records, label):
            if calls < 5:
                continue
            low, high = scoring.interval(false, calls)
            x = stated / calls
            parts.append(
                f'<polyline fill="none" stroke="{colour}" points="{across(x, low)} {across(x, high)}"/>'
                f'<circle cx="{at(x):.1f}" cy="{size - at(false / calls):.1f}" r="4" fill="{colour}"/>'
            )
    for i, (label, colour) in enumerate(zip(STATED_BY, ("#1b5e9a", "#c05a00", "#777"))):
        parts.append(
            f'<text x="{margin + 8}" y="{margin + 14 + 16 * i}" fill="{colour}">{label.removesuffix(", all records")}</text>'
        )
    parts.append(
        f'<text x="{size / 2}" y="{size - 12}" text-anchor="middle">error stated by QUAL</text>'
        f'<text x="14" y="{size / 2}" text-anchor="middle" transform="rotate(-90 14 {size / 2})">share of false calls</text></svg>'
    )
    path.write_text("\n".join(parts) + "\n")
