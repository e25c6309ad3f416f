# SPDX-License-Identifier: PostgreSQL
package PovertyTest;

# What the TAP tests share: psql, databases and roles of their own, dump and restore, all through the programs of the
# server under test (PG_BIN) and the private socket that run.sh made (PGHOST, PGPORT, PGUSER). Nothing but core perl.

use strict;
use warnings;
use Exporter 'import';
use File::Temp qw(tempfile tempdir);
use Test::More ();

our @EXPORT = qw(psql query sql_ok program create_database drop_database dump_database restore_database source_file);

my $source = __FILE__;
$source =~ s{(^|/)test/t/[^/]+$}{} or die "PovertyTest.pm is not in test/t: $source";
$source = '.' if $source eq '';

my $directory = tempdir(CLEANUP => 1);

# The path of a file of the project, given relative to its root.
sub source_file { return "$source/$_[0]"; }

# Runs a program of the server under test; returns its output, its errors and its exit status.
sub program
{
	my ($name, @arguments) = @_;
	my ($out, $err) = ("$directory/out", "$directory/err");
	my $pid = fork() // die "fork: $!";
	if ($pid == 0)
	{
		open(STDIN, '<', '/dev/null') or die $!;
		open(STDOUT, '>', $out) or die $!;
		open(STDERR, '>', $err) or die $!;
		exec("$ENV{PG_BIN}/$name", @arguments) or die "$name: $!";
	}
	waitpid($pid, 0);
	my $status = $? & 127 ? 128 + ($? & 127) : $? >> 8;
	return (slurp($out), slurp($err), $status);
}

# psql($sql, dbname => 'postgres', user => 'postgres', file => $path, set => {work_mem => '1MB'}) runs $sql (or the file)
# and stops at the first error. Returns (stdout, stderr, exit status); rows come unaligned, fields separated by |.
# Errors show their SQLSTATE. `set` gives settings to the session from its start.
sub psql
{
	my ($sql, %option) = @_;
	my $file = $option{file};
	if (!defined $file)
	{
		(my $handle, $file) = tempfile(DIR => $directory);
		print $handle $sql;
		close $handle or die $!;
	}
	local $ENV{PGOPTIONS} = join ' ', map { "-c $_=" . ($option{set}{$_} =~ s/([ \\])/\\$1/gr) } sort keys %{ $option{set} // {} };
	my ($out, $err, $status) = program(
		'psql', qw(-X -q -A -t -v ON_ERROR_STOP=1 -v VERBOSITY=verbose), '-f', $file,
		'-d', $option{dbname} // 'postgres', '-U', $option{user} // 'postgres');
	# a random file name may hold anything, so no pattern shall meet it
	$err =~ s/^psql:\Q$file\E:/psql:/gm;
	chomp $out;
	return ($out, $err, $status);
}

# The output of SQL that must work; dies when it does not.
sub query
{
	my ($out, $err, $status) = psql(@_);
	die "$_[0]\nfailed: $err" if $status != 0;
	return $out;
}

# A test point: the SQL works.
sub sql_ok
{
	my ($sql, $name, %option) = @_;
	my ($out, $err, $status) = psql($sql, %option);
	local $Test::Builder::Level = $Test::Builder::Level + 1;
	return Test::More::is($status, 0, $name) || Test::More::diag($err);
}

sub create_database
{
	my ($name, $owner) = @_;
	drop_database($name);
	query("CREATE DATABASE $name" . (defined $owner ? " OWNER $owner" : '') . ' TEMPLATE template0');
	return $name;
}

sub drop_database
{
	query('DROP DATABASE IF EXISTS ' . $_[0]);
	return;
}

# dump_database('name', user => …, options => [...]) returns the path of a plain SQL dump.
sub dump_database
{
	my ($name, %option) = @_;
	my $file = "$directory/$name.sql";
	my (undef, $err, $status) = program('pg_dump', '-d', $name, '-U', $option{user} // 'postgres', '-f', $file, @{ $option{options} // [] });
	die "pg_dump $name failed: $err" if $status != 0;
	return $file;
}

# restore_database('name', $file, user => …) runs a dump in an existing database; returns (stdout, stderr, exit status).
sub restore_database
{
	my ($name, $file, %option) = @_;
	return psql(undef, %option, dbname => $name, file => $file);
}

sub slurp
{
	my ($file) = @_;
	open(my $handle, '<', $file) or die "$file: $!";
	local $/ = undef;
	return <$handle> // '';
}

1;
