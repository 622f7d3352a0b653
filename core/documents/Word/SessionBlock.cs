namespace Concertation.Documents.Word;

/// <summary>
/// The title block that every paper of a session opens with. All texts are worded and shown as they come, in plain
/// runs: no paper knows what a date or a session is.
/// </summary>
/// <param name="Territory">« Pays de Kervelen »: the running header, and the file's author instead of a person.</param>
/// <param name="Table">The table's full name.</param>
/// <param name="Title">« Séance plénière du mercredi 14 octobre 2027 ».</param>
/// <param name="Facts">Rows of the block, in order: « Lieu », « Horaire », « Convocation »…</param>
/// <param name="Pilot">The pilote's name, the block's last row; null leaves it out.</param>
public sealed record SessionBlock(
    string Territory, string Table, string Title, IReadOnlyList<SessionFact> Facts, string? Pilot);

/// <summary>One row of the title block.</summary>
public sealed record SessionFact(string Label, string Value);
