namespace Concertation.Domain.Votes;

public enum Verdict
{
    Adopted,
    Rejected,
    /// <summary>Carence: the quorum was not reached; nothing is decided and nothing numbered.</summary>
    QuorumMissed,
    /// <summary>A tie that the chair must decide, where the table says so.</summary>
    AwaitsChair,
}

/// <param name="Needed">Seats needed; 0 when no quorum is asked.</param>
public sealed record CollegeTurnout(string College, int Seats, int Answered, int Needed)
{
    public bool Reached => Answered >= Needed;
}

public sealed record OptionVoices(string Option, int Weight);

/// <summary>What the seats of consultative voice answered, in seats.</summary>
/// <param name="Options">Of a choice among options: how many seats chose each, in the order of the proposal; null elsewhere.</param>
public sealed record ConsultativeVoices(int Seats, int For, int Against, int Abstain, IReadOnlyList<OptionVoices>? Options = null);

/// <summary>What a ballot gave, with the arithmetic that led there, as data (rule 7).</summary>
/// <param name="Seats">Voting seats; Answered counts abstentions too.</param>
/// <param name="ForWeight">Weights, not seats; so for Against, Abstain and Electorate.</param>
/// <param name="ByChair">The voices were even and the chair decided.</param>
/// <param name="SecondCall">A second convocation, which asks for no quorum.</param>
/// <param name="Threshold">The weight "for" had to reach, or to pass when <paramref name="Strict"/>.</param>
public sealed record Outcome(
    Verdict Verdict, int Seats, int Answered, int QuorumNeeded, IReadOnlyList<CollegeTurnout> Colleges,
    int ForWeight, int AgainstWeight, int AbstainWeight, int Electorate, Tables.Majority Majority, int Threshold, bool Strict,
    DateTimeOffset At, bool ByChair = false, bool SecondCall = false)
{
    /// <summary>Of a consensus: reserves and dissent noted beside it; null for none.</summary>
    public string? Reserves { get; init; }

    /// <summary>Of a choice among options: each with its voices, in the order of the proposal; null for other ballots.</summary>
    public IReadOnlyList<OptionVoices>? Options { get; init; }

    /// <summary>Of a choice among options: the one chosen, by its place among them; null when none was.</summary>
    public int? Chosen { get; init; }

    /// <summary>What the consultative seats answered, in seats; null where none was called.</summary>
    public ConsultativeVoices? Consultative { get; init; }

    /// <summary>Of a consent round: concerns to be noted, in seats; null for other ballots.</summary>
    public int? Concerns { get; init; }

    /// <summary>How many of the votes for were given under reserve, in seats; null for none.</summary>
    public int? UnderReserve { get; init; }

    /// <summary>Seats taken out of the electorate by a déport; null for none.</summary>
    public int? Recused { get; init; }

    /// <summary>Of an opinion: as many voices for as against, which leaves it divided.</summary>
    public bool IsDivided => Majority == Tables.Majority.Opinion && ForWeight == AgainstWeight;

    /// <summary>A secret ballot that missed its quorum: nobody's answer was looked at.</summary>
    public bool IsUncounted => Verdict == Verdict.QuorumMissed && Answered > 0 && ForWeight + AgainstWeight + AbstainWeight == 0;

    public bool QuorumReached => Answered >= QuorumNeeded && Colleges.All(c => c.Reached);
}
