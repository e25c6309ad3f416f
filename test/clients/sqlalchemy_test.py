# SPDX-License-Identifier: PostgreSQL
# SQLAlchemy, as Superset and pandas use it: func.NAME of reflected columns. A summary column has a type that SQLAlchemy
# does not know (NullType, with a warning); a UserDefinedType of three lines makes it one.

import warnings
from decimal import Decimal

import sqlalchemy
from sqlalchemy import MetaData, Table, create_engine, func, inspect, insert, literal, select, text
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.types import Float, NullType, UserDefinedType

from tap import end, equal, ok

print("# SQLAlchemy", sqlalchemy.__version__)
engine = create_engine("postgresql+psycopg2://", future=True)
metadata = MetaData()


class PovertySummary(UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **options):
        return "poverty_summary"

    def bind_expression(self, value):
        return sqlalchemy.cast(value, self)


with engine.connect() as connection:
    household = Table("household", metadata, autoload_with=connection)
    ward_rate = Table("ward_rate", metadata, autoload_with=connection)
    h = household.c

    def one(what):
        return connection.execute(select(what)).scalar_one()

    for line in (250, 250.0, Decimal(250), "250"):
        for column in (h.income, h.income_numeric, h.income_int, h.income_bigint):
            equal(float(one(func.headcount_ratio(column, line, h.members))), 0.375, f"{type(line).__name__} line, {column.name}")
    equal(one(func.weighted_quantile(h.income, 0.5, h.members, type_=Float)), 300.0, "a share as a parameter")
    equal(one(func.percent(func.headcount_ratio(h.income, 250, h.members))), Decimal("37.50"), "percent is a Decimal")
    equal(one(func.headcount_ratio(h.income, sqlalchemy.null(), h.members)), None, "NULL line: None")
    equal(one(func.mpi(h.lacking, array([1, 1, 1, 1]), 0.5, h.members)), 0.40625, "array() of int as weights")
    equal(one(func.lorenz_curve(h.income, 2, h.members)), [0.0, 700 / 2200, 1.0], "float8[] is a list")
    rate = func.headcount_ratio(h.income, 250, h.members).label("Tỷ lệ nghèo (%)")
    equal([tuple(row) for row in connection.execute(select(h.ward, rate).group_by(h.ward).having(rate > -1).order_by(rate.desc()).limit(10))],
          [("A", 0.75), ("B", 0.0)], "GROUP BY, HAVING, ORDER BY a label that is quoted, LIMIT")
    year = func.date_trunc("year", h.as_of)
    equal(len(connection.execute(select(year, rate).group_by(year)).all()), 1, "date_trunc in both the list and GROUP BY")
    equal(one(func.headcount_ratio(h.income, 250, h.members).filter(h.ward == "A")), 0.75, ".filter()")
    equal(connection.execute(select(func.yoy_change(ward_rate.c.rate, ward_rate.c.year).over(order_by=ward_rate.c.year))).scalars().all(), [None, -0.25, None], ".over()")
    equal(connection.execute(select(text("code, share")).select_from(func.area_successors("old 1", "2020-01-01", "2026-01-01"))).all(), [("new", 1.0)], "a set of rows in FROM")
    equal(one(func.std_error(func.mean_estimate(h.visits, 1, 1, h.visits))), 0.5 ** 0.5, "a reader of an estimate")
    ok(isinstance(one(func.mean_estimate(h.visits, 1, 1, h.visits)), str), "the whole estimate is a str")

    # reflection
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        stored = Table("stored", MetaData(), autoload_with=connection)
    ok(any("poverty_summary" in str(warning.message) for warning in caught), "reflection warns of the types it does not know")
    ok(isinstance(stored.c.summary.type, NullType), "which become NullType")
    kept = connection.execute(select(stored.c.summary).where(stored.c.ward == "A")).scalar_one()
    ok(isinstance(kept, str), "and values of it are str")
    written = Table("written", MetaData(), sqlalchemy.Column("summary", PovertySummary()))
    connection.execute(text("TRUNCATE written"))
    connection.execute(insert(written).values(summary=kept))
    equal(connection.execute(select(func.headcount_ratio(written.c.summary, type_=Float))).scalar_one(), 0.75, "a UserDefinedType writes and reads it")
    equal(one(func.headcount_ratio(func.merge(stored.c.summary))), 0.375, "merge() of reflected columns")
    inspector = inspect(connection)
    equal(inspector.get_table_comment("household")["text"], "Five households", "comment of a table")
    equal([column["comment"] for column in inspector.get_columns("ward_poverty") if column["name"] == "poverty_rate"], ["Share of persons below the line, a fraction"], "comment of a view's column")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        view = Table("ward_poverty", MetaData(), autoload_with=connection)
    ok(isinstance(view.c.poverty_rate.type, Float), "a view of scalar columns is reflected without a warning")
    connection.commit()
    try:
        one(func.headcount_ratio(h.income, 250, -1))
        ok(False, "a negative weight is an error")
    except sqlalchemy.exc.DataError as error:
        equal(error.orig.pgcode, "22023", "a negative weight: DataError, 22023")
    connection.rollback()
    equal(one(literal(1)), 1, "and the session goes on")
end()
