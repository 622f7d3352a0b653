using DocumentFormat.OpenXml;

namespace Concertation.Documents.Word;

/// <summary>
/// A session's papers and a year's numbers as Word files in one house form: A4, French, title block, real headings, tables whose first row is
/// repeated, « Page 1 sur 3 ». The same paper always gives the same bytes.
/// </summary>
public static class WordDocument
{
    /// <summary>« Ordre du jour », as the bytes of a .docx.</summary>
    public static byte[] Agenda(AgendaPaper paper) => WordPackage.Of(
        TitleOf(WordTexts.Agenda, paper.Session), paper.Session,
        $"{WordTexts.Agenda} – {paper.Version}",
        [.. Top(WordTexts.Agenda, paper.Session, [new(WordTexts.Version, paper.Version)]), .. AgendaBody.Of(paper)], []);

    /// <summary>« Feuille de présence », as the bytes of a .docx.</summary>
    public static byte[] Attendance(AttendancePaper paper) => WordPackage.Of(
        TitleOf(WordTexts.Attendance, paper.Session), paper.Session,
        WordTexts.Attendance,
        [.. Top(WordTexts.Attendance, paper.Session, [new(WordTexts.Quorum, paper.Quorum)]), .. AttendanceBody.Of(paper)], []);

    /// <summary>« Compte rendu », as the bytes of a .docx that <see cref="CorrectedMinutes.Read"/> reads back.</summary>
    public static byte[] Minutes(MinutesPaper paper) => WordPackage.Of(
        TitleOf(WordTexts.Minutes, paper.Session), paper.Session,
        $"{WordTexts.Minutes} – {paper.Status}",
        [.. Top(WordTexts.Minutes, paper.Session, [new(WordTexts.Status, paper.Status), .. Optional(WordTexts.Quorum, paper.Quorum)]),
         .. MinutesBody.Of(paper)],
        MinutesBody.Marks(paper));

    /// <summary>A year's numbers, as the bytes of a .docx.</summary>
    public static byte[] Observatory(ObservatoryPaper paper) => WordPackage.Of(
        TitleOf(paper.Kind, paper.Head), paper.Head, $"{paper.Kind} – {paper.Head.Title}",
        [.. Top(paper.Kind, paper.Head, [], paper.Kind), .. ObservatoryBody.Of(paper)], []);

    private static string TitleOf(string kind, SessionBlock session) => $"{kind} – {session.Title}";

    private static IEnumerable<OpenXmlElement> Top(string kind, SessionBlock session, IReadOnlyList<SessionFact> first, string caption = WordTexts.BlockCaption) =>
    [
        WordPieces.Words(HouseStyles.Kicker, session.Table),
        WordPieces.Words(HouseStyles.Title, kind),
        WordPieces.Words(HouseStyles.Subtitle, session.Title),
        WordPieces.Block(
            caption,
            [
                .. session.Facts,
                .. Optional(WordTexts.Pilot, session.Pilot),
                .. first,
            ]),
    ];

    private static IEnumerable<SessionFact> Optional(string label, string? value) =>
        value is null ? [] : [new SessionFact(label, value)];
}
