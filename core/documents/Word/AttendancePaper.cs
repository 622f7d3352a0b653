namespace Concertation.Documents.Word;

/// <summary>« Feuille de présence », with room to sign.</summary>
/// <param name="Quorum">Where the quorum stands, worded with its arithmetic.</param>
/// <param name="Colleges">In the table's order.</param>
/// <param name="Guests">People with a consultative voice for this session; empty leaves the part out.</param>
public sealed record AttendancePaper(
    SessionBlock Session, string Quorum, IReadOnlyList<AttendanceCollege> Colleges, IReadOnlyList<AttendanceRow> Guests);

/// <summary>A college and its seats.</summary>
public sealed record AttendanceCollege(string Name, IReadOnlyList<AttendanceRow> Rows);

/// <summary>One seat, or one guest.</summary>
/// <param name="Person">Who sits for it; null while nobody is designated.</param>
/// <param name="State">« Présent », « Excusé », « Absent »; null when not yet known: to be filled in by hand.</param>
/// <param name="How">« en salle », « à distance », « représenté par … », « pouvoir à … ».</param>
/// <param name="Signs">Leaves room to sign; otherwise the place is struck with a dash.</param>
public sealed record AttendanceRow(string Structure, string? Person, string? State, string? How, bool Signs);
