using System.Text.RegularExpressions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests;

/// <summary>What the documents say of the code stays true.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Docs_chat_lists_every_text_command_with_its_example() =>
        Rows("docs/chat.md", "## Ce que l’on peut écrire").Select(row => (row[0], row[1].Trim('«', '»', ' ', '\u00a0')))
            .ShouldBe(TextCommands.All.Select(command => (command.Title, command.Example)));

    [Fact]
    public void Docs_chat_lists_every_card_verb_with_its_effect() =>
        Rows("docs/chat.md", "## Ce que les cartes peuvent demander").Select(row => (row[0].Trim('`'), row[1]))
            .ShouldBe(CardVerbs.All.Select(verb => (verb.Verb, verb.What)));

    [Fact]
    public void Docs_chat_lists_every_way_to_decide_with_its_answers_and_its_rule() =>
        Rows("docs/chat.md", "## Les façons de décider").Select(row => (row[0], row[1], row[2]))
            .ShouldBe(SettingTexts.Ways.Append(Majority.Consensus).Select(way => (
                Plain(SettingTexts.Way(way)),
                way == Majority.Consensus ? "aucune" : string.Join(", ", AnswerRules.Of(way, secret: false).Select(a => AnswerTexts.Word(way, a))),
                Plain(WayTexts.Legal(way, TieRule.Rejected)))));

    [Fact]
    public void The_places_a_vote_passes_in_the_README_exist()
    {
        var places = Rows("README.md", "## One vote, from click to card")
            .SelectMany(row => CodePath().Matches(row[1]).Select(path => path.Groups["path"].Value)).ToList();

        places.Count.ShouldBeGreaterThan(6);
        places.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).ShouldBeEmpty();
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var documents = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "README.md"));
        var broken =
            from document in documents
            from Match link in Link().Matches(File.ReadAllText(document))
            let target = link.Groups["to"].Value
            where !target.StartsWith("http", StringComparison.Ordinal)
                && !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Path.GetRelativePath(Repository.Root, document)}: {target}";

        broken.ShouldBeEmpty();
    }

    /// <summary>The cells of the first table below a heading, its head left out.</summary>
    private static IEnumerable<string[]> Rows(string file, string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, file));
        return lines.SkipWhile(line => line != heading).SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim()).ToArray());
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    [GeneratedRegex("`(?<path>[a-z0-9]+/[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePath();

    [GeneratedRegex(@"\]\((?<to>[^)#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
