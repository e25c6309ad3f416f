# SPDX-License-Identifier: PostgreSQL
# The extension as a guest in a database: who may install it, whether every object explains itself, and whether it
# depends on nothing but its own schema.

use strict;
use warnings;
use Test::More;
use PovertyTest;

# Every member of the extension that can bear a comment: all but the array types and rowtypes that come with a type or
# table, and with them the columns of its tables, views and composite types.
my $objects = q{
	CREATE TEMP VIEW member AS
	SELECT d.classid, d.objid
	FROM pg_depend d
	JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = 'pg_extension'::regclass
	WHERE e.extname = 'poverty_ext' AND d.deptype = 'e';

	CREATE TEMP VIEW object AS
	SELECT m.classid, m.objid, 0 AS objsubid, obj_description(m.objid, c.relname) AS comment
	FROM member m
	JOIN pg_class c ON c.oid = m.classid
	WHERE NOT (m.classid = 'pg_type'::regclass AND EXISTS (
		SELECT FROM pg_type t
		LEFT JOIN pg_class r ON r.oid = t.typrelid
		WHERE t.oid = m.objid AND (r.relkind <> 'c' OR EXISTS (SELECT FROM pg_type element WHERE element.typarray = t.oid))))
	UNION ALL
	SELECT 'pg_class'::regclass, a.attrelid, a.attnum, col_description(a.attrelid, a.attnum)
	FROM pg_attribute a
	JOIN pg_class r ON r.oid = a.attrelid
	WHERE r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped
		AND EXISTS (
			SELECT FROM member m
			WHERE m.objid = r.oid AND m.classid = 'pg_class'::regclass
			   OR m.objid = r.reltype AND m.classid = 'pg_type'::regclass);
};
my $silent = q{
	SELECT pg_describe_object(classid, objid, objsubid) FROM object
	WHERE comment IS NULL OR comment !~ '\w' ORDER BY 1;
};

create_database('install');
sql_ok('CREATE EXTENSION poverty_ext', 'the extension installs', dbname => 'install');

cmp_ok(query("$objects SELECT count(*) FROM object", dbname => 'install'), '>', 50, 'its objects are found');
is(query("$objects $silent", dbname => 'install'), '', 'every object and every column has a comment');

# The same query must name an object of each kind once its comment is gone.
my %taken_away = (
	'function' => q{SELECT format('COMMENT ON FUNCTION %s IS NULL', objid::regprocedure)
		FROM object JOIN pg_proc p ON p.oid = objid WHERE classid = 'pg_proc'::regclass AND prokind = 'f'},
	'aggregate' => q{SELECT format('COMMENT ON AGGREGATE %s IS NULL', objid::regprocedure)
		FROM object JOIN pg_proc p ON p.oid = objid WHERE classid = 'pg_proc'::regclass AND prokind = 'a'},
	'window function' => q{SELECT format('COMMENT ON FUNCTION %s IS NULL', objid::regprocedure)
		FROM object JOIN pg_proc p ON p.oid = objid WHERE classid = 'pg_proc'::regclass AND prokind = 'w'},
	'type' => q{SELECT format('COMMENT ON TYPE %s IS NULL', objid::regtype)
		FROM object WHERE classid = 'pg_type'::regclass},
	'table' => q{SELECT format('COMMENT ON TABLE %s IS NULL', objid::regclass)
		FROM object JOIN pg_class r ON r.oid = objid WHERE classid = 'pg_class'::regclass AND objsubid = 0 AND relkind = 'r'},
	'column' => q{SELECT format('COMMENT ON COLUMN %s.%I IS NULL', objid::regclass, attname)
		FROM object JOIN pg_attribute ON attrelid = objid AND attnum = objsubid
		WHERE classid = 'pg_class'::regclass AND objsubid > 0},
);
for my $kind (sort keys %taken_away)
{
	my $named = query("$objects BEGIN; $taken_away{$kind} ORDER BY 1 LIMIT 1 \\gexec\n $silent ROLLBACK;", dbname => 'install');
	is(scalar(split /\n/, $named), 1, "$kind: one without its comment would be found") or diag($named);
}

# What a trusted extension must not do, and what parallel plans need.
my $functions = q{SELECT p.oid::regprocedure FROM member m JOIN pg_proc p ON p.oid = m.objid AND m.classid = 'pg_proc'::regclass WHERE };
is(query("$objects $functions p.prosecdef", dbname => 'install'), '', 'no function is SECURITY DEFINER');
# Room report writes SQL over tables that the caller names, which takes PL/pgSQL; with the search_path of every such function
# fixed, for what it writes is parsed when it runs. Those that make views and tables must not run in a worker; those that
# read the caller's tables may be given a temporary one, which a worker cannot see.
my $dynamic = "p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')";
my $reads = "p.proretset AND p.prorettype::regtype::text ~ '_row\$'";
my $makes = "p.proname ~ '^(publish_|report_publish\$|create_area_summary\$|refresh_area_summary\$)'";
is(query("$objects $functions p.proconfig IS NOT NULL AND NOT $dynamic", dbname => 'install'), '', 'no function changes settings, but those in PL/pgSQL');
is(query("$objects $functions $dynamic AND p.proconfig IS DISTINCT FROM '{\"search_path=pg_catalog, pg_temp\"}'", dbname => 'install'), '', 'and those fix the search_path, and nothing else');
is(query("$objects $functions p.proparallel <> CASE WHEN $makes THEN 'u' WHEN $reads AND $dynamic OR p.proname IN ('published_flows', 'published_results') THEN 'r' ELSE 's' END", dbname => 'install'),
	'', 'every function is PARALLEL SAFE, but those that make views and tables or read tables that the caller names');
