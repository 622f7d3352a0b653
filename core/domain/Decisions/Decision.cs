using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>Numbered without gaps per table and year (rule 8); shown as "TCT 2027-003".</summary>
public readonly record struct DecisionNumber(int Year, int Number);

/// <summary>The numbered, immutable record of an outcome. Never edited; a correction is a new decision naming the old.</summary>
/// <param name="PreviousHash">Hash of the table's decision before it; the register is one chain across the years.</param>
/// <param name="Hash">SHA-256, lower-case hex, over the canonical text of everything else here.</param>
/// <param name="Grounds">Null for a decision recorded before this was kept.</param>
public sealed record Decision(
    TerritoryId Territory, TableId Table, string TableShort, DecisionNumber Number, BallotId Ballot, SessionId? Session,
    ItemId? Item, AxisId? Axis, SessionFormat Format, bool InCamera, string Title, string Text, Outcome Outcome,
    DateTimeOffset At, DecisionNumber? Corrects, string PreviousHash, string Hash,
    DecisionGrounds? Grounds = null)
{
    /// <summary>Adopted, and binding: a favourable opinion is neither put on the roadmap nor carried out by anyone.</summary>
    public bool Adopted => Outcome.Verdict == Verdict.Adopted && !IsOpinion;

    /// <summary>An avis consultatif: numbered with the decisions, but nothing is decided.</summary>
    public bool IsOpinion => Outcome.Majority == Majority.Opinion;

    /// <summary>Of a choice among options: the words of the one chosen; null elsewhere, and when none was.</summary>
    public string? Chosen => Outcome is { Chosen: { } chosen, Options: { } options } ? options[chosen].Option : null;

    /// <summary>Its title, with the option chosen beside it: without, it would say nothing.</summary>
    public string Name => Chosen is { } option ? $"{Title} — {option}" : Title;

    /// <summary>The sealed entry of a ballot's outcome.</summary>
    public static Decision Of(Ballot ballot, Outcome outcome, DecisionGrounds? grounds, DecisionNumber number, string previous) =>
        RegisterChain.Seal(new Decision(
            ballot.Territory, ballot.Table, ballot.Labels.TableShort, number, ballot.Id, ballot.Session, ballot.Item,
            ballot.Axis, ballot.Format, ballot.Labels.InCamera, ballot.Title, ballot.Text, outcome, outcome.At,
            ballot.Terms.Corrects, previous, Hash: "", grounds));
}

/// <summary>The register of decisions, one chain per table.</summary>
public interface IRegister
{
    /// <summary>
    /// Numbers, chains and records the decision of a ballot, once: asked again for the same ballot it gives the
    /// decision already there. <paramref name="make"/> gets the number and the previous hash.
    /// </summary>
    Task<Decision> Record(
        TerritoryId territory, TableId table, BallotId ballot, int year,
        Func<DecisionNumber, string, Decision> make, CancellationToken cancel);

    /// <summary>Keeps a carence; again, it changes nothing.</summary>
    Task Keep(Carence carence, CancellationToken cancel);

    /// <summary>One table's carences, newest first.</summary>
    Task<IReadOnlyList<Carence>> Carences(TerritoryId territory, TableId table, CancellationToken cancel);

    /// <summary>The decision a ballot gave; null when it gave none, or not yet.</summary>
    Task<Decision?> Of(TerritoryId territory, TableId table, BallotId ballot, CancellationToken cancel);

    /// <summary>The decision of that number; null for none.</summary>
    Task<Decision?> Of(TerritoryId territory, TableId table, DecisionNumber number, CancellationToken cancel);

    /// <summary>One table's decisions, newest first.</summary>
    Task<IReadOnlyList<Decision>> Of(TerritoryId territory, TableId table, CancellationToken cancel);
}
