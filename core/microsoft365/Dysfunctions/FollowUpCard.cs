using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>What the reporter sees of a report: that it arrived, where it stands, what was decided.</summary>
public static class FollowUpCard
{
    private const int MostDecisions = 3;
    private const string Reword = "reword";
    private const string Withdraw = "withdraw";

    /// <summary>Right after it was sent.</summary>
    /// <param name="known">A cluster it seems to be another case of; its neutral summary alone is shown.</param>
    public static AdaptiveCard Received(ReportShown shown, Cluster? known = null) => Card(
        $"Votre remontée est enregistrée sous la référence {shown.Reference}.",
        Heading(shown.Reference, "Merci, votre remontée est enregistrée", DysfunctionTexts.Status(shown.Report.Status)),
        Quote(CardTrim.Shorten(shown.Report.Happened, 280)),
        Facts(("Axe proposé", shown.AxisName)),
        Faint("La personne qui pilote la concertation la lit et vous répond ici. Chaque étape, jusqu’à la décision, vous sera annoncée."),
        known is { Summary: { } summary } ? Quote(summary, $"Ce problème semble déjà remonté : {ClusterTexts.Extent(known.Tally)}") : null,
        Buttons(
            known is null ? null : new CardButton("Déjà remonté : ajouter mon cas", "clusters.join", Joining(shown, known)),
            new CardButton("Où en est-elle ?", "dysfunctions.show", DysfunctionPieces.Data(shown))));

    private static JsonObject Joining(ReportShown shown, Cluster known)
    {
        var data = DysfunctionPieces.Data(shown);
        data["cluster"] = known.Reference.Value;
        return data;
    }

    /// <summary>Where it stands.</summary>
    /// <param name="news">True for a message that comes by itself, when the status has just changed.</param>
    /// <param name="notice">What its reporter has just done with it.</param>
    public static AdaptiveCard Of(ReportShown shown, bool news = false, string? notice = null)
    {
        var report = shown.Report;
        return CardTrim.AsManyAsFit(MostDecisions, most => Card(
            FollowUpTexts.Subject(shown),
            [
                Heading(shown.Reference, news ? "Du nouveau sur votre remontée" : "Suivi de la remontée", DysfunctionTexts.Status(report.Status)),
                notice is null ? null : Notice(NoticeKind.Good, notice),
                Lead(FollowUpTexts.Now(shown)),
                report is { Status: DysfunctionStatus.ClosedWithoutAction, History: [.., { Note: { } reason }] } ? Quote(reason, "Raison") : null,
                .. report.Decisions.TakeLast(most).SelectMany(d => DysfunctionPieces.Decision(d, d == report.Decisions[^1] ? shown.Standing : null, shown.Roster.Zone)),
                report.Decisions.Count > most ? Faint("Les décisions plus anciennes vous ont été envoyées à leur date.") : null,
                .. DysfunctionPieces.Exchanges(shown),
                report is { Over: false, Exchanges: [.., { By: not null }] } ? Answering(shown) : null,
                Section("Ce que vous aviez signalé"),
                PeopleText(report.Happened),
                DysfunctionPieces.Told(shown),
                Section("Étapes"),
                .. FollowUpTexts.Steps(shown).TakeLast(10).Select(Faint),
                .. report.Status == DysfunctionStatus.Received ? Changing(shown) : [],
                news ? null : Buttons(
                    new CardButton("Actualiser", "dysfunctions.show", DysfunctionPieces.Data(shown)) { WithInputs = false },
                    report.Status == DysfunctionStatus.Received ? Unfold("Corriger…", Reword) : null,
                    report.Status == DysfunctionStatus.Received ? Unfold("Retirer…", Withdraw) : null),
            ]));
    }

    private static Container Answering(ReportShown shown) => new(
    [
        new TextInput("answer") { Label = ExchangeTexts.AnswerLabel, IsMultiline = true, MaxLength = Exchange.Longest },
        Buttons(new CardButton("Répondre", "dysfunctions.answer", DysfunctionPieces.Data(shown), ActionStyle.Positive))!,
    ]);

    /// <summary>Until it is qualified, a report is its reporter's to correct or withdraw.</summary>
    private static IEnumerable<CardElement> Changing(ReportShown shown) =>
    [
        Folded(
            Reword,
            new TextInput("happened") { Label = DysfunctionTexts.FieldName(ReportField.Happened), IsMultiline = true, Value = shown.Report.Happened, MaxLength = WrittenReport.LimitOf(ReportField.Happened) },
            Buttons(new CardButton("Enregistrer la correction", "dysfunctions.reword", DysfunctionPieces.Data(shown)))),
        Folded(
            Withdraw,
            PeopleText("La remontée sera close et personne ne la traitera."),
            Buttons(new CardButton("Retirer ma remontée", "dysfunctions.withdraw", DysfunctionPieces.Data(shown), ActionStyle.Destructive) { WithInputs = false })),
    ];
}
