# SPDX-License-Identifier: PostgreSQL
"""stored_values.py FILE: reads stored values by doc/storage.md alone; nothing of poverty_ext is used.

FILE holds what COPY (SELECT key text, type text, value …) TO … (FORMAT binary) wrote: the name of a group, the name of the
value's type, and the value, as a value of the type or as its text form. For each row a line is printed: key, type, then
figures, separated by |. Sums are fractions; a figure that is a ratio of sums is printed as the quotient of the two sums, each
rounded once to a double, and as others define it: Gini is computed in fractions and rounded at the end.
"""
import math
import struct
import sys
from fractions import Fraction


def crc32c(data):
    """CRC-32C (Castagnoli), bit by bit."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


class Bytes:
    """Bytes that are read from the front."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, count):
        assert self.at + count <= len(self.data), "too short"
        self.at += count
        return self.data[self.at - count:self.at]

    def big(self, count):
        return int.from_bytes(self.take(count), "big")

    def little(self, count):
        return int.from_bytes(self.take(count), "little")

    def double(self):
        return struct.unpack(">d", self.take(8))[0]

    def rest(self):
        return len(self.data) - self.at


def without_checksum(data):
    assert crc32c(data[:-4]) == int.from_bytes(data[-4:], "big"), "the checksum differs"
    return Bytes(data[:-4])


def unit(digit, width):
    """2^(width digit + offset) as a fraction: the unit of a limb, word or digit."""
    exponent = width * digit - (1074 if width == 32 else 1088)
    return Fraction(2) ** exponent


def exact_sums(data):
    """Kind, rows, marked rows, parameter, sums: the types whose state is exact_sums."""
    source = without_checksum(data)
    assert source.big(1) == 1, "version"
    kind, count = source.big(1), source.big(1)
    rows, marked, parameter = source.big(8), source.big(8), source.double()
    lowest, limbs = source.big(2), source.big(2)
    if count == 0:
        count = int(parameter) ** 2
    sums = []
    for _ in range(count):
        sign = -1 if source.big(1) else 1
        sums.append(sign * sum(source.big(4) * unit(lowest + i, 32) for i in range(limbs)))
    assert source.rest() == 0
    return kind, rows, marked, parameter, sums


def mpi_summary(data):
    """Rows, k, weights of the indicators, sums."""
    source = without_checksum(data)
    assert source.big(1) == 1, "version"
    indicators, has_gaps, rows = source.big(1), source.big(1), source.big(8)
    k, lowest, words = source.double(), source.big(2), source.big(2)
    weights = [source.double() for _ in range(indicators)]
    sums = [sum(source.big(8) * unit(lowest + i, 64) for i in range(words)) for _ in range(2 + indicators * (4 if has_gaps else 2))]
    assert source.rest() == 0
    return rows, k, weights, sums


