using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Directories;

public abstract record DirectoryAnswer
{
    private DirectoryAnswer() { }

    /// <param name="Kept">Nothing answers the question, and it is kept, without who asked, for the pilote to see.</param>
    public sealed record Searched(DirectoryQuestion Question, DirectoryFound Result, bool Kept) : DirectoryAnswer;

    /// <summary>The question identifies somebody: neither searched nor kept.</summary>
    public sealed record Personal(IReadOnlyList<PersonalDataKind> Kinds) : DirectoryAnswer;
}

/// <summary>Answers a question from the directory, by one partition read; one it can't answer becomes a gap.</summary>
public sealed class AskDirectory(IDirectory directory, TimeProvider clock)
{
    private const int LongestKept = 200;

    /// <param name="counts">False while somebody is still typing, or only opens a page: nothing is kept then.</param>
    public async Task<DirectoryAnswer> Run(Territory territory, string typed, bool counts, CancellationToken cancel)
    {
        if (PersonalDataGuard.KindsIn(typed) is { Count: > 0 } kinds)
        {
            return new DirectoryAnswer.Personal(kinds);
        }

        var question = DirectoryQuestion.Read(typed);
        var entries = await directory.All(territory.Id, cancel);
        var result = DirectorySearch.Find([.. entries.Select(e => e.Value)], question);
        // A question of one word with fewer than three letters says nothing anyone could act on.
        var kept = counts && result.Found.Count == 0 && question.What.Concat(question.Where).Any(word => word.Length > 2);
        if (kept)
        {
            var said = OneLine.Of(typed);
            await directory.CountGap(
                territory.Id, question.Key, said.Length > LongestKept ? said[..LongestKept] : said, LocalDay.Of(clock, territory), cancel);
        }

        return new DirectoryAnswer.Searched(question, result, kept);
    }
}

/// <summary>The day it is in a territory.</summary>
public static class LocalDay
{
    public static DateOnly Of(TimeProvider clock, Territory territory) =>
        Sessions.ReminderRules.LocalDay(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone));
}
