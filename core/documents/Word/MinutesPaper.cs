namespace Concertation.Documents.Word;

/// <summary>« Compte rendu » of a session. Session, version and the ids of items and actions travel hidden in the file.</summary>
/// <param name="SessionId">Comes back with a corrected file: <see cref="CorrectedMinutes.Read"/>.</param>
/// <param name="Version">Counted from 1; comes back too, so that a correction of an older draft is recognised.</param>
/// <param name="Status">« Projet », « Diffusé le 28/10/2027 », « Validé le 12/11/2027 ».</param>
/// <param name="Quorum">The quorum with its arithmetic; null leaves it out.</param>
/// <param name="NextSession">When and where the table meets next.</param>
/// <param name="Approval">How and when these minutes were validated.</param>
public sealed record MinutesPaper(
    string SessionId, int Version, SessionBlock Session, string Status, string? Quorum,
    IReadOnlyList<MinutesCollege> Attendance, IReadOnlyList<MinutesItem> Items, IReadOnlyList<MinutesAction> Actions,
    string? NextSession, string? Approval);

/// <summary>Who of a college was there. Each entry is a line as it shall read: « Yann Kerimagin, Centre hospitalier ».</summary>
public sealed record MinutesCollege(
    string Name, IReadOnlyList<string> Present, IReadOnlyList<string> Excused, IReadOnlyList<string> Absent);

/// <summary>What was said and decided on an item.</summary>
/// <param name="Id">Names the item when a corrected file is read.</param>
/// <param name="Kind">« Information », « Discussion » or « Décision ».</param>
/// <param name="Notes">The debate, a paragraph each; what a corrected file may change.</param>
public sealed record MinutesItem(
    string Id, int Number, string Title, string Kind, bool InCamera, IReadOnlyList<string> Notes,
    IReadOnlyList<MinutesDecision> Decisions);

/// <summary>A decision, never taken back from a corrected file.</summary>
/// <param name="Reference">« TCT 2027-003, adoptée », « Consensus constaté en séance »…</param>
/// <param name="Arithmetic">Votes, majority and quorum, worded.</param>
public sealed record MinutesDecision(string Reference, string Text, string Arithmetic);

/// <summary>What somebody will do.</summary>
/// <param name="Id">Names the action when a corrected file is read.</param>
/// <param name="When">By when, worded.</param>
/// <param name="Axis">The axis it belongs to; not taken back from a corrected file.</param>
public sealed record MinutesAction(string Id, string What, string Who, string When, string? Axis);
