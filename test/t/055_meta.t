# SPDX-License-Identifier: PostgreSQL
# META.json, by the rules of PGXN's specification 1.0.0 and of the JSON schema that its developers publish for it
# (distribution.schema.json of pgxn/meta, version 1), written anew; and what it says against what the project is. PGXN
# refuses an archive whose META.json breaks a rule.

use strict;
use warnings;
use JSON::PP;
use PovertyTest;
use Test::More;

# semver.org, version 2: three numbers, identifiers of a pre-release, identifiers of a build
my $number = qr/(?:0|[1-9]\d*)/;
my $identifier = qr/(?:$number|\d*[A-Za-z-][0-9A-Za-z-]*)/;
my $version = qr/$number\.$number\.$number(?:-$identifier(?:\.$identifier)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/;
my $semantic = qr/^$version$/;
my $operator = qr/(?:(?:[=!]=|[<>]=?)\s*)?/;
my $range = qr/^$operator(?:$version|0)(?:,\s*$operator$version)*$/;
my $uri = qr{^[A-Za-z][A-Za-z0-9+.-]*:\S+$};
my %license = map { $_ => 1 } qw(agpl_3 apache_1_1 apache_2_0 artistic_1 artistic_2 bsd freebsd gfdl_1_2 gfdl_1_3 gpl_1 gpl_2 gpl_3 lgpl_2_1 lgpl_3_0 mit mozilla_1_0
	mozilla_1_1 openssl perl_5 postgresql qpl_1_0 ssleay sun zlib open_source restricted unrestricted unknown);

# A term: two characters or more, no slash, backslash, space or control character.
sub is_term { my ($value) = @_; return defined $value && !ref $value && $value =~ m{^[^/\\\s[:cntrl:]]{2,}$}; }
sub is_text { my ($value) = @_; return defined $value && !ref $value && length $value; }
# A path within the archive.
sub is_path { my ($value) = @_; return is_text($value) && length $value >= 2 && $value !~ m{^/} && !grep { $_ eq '..' } split m{/}, $value; }
sub is_custom { my ($key) = @_; return $key =~ /^[xX]_./; }

# A map with one of the keys at least.
sub is_some { my ($value, @keys) = @_; return ref $value eq 'HASH' && grep { exists $value->{$_} } @keys; }

# What each key of a map may hold; keys that begin with x_ are free, others unknown.
sub check_map
{
	my ($where, $map, $rule, @required) = @_;
	return "$where is no map" if ref $map ne 'HASH';
	my @wrong = map { "$where has no $_" } grep { !exists $map->{$_} } @required;
	for my $key (sort keys %$map)
	{
		next if is_custom($key);
		push @wrong, $rule->{$key} ? $rule->{$key}->($map->{$key}) ? () : "$where has a wrong $key" : "$where has an unknown $key";
	}
	return @wrong;
}

# One value, or a list of some that differ.
sub is_list_of
{
	my ($test, $value) = @_;
	return $test->($value) if ref $value ne 'ARRAY';
	my %seen;
	return @$value > 0 && !grep { !$test->($_) || $seen{$_}++ } @$value;
}

sub is_map_of
{
	my ($key, $test, $value) = @_;
	my @keys = ref $value eq 'HASH' ? grep { !is_custom($_) } keys %$value : ();
	return @keys > 0 && !grep { !$key->($_) || !$test->($value->{$_}) } @keys;
}

sub is_provided
{
	my ($value) = @_;
	return !check_map('', $value, { file => \&is_path, version => sub { is_text($_[0]) && $_[0] =~ $semantic }, abstract => \&is_text, docfile => \&is_path, docpath => \&is_text }, qw(file version));
}

sub is_prereqs
{
	my ($value) = @_;
	my %phase = map { $_ => 1 } qw(configure runtime build test develop);
	my %relation = map { $_ => 1 } qw(requires recommends suggests conflicts);
	my $versions = sub { is_map_of(\&is_term, sub { is_text($_[0]) && $_[0] =~ $range }, $_[0]) };
	return is_map_of(sub { $phase{ $_[0] } }, sub { is_map_of(sub { $relation{ $_[0] } }, $versions, $_[0]) }, $value);
}

sub is_resources
{
	my ($value) = @_;
	my $link = sub { is_text($_[0]) && $_[0] =~ $uri };
	my $tracker = sub { is_some($_[0], qw(web mailto)) && !check_map('', $_[0], { web => $link, mailto => sub { is_text($_[0]) && $_[0] =~ /^[^\s@]+@[^\s@]+$/ } }) };
	my $repository = sub {
		return (is_some($_[0], 'web') || is_some($_[0], 'url') && is_some($_[0], 'type')) && !check_map('', $_[0], { url => $link, web => $link, type => sub { is_text($_[0]) && $_[0] =~ /^[a-z]+$/ } });
	};
	return is_some($value, qw(homepage bugtracker repository)) && !check_map('', $value, { homepage => $link, bugtracker => $tracker, repository => $repository });
}

# Every rule that a META.json breaks.
sub broken
{
	my ($meta) = @_;
	return check_map('META.json', $meta, {
		name => \&is_term,
		version => sub { is_text($_[0]) && $_[0] =~ $semantic },
		abstract => \&is_text,
		description => \&is_text,
		maintainer => sub { is_list_of(\&is_text, $_[0]) },
		license => sub { is_map_of(\&is_text, sub { is_text($_[0]) && $_[0] =~ $uri }, $_[0]) || is_list_of(sub { is_text($_[0]) && $license{ $_[0] } }, $_[0]) },
		provides => sub { is_map_of(\&is_term, \&is_provided, $_[0]) },
		prereqs => \&is_prereqs,
		resources => \&is_resources,
		release_status => sub { is_text($_[0]) && $_[0] =~ /^(?:stable|testing|unstable)$/ },
		generated_by => \&is_text,
		tags => sub { ref $_[0] eq 'ARRAY' && is_list_of(sub { is_text($_[0]) && length($_[0]) >= 2 && length($_[0]) <= 255 && $_[0] !~ m{[/\\[:cntrl:]]} }, $_[0]) },
		no_index => sub { is_some($_[0], qw(file directory)) && !check_map('', $_[0], { map { $_ => sub { is_list_of(\&is_path, $_[0]) } } qw(file directory) }) },
		'meta-spec' => sub { !check_map('', $_[0], { version => sub { is_text($_[0]) && $_[0] =~ /^1\.0\.\d+$/ }, url => sub { is_text($_[0]) && $_[0] =~ m{^https?://pgxn\.org/meta/spec\.txt$} } }, 'version') },
	}, qw(abstract maintainer license provides name version meta-spec));
}

sub slurp
{
	my ($file) = @_;
	open(my $handle, '<:raw', source_file($file)) or die "$file: $!";
	local $/ = undef;
	return <$handle>;
}

my $text = slurp('META.json');
my $meta = decode_json($text);
is(join("\n", broken($meta)), '', 'META.json breaks no rule');

# Each rule is one that this test can see broken.
my %spoiled = (
	'no abstract' => sub { delete $_[0]{abstract} }, 'no license' => sub { delete $_[0]{license} }, 'no meta-spec' => sub { delete $_[0]{'meta-spec'} },
	'a license that is none' => sub { $_[0]{license} = 'my own' }, 'a version of two numbers' => sub { $_[0]{version} = '1.0' },
	'a name with a slash' => sub { $_[0]{name} = 'poverty/ext' }, 'an unknown key' => sub { $_[0]{keywords} = [] }, 'no maintainer in the list' => sub { $_[0]{maintainer} = [] },
	'a phase that is none' => sub { $_[0]{prereqs}{install} = {} }, 'a version range that is none' => sub { $_[0]{prereqs}{runtime}{requires}{PostgreSQL} = 'new' },
	'a tag with a slash' => sub { $_[0]{tags} = ['a/b'] }, 'nothing provided' => sub { $_[0]{provides} = {} }, 'no file of what is provided' => sub { delete $_[0]{provides}{poverty_ext}{file} },
	'another specification' => sub { $_[0]{'meta-spec'}{version} = '2.0.0' }, 'a status that is none' => sub { $_[0]{release_status} = 'ready' },
	'a bug tracker without an address' => sub { $_[0]{resources}{bugtracker}{web} = 'nowhere' }, 'a bug tracker that is nowhere' => sub { $_[0]{resources}{bugtracker} = {} },
	'a repository without its type' => sub { $_[0]{resources}{repository}{url} = 'https://example.org/a.git' }, 'resources that are none' => sub { $_[0]{resources} = {} },
	'a version range of one number' => sub { $_[0]{prereqs}{runtime}{requires}{PostgreSQL} = '15' }, 'an operator that is none' => sub { $_[0]{prereqs}{runtime}{requires}{PostgreSQL} = '=> 15.0.0' },
	'a leading zero' => sub { $_[0]{version} = '1.00.0' }, 'a file outside' => sub { $_[0]{provides}{poverty_ext}{file} = '../poverty_ext.control' }, 'a tag twice' => sub { $_[0]{tags} = ['ab', 'ab'] },
	'a tag of one letter' => sub { $_[0]{tags} = ['a'] }, 'no phase' => sub { $_[0]{prereqs} = {} }, 'no prerequisite' => sub { $_[0]{prereqs}{runtime}{requires} = {} },
	'another address of the specification' => sub { $_[0]{'meta-spec'}{url} = 'https://example.org/' }, 'x_ and nothing' => sub { $_[0]{x_} = 1 }, 'nothing that is not indexed' => sub { $_[0]{no_index} = {} },
);
for my $name (sort keys %spoiled)
{
	my $copy = decode_json($text);
	$spoiled{$name}->($copy);
	is(scalar(broken($copy)), 1, "$name would be found");
}
my $free = decode_json($text);
$free->{x_anything} = 1;
$free->{prereqs}{runtime}{requires}{PostgreSQL} = '>= 15.0.0, != 16.0.0-beta.1+build, < 20.0.0';
$free->{prereqs}{build}{requires}{plpgsql} = 0;
$free->{resources} = { bugtracker => { mailto => 'bugs@example.org' }, repository => { web => 'https://example.org/a' } };
is(join("\n", broken($free)), '', 'keys that begin with x_ are free; ranges, prerequisites of any version, resources');

# Against the project: 1.0 of the control file is 1.0.0 there; the files are there.
my ($control) = slurp('poverty_ext.control') =~ /^default_version = '(.*)'$/m;
my ($abstract) = slurp('poverty_ext.control') =~ /^comment = '(.*)'$/m;
is($meta->{name}, 'poverty_ext', 'the name is that of the extension');
is($meta->{version}, "$control.0", 'the version is that of the control file');
is($meta->{provides}{poverty_ext}{version}, $meta->{version}, 'and of what is provided');
is($meta->{abstract}, ucfirst $abstract, 'the abstract is the comment of the control file');
ok(-e source_file($meta->{provides}{poverty_ext}{$_}), "the $_ that is named is there") for qw(file docfile);
SKIP:
{
	skip 'a release archive has no debian/', 1 if !-e source_file('debian/changelog');
	my ($packaged) = slurp('debian/changelog') =~ /^poverty-ext \((.*)-\d+\)/;
	is($packaged, $meta->{version}, 'the Debian package has the same version');
}

done_testing();
