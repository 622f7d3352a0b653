using Concertation.Domain.Documents;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// What a decision rests on, beside its outcome, as it was when it was recorded: in which instance and session, on what text
/// and papers, how it was put to the vote, and digests of who could vote and who did.
/// </summary>
/// <param name="Instance">The table's name.</param>
/// <param name="Item">What the agenda's item was called; null where it was on none.</param>
/// <param name="Axis">What the axis was called; null where it is tied to none.</param>
/// <param name="SessionAt">When the session began; null for a ballot of no session.</param>
/// <param name="Held">How the ballot was held; of a consensus only its quorum says something.</param>
/// <param name="LegalBasis">As people cite it.</param>
/// <param name="Attachments">What was joined to its item.</param>
/// <param name="Electorate">Of the seats as frozen at the opening.</param>
/// <param name="Changes">What changes for the partners.</param>
/// <param name="ReviewOn">When its carrier is asked what became of it; null for never, and where it was rejected.</param>
/// <param name="Votes">Of the votes it was counted from; null for a consensus, where nobody votes. So for Trace.</param>
/// <param name="Trace">Of every answer given, also those that were replaced.</param>
/// <param name="Pools">Of the sealed answers of a secret ballot; null for others.</param>
public sealed record DecisionGrounds(
    string Instance, string? Item, string? Axis, DateTimeOffset? SessionAt, BallotHeld Held, string? LegalBasis,
    IReadOnlyList<Attachment> Attachments, Digest Electorate, DecisionCarrier? Carrier = null,
    string? Changes = null, DateOnly? ReviewOn = null, Digest? Votes = null, Digest? Trace = null,
    Digest? Pools = null);

/// <summary>Under which rules a ballot was held.</summary>
/// <param name="Follows">The ballot of the round before; null in the first.</param>
/// <param name="ExtendedFrom">When it was to close before it was extended; null when it wasn't.</param>
/// <param name="Amended">What was changed since the round before.</param>
public sealed record BallotHeld(
    Quorum Quorum, TieRule Tie, Secrecy Secrecy, int Round, BallotId? Follows = null, DateTimeOffset? ExtendedFrom = null,
    string? Amended = null)
{
    public static BallotHeld Of(Ballot ballot) => new(
        ballot.Quorum, ballot.Tie, ballot.Form.Secrecy, ballot.Form.Round, ballot.Form.Follows, ballot.Form.ExtendedFrom,
        ballot.Form.Amended);
}

/// <summary>A document as it was when the decision was recorded.</summary>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record Attachment(DocumentId Document, string Name, string Sha256);

/// <summary>The seat that carries a decision, and its structure's name.</summary>
public sealed record DecisionCarrier(SeatId Seat, string Structure);
