using System.Text;
using Concertation.Documents.Territories;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Import;

public sealed class TerritoryFileTests
{
    private const char Nbsp = '\u00a0';

    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string> Names => [.. BrokenFile.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_is_said_with_its_line_and_path(string name)
    {
        var broken = BrokenFile.All.Single(f => f.Name == name);

        var errors = Errors(Encoding.UTF8.GetBytes(broken.Text));

        var error = errors.ShouldHaveSingleItemOr(e => e.Path == broken.Path);
        error.Line.ShouldBe(broken.Line);
        error.Message.Replace(Nbsp, ' ').ShouldContain(broken.Says);
        error.ToString().ShouldStartWith($"ligne {broken.Line}, {broken.Path}{Nbsp}: ");
    }

    [Fact]
    public async Task The_schema_accepts_the_samples_and_refuses_what_it_can_see()
    {
        using var folder = new TemporaryFolder();
        foreach (var sample in Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.json"))
        {
            File.Copy(sample, Path.Combine(folder.Path, Path.GetFileName(sample)));
        }

        foreach (var broken in BrokenFile.All)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, $"{broken.Name}.json"), broken.Text);
        }

        await using var node = NodeProcess.Start(
            Path.Combine(Repository.Root, "tests", "bot", "Import", "validate.mjs"),
            [Repository.NodeModule(""), Path.Combine(Repository.Root, "docs", "territory-file.schema.json"), folder.Path]);
        await node.WaitForOutput("\nend", TimeSpan.FromMinutes(1));

