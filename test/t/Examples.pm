# SPDX-License-Identifier: PostgreSQL
package Examples;

# Examples in Markdown: blocks of SQL, each followed by a block of text that it must print.

use strict;
use warnings;
use Exporter 'import';
use File::Temp qw(tempfile);
use PovertyTest;

our @EXPORT = qw(blocks normalised printed);

# The blocks of a file: [language, text, line number].
sub blocks
{
	my ($file) = @_;
	my ($language, $start, @lines, @blocks);
	open(my $handle, '<:raw', $file) or die "$file: $!";
	while (my $line = <$handle>)
	{
		if ($line =~ /^```(\w*)/)
		{
			push @blocks, [$language, join('', @lines), $start] if defined $language;
			($language, $start, @lines) = defined $language ? (undef) : ($1, $. + 1);
		}
		elsif (defined $language)
		{
			push @lines, $line;
		}
	}
	close $handle;
	return @blocks;
}

sub normalised
{
	my ($text) = @_;
	$text =~ s/[ \t]+$//mg;
	$text =~ s/\n+/\n/g;
	$text =~ s/\s+\z//;
	return $text;
}

# What psql prints, as a person sees it; `options` are those of psql.
sub printed
{
	my ($database, $sql, %option) = @_;
	my ($handle, $file) = tempfile(UNLINK => 1);
	print $handle $sql;
	close $handle or die $!;
	my ($out, $err) = program('psql', qw(-X -q -P pager=off -v ON_ERROR_STOP=1 -d), $database, @{ $option{options} // [] }, '-f', $file);
	return $out . $err;
}

1;
