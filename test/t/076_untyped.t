# SPDX-License-Identifier: PostgreSQL
# Clients send parameters without a type, and numbers of whatever type they have: every function and aggregate resolves when
# one argument has a type and all others are $1, $2 …, and takes int, bigint, numeric and real where it says float8.
# What does not, because overloads over other types share the name, is listed here with the argument that needs a type.

use strict;
use warnings;
use PovertyTest;
use Test::More;

my $db = create_database('untyped');
query(<<'SQL', dbname => $db);
CREATE EXTENSION poverty_ext;
CREATE TABLE refused (name text, typed int, call text, message text);
DO $$
DECLARE
	f record;
	given text;
	call text;
	parameters int;
BEGIN
	FOR f IN SELECT p.oid, p.proname, p.prokind, p.pronargs, p.proargtypes::oid[] AS types FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
			JOIN pg_extension x ON x.oid = d.refobjid AND x.extname = 'poverty_ext'
		WHERE p.pronargs >= 1
			-- what types, operators and aggregates are made of is not called by people
			AND NOT EXISTS (SELECT FROM pg_aggregate a WHERE p.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn))
			AND NOT EXISTS (SELECT FROM pg_operator o WHERE o.oprcode = p.oid) AND NOT EXISTS (SELECT FROM pg_amproc m WHERE m.amproc = p.oid)
			AND NOT EXISTS (SELECT FROM pg_type t WHERE p.oid IN (t.typinput, t.typreceive, t.typoutput, t.typsend))
			-- nor are the constructors of ranges
			AND p.proname !~ '^code_' LOOP
		FOR i IN 0 .. f.pronargs - 1 LOOP
			FOREACH given IN ARRAY CASE f.types[i] WHEN 'float8'::regtype THEN '{float8,numeric,int,bigint,real}' WHEN 'float8[]'::regtype THEN '{float8[],int[],numeric[]}'
				WHEN '"any"'::regtype THEN '{int,text}' WHEN 'survey_code'::regtype THEN '{survey_code,int,bigint,numeric,float8,text,varchar,char,name,boolean,date,uuid}' WHEN 'text'::regtype THEN '{text,varchar}' ELSE ARRAY[f.types[i]::regtype::text] END::text[] LOOP
				parameters := 0;
				call := '';
				FOR k IN 0 .. f.pronargs - 1 LOOP
					IF k = i THEN
						call := call || ', NULL::' || given;
					ELSE
						parameters := parameters + 1;
						call := call || ', $' || parameters;
					END IF;
				END LOOP;
				BEGIN
					EXECUTE format('PREPARE untyped AS SELECT %I(%s)%s', f.proname, substr(call, 3), CASE f.prokind WHEN 'w' THEN ' OVER ()' END);
					DEALLOCATE untyped;
				EXCEPTION WHEN OTHERS THEN
					INSERT INTO refused VALUES (f.proname, i + 1, format('%s(%s)', f.proname, substr(call, 3)), SQLSTATE || ' ' || SQLERRM);
				END;
			END LOOP;
		END LOOP;
	END LOOP;
END $$;
SQL

# name => the arguments any of which is enough; without one of them the call is ambiguous
my %needs = (
	# deprivations are arrays, bits or a mask
	(map { $_ => [1] } qw(mpi mpi_headcount mpi_intensity mpi_summary mpi_poor deprivation_score)),
	# a period is a number, a date or a timestamp
	(map { $_ => [2] } qw(yoy_change yoy_relative_change yoy_break annualised_change annualised_growth annualised_break)),
	(map { $_ => [2, 3] } qw(change_since break_since)),
	mpi_change => [3, 4],
	# a status is a poverty_status or whether one is poor, and the period as above: both need a type
	poverty_spell => [], persistent_poor => [],
	# its roles are a list of arguments, which an array is not
	report_source => [0, 1],
);
my @unexpected;
my %seen;
for (split /\n/, query('SELECT DISTINCT name, typed, call, message FROM refused', dbname => $db))
{
	my ($name, $typed, $call, $message) = split /\|/;
	my $needs = $needs{$name};
	$seen{$name} = 1;
	push @unexpected, "$call: $message" if !defined $needs || grep { $_ == $typed } @$needs;
}
is_deeply(\@unexpected, [], 'every call resolves with one typed argument, but those that are listed');
is_deeply([sort keys %seen], [sort keys %needs], 'and all that are listed still need to be');
sql_ok(<<'SQL', 'the listed ones resolve when the arguments that need it have a type', dbname => $db);
PREPARE p1 AS SELECT mpi('{t}'::boolean[], $1, $2, $3), mpi_poor(1::bigint, $1, $2), deprivation_score('1'::bit(1), $1);
PREPARE p2 AS SELECT yoy_change($1, date '2018-12-31', $2) OVER (), annualised_change($3, 2018::int, $4) OVER (), change_since($5, timestamp '2018-12-31', $6, $7) OVER ();
PREPARE p3 AS SELECT poverty_spell(true, 2018::numeric) OVER (), persistent_poor('poor'::poverty_status, date '2018-12-31') OVER ();
PREPARE p4 AS SELECT mpi_change($1, $2, 2016::int, $3);
SQL
my ($out) = split /\|/, query(q{SELECT count(*) FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e' WHERE p.prokind = 'a'}, dbname => $db);
cmp_ok($out, '>', 200, 'there were aggregates to look at');

# A text is no number: an office that stores its years as text casts them.
my (undef, $err) = psql(q{SELECT yoy_change(0.1, '2018'::text) OVER ()}, dbname => $db);
like($err, qr/42883/, 'a period of type text is refused');
is(query(q{SELECT yoy_change(v, y::int) OVER (ORDER BY y) FROM (VALUES (0.25, '2017'), (0.125, '2018')) t(v, y) ORDER BY y OFFSET 1}, dbname => $db), '-0.125', 'and cast, it works');

drop_database($db);
done_testing();
