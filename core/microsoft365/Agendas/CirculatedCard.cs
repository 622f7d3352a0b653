using System.Globalization;
using Concertation.Domain.Agendas;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Notices;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Agendas;

/// <summary>A circulated version as one seat reads it.</summary>
/// <param name="Papers">What is joined to its items; null for nothing.</param>
/// <param name="Read">The seat's « j'ai pris connaissance »; null before.</param>
/// <param name="Submitted">By item, the file of a decision that it asks to validate, for the letter: a card opens it.</param>
public sealed record CirculatedView(
    Session Session, Table Table, Roster Roster, AgendaCirculation Circulation, Seat Seat, Acknowledgement? Read, Uri? Word = null,
    SessionPapers? Papers = null, FollowUp? FollowUp = null, IReadOnlyDictionary<ItemId, IReadOnlyList<string>>? Submitted = null)
{
    public TimeZoneInfo Zone => Roster.Zone;
}

/// <summary>The circulated agenda, for members; who got and read it, for the convener; answers to suggestions.</summary>
public static class CirculatedCard
{
    private const int MostNames = 60;

    public static AdaptiveCard Of(CirculatedView view)
    {
        var (session, circulation) = (view.Session, view.Circulation);
        return CardTrim.AsManyAsFit(PaperPieces.MostLinks, most => Card(
            $"Ordre du jour : {SessionTexts.Name(session, view.Table, view.Zone)}",
            [
                Heading(
                    SessionPieces.Subtitle(session, view.Table),
                    string.Create(CultureInfo.InvariantCulture, $"Ordre du jour, version {circulation.Version}"),
                    view.Read is null ? null : new CardStatus("Lu", TextColor.Good)),
                SessionPieces.Facts(session, view.Zone),
                .. SessionPieces.Agenda(circulation.Agenda, view.Papers, most, view.FollowUp),
                Faint($"{AgendaTexts.Version(circulation, view.Zone)}."),
                view.Read is { } read ? Faint($"{read.Name} en a pris connaissance le {French.DayAndTime(read.At, view.Zone)}.") : null,
                Buttons(
                    view.Read is null
                        ? new CardButton(AgendaTexts.Read, AgendaVerbs.Read, AgendaKeys.Of(session, circulation.Version, view.Seat.Id), ActionStyle.Positive)
                        : null,
                    circulation.Agenda.FirstOrDefault(i => i.Escalated is not null)?.Escalated is { } submitted
                        ? new CardButton(
                            "Décision à valider", EscalationVerbs.Show, EscalationVerbs.Of(session.Territory, session.Territory, submitted)) { WithInputs = false }
                        : null,
                    view.Word is { } word ? new OpenUrlAction(word) { Title = "Fichier Word" } : null,
                    new CardButton("Suggérer un point", AgendaVerbs.SuggestForm, SessionKeys.Of(session)) { WithInputs = false }),
            ]));
    }

    /// <summary>To whom each version went and who said to have read it; nothing is tracked.</summary>
    public static AdaptiveCard Readers(
        AgendaView view, IReadOnlyList<Notice> sent, IReadOnlyList<Acknowledgement> read)
    {
        var last = view.Last!;
        var ofLast = read.Where(r => r.Version == last.Version).ToList();
        var lines = sent.OrderBy(n => view.Roster.PersonOf(n.Recipient)?.Name, StringComparer.Create(French.Culture, ignoreCase: true)).ToList();
        return CardTrim.AsManyAsFit(MostNames, most => Card(
            "Qui a pris connaissance de l’ordre du jour ?",
            [
                Heading(
                    $"{SessionPieces.Subtitle(view.Session, view.Table)} — {French.DayAndTime(view.Session.Start, view.Roster.Zone)}",
                    string.Create(CultureInfo.InvariantCulture, $"Qui a pris connaissance de la version {last.Version} ?")),
                Lead(AgendaTexts.Reading(
                    sent.Count(n => n.State == NoticeState.Delivered), ofLast.Count,
                    sent.Count(n => n.State is NoticeState.Failed or NoticeState.Uncertain or NoticeState.LeftUncertain))),
                .. lines.Take(most).Select(n => (CardElement)Line(
                    Strong(view.Roster.PersonOf(n.Recipient)?.Name ?? n.Recipient.Value), Between(" "), Run(Said(n, ofLast, view.Roster.Zone)))
                    with { Spacing = Spacing.Small }),
                lines.Count > most ? Faint($"Et {French.Count(lines.Count - most, "autre", "autres")}.") : null,
                Faint("Les lectures sont celles que les personnes ont elles-mêmes déclarées : rien n’est suivi à leur insu."),
                Buttons(
                    new CardButton("Actualiser", AgendaVerbs.Readers, SessionKeys.Of(view.Session)),
                    new CardButton("Revenir", AgendaVerbs.Show, SessionKeys.Of(view.Session))),
            ]));
    }

    /// <summary>A member's suggestion, for the convener.</summary>
    public static AdaptiveCard Suggested(Session session, Table table, TimeZoneInfo zone, ItemSuggestion suggestion) => CardTrim.Fit(Card(
        $"Suggestion pour l’ordre du jour : {suggestion.Title}",
        Heading($"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, zone)}", "Suggestion pour l’ordre du jour"),
        Quote(suggestion.Title, suggestion.ByName),
        Faint($"{SessionTexts.Kind(suggestion.Kind)}, {French.Duration(TimeSpan.FromMinutes(suggestion.Minutes))}"),
        Buttons(
            new CardButton("Inscrire", AgendaVerbs.Accept, AgendaKeys.Of(session, suggestion.Id), ActionStyle.Positive),
            new CardButton("Ne pas retenir…", AgendaVerbs.DeclineForm, AgendaKeys.Of(session, suggestion.Id)),
            new CardButton("Voir l’ordre du jour", AgendaVerbs.Show, SessionKeys.Of(session)))));

    /// <summary>The answer, for whoever suggested it.</summary>
    public static AdaptiveCard Answered(Session session, Table table, TimeZoneInfo zone, ItemSuggestion suggestion)
    {
        var accepted = suggestion.State == SuggestionState.Accepted;
        var said = accepted ? AgendaTexts.Accepted(suggestion, session, table, zone) : AgendaTexts.Declined(suggestion, session, table, zone);
        return CardTrim.Fit(Card(
            said,
            Heading(SessionPieces.Subtitle(session, table), "Votre suggestion"),
            Notice(accepted ? NoticeKind.Good : NoticeKind.Neutral, accepted ? "Inscrite à l’ordre du jour" : "Pas retenue cette fois", said),
            suggestion.Reason is { } why ? Quote(why, "Pourquoi") : null));
    }

    private static string Said(Notice notice, List<Acknowledgement> read, TimeZoneInfo zone)
    {
        if (read.FirstOrDefault(r => r.Seat == notice.Seat) is { } done)
        {
            return $"— lu le {French.ShortDay(done.At, zone)}{(done.Person == notice.Recipient ? "" : $" par {done.Name}")}";
        }

        return notice.State switch
        {
            NoticeState.Delivered => notice.Road == Road.Mail ? "— reçu par courriel" : "— reçu",
            NoticeState.Waiting or NoticeState.Sending => "— envoi en cours",
            _ => "— envoi non abouti",
        };
    }
}
