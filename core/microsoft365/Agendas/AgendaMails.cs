using System.Globalization;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Agendas;

/// <summary>The same by mail.</summary>
public static class AgendaMails
{
    public static string Subject(CirculatedView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"Ordre du jour (version {view.Circulation.Version}) : {view.Table.Short} du {French.DayAndTime(view.Session.Start, view.Zone)}");

    public static string Text(CirculatedView view, string? name, string url) => $"""
        Bonjour{(name is null ? "" : $" {name}")},

        Voici l’ordre du jour de la séance suivante : {view.Table.Name} ({view.Table.Short}), {SessionTexts.Format(view.Session.Format)}.

        Date : {French.DayAndTime(view.Session.Start, view.Zone)}
        Durée : {French.Duration(view.Session.Duration)}
        Lieu : {SessionTexts.Place(view.Session)}

        {Items(view)}

        {(view.Papers is { } papers ? $"Documents joints : {papers.All.AbsoluteUri}\n\n" : "")}{AgendaTexts.Version(view.Circulation, view.Zone)}.

        Pour dire que vous en avez pris connaissance, ou l’avoir en fichier Word, ouvrez votre page personnelle :
        {url}

        {(view.Papers is null ? "Ce lien est personnel : merci de ne pas le transférer." : "Ces liens sont personnels : merci de ne pas les transférer.")}
        """;

    public static string SuggestedSubject(ItemSuggestion suggestion) => $"Suggestion pour l’ordre du jour : {suggestion.Title}";

    public static string Suggested(Session session, Table table, TimeZoneInfo zone, ItemSuggestion suggestion) =>
        $"Bonjour,\n\n{suggestion.ByName} suggère un point pour la {table.Short} du {French.Day(session.Start, zone)} :\n\n"
        + $"{suggestion.Title} ({SessionTexts.Kind(suggestion.Kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(suggestion.Minutes))})\n\n"
        + "Pour y répondre, écrivez « ordre du jour » dans votre conversation avec le bot.";

    public static string AnsweredSubject(ItemSuggestion suggestion) => $"Votre suggestion : {suggestion.Title}";

    public static string Answered(Session session, Table table, TimeZoneInfo zone, ItemSuggestion suggestion) =>
        "Bonjour,\n\n" + (suggestion.State == SuggestionState.Accepted
            ? AgendaTexts.Accepted(suggestion, session, table, zone)
            : AgendaTexts.Declined(suggestion, session, table, zone))
        + (suggestion.Reason is { } why ? $"\n\nPourquoi : {why}" : "");

    private static string Items(CirculatedView view) => string.Join(
        '\n', view.Circulation.Agenda.SelectMany((item, i) => FollowUpTexts.Lines(view.FollowUp, item.Id)
            .Concat(view.Submitted?.GetValueOrDefault(item.Id) ?? []).Select(line => $"   - {line.Replace("\n", "\n     ", StringComparison.Ordinal)}")
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {item.Title} ({AgendaTexts.Detail(item)})"))));
}
