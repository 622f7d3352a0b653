namespace Concertation.Documents.Word;

/// <summary>« Ordre du jour » as it was circulated.</summary>
/// <param name="Version">« Version 2, diffusée le 29/09/2027 ».</param>
/// <param name="Total">« 1 h 50 sur 2 h de séance », said under the items.</param>
public sealed record AgendaPaper(SessionBlock Session, string Version, IReadOnlyList<AgendaLine> Items, string Total);

/// <summary>One agenda item.</summary>
/// <param name="Kind">« Information », « Discussion » or « Décision ».</param>
/// <param name="Time">« 20 min ».</param>
/// <param name="Axis">The linked axis, code and title.</param>
/// <param name="Reports">References of the reports it stands for.</param>
/// <param name="Documents">Names of the documents that go with it.</param>
/// <param name="InCamera">Held « à huis clos ».</param>
/// <param name="Votes">What was put to the vote on it, and what became of it; null for nothing.</param>
public sealed record AgendaLine(
    int Number, string Title, string Kind, string Time, string? Presenter, string? Axis, IReadOnlyList<string> Reports,
    IReadOnlyList<string> Documents, bool InCamera, IReadOnlyList<string>? Votes = null);
