using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>What an outcome says of the seats that decide nothing: consultative ones, and those that a déport took out.</summary>
internal static class CountedApart
{
    public static Outcome Of(
        Outcome outcome, Ballot ballot, IReadOnlyList<Elector> electorate, IReadOnlyList<Vote> votes) => outcome with
    {
        Consultative = Consultative(ballot, electorate, votes),
        Recused = NoneIfZero(RightsDraft.OutOf(electorate)),
    };

    public static int? NoneIfZero(int seats) => seats == 0 ? null : seats;

    /// <summary>Null where no seat of consultative voice takes part.</summary>
    private static ConsultativeVoices? Consultative(Ballot ballot, IReadOnlyList<Elector> electorate, IReadOnlyList<Vote> votes)
    {
        var seats = electorate.Where(e => e is { Voice: Voice.Consultative, Recused: null }).Select(e => e.Seat).ToHashSet();
        var answers = votes.Where(v => seats.Contains(v.Seat)).GroupBy(v => v.Seat).Select(g => g.Last()).ToList();
        int Count(Func<Choice, bool> which) => answers.Count(v => which(v.Choice));
        return seats.Count == 0 ? null : new ConsultativeVoices(
            seats.Count, Count(c => c is Choice.For or Choice.Reserve or Choice.Concern), Count(c => c == Choice.Against),
            Count(c => c == Choice.Abstain),
            ballot.Form.Options is { } options
                ? [.. options.Select((option, i) => new OptionVoices(option, answers.Count(v => v.Choice == Choice.Option && v.Option == i)))]
                : null);
    }
}