is(query("$objects $functions NOT $dynamic AND p.prolang NOT IN (SELECT oid FROM pg_language WHERE lanname IN ('c', 'internal', 'sql'))", dbname => 'install'),
	'', 'every function is in C, SQL or PL/pgSQL');
is(query("$objects SELECT count(*) FROM member m JOIN pg_proc p ON p.oid = m.objid AND m.classid = 'pg_proc'::regclass WHERE $dynamic AND p.proname !~ '^(report_|publish_|area_rate|area_flow|threshold|programme_|deprivation_rate|lorenz_point|area_summary_query|create_area_summary|refresh_area_summary)'", dbname => 'install'),
	0, 'and those in PL/pgSQL are of room report');
is(query("$objects $functions p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql') AND p.prosqlbody IS NULL", dbname => 'install'),
	'', 'the body of every SQL function was parsed at installation, so no search_path can bend it');

# The script names nothing of ours without @extschema@: neither in what it runs nor in the bodies of its functions.
# Literals and comments are left out. Four things have such names and take no schema: a trigger, a column of a table of
# ours, an argument or a field where it is declared (before its type), and the function whose body it is, before its own
# argument (area_unit.code).
my $script = do
{
	my ($share) = program('pg_config', '--sharedir');
	chomp $share;
	my ($file) = glob("$share/extension/poverty_ext--*.sql");
	open(my $handle, '<', $file) or die "$file: $!";
	local $/ = undef;
	<$handle>;
};
my %name = map { split /\|/ } split /\n/, query(q{
	SELECT name, CASE WHEN bool_or(type) OR NOT name = ANY (SELECT a.attname FROM member JOIN pg_attribute a ON a.attrelid = objid AND attnum > 0)
		THEN 'object' ELSE 'column' END
	FROM (
		SELECT proname, false FROM member JOIN pg_proc ON oid = objid WHERE classid = 'pg_proc'::regclass
		UNION ALL SELECT typname, true FROM member JOIN pg_type ON oid = objid WHERE classid = 'pg_type'::regclass
		UNION ALL SELECT relname, true FROM member JOIN pg_class ON oid = objid WHERE classid = 'pg_class'::regclass) AS o(name, type)
	GROUP BY name
} =~ s/^/$objects/r, dbname => 'install');
cmp_ok(scalar(keys %name), '>', 100, 'the script has names to look for');

