using System.Globalization;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Minutes;

/// <summary>The same by mail.</summary>
public static class MinutesMails
{
    public static string Subject(MinutesView view) => view.Minutes.State == MinutesState.Validated
        ? $"Compte rendu validé : {view.Table.Short} du {French.Day(view.Session.Start, view.Zone)}"
        : string.Create(CultureInfo.InvariantCulture, $"Compte rendu (version {view.Minutes.Version}) : {view.Table.Short} du {French.Day(view.Session.Start, view.Zone)}");

    public static string Text(MinutesView view, string? name, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        Voici le compte rendu de la séance suivante : {view.Table.Name} ({view.Table.Short}), {SessionTexts.Format(view.Session.Format)} du {French.DayAndTime(view.Session.Start, view.Zone)}.

        {Decisions(view.Text)}{Tasks(view.Text)}{MinutesTexts.Approval(view.Minutes, view.Zone)}

        {(view.Minutes.State == MinutesState.Validated || !view.Attended ? "Pour le lire ou l’avoir en fichier Word" : "Pour le lire, l’avoir en fichier Word ou demander une modification")}, ouvrez votre page personnelle :
        {url}

        {(view.Minutes.State == MinutesState.Validated || view.Attended ? "" : $"{MinutesTexts.AmendedByThose}\n\n")}Ce lien est personnel : merci de ne pas le transférer.
        """;

    public static string ProposedSubject(Session session, Table table, TimeZoneInfo zone) =>
        $"Modification demandée : compte rendu de la {table.Short} du {French.Day(session.Start, zone)}";

    public static string Proposed(Session session, Amendment amendment) =>
        $"Bonjour,\n\n{amendment.ByName} ({amendment.Structure}) demande de modifier le compte rendu{MinutesTexts.On(session, amendment)} :\n\n{amendment.Text}\n\n"
        + "Pour y répondre, écrivez « compte rendu » dans votre conversation avec le bot.";

    public static string AnsweredSubject(Session session, Table table, TimeZoneInfo zone) =>
        $"Votre demande : compte rendu de la {table.Short} du {French.Day(session.Start, zone)}";

    public static string Answered(Amendment amendment) =>
        $"Bonjour,\n\n{MinutesTexts.Answered(amendment)}\n\nVotre demande : {amendment.Text}"
        + (amendment.Reason is { } why ? $"\n\nPourquoi : {why}" : "");

    private static string Decisions(MinutesText text)
    {
        var taken = text.Points.Where(p => !p.InCamera).SelectMany(p => p.Decisions).ToList();
        return taken.Count == 0 ? ""
            : "Décisions :\n" + string.Join('\n', taken.Select(d => $"- {MinutesTexts.Reference(d)} : {MinutesTexts.Whole(d).Replace("\n", " — ", StringComparison.Ordinal)}{(d.Outcome is { } outcome ? $" ({DecisionTexts.Sum(outcome)})" : "")}")) + "\n\n";
    }

    private static string Tasks(MinutesText text) => text.Tasks.Count == 0 ? ""
        : "Actions :\n" + string.Join('\n', text.Tasks.Select(t =>
            $"- {t.What} ({string.Join(", ", new[] { t.Who ?? "à désigner", MinutesTexts.When(t) }.Where(w => w.Length > 0))})")) + "\n\n";
}
