using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>What the reporter sees of a report: that it arrived, where it stands, what was decided.</summary>
public static class FollowUpCard
{
    private const int MostDecisions = 3;

    /// <summary>Right after it was sent.</summary>
    public static AdaptiveCard Received(ReportShown shown) => Card(
        $"Votre remontée est enregistrée sous la référence {shown.Reference}.",
        Heading(shown.Reference, "Merci, votre remontée est enregistrée", DysfunctionTexts.Status(shown.Report.Status)),
        Quote(CardTrim.Shorten(shown.Report.Happened, 280)),
        Facts(("Axe proposé", shown.AxisName)),
        Faint("La personne qui pilote la concertation la lit et vous répond ici. Chaque étape, jusqu’à la décision, vous sera annoncée."),
        Buttons(new CardButton("Où en est-elle ?", "dysfunctions.show", DysfunctionPieces.Data(shown))));

    /// <summary>Where it stands.</summary>
    /// <param name="news">True for a message that comes by itself, when the status has just changed.</param>
    public static AdaptiveCard Of(ReportShown shown, bool news = false)
    {
        var report = shown.Report;
        return CardTrim.AsManyAsFit(MostDecisions, most => Card(
            FollowUpTexts.Subject(shown),
            [
                Heading(shown.Reference, news ? "Du nouveau sur votre remontée" : "Suivi de la remontée", DysfunctionTexts.Status(report.Status)),
                Lead(FollowUpTexts.Now(shown)),
                report is { Status: DysfunctionStatus.ClosedWithoutAction, History: [.., { Note: { } reason }] } ? Quote(reason, "Raison") : null,
                .. report.Decisions.TakeLast(most).SelectMany(d => DysfunctionPieces.Decision(d, d == report.Decisions[^1] ? shown.Standing : null, shown.Roster.Zone)),
                report.Decisions.Count > most ? Faint("Les décisions plus anciennes vous ont été envoyées à leur date.") : null,
                Section("Ce que vous aviez signalé"),
                PeopleText(report.Happened),
                DysfunctionPieces.Told(shown),
                Section("Étapes"),
                .. FollowUpTexts.Steps(shown).TakeLast(10).Select(Faint),
                news ? null : Buttons(new CardButton("Actualiser", "dysfunctions.show", DysfunctionPieces.Data(shown))),
            ]));
    }
}