        var verdicts = node.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        verdicts.ShouldContain("pays-de-kervelen.json true");
        verdicts.ShouldContain("bassin-de-saint-exemple.json true");
        foreach (var broken in BrokenFile.All)
        {
            verdicts.ShouldContain($"{broken.Name}.json {(broken.Schema ? "false" : "true")}");
        }
    }

    [Fact]
    public void The_schema_offers_the_words_the_importer_knows()
    {
        var schema = File.ReadAllText(Path.Combine(Repository.Root, "docs", "territory-file.schema.json"));
        foreach (var (old, path) in new[]
        {
            ("\"kind\": \"tactical\"", "tables[0].kind"), ("\"vocabulary\": \"DAC\"", "territory.vocabulary"),
        })
        {
            var text = BrokenFile.Whole.Replace(old, old[..old.LastIndexOf(": ", StringComparison.Ordinal)] + ": \"?\"", StringComparison.Ordinal);
            var said = Errors(Encoding.UTF8.GetBytes(text)).Single(e => e.Path == path).Message;
            foreach (var word in said[(said.LastIndexOf(':') + 1)..].Split(','))
            {
                schema.ShouldContain($"\"{word.Trim()}\"");
            }
        }
    }

    [Fact]
    public void Every_error_is_reported_at_once_by_line()
    {
        var text = BrokenFile.All
            .Where(f => f.Name is "unknown college" or "bad mail" or "unknown pilot" or "part 3" or "misspelt rule")
            .Aggregate(BrokenFile.Whole, (text, broken) => text.Replace(broken.Old, broken.New, StringComparison.Ordinal));

        Errors(Encoding.UTF8.GetBytes(text)).Select(e => e.Path).ShouldBe(
        [
            "territory.pilot", "people[1].mail", "tables[0].rules.balotHours", "tables[0].seats[2].college",
            "roadmap.axes[0].part",
        ]);
    }

    [Theory]
    [InlineData("\"name\": \"Sanitaire\" },", "\"name\": \"Sanitaire\" }", 18, 5, "il manque une virgule")]
    [InlineData("\"name\": \"Collectivités\" }", "\"name\": \"Collectivités\" },", 19, 3, "une virgule en trop")]
    [InlineData("\"pilot\": \"claude-essai\"", "\"pilot\": “claude-essai”", 8, 14, "guillemets droits")]
    [InlineData("\"pilot\": \"claude-essai\"", "\"pilot\": \"claude-essai", 8, 28, "guillemet n’est pas fermé")]
    [InlineData("\"deputies\": []", "// personne\n", 9, 5, "commentaires")]
    [InlineData("\"year\": 2026", "\"year\": deux", 40, 13, "« d » est inattendu")]
    public void Malformed_JSON_is_shown_where_it_breaks(string old, string wrong, int line, int column, string says)
    {
        var error = Errors(Encoding.UTF8.GetBytes(BrokenFile.Whole.Replace(old, wrong, StringComparison.Ordinal)))
            .ShouldHaveSingleItem();

        (error.Line, error.Column, error.Path).ShouldBe((line, column, ""));
        error.Message.Replace(Nbsp, ' ').ShouldContain(says);
    }

    [Fact]
    public void A_file_cut_short_is_refused_at_its_end()
    {
        var error = Errors(Encoding.UTF8.GetBytes(BrokenFile.Whole[..400])).ShouldHaveSingleItem();
        error.Message.ShouldMatch("s’arrête trop tôt|n’est pas fermé");
    }

    [Fact]
    public void A_property_given_twice_is_refused()
    {
        var text = BrokenFile.Whole.Replace("\"vocabulary\": \"DAC\"", "\"vocabulary\": \"DAC\",\n\"name\": \"Autre\"", StringComparison.Ordinal);
        var error = Errors(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem();
        (error.Line, error.Path).ShouldBe((8, "territory.name"));
        error.Message.ShouldContain($"déjà donnée ligne{Nbsp}5");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_with_a_byte_order_mark_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] marked = [.. encoding.GetPreamble(), .. encoding.GetBytes(BrokenFile.Whole)];
        encoding.GetPreamble().ShouldNotBeEmpty();

        var read = TerritoryFileReader.Read(marked, Today).ShouldBeOfType<TerritoryFile.Valid>();
        read.Content.People[1].Name.ShouldBe("Dominique Modèle");
    }

    [Fact]
    public void A_file_in_Windows_1252_is_refused_where_its_first_accent_is()
    {
        var error = Errors(Encoding.Latin1.GetBytes(BrokenFile.Whole.Replace('’', '\''))).ShouldHaveSingleItem();
        error.Line.ShouldBe(13);
        error.Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Utf16_without_its_mark_is_refused_with_what_to_do() =>
        Errors(Encoding.Unicode.GetBytes(BrokenFile.Whole)).ShouldHaveSingleItem().Message.ShouldContain("UTF-8");

    [Fact]
    public void A_file_over_5_MB_is_refused_unread()
    {
        var padded = new byte[TerritoryFileReader.MaxBytes + 1];
        Array.Fill(padded, (byte)' ');
        Encoding.UTF8.GetBytes(BrokenFile.Whole).CopyTo(padded, 0);
        Errors(padded).ShouldHaveSingleItem().Message.ShouldContain($"5{Nbsp}Mo");
        TerritoryFileReader.Read(padded[..^1], Today).ShouldBeOfType<TerritoryFile.Valid>();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_empty_file_says_so(string text) =>
        Errors(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem().Message.ShouldContain("vide");

    [Theory]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"territoire\"")]
    public void Another_JSON_is_refused(string text) =>
        Errors(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem().Message.ShouldContain("un objet { … }");

    [Fact]
    public void Depth_without_end_is_refused() =>
        Errors(Encoding.UTF8.GetBytes(new string('[', 100_000))).ShouldHaveSingleItem().Message.ShouldContain("niveaux");

    private static IReadOnlyList<FileError> Errors(byte[] content) =>
        TerritoryFileReader.Read(content, Today).ShouldBeOfType<TerritoryFile.Refused>().Errors;
}

internal static class FileErrorsShouldly
{
    /// <summary>The one that matches; the message shows them all.</summary>
    public static FileError ShouldHaveSingleItemOr(this IReadOnlyList<FileError> errors, Func<FileError, bool> which)
    {
        errors.Count(which).ShouldBe(1, string.Join('\n', errors));
        return errors.Single(which);
    }
}
