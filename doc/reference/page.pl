# SPDX-License-Identifier: PostgreSQL
# page.pl DATABASE: prints doc/reference.md from the catalog of a database that has poverty_ext (objects.sql; psql is that
# of PG_BIN, the server that of PGHOST and PGPORT) and from the examples beside this file, ROOM.md. Names without an
# example are listed on stderr. What a name's overloads say in common is printed once.

use strict;
use warnings;
use File::Basename qw(dirname);

my $here = dirname(__FILE__);
my $root = "$here/../..";

# The rooms, in the order of the Makefile; a room whose subjects fill several files is one.
sub rooms
{
	my @files = slurp("$root/Makefile") =~ /^ROOMS = (.*)$/m ? split(' ', $1) : die 'the Makefile has no ROOMS';
	my (@rooms, %room);
	for my $file (@files)
	{
		my ($room) = grep { index($file, "${_}_") == 0 } @rooms;
		push @rooms, $room = $file unless defined $room;
		my $sql = slurp("$root/src/$file.sql");
		while ($sql =~ /^CREATE (?:FUNCTION|AGGREGATE|TYPE|TABLE|VIEW|MATERIALIZED VIEW) \@extschema\@\.(\w+)/mg)
		{
			$room{$1} //= $room;
			# PostgreSQL makes a multirange of each range
			$room{ $1 =~ s/range$/multirange/r } //= $room;
		}
	}
	return (\@rooms, \%room);
}

sub slurp
{
	my ($file) = @_;
	open(my $handle, '<:raw', $file) or die "$file: $!";
	local $/ = undef;
	return <$handle>;
}

# The catalog: $catalog->{function} and so on, each a list of lists of fields.
sub catalog
{
	my ($database) = @_;
	my %catalog;
	open(my $psql, '-|', ($ENV{PG_BIN} ? "$ENV{PG_BIN}/psql" : 'psql'), qw(-X -q -v ON_ERROR_STOP=1 -d), $database, '-f', "$here/objects.sql") or die $!;
	binmode $psql;
	while (my $line = <$psql>)
	{
		chomp $line;
		next if $line eq '';
		my ($kind, @fields) = split /\t/, $line, -1;
		push @{ $catalog{$kind} }, \@fields;
	}
	close $psql or die 'psql failed';
	return \%catalog;
}

# A room's examples: what stands before them, and for each name the heading under which it is shown, and that text.
sub examples
{
	my ($room) = @_;
	my (%example, %heading_of);
	my $file = "$here/$room.md";
	return ('', {}, {}) unless -e $file;
	my ($before, @parts) = split /^## (.*)\n/m, slurp($file);
	while (my ($names, $text) = splice(@parts, 0, 2))
	{
		my @names = split /, */, $names;
		$text =~ s/\s+\z/\n/;
		$example{ $names[0] } = $text;
		$heading_of{$_} = $names[0] for @names;
	}
	$before =~ s/\A\s+|\s+\z//g;
	return ($before, \%example, \%heading_of);
}

sub short_type
{
	my ($text) = @_;
	$text =~ s/double precision/float8/g;
	$text =~ s/timestamp with time zone/timestamptz/g;
	$text =~ s/timestamp without time zone/timestamp/g;
	$text =~ s/bit varying/varbit/g;
	return $text;
}

# A comment in sentences; a stop within brackets ends none.
sub sentences
{
	my ($comment) = @_;
	return split /(?<=[.)])\s+(?=\p{Lu})/, $comment;
}

sub in_text
{
	my ($text) = @_;
	$text =~ s/\|/\\|/g;
	$text =~ s/<(?=[\w\/!])/\\</g;
	return $text;
}

