using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>What a seat may answer, by the way its ballot decides; pure.</summary>
public static class AnswerRules
{
    /// <summary>A reserve is to be lifted within so many days.</summary>
    public const int MostReserveDays = 180;

    private static readonly Choice[] Decides = [Choice.For, Choice.Against, Choice.Abstain];
    private static readonly Choice[] DecidesUnderReserve = [.. Decides, Choice.Reserve];
    private static readonly Choice[] Consents = [Choice.For, Choice.Concern, Choice.Against, Choice.Abstain];
    private static readonly Choice[] Chooses = [Choice.Option, Choice.Abstain];

    /// <summary>
    /// In the order in which they are offered. A reserve names the structure's own governance and its date: a secret
    /// ballot has none, and an opinion, which binds nobody, needs none.
    /// </summary>
    public static IReadOnlyList<Choice> Of(Ballot ballot) => Of(ballot.Majority, ballot.IsSecret);

    /// <inheritdoc cref="Of(Ballot)"/>
    public static IReadOnlyList<Choice> Of(Majority way, bool secret) => way switch
    {
        Majority.Consent => Consents,
        Majority.Options => Chooses,
        Majority.Opinion => Decides,
        _ => secret ? Decides : DecidesUnderReserve,
    };

    /// <summary>The days among which a reserve's is chosen.</summary>
    public static (DateOnly First, DateOnly Last) ReserveDays(Ballot ballot, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ballot.Labels.Zone).DateTime);
        return (today.AddDays(1), today.AddDays(MostReserveDays));
    }

    /// <summary>Why the ballot doesn't take that answer; null when it does.</summary>
    /// <param name="reason">Trimmed; null for none.</param>
    public static BallotRefusal? Refuse(
        Ballot ballot, Choice choice, string? reason, DateOnly? reserveUntil, int? option, DateTimeOffset now)
    {
        if (!Of(ballot).Contains(choice))
        {
            return new BallotRefusal.NoSuchAnswer();
        }

        return choice switch
        {
            Choice.Option when option is null => new BallotRefusal.TextMissing(BallotText.Option),
            Choice.Option when option is not { } chosen || chosen < 0 || chosen >= (ballot.Form.Options?.Count ?? 0) =>
                new BallotRefusal.NoSuchAnswer(),
            Choice.Against when ballot.Majority == Majority.Consent && reason is null =>
                new BallotRefusal.TextMissing(BallotText.Objection),
            Choice.Concern when reason is null => new BallotRefusal.TextMissing(BallotText.Concern),
            Choice.Reserve when reserveUntil is not { } until || until < ReserveDays(ballot, now).First
                || until > ReserveDays(ballot, now).Last =>
                new BallotRefusal.ReserveUnclear(MostReserveDays),
            _ => null,
        };
    }
}
