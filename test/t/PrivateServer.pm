# SPDX-License-Identifier: PostgreSQL
package PrivateServer;

# More servers beside the one that run.sh made, for tests that need several or settings of their own: each with a
# directory, a socket and a port of its own, run by the same user, stopped and removed when its object goes.
#   my $server = PrivateServer->start('north', wal_level => 'logical');
#   $server->query('SELECT 1', dbname => 'postgres');      as query(), psql() and sql_ok() of PovertyTest

use strict;
use warnings;
use File::Path qw(remove_tree);
use PovertyTest ();

# start('name', setting => 'value', …): the directory stands beside the first cluster's, whose socket's port is kept, for
# no two share a directory.
sub start
{
	my ($class, $name, %setting) = @_;
	my $directory = $ENV{PGHOST} =~ s{/[^/]*$}{/$name}r;
	my $self = bless { directory => $directory, owner => $$ }, $class;
	remove_tree($directory);
	mkdir($directory, 0700) or die "$directory: $!";
	if ($> == 0)
	{
		$self->{user} = getpwuid((stat $ENV{PGHOST})[4]);
		chown((stat $ENV{PGHOST})[4, 5], $directory) or die "$directory: $!";
	}
	$self->run('initdb', '-D', "$directory/data", qw(-U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions));
	my %all = (listen_addresses => '', unix_socket_directories => $directory, port => $ENV{PGPORT}, fsync => 'off', synchronous_commit => 'off',
		full_page_writes => 'off', max_connections => 30, shared_buffers => '64MB', jit => 'off', %setting);
	open(my $configuration, '>>', "$directory/data/postgresql.conf") or die $!;
	print $configuration "$_ = '$all{$_}'\n" for sort keys %all;
	close $configuration or die $!;
	$self->run('pg_ctl', '-D', "$directory/data", '-l', "$directory/log", qw(-w -t 60 -s start));
	return $self;
}

sub directory { return $_[0]{directory}; }

# A program of the server, as the user who runs it; dies when it fails.
sub run
{
	my ($self, $program, @arguments) = @_;
	my @command = ("$ENV{PG_BIN}/$program", @arguments);
	@command = ('runuser', '-u', $self->{user}, '--', @command) if defined $self->{user};
	my $pid = fork() // die "fork: $!";
	if ($pid == 0)
	{
		chdir($self->{directory}) or die $!;
		open(STDIN, '<', '/dev/null') or die $!;
		open(STDOUT, '>', "$self->{directory}/out") or die $!;
		open(STDERR, '>&', \*STDOUT) or die $!;
		exec(@command) or die "$program: $!";
	}
	waitpid($pid, 0);
	return if $? == 0;
	for my $file ("$self->{directory}/out", "$self->{directory}/log")
	{
		open(my $handle, '<', $file) or next;
		print STDERR <$handle>;
	}
	die "$program failed\n";
}

# PovertyTest's functions on this server.
sub psql { my $self = shift; local $ENV{PGHOST} = $self->{directory}; return PovertyTest::psql(@_); }
sub query { my $self = shift; local $ENV{PGHOST} = $self->{directory}; return PovertyTest::query(@_); }
sub program { my $self = shift; local $ENV{PGHOST} = $self->{directory}; return PovertyTest::program(@_); }

# What the server's log says.
sub slurp_log
{
	my ($self) = @_;
	open(my $log, '<', "$self->{directory}/log") or die $!;
	local $/ = undef;
	return <$log>;
}

# What the log says of crashes: nothing, if all is well.
sub crashes
{
	return join "\n", grep { /terminated by signal|server process .* exited with exit code|PANIC:|TRAP:|runtime error:|^==\d+==/ } split /\n/, $_[0]->slurp_log;
}

sub stop
{
	my ($self) = @_;
	return if !-e "$self->{directory}/data/postmaster.pid";
	$self->run('pg_ctl', '-D', "$self->{directory}/data", qw(-w -s -m immediate stop));
	return;
}

sub DESTROY
{
	my ($self) = @_;
	return if $self->{owner} != $$;
	local ($?, $@, $!);
	eval { $self->stop; 1 } or warn $@;
	remove_tree($self->{directory});
	return;
}

1;