# The signatures of a name, and what is said of them: each sentence once, under the first signatures it belongs to.
sub print_functions
{
	my (@overloads) = @_;
	my %kind = (a => 'aggregate', w => 'window function', f => 'function', p => 'procedure');
	my (%said, %by_cost, @costs);
	my @groups;
	for my $overload (@overloads)
	{
		my ($name, $kind, $arguments, $result, $cost, $comment) = @$overload;
		my $signature = short_type("$name($arguments) → $result");
		my $key = "$kind $comment";
		if (@groups && $groups[-1]{key} eq $key)
		{
			push @{ $groups[-1]{signatures} }, $signature;
		}
		else
		{
			push @groups, { key => $key, kind => $kind{$kind}, signatures => [$signature], comment => $comment };
		}
		push @costs, $cost unless $by_cost{$cost}++;
	}
	for my $group (@groups)
	{
		my @new = grep { !$said{$_}++ } sentences($group->{comment});
		print "```text\n", (map { "$_    [$group->{kind}]\n" } @{ $group->{signatures} }), "```\n\n";
		print in_text(join(' ', @new)), "\n\n" if @new;
	}
	print 'Cost: ', join('; or ', map { in_text($_) } @costs), ".\n\n";
	return;
}

# Types and tables have members and columns in order; a leading number gave it.
sub print_members
{
	my (@members) = @_;
	return unless @members;
	if (!grep { $_->[2] ne '' } @members)
	{
		print 'Labels: ', join(', ', map { '`' . substr($_->[1], 4) . '`' } @members), ".\n\n";
		return;
	}
	print "| member | type | what it is |\n| --- | --- | --- |\n";
	print '| `' . substr($_->[1], 4) . '` | ' . short_type($_->[2]) . ' | ' . in_text($_->[3]) . " |\n" for @members;
	print "\n";
	return;
}

my $catalog = catalog($ARGV[0] // die 'page.pl DATABASE');
my ($rooms, $room_of) = rooms();
my %inner = map { $_->[0] => 1 } grep { $_->[5] =~ /\bCalled by |^The work of / } @{ $catalog->{function} };
my @without;

print slurp("$here/intro.md"), "\n";
print "Rooms: ", join(' · ', map { "[$_](#room-$_)" } @$rooms), "\n\n";
for my $room (@$rooms)
{
	my ($before, $example, $heading_of) = examples($room);
	my (%functions, @order);
	for my $function (@{ $catalog->{function} })
	{
		my $name = $function->[0];
		next if ($room_of->{$name} // $rooms->[0]) ne $room || $inner{$name};
		push @order, $name unless $functions{$name};
		push @{ $functions{$name} }, $function;
	}
	print "## Room $room\n\n";
	print "$before\n\n" if $before ne '';
	print join(' · ', map { "[`$_`](#$_)" } @order), "\n\n" if @order;
	for my $table (grep { ($room_of->{ $_->[0] } // '') eq $room } @{ $catalog->{table} // [] })
	{
		my ($name, $comment) = @$table;
		print "### Table `$name`\n\n", in_text($comment), "\n\n";
		print_members(grep { $_->[0] eq $name } @{ $catalog->{column} });
	}
	for my $type (grep { ($room_of->{ $_->[0] } // '') eq $room } @{ $catalog->{type} })
	{
		my ($name, $typtype, $comment) = @$type;
		print "### Type `$name`\n\n", in_text($comment), "\n\n";
		print_members(grep { $_->[0] eq $name } @{ $catalog->{member} });
		my @more = map { "operators $_->[1]" } grep { $_->[0] eq $name } @{ $catalog->{operator} };
		push @more, map { "a cast to $_->[1]" } grep { $_->[0] eq $name } @{ $catalog->{cast} };
		print 'Has ', in_text(join(', ', @more)), ".\n\n" if @more;
	}
	for my $name (@order)
	{
		print "### `$name`\n\n";
		print_functions(@{ $functions{$name} });
		my $heading = $heading_of->{$name};
		if (!defined $heading)
		{
			push @without, $name;
		}
		elsif ($heading eq $name)
		{
			print "$example->{$name}\n";
		}
		else
		{
			print "Example: under [`$heading`](#$heading).\n\n";
		}
	}
}
print STDERR join("\n", @without), "\n" if @without;