# "line 12: name" for each name of ours that stands unqualified in the text.
sub unqualified
{
	my ($text) = @_;
	$text =~ s{('(?:[^']|\x27\x27)*'|--[^\n]*|/\*.*?\*/)}{$1 =~ s/[^\n]//gr}ges;
	my $any = join '|', sort { length $b <=> length $a } keys %name;
	my ($body, @found) = ('');
	while ($text =~ /CREATE FUNCTION \@extschema@\.(\w+)|(TRIGGER )?(?<![\w.@"])($any)(?![\w"])(\.| *\(|\s+(?:\@extschema@\.|(?:float8|boolean|bigint|integer|numeric|text|date|jsonb)\b))?/g)
	{
		my ($defined, $trigger, $used, $next, $from) = ($1, $2, $3, $4 // '', $-[0]);
		$body = $defined if defined $defined;
		next if defined $defined || defined $trigger;
		next if $used eq $body && $next eq '.' || $next =~ /^\s+[\w\@]/ || $name{$used} eq 'column' && $next !~ /\(/;
		push @found, sprintf 'line %d: %s', 1 + (substr($text, 0, $from) =~ tr/\n//), $used;
	}
	return @found;
}
is(join("\n", unqualified($script)), '', 'the script names nothing of ours unqualified');
for my $place ('COMBINEFUNC = ', 'COMMENT ON COLUMN ', 'SFUNC = ', 'RETURNS ', 'INSERT INTO ', 'FROM ', 'EXECUTE FUNCTION ')
{
	my $bent = $script =~ s/(\Q$place\E)\@extschema@\./$1/r;
	is(scalar(unqualified($bent)), 1, "one after $place would be found");
}

# In a schema of its own, with nothing of it in the path; then with a path full of decoys before it.
create_database('elsewhere');
sql_ok('CREATE SCHEMA other; CREATE EXTENSION poverty_ext SCHEMA other', 'it installs in another schema', dbname => 'elsewhere');
is(query("$objects SELECT count(*) FROM object", dbname => 'elsewhere'),
	query("$objects SELECT count(*) FROM object", dbname => 'install'), 'with the same number of objects');
is(query(q{SELECT pg_describe_object(classid, objid, 0) FROM member CROSS JOIN LATERAL pg_identify_object(classid, objid, 0) AS o
	WHERE o.schema <> 'other'} =~ s/^/$objects/r, dbname => 'elsewhere'), '', 'and all of them are in it');
my $calls = q{
	SELECT other.poverty_line('VN-2016', 'rural', date '2018-12-31'),
		other.poverty_line('VN-2016', 'urban', date '2018-12-31'),
		other.classify_household('VN-2016', 'rural', date '2018-12-31', 700000, 0),
		other.classify_household('VN-2016', 'rural', date '2018-12-31', 1000000, 2),
		other.poverty_rate(poor, total) FROM (VALUES (1, 4), (2, 4)) AS area(poor, total);
};
# QĐ 59/2015: 700,000 and 900,000; at the line poor; up to 1,000,000 with fewer than 3 deprivations near-poor. 3 of 8.
my $answers = '700000|900000|poor|near_poor|0.375';
is(query("SET search_path = pg_catalog; $calls", dbname => 'elsewhere'), $answers, 'it works with search_path = pg_catalog');
query(q{
	CREATE SCHEMA decoy;
	CREATE TABLE decoy.poverty_line AS SELECT * FROM other.poverty_line WHERE false;
	CREATE TABLE decoy.poverty_standard AS SELECT * FROM other.poverty_standard WHERE false;
	CREATE TYPE decoy.poverty_status AS ENUM ('decoy');
	CREATE FUNCTION decoy.never(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT false';
	CREATE OPERATOR decoy.= (LEFTARG = text, RIGHTARG = text, FUNCTION = decoy.never);
}, dbname => 'elsewhere');
is(query("SET search_path = decoy, pg_catalog, other; $calls", dbname => 'elsewhere'), $answers, 'decoys in the path change nothing');

# Nor does it matter how the session that installs it reads a backslash: a literal without E has none.
is(join("\n", grep { /\\/ } split /\n/, $script =~ s/^\\echo .*//r =~ s/E'(?:[^'\\]|\\.|'')*'//gr), '', 'no literal has a backslash that two sessions would read in two ways');
create_database('elsewhere');
query('CREATE EXTENSION poverty_ext', dbname => 'elsewhere', set => { standard_conforming_strings => 'off', escape_string_warning => 'off' });
is(query(q{SELECT form_name(' Sông  Cầu ')}, dbname => 'elsewhere'), 'sông cầu', 'installed under standard_conforming_strings = off: the same function');

# Trusted: a database owner who is no superuser installs it, uses it, keeps lines of their own, and drops it.
drop_database('district');
query('DROP ROLE IF EXISTS district_office, clerk; CREATE ROLE district_office LOGIN; CREATE ROLE clerk LOGIN');
create_database('district', 'district_office');
my %office = (dbname => 'district', user => 'district_office');
my %clerk = (dbname => 'district', user => 'clerk');
sql_ok('CREATE EXTENSION poverty_ext', 'a database owner who is no superuser installs it', %office);
is(query(q{SELECT poverty_line('VN-2022', 'urban', date '2023-12-31')}, %clerk), '2000000', 'anyone reads the lines');
for my $table (query("$objects SELECT objid::regclass FROM object JOIN pg_class r ON r.oid = objid
	WHERE classid = 'pg_class'::regclass AND objsubid = 0 AND relkind = 'r' ORDER BY 1", %office) =~ /(\S+)/g)
{
	for my $right (qw(SELECT INSERT UPDATE DELETE))
	{
		is(query("SELECT has_table_privilege('$table', '$right')", %office), 't', "the owner has $right on $table");
		is(query("SELECT has_table_privilege('$table', '$right')", %clerk), $right eq 'SELECT' ? 't' : 'f',
			($right eq 'SELECT' ? 'anyone has ' : 'nobody else has ') . "$right on $table");
	}
}
my (undef, $refusal, $status) = psql('DROP EXTENSION poverty_ext', %clerk);
like($refusal, qr/42501/, 'another user cannot drop it');
isnt($status, 0, 'and sees a failure');
sql_ok('DROP EXTENSION poverty_ext', 'its owner can', %office);
is(query("SELECT count(*) FROM pg_proc WHERE proname = 'poverty_rate'", %office), '0', 'and nothing of it stays');

# Whoever made the extension, the owner of the database keeps its tables: a superuser installs, the database changes hands.
my $rights = q{SELECT count(*) FROM unnest('{INSERT, UPDATE, DELETE}'::text[]) AS r, unnest('{poverty_standard, poverty_line, deprivation_indicator, area_crosswalk}'::text[]) AS t
	WHERE has_table_privilege(t, r)};
query('CREATE EXTENSION poverty_ext', dbname => 'district');
is(query($rights, %office), 12, 'a superuser installed it: the owner of the database writes its tables');
query('ALTER DATABASE district OWNER TO clerk', dbname => 'postgres');
is(query($rights, %clerk), 12, '... and so does the next owner');
is(query($rights, %office), 0, '... but not the one before');

drop_database($_) for qw(install elsewhere district);
query('DROP ROLE district_office, clerk');
done_testing();
