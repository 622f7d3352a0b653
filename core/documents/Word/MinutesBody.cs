using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>What stands under the title block of « Compte rendu », with the marks by which a correction is read.</summary>
internal static class MinutesBody
{
    public static IReadOnlyList<(string Name, string Value)> Marks(MinutesPaper paper) =>
    [
        (MinutesLinks.Session, paper.SessionId),
        (MinutesLinks.Version, paper.Version.ToString(CultureInfo.InvariantCulture)),
        .. paper.Items.Select((item, i) => (MinutesLinks.Property(MinutesLinks.Notes, i + 1), item.Id)),
        .. paper.Actions.Select((action, i) => (MinutesLinks.Property(MinutesLinks.Action, i + 1), action.Id)),
    ];

    public static IEnumerable<OpenXmlElement> Of(MinutesPaper paper)
    {
        var places = new MinutesPlaces();
        return
        [
            .. MinutesAttendance.Of(paper),
            places.Marked(MinutesLinks.Part, 1, HouseStyles.Heading1, WordPieces.Run(WordTexts.Debates)),
            .. paper.Items.Count == 0 ? [WordPieces.Words(HouseStyles.Hint, WordTexts.NoDebate)] : Array.Empty<OpenXmlElement>(),
            .. paper.Items.SelectMany((item, i) => Item(places, item, i + 1)),
            places.Marked(MinutesLinks.Part, 2, HouseStyles.Heading1, WordPieces.Run(WordTexts.Actions)),
            MinutesActions.Of(places, paper.Actions),
            .. End(WordTexts.Next, paper.NextSession),
            .. End(WordTexts.Approval, paper.Approval),
        ];
    }

    private static IEnumerable<OpenXmlElement> Item(MinutesPlaces places, MinutesItem item, int place)
    {
        var number = item.Number.ToString(CultureInfo.InvariantCulture);
        yield return places.Marked(MinutesLinks.Point, place, HouseStyles.Heading2, WordPieces.Ours($"{number}. "), WordPieces.Run(item.Title));
        yield return places.Marked(
            MinutesLinks.Notes, place, item.InCamera ? HouseStyles.DetailAlert : HouseStyles.Detail,
            WordPieces.Run(item.Kind), WordPieces.Ours(item.InCamera ? $" – {WordTexts.InCamera}" : ""));
        IReadOnlyList<string> notes = [.. item.Notes.SelectMany(PlainWords.Paragraphs)];
        yield return places.Control(
            MinutesLinks.Notes, place, WordTexts.DebatesOf(item.Number), HouseStyles.Notes, notes, WordTexts.NoNotes, locked: true);
        foreach (var decision in item.Decisions)
        {
            yield return places.Marked(MinutesLinks.Decision, places.Next(), HouseStyles.DecisionReference, WordPieces.Run(decision.Reference));
            foreach (var line in WordPieces.Lines(HouseStyles.Decision, decision.Text))
            {
                yield return line;
            }

            yield return WordPieces.Words(HouseStyles.DecisionArithmetic, decision.Arithmetic);
        }
    }

    private static IEnumerable<OpenXmlElement> End(string heading, string? words) => words is null
        ? []
        : [WordPieces.Words(HouseStyles.Heading1, heading), .. WordPieces.Lines("Normal", words)];
}
