using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>How a report came in by a table's page, from somebody without account.</summary>
/// <param name="CodeHash">Of the <see cref="FollowUpCode"/>: the code itself is nowhere but with the reporter.</param>
/// <param name="Mail">Where its news go, if the reporter wished so; null, as the name, for an anonymous report.</param>
public sealed record PageReport(TableId Table, string CodeHash, string? Name, string? Mail);

/// <summary>A question of the pilote about a report, or the reporter's answer.</summary>
/// <param name="By">Who asked; null for the reporter.</param>
/// <param name="Operation">The act, so that sent twice it stands once.</param>
public sealed record Exchange(PersonId? By, string Text, DateTimeOffset At, OperationId Operation)
{
    public const int Longest = 1_000;
}

/// <summary>The reporter has put the report in other words, before it was qualified.</summary>
/// <param name="Before">What it said until then.</param>
public sealed record Rewording(DateTimeOffset At, WrittenReport Before);
