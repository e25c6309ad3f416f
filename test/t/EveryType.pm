# SPDX-License-Identifier: PostgreSQL
package EveryType;

# A table with a column of every type of the extension, and values in it, for the tests that move stored values.

use strict;
use warnings;
use EveryAggregate;
use Exporter 'import';
use PovertyTest;

our @EXPORT = qw(create_kept kept_bits base_types row_types);

# Three values of each type that is no row: rich ones, small ones, NULL. Enums and ranges first.
our %base = (
	poverty_status => q{'near_poor'}, poverty_transition => q{'fell_back'},
	code_range => q{'["06","19")'}, code_multirange => q{'{["06","19"),["22","24")}'},
	exact_sums => 'poverty_rate_transition(poverty_rate_transition(NULL, 0.1, 1e300), 1e-300, 0.3)',
	ranked_rows => 'distribution_transition(distribution_transition(NULL, 0.1, 3), 1e300, 1e-300)',
	survey_state => 'survey_design_transition(survey_design_transition(NULL, 1, 1), 1, 2)', survey_code => q{survey_code('\\xã "a", (b)'::text)},
	poverty_summary => '(SELECT poverty_summary(x, z, w) FROM register)',
	income_distribution => '(SELECT income_distribution(x, w) FROM register)',
	inequality_summary => '(SELECT inequality_summary(x, w) FROM register)',
	mpi_summary => q{(SELECT mpi_summary(d, '{1,1,1,2,2,2,1,1,1,3,3,3}', 0.25, w) FROM register)},
	transition_matrix => '(SELECT transition_matrix(class1, class2, 7, w) FROM register)',
	survey_design => '(SELECT survey_design(stratum, psu_text, 0.1) FROM sample)',
	survey_line => '(SELECT survey_line(x, 0.6, w, stratum, psu) FROM sample)',
	survey_totals => '(SELECT totals(mean_estimate(x, w, stratum, psu, keeping())) FROM sample)',
);
our %small = (
	poverty_status => q{'poor'}, poverty_transition => q{'arrived'}, code_range => q{'empty'}, code_multirange => q{'{}'},
	exact_sums => 'poverty_rate_transition(NULL, 0, 0.1)', ranked_rows => 'distribution_transition(NULL, -0.0)',
	survey_state => q{survey_design_transition(NULL, 'a', 'b')}, survey_code => 'survey_code(-12.5)',
	poverty_summary => 'poverty_summary_final(poverty_summary_transition(NULL, -0.1, 0.3, 1e-300))',
	income_distribution => '(SELECT income_distribution(x, w, 20) FROM register)',
	inequality_summary => '(SELECT inequality_summary(x) FROM register WHERE id = 1)',
	mpi_summary => q{mpi_summary_transition(NULL, '{0.3,0,1}'::float8[], '{1,2,0.3}', 0.25, 3)},
	transition_matrix => '(SELECT transition_matrix(s_before, s_after) FROM register)',
	survey_design => q{replicate_design('fay', 0.3)}, survey_line => '(SELECT survey_line(x, 0.5, w, stratum_numeric, psu_text) FROM sample WHERE area = 1)',
	survey_totals => '(SELECT totals(gini_estimate(x, w, stratum, psu, keeping())) FROM sample WHERE area < 3)',
);
our %attribute = (boolean => 'true', bigint => '9007199254740993', integer => '-5', text => q{'a "b", (c)\\d'}, date => q{'0044-03-15 BC'}, numeric => '0.10',
	'double precision' => '0.1::float8 + 0.2', 'text[]' => q{ARRAY['x,y', NULL, '']}, 'timestamp with time zone' => q{'2018-12-31 23:59:59.999999+07'},
	'timestamp without time zone' => q{'2018-12-31 23:59:59.999999'});

# The types of the extension in a database, by kind.
sub of_kind
{
	my ($db, $kinds) = @_;
	return split /\n/, query(<<SQL, dbname => $db);
SELECT t.typname FROM pg_type t JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
LEFT JOIN pg_class r ON r.oid = t.typrelid
WHERE t.typtype IN ($kinds) AND t.typelem = 0 AND (r.relkind IS NULL OR r.relkind = 'c') ORDER BY 1
SQL
}

sub base_types { return of_kind($_[0], q{'b','e','r','m'}); }
sub row_types { return of_kind($_[0], q{'c'}); }

# A value of a row type: one of each attribute's type, those of the extension from above.
sub row_value
{
	my ($type, $attributes) = @_;
	return 'ROW(' . join(', ', map { ($attribute{$_} // $base{$_} // row_value($_, $attributes)) . "::$_" } split(/,/, $attributes->{$type})) . ")::$type";
}

# create_kept('database'), whose extension is in public: the table kept with three rows; row 1 has a value of every type,
# row 2 another one of those that are no rows, row 3 NULL.
sub create_kept
{
	my ($db) = @_;
	my @base = base_types($db);
	my @types = (@base, row_types($db));
	query(draw_sql() . sample_sql('register', 300) . survey_sample_sql('sample', 300), dbname => $db);
	my %attributes = map { /^(\w+)\|(.*)$/ } split /\n/, query(<<'SQL', dbname => $db);
SELECT r.relname, string_agg(format_type(atttypid, NULL), ',' ORDER BY attnum)
FROM pg_class r JOIN pg_attribute a ON a.attrelid = r.oid WHERE relkind = 'c' AND attnum > 0 AND NOT attisdropped GROUP BY 1
SQL
	query('CREATE TABLE kept (id int, ' . join(', ', map { "v_$_ $_" } @types) . ');'
		. 'INSERT INTO kept SELECT 1, ' . join(', ', map { $base{$_} // row_value($_, \%attributes) } @types) . ';'
		. 'INSERT INTO kept (id, ' . join(', ', map { "v_$_" } @base) . ') SELECT 2, ' . join(', ', map { $small{$_} } @base) . ';'
		. 'INSERT INTO kept VALUES (3)', dbname => $db);
	return;
}

# A statement that shows what must stay of the values of these types: the text of each, which is lossless, and the bytes
# of those that have a function for them.
sub kept_bits
{
	my (@types) = @_;
	return 'SELECT id, ' . join(', ', map { "md5(v_$_\::text)" . ($base{$_} && !/^(?:poverty_status|poverty_transition|code_\w+)$/ ? ", md5(${_}_send(v_$_))" : '') } @types) . ' FROM %s ORDER BY id';
}

1;