def packed(source, width, shift, count):
    """Numbers of `width` bits, bit after bit, the lowest first, filled up to a byte."""
    bits = source.little((count * width + 7) // 8)
    return [(bits >> i * width & (1 << width) - 1) << shift for i in range(count)]


def double_of_key(key):
    bits = key ^ 1 << 63 if key >> 63 else key ^ (1 << 64) - 1
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def weight_of_digits(source, lowest, digits):
    return sum(source.little(4) * unit(lowest + i, 32) for i in range(digits))


def income_distribution(data):
    """Whether it is bounded, rows, and entries (income or the bounds of a point, weight of all its rows, rows)."""
    source = without_checksum(data)
    assert source.little(1) == 1, "version"
    bounded, level, digits = source.little(1), source.little(1), source.little(1)
    lowest, zero, max_points, blocks = source.little(2), source.little(2), source.little(4), source.little(4)
    entries, rows = source.little(8), source.little(8)
    assert zero == 0
    total = weight_of_digits(source, lowest, digits)
    found = read_points(source, level, lowest, digits, entries, max_points) if bounded else read_blocks(source, lowest, digits, blocks, entries)
    assert source.take(8) == bytes(8) and source.rest() == 0
    assert sum(entry[2] for entry in found) == rows and sum(entry[1] for entry in found) == total
    return bounded, rows, found


def read_blocks(source, lowest, digits, blocks, entries):
    index = [(source.little(8), source.little(8), source.little(8), weight_of_digits(source, lowest, digits)) for _ in range(blocks)]
    start = source.at
    found = []
    for number, (key, rows_before, offset, weight_before) in enumerate(index):
        assert source.at == start + offset
        assert sum(e[2] for e in found) == rows_before and sum(e[1] for e in found) == weight_before
        count = min(256, entries - 256 * number)
        columns = [(source.little(1), source.little(1)) for _ in range(3)]
        smallest = source.little(8)
        steps = [0] + packed(source, *columns[0], count - 1)
        above = packed(source, *columns[1], count)
        more_rows = packed(source, *columns[2], count)
        for step, bits, more in zip(steps, above, more_rows):
            key += step
            weight = struct.unpack("<d", struct.pack("<Q", smallest + bits))[0]
            found.append((double_of_key(key), Fraction(weight) * (more + 1), more + 1))
    return found


def read_points(source, level, lowest, digits, entries, max_points):
    assert entries <= max_points
    columns = [(source.little(1), source.little(1)) for _ in range(2)]
    key = source.little(8)
    steps = [0] + packed(source, *columns[0], entries - 1)
    more_rows = packed(source, *columns[1], entries)
    found = []
    for step, more in zip(steps, more_rows):
        key += step
        bounds = double_of_key(key << level), double_of_key((key + 1 << level) - 1)
        found.append((bounds, weight_of_digits(source, lowest, digits), more + 1))
    return found


def survey(data):
    """Flags, the estimate or line, (f, n, the PSUs' doubles) of each stratum, PSUs and strata of the design, the scale and scales of replicates, estimates by replicate."""
    source = without_checksum(data)
    assert source.big(1) == 1 and source.big(1) in (2, 3, 4), "version, type"
    source.take(2)
    flags, replicates = source.big(4), source.big(4)
    source.take(4)
    scaled_by = source.big(1)
    source.take(16)
    scale = source.double()
    source.take(16)
    estimate = source.double()
    source.take(16)
    psus, strata = source.big(4), source.big(4)
    entries, scales, estimates, rows = (source.big(4) for _ in range(4))
    assert replicates == rows == scaled_by == 0
    found = {}
    for number in range(entries):
        stratum, units, double = source.big(4), source.big(4), source.double()
        assert source.take(source.big(4))[:1] in (b"i", b"d", b"n", b"t", b"s")
        if stratum == number:
            found[number] = (Fraction(double), units, [])
        else:
            found[stratum][2].append(Fraction(double))
    scale_of = [source.double() for _ in range(scales)]
    of_replicates = [source.double() for _ in range(estimates)]
    assert source.rest() == 0
    return flags, estimate, list(found.values()), psus, strata, Fraction(scale), scale_of, of_replicates


def survey_figures(type_name, data):
    flags, estimate, found, psus, strata, scale, scale_of, of_replicates = survey(data)
    assert psus == sum(n for _, n, _ in found) and strata == len(found) or not found
    if type_name == "survey_design":
        return [str(sum(len(units) for _, _, units in found)), str(len(found))]
    if found:
        # of a line the PSUs' totals, of totals their deviations
        squares = [(1 - f) * Fraction(n, n - 1) * (sum(t * t for t in units) - sum(units) ** 2 / n) for f, n, units in found] \
            if type_name == "survey_line" else [t * t for _, _, units in found for t in units]
        return [repr(estimate), repr(math.sqrt(sum(squares)))]
    theta = [Fraction(value) for value in of_replicates]
    centre = Fraction(estimate) if flags & 4 else sum(theta) / len(theta)
    return [repr(estimate), repr(math.sqrt(scale * sum(Fraction(a) * (t - centre) ** 2 for a, t in zip(scale_of or [1] * len(theta), theta))))]


def divided(part, whole):
    return repr(float(part) / float(whole)) if whole else ""


def gini(entries):
    """Σ(2C − w) w x / (W Σwx) − 1 over incomes ascending, in fractions; equal incomes joined."""
    joined = {}
    for income, weight, _ in entries:
        joined[income] = joined.get(income, 0) + weight
    running = area = income_total = Fraction(0)
    for income in sorted(joined):
        weight = joined[income]
        running += weight
        area += (2 * running - weight) * weight * Fraction(income)
        income_total += weight * Fraction(income)
    return repr(float(area / (running * income_total) - 1))


def figures(type_name, data):
    if type_name.startswith("survey_"):
        return survey_figures(type_name, data)
    if type_name == "poverty_summary":
        kind, rows, _, _, (population, poor, gap, severity, _, shortfall) = exact_sums(data)
        assert kind == 6
        return [str(rows), repr(float(population)), divided(poor, population), divided(gap, population), divided(severity, population), repr(float(shortfall))]
    if type_name == "inequality_summary":
        kind, rows, zeros, _, (weight, income, _, _, square) = exact_sums(data)
        assert kind == 22
        ratio = square / weight / (income / weight) ** 2
        return [str(rows), str(zeros), divided(income, weight), repr(float((ratio - 1) / 2))]
    if type_name == "transition_matrix":
        kind, rows, _, classes, sums = exact_sums(data)
        assert kind == 51
        return [str(rows), str(int(classes))] + [repr(float(s)) for s in sums]
    if type_name == "mpi_summary":
        rows, k, weights, sums = mpi_summary(data)
        censored = sums[2 + len(weights):2 + 2 * len(weights)]
        score = sum(Fraction(w) * c for w, c in zip(weights, censored)) / sum(Fraction(w) for w in weights)
        return [str(rows), repr(k), divided(sums[1], sums[0]), repr(float(score / sums[0]))]
    bounded, rows, entries = income_distribution(data)
    if bounded:
        return [str(rows), str(len(entries)), repr(entries[0][0][0]), repr(entries[-1][0][1])]
    return [str(rows), str(len(entries)), gini(entries)]


def rows_of_copy(data):
    """The fields of each row of COPY … (FORMAT binary)."""
    source = Bytes(data)
    assert source.take(11) == b"PGCOPY\n\377\r\n\0"
    source.take(4)
    source.take(source.big(4))
    while (fields := source.big(2)) != 0xFFFF:
        yield [source.take(source.big(4)) for _ in range(fields)]


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    for key, type_name, value in rows_of_copy(data):
        name = type_name.decode()
        if name.startswith("text of "):
            name, value = name[8:], bytes.fromhex(value.decode())
        print("|".join([key.decode(), type_name.decode()] + figures(name, value)))


main()
