using System.Text.Json;
using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Directories;
using Concertation.Microsoft365.Help;
using ConcertationBot.Turns;

namespace ConcertationBot.Directories;

/// <summary>
/// Choices as one types: Teams asks with the data set that the field names. What is typed is never kept, and isn't a question
/// without an answer while it is being typed.
/// Source: msteams-docs, "Typeahead search in Adaptive Cards".
/// </summary>
public sealed class ChoicesAsked(Actors actors, IDirectory directory)
{
    public const string Invoke = "application/search";

    private const int Most = 15;
    private const int LongestTyped = 100;

    public async Task<InvokeAnswer> Answer(Caller caller, JsonElement? asked, CancellationToken cancel)
    {
        if (asked is not { ValueKind: JsonValueKind.Object } value || Text(value, "dataset") is not { } dataset
            || !dataset.StartsWith(DirectoryKeys.Dataset, StringComparison.Ordinal) || dataset[DirectoryKeys.Dataset.Length..] is not { } territory
            || !IdRules.IsWellFormed(territory)
            || await actors.Of(caller, TerritoryId.From(territory), cancel) is not var (_, roster))
        {
            return InvokeAnswer.Error(400, "UnknownDataset", HelpTexts.OutOfReach);
        }

        var typed = Text(value, "queryText") ?? "";
        var entries = (await directory.All(roster.Territory.Id, cancel)).Select(e => e.Value).ToList();
        var found = DirectorySearch.Find(entries, DirectoryQuestion.Read(typed.Length > LongestTyped ? typed[..LongestTyped] : typed)).Found;
        return InvokeAnswer.Json(
            200,
            new SearchAnswer(200, SearchAnswer.Kind, new([.. found.Take(Most).Select(DirectoryCards.Choice).Select(c => new SearchChoice(c.Title, c.Value))])),
            TurnJson.Wire.SearchAnswer);
    }

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.TextOrNull() : null;
}

/// <summary>The answer to <c>application/search</c>.</summary>
public sealed record SearchAnswer(int StatusCode, string Type, SearchResults Value)
{
    public const string Kind = "application/vnd.microsoft.search.searchResponse";
}

public sealed record SearchResults(IReadOnlyList<SearchChoice> Results);

public sealed record SearchChoice(string Title, string Value);
