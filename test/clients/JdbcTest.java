// SPDX-License-Identifier: PostgreSQL
// JDBC: numbers are bound with their SQL type; setString binds a varchar, which no function of numbers takes, unless the
// connection says stringtype=unspecified. The driver knows TCP only; a socket factory leads it to the test's own socket.

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.sql.*;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.util.PGobject;
import org.postgresql.util.PSQLException;

public class JdbcTest {
	static int points = 0;
	static int failed = 0;
	static Connection connection;

	static void equal(Object got, Object expected, String name) {
		points++;
		boolean good = Objects.equals(got, expected);
		if (!good)
			failed++;
		System.out.println((good ? "ok " : "not ok ") + points + " - " + name);
		if (!good)
			System.out.println("#   got " + got + ", expected " + expected);
	}

	interface Binder {
		void bind(PreparedStatement statement) throws SQLException;
	}

	// The first column of the first row, or the SQLSTATE of the error.
	static Object one(String sql, Binder binder) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			binder.bind(statement);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				return rows.getObject(1);
			}
		} catch (PSQLException error) {
			return error.getSQLState();
		}
	}

	static Object one(String sql, Object... values) throws SQLException {
		return one(sql, statement -> {
			for (int i = 0; i < values.length; i++)
				statement.setObject(i + 1, values[i]);
		});
	}

	static Connection connect(String stringType) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", System.getenv("PGUSER"));
		properties.setProperty("sslmode", "disable");
		properties.setProperty("socketFactory", "UnixSocketFactory");
		properties.setProperty("stringtype", stringType);
		return DriverManager.getConnection("jdbc:postgresql://localhost/" + System.getenv("PGDATABASE"), properties);
	}

	static void parameters() throws SQLException {
		for (String column : new String[] {"income", "income_numeric", "income_int", "income_bigint"}) {
			String sql = "SELECT headcount_ratio(" + column + ", ?, members) FROM household";
			equal(one(sql, statement -> statement.setInt(1, 250)), 0.375, "setInt, " + column);
			equal(one(sql, statement -> statement.setLong(1, 250)), 0.375, "setLong, " + column);
			equal(one(sql, statement -> statement.setDouble(1, 250)), 0.375, "setDouble, " + column);
			equal(one(sql, statement -> statement.setBigDecimal(1, new BigDecimal("250.0"))), 0.375, "setBigDecimal, " + column);
		}
		String line = "SELECT headcount_ratio(income, ?, members) FROM household";
		equal(one(line, statement -> statement.setString(1, "250")), "42883", "setString is a varchar: no such function");
		equal(one(line, statement -> statement.setObject(1, "250", Types.OTHER)), 0.375, "setObject(…, Types.OTHER) has no type: it is found");
		equal(one(line, statement -> statement.setNull(1, Types.DOUBLE)), null, "setNull(Types.DOUBLE): null");
		equal(one(line, statement -> statement.setNull(1, Types.NULL)), null, "setNull(Types.NULL): null");
		Connection usual = connection;
		connection = connect("unspecified");
		equal(one(line, statement -> statement.setString(1, "250")), 0.375, "setString under stringtype=unspecified");
		connection.close();
		connection = usual;
		equal(one("SELECT weighted_quantile(income, ?, members) FROM household", new BigDecimal("0.5")), 300.0, "a share");
		equal(one("SELECT fgt(income, 250, ?, members) FROM household", 1), 0.175, "alpha");
		equal(one("SELECT percent(headcount_ratio(income, ?, members), ?) FROM household", 250, 2L), new BigDecimal("37.50"), "percent is a BigDecimal; its digits are a long");
		equal(one("SELECT headcount_ratio(income, 250) FROM household WHERE year = ?", 1900), null, "empty group: null");
		equal(one("SELECT yoy_change(rate, extract(year FROM as_of)) OVER (ORDER BY year) FROM ward_rate ORDER BY year OFFSET ?", 1), -0.25, "a period by extract(year …)");
		equal(one("SELECT change_since(rate, as_of, ?) OVER (ORDER BY year) FROM ward_rate ORDER BY year OFFSET 2", Date.valueOf("2015-12-31")), -0.375, "a date as a period");
		equal(one("SELECT mpi(lacking, ?, ?, members) FROM household", connection.createArrayOf("float8", new Double[] {1.0, 1.0, 1.0, 1.0}), 0.5), 0.40625, "createArrayOf(float8) as weights");
		equal(one("SELECT deprivation_score(?, ?)", connection.createArrayOf("bool", new Boolean[] {true, false}), connection.createArrayOf("float8", new Double[] {1.0, 3.0})), 0.25, "createArrayOf(bool)");
		equal(one("SELECT date_trunc(?, as_of) FROM household GROUP BY date_trunc(?, as_of)", "year", "year"), "42803", "date_trunc(?, …) … GROUP BY date_trunc(?, …): 42803");
	}

	static void values() throws Exception {
		try (Statement statement = connection.createStatement()) {
			ResultSet rows = statement.executeQuery("SELECT lorenz_curve(income, 2, members) FROM household");
			rows.next();
			equal(Arrays.toString((Double[]) rows.getArray(1).getArray()), Arrays.toString(new Double[] {0.0, 700.0 / 2200, 1.0}), "float8[] is an Array of Double");
			rows = statement.executeQuery("SELECT headcount_ratio(income, 250) FROM household WHERE false");
			rows.next();
			equal(rows.getDouble(1) == 0 && rows.wasNull(), true, "getDouble of NULL is 0: ask wasNull()");

			rows = statement.executeQuery("SELECT summary, distribution, deprivation, estimate FROM stored");
			ResultSetMetaData types = rows.getMetaData();
			equal(types.getColumnType(1) + " " + types.getColumnTypeName(1), Types.OTHER + " poverty_summary", "a summary is Types.OTHER");
			equal(types.getColumnType(4) + " " + types.getColumnTypeName(4), Types.STRUCT + " poverty_estimate", "a composite is Types.STRUCT");
			statement.getConnection().createStatement().execute("TRUNCATE written");
			PreparedStatement insert = connection.prepareStatement("INSERT INTO written VALUES (?, ?, ?, ?)");
			boolean objects = true;
			while (rows.next()) {
				for (int i = 1; i <= 4; i++) {
					objects &= rows.getObject(i) instanceof PGobject;
					insert.setObject(i, rows.getObject(i));
				}
				insert.execute();
			}
			equal(objects, true, "both are PGobjects");
			String same = "SELECT count(*) FROM written w JOIN stored s ON w.summary = s.summary AND w.distribution = s.distribution AND w.deprivation = s.deprivation AND w.estimate = s.estimate";
			equal(one(same), 2L, "and come back the same");
			equal(one("SELECT headcount_ratio(merge(?, summary)) FROM stored WHERE ward = 'B'", one("SELECT summary FROM stored WHERE ward = 'A'")), 0.375, "a PGobject as a parameter");
			statement.execute("TRUNCATE written");
			ByteArrayOutputStream copied = new ByteArrayOutputStream();
			connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (SELECT summary, distribution, deprivation, estimate FROM stored) TO STDOUT (FORMAT binary)", copied);
			connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY written FROM STDIN (FORMAT binary)", new ByteArrayInputStream(copied.toByteArray()));
			equal(one(same), 2L, "the same through binary COPY");

			rows = statement.executeQuery("SELECT (e).* FROM (SELECT mean_estimate(visits, 1, 1, visits) AS e FROM household) v");
			rows.next();
			equal(rows.getDouble("std_error"), Math.sqrt(0.5), "(e).* has named columns");
			equal(rows.getLong("n"), 5L, "n is a long");
			rows = statement.executeQuery("SELECT * FROM area_successors('old 1', '2020-01-01', '2026-01-01')");
			rows.next();
			equal(rows.getString("code") + " " + rows.getDouble("share"), "new 1.0", "a set of rows has columns");
		}
	}

	static void catalog() throws SQLException {
		DatabaseMetaData metadata = connection.getMetaData();
		ResultSet rows = metadata.getTables(null, "public", "ward_poverty", null);
		rows.next();
		equal(rows.getString("REMARKS"), "Poverty by ward and year", "comment of a view");
		rows = metadata.getColumns(null, "public", "ward_poverty", "poverty_rate");
		rows.next();
		equal(rows.getString("REMARKS") + " " + rows.getString("TYPE_NAME"), "Share of persons below the line, a fraction float8", "comment and type of its column");
		rows = metadata.getFunctions(null, "public", "at_or_below");
		rows.next();
		equal(rows.getString("REMARKS").isEmpty(), false, "comment of a function");
		rows = metadata.getFunctions(null, "public", "headcount_ratio");
		boolean aggregate = false;
		while (rows.next())
			aggregate |= rows.getString("REMARKS").startsWith("Headcount ratio, FGT 0");
		System.out.println("# getFunctions lists aggregates: " + aggregate);
		equal(one("SELECT left(obj_description('headcount_ratio(float8, float8)'::regprocedure), 15)"), "Headcount ratio", "comment of an aggregate, by obj_description()");
		try (PreparedStatement statement = connection.prepareStatement("SELECT headcount_ratio(income, 250, ?) FROM household")) {
			statement.setInt(1, -1);
			statement.executeQuery();
			equal("no error", "22023", "a negative weight is an error");
		} catch (PSQLException error) {
			equal(error.getSQLState() + " " + (error.getServerErrorMessage().getHint() != null), "22023 true", "a negative weight: 22023, with a hint");
		}
		equal(one("SELECT 1"), 1, "and the session goes on");
	}

	public static void main(String[] arguments) throws Exception {
		connection = connect("varchar");
		System.out.println("# java " + System.getProperty("java.version") + ", " + connection.getMetaData().getDriverName() + " " + connection.getMetaData().getDriverVersion());
		parameters();
		values();
		catalog();
		connection.close();
		System.out.println("1.." + points);
		System.exit(failed == 0 ? 0 : 1);
	}
}
