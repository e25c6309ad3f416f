# SPDX-License-Identifier: PostgreSQL
# Memory runs out wherever the extension asks for some. Its objects are linked again, so that their calls of the server's
# functions that allocate pass through test/faults, where the n-th call of a statement, and all that follow, can fail. For
# n = 1, 2, 3 ... until the statement succeeds: each failure is an error 53200, after which the session goes on, computes
# the same bits, and holds no more memory than before. The same with the n-th malloc() of the whole process, once.
#
# POINTS=n tries the first n points of each statement one by one (10), then points farther and farther apart; POINTS=0
# tries all, which takes some minutes.

use strict;
use warnings;
use Cwd qw(abs_path);
use EveryAggregate;
use EveryType;
use Examples;
use File::Basename qw(basename);
use File::Temp qw(tempdir);
use PovertyTest;
use PrivateServer;
use Test::More;
use Time::HiRes qw(time);

my $one_by_one = $ENV{POINTS} // 10;
my $directory = tempdir('poverty_faults.XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $build = abs_path($ENV{BUILD} // source_file('.'));
chmod 0755, $directory;
system('cp', glob(source_file('test/faults/*')), $directory) == 0 or die 'cp failed';
my $make = "make -s -C '$directory' PG_CONFIG='$ENV{PG_CONFIG}' BUILD='$build' with_llvm=no";
is(`$make all 2>&1`, '', 'the objects are linked with functions that can fail');

# What the extension calls allocates nothing, or can fail.
my %known = map { $_ => 1 } split(' ', `$make wrapped`), qw(
	ActiveSnapshotSet AggCheckCallContext BufFileClose BufFileRead BufFileSeek BufFileTell CurrentMemoryContext
	DatumGetEOHP DecrTupleDescRefCount EOH_init_header EncodeDateOnly GetActiveSnapshot GetCurrentSubTransactionId
	GetDatabaseEncoding GetMemoryChunkContext GetTopTransactionIdIfAny InterruptPending IsLogicalWorker ItemPointerEquals MemoryContextDelete MemoryContextReset PG_exception_stack ProcessInterrupts
	ReleaseSysCache SPI_finish SPI_fnumber SPI_getbinval SPI_gettypeid SPI_processed SPI_result_code_string SPI_tuptable
	SetClientEncoding WinGetCurrentPosition WinSetMarkPosition add_size array_contains_nulls binaryheap_add_unordered binaryheap_build
	binaryheap_first binaryheap_remove_first binaryheap_replace_first binaryheap_reset creating_extension date2j day_tab
	double_to_shortest_decimal_buf get_hash_memory_limit hash_bytes hash_bytes_extended heap_getnext hex_decode hex_encode
	j2date mul_size numeric_is_inf numeric_is_nan pfree pg_comp_crc32c pg_get_client_encoding pg_qsort pg_re_throw pg_verifymbstr pq_copymsgbytes pq_getmsgbyte
	pq_getmsgbytes pq_getmsgfloat8 pq_getmsgint pq_getmsgint64 qsort_arg table_close work_mem
	errcode errcode_for_file_access error_context_stack errdetail errfinish errhint errmsg errmsg_internal errstart_cold
	erfc exp expm1 floor fma fmax fmin fmod lgamma log log1p nextafter pow sqrt),
	# these are called by DirectFunctionCall, which can fail
	qw(date_out numeric_float8 numeric_in numeric_mul numeric_round timestamp_out timestamp_timestamptz timestamptz_timestamp);
is(join(' ', grep { !/\@|^_/ && !$known{$_} } `nm -D --undefined-only '$build/poverty_ext.so'` =~ /(\S+)$/gm),
	'', 'of each function that the extension calls it is known whether it allocates; failing_server.c has those that do');

sub read_file
{
	my ($file) = @_;
	open(my $handle, '<', $file) or die "$file: $!";
	local $/ = undef;
	return <$handle>;
}

my @contexts = map { read_file($_) =~ /AllocSetContextCreate\(\w+,\s*"([^"]+)"/g } glob source_file('src/*.c');
cmp_ok(scalar @contexts, '>=', 5, 'the names of our memory contexts are found');
my $contexts = join(', ', map { "'$_'" } @contexts);

my $server = do { local $ENV{LD_PRELOAD} = "$directory/failing_malloc.so"; PrivateServer->start('out_of_memory'); };
my $db = 'faults';
$server->query("CREATE DATABASE $db");
$server->query("ALTER DATABASE $db SET max_parallel_workers_per_gather = 0");

# digested(): a call's rows as one number. once(): what a statement gives, or its error, after which it is undone; with its
# n-th allocation failing, if n > 0. points(): the same for n = 1, 2, 3 ...
$server->query(<<"SQL", dbname => $db);
CREATE EXTENSION poverty_ext;
UPDATE pg_proc SET probin = '$directory/failing_poverty_ext' WHERE probin = '\$libdir/poverty_ext';
CREATE FUNCTION fail_from(bigint) RETURNS void LANGUAGE c STRICT AS '$directory/failing_poverty_ext';
CREATE FUNCTION fail_malloc_at(bigint) RETURNS void LANGUAGE c STRICT AS '$directory/failing_poverty_ext';
CREATE FUNCTION failed() RETURNS text LANGUAGE c AS '$directory/failing_poverty_ext';
CREATE TABLE tried (statement text, kind text, points int, errors int, finding text);
CREATE FUNCTION digested(call text) RETURNS text LANGUAGE sql
	RETURN format(E'SELECT hashtextextended(string_agg(v::text, E''\\n''), 0) FROM (\%s) v', call);
CREATE FUNCTION once(statement text, kind text, n bigint) RETURNS text LANGUAGE plpgsql AS \$\$
DECLARE
	got text;
BEGIN
	IF kind = 'malloc' THEN
		PERFORM fail_malloc_at(n);
	ELSE
		PERFORM fail_from(n);
	END IF;
	EXECUTE statement INTO got;
	PERFORM fail_from(0);
	RAISE EXCEPTION USING ERRCODE = 'ZZ001', MESSAGE = coalesce(got, 'NULL');
EXCEPTION WHEN OTHERS THEN
	PERFORM fail_from(0);
	RETURN SQLSTATE || ' ' || SQLERRM;
END\$\$;
CREATE FUNCTION points(call text, kind text) RETURNS void LANGUAGE plpgsql AS \$\$
DECLARE
	statement text := digested(call);
	expected text := once(statement, '', 0);
	got text;
	finding text := '';
	n int := 1;
	points int := 0;
	errors int := 0;
BEGIN
	IF expected NOT LIKE 'ZZ001 %' THEN
		INSERT INTO tried VALUES (call, kind, 0, 0, expected);
		RETURN;
	END IF;
	LOOP
		got := once(statement, kind, n);
		EXIT WHEN failed() IS NULL;
		points := points + 1;
		IF got LIKE '53200 %' THEN
			errors := errors + 1;
		-- who can do without the memory may
		ELSIF kind <> 'malloc' OR got <> expected THEN
			finding := finding || format('%s at %s: %s; ', n, failed(), got);
		END IF;
		got := once(statement, '', 0);
		IF got <> expected THEN
			finding := finding || format('after %s: %s, not %s; ', n, got, expected);
		END IF;
		n := n + 1 + CASE WHEN $one_by_one > 0 AND n >= $one_by_one THEN n / 4 ELSE 0 END;
	END LOOP;
	INSERT INTO tried VALUES (call, kind, points, errors, NULLIF(finding, ''));
END\$\$;
CREATE VIEW memory AS SELECT sum(used_bytes) AS used, count(*) FILTER (WHERE name IN ($contexts)) AS ours FROM pg_backend_memory_contexts;
SQL

my @types = do { local $ENV{PGHOST} = $server->directory; create_kept($db); (base_types($db), row_types($db)) };
mkdir "$directory/copy" or die $!;
chmod 0777, "$directory/copy" or die $!;
$server->query(<<"SQL" . <<'SQL', dbname => $db);
CREATE TABLE copied (LIKE kept);
CREATE FUNCTION through_binary(type text) RETURNS SETOF text LANGUAGE plpgsql AS \$\$
BEGIN
	EXECUTE format('COPY (SELECT id, %I FROM kept) TO ''$directory/copy/kept'' (FORMAT binary)', 'v_' || type);
	EXECUTE format('COPY copied (id, %I) FROM ''$directory/copy/kept'' (FORMAT binary)', 'v_' || type);
	RETURN QUERY EXECUTE format('SELECT %I::text FROM copied ORDER BY id', 'v_' || type);
END\$\$;
SQL
CREATE TABLE few (LIKE register) PARTITION BY LIST (area);
CREATE TABLE few_0 PARTITION OF few FOR VALUES IN (0, 1, 2, 3, 4, 5);
CREATE TABLE few_1 PARTITION OF few DEFAULT;
INSERT INTO few SELECT * FROM register WHERE id <= 24;
CREATE TABLE few_sampled (LIKE sample) PARTITION BY LIST (area);
CREATE TABLE few_sampled_0 PARTITION OF few_sampled FOR VALUES IN (0, 1, 2, 3, 4, 5);
CREATE TABLE few_sampled_1 PARTITION OF few_sampled DEFAULT;
INSERT INTO few_sampled SELECT * FROM sample WHERE id <= 60;
-- more than 64 kB holds, in one table and in two parts
CREATE TABLE many AS SELECT exp(8 * draw(i, 'u')) AS x, 1 + 10 * draw(i, 'v') AS w, floor(50 * draw(i, 'u')) AS y, 1 + floor(4 * draw(i, 'v')) AS k FROM generate_series(1, 6000) i;
CREATE TABLE divided (LIKE many) PARTITION BY LIST (k);
CREATE TABLE divided_0 PARTITION OF divided FOR VALUES IN (1, 2);
CREATE TABLE divided_1 PARTITION OF divided DEFAULT;
INSERT INTO divided SELECT * FROM many;
ANALYZE;
SQL

# points() of a kind for statements in one session. Where these are a page of examples, each is then executed as well;
# where not, each was run before, so that what the server keeps of it for the session is there.
sub try_points
{
	my ($name, $kind, $set, $statements, %option) = @_;
	my $dbname = $option{page} // $db;
	my $start = time;
	my (@before, @calls);
	for my $statement (@$statements)
	{
		my $is_query = $statement =~ /^\s*(SELECT|WITH|VALUES)\b/;
		push @before, "SELECT once(digested(\$call\$$statement\$call\$), '', 0);" if !$option{page};
		push @calls, "SELECT points(\$call\$$statement\$call\$, '$kind');" if $is_query;
		push @calls, "$statement;" if $option{page};
	}
	my $measure = q{SELECT 'memory', used, ours FROM memory;};
	my ($out, $error, $status) = $server->psql(join("\n", 'TRUNCATE tried;', @before, $measure, @calls, $measure), dbname => $dbname, set => { jit => 'off', %$set });
	is($status, 0, "$name: the session goes on") or diag($error);
	my ($tried, $points, $errors, $most) = split /\|/, $server->query('SELECT count(*), sum(points), sum(errors), max(points) FROM tried', dbname => $dbname);
	is($server->query('SELECT statement, finding FROM tried WHERE finding IS NOT NULL', dbname => $dbname), '',
		"$name: each error is 53200, and the bits are the same after it");
	cmp_ok($errors, '>=', $option{least} // 40, '... of which there are many');
	my ($used, $ours, $used_after, $ours_after) = $out =~ /^memory\|(\d+)\|(\d+)$/gm;
	is($ours_after, 0, '... and no memory context of ours is left');
	# of its plans for the functions here the session keeps about 130 kB
	cmp_ok($used_after - $used, '<', 200_000, '... nor other memory') if !$option{page};
	note(sprintf('%s: %d statements, %d points, %d errors, at most %d points in one; %.1f s', $name, $tried, $points, $errors, $most, time - $start));
	return;
}

my %parts = (enable_partitionwise_aggregate => 'on');
my %little = (work_mem => '64kB', hash_mem_multiplier => 1);
my @aggregates = map { "SELECT $aggregate{$_} FROM few" } sort keys %aggregate;
my @survey = map { "SELECT $_ FROM few_sampled" } map({ $survey_aggregate{$_} } sort keys %survey_aggregate), map({ $survey_choice{$_} } sort keys %survey_choice);
is(scalar(grep { $server->query("EXPLAIN (COSTS OFF) $_", dbname => $db, set => {%parts}) !~ /^Finalize Aggregate.*Append.*Partial Aggregate/s } @aggregates[0, -1], @survey[0, -1]),
	0, 'the plans combine partial states');
try_points('aggregates', 'call', {%parts}, \@aggregates);
try_points('survey aggregates', 'call', {%parts}, \@survey);
try_points('moving windows', 'call', {}, [ map {
	my $window = 'OVER (ORDER BY id ROWS 2 PRECEDING)';
	'SELECT ' . ($aggregate{$_} =~ /^\w*send\(/ ? $aggregate{$_} =~ s/\)$/ $window)/r : "$aggregate{$_} $window") . ' FROM few WHERE id <= 6';
} sort keys %aggregate ]);
try_points('large states', 'call', {%little}, [ map { "SELECT $_ FROM many" } 'float8send(gini(x, w))', 'float8send(gini(y, k))', 'income_distribution(x, w)',
	'income_distribution(x, w, 100)', 'float8send(concentration_index(w, x, k))', 'float8send(weighted_quantile(x, 0.3, w))', 'array_send(lorenz_curve(x, 10))' ]);
try_points('large states in parts', 'call', { %little, %parts }, [ map { "SELECT $_ FROM divided" } 'float8send(gini(x, w))', 'float8send(gini(y, k))', 'income_distribution(x, w, 100)' ]);
try_points('types', 'call', {}, [ map { ("SELECT v_$_\::text\::$_ FROM kept", "SELECT through_binary('$_')") } @types ]);
try_points('malloc()', 'malloc', {%parts}, \@aggregates);

# The statements of a page of examples: all of the extension's functions have some.
sub examples
{
	my ($file) = @_;
	my ($text, @statements) = ('');
	for my $line (split /^/, join("\n", map { $_->[1] } grep { $_->[0] eq 'sql' } blocks($file)))
	{
		$text .= $line;
		next if $line !~ /;\s*$/ || ($text =~ tr/$//) % 4 != 0;
		push @statements, $text =~ s/;\s*\z//r;
		$text = '';
	}
	die "$file: no end of $text" if $text =~ /\S/;
	return \@statements;
}

for my $file (grep { !/intro/ } sort glob source_file('doc/reference/*.md'))
{
	$server->query("DROP DATABASE IF EXISTS page");
	$server->query("CREATE DATABASE page TEMPLATE $db");
	$server->query('DROP TABLE register, sample, kept, few, few_sampled, many, divided CASCADE', dbname => 'page');
	try_points('examples of ' . basename($file, '.md'), 'call', {}, examples($file), page => 'page', least => 10);
}

# An error that ends the transaction.
my @once = (map({ ("SELECT fail_from($_)", $aggregates[$_], 'SELECT fail_from(0)', $aggregates[$_]) } 1 .. 9));
my ($out, $error, $status) = $server->program('psql', qw(-X -q -A -t -v VERBOSITY=verbose -d), $db, qw(-U postgres), map { ('-c', $_) } @once);
is(scalar(() = $error =~ /ERROR:  53200: out of memory/g), 9, 'outside of a block too, the error is 53200');
is($out =~ s/\n+/\n/gr, join('', map { "\n" . $server->query($aggregates[$_], dbname => $db) } 1 .. 9) . "\n", '... and the session goes on');
is($server->crashes, '', 'the server never restarted');
done_testing();
