namespace Concertation.Domain.Decisions;

/// <summary>The decisions that the rounds before and after gave, of a proposal amended after an objection.</summary>
/// <param name="Before">Null in a first round; so for After where none followed.</param>
public sealed record Rounds(Decision? Before, Decision? After)
{
    /// <param name="known">Those that the reader may know.</param>
    public static Rounds Of(Decision decision, IEnumerable<Decision> known)
    {
        var same = known.Where(d => d.Table == decision.Table).ToList();
        return new(
            decision.Grounds?.Held.Follows is { } follows ? same.FirstOrDefault(d => d.Ballot == follows) : null,
            same.FirstOrDefault(d => d.Grounds?.Held.Follows == decision.Ballot));
    }
}
