using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Meetings;

/// <summary>The attendance sheet: who is there, seat by seat, with the quorum as it stands.</summary>
public static class PresenceCard
{
    public const int SeatsPerPage = 12;
    private const string GuestBlock = "invite";
    private const string GuestOutBlock = "retirer";
    private const int MostGuests = 40;

    /// <param name="from">How many seats came on the pages before.</param>
    /// <param name="word">Where the sheet can be had as a Word file; null where no link can be given.</param>
    public static AdaptiveCard Of(RunView view, int from, Uri? word, string? news = null, string? problem = null)
    {
        var seats = view.Roll.Seats.ToList();
        var quorum = view.Roll.Quorum();
        return CardTrim.AsManyAsFit(SeatsPerPage, most =>
        {
            var page = seats.Skip(from).Take(most).ToList();
            return Card(
                $"Présences : {SessionTexts.Name(view.Session, view.Table, view.Zone)}",
                [
                    Heading(
                        $"{SessionPieces.Subtitle(view.Session, view.Table)} — {French.DayAndTime(view.Session.Start, view.Zone)}", "Feuille de présence",
                        quorum.IsAsked && !quorum.SecondCall ? new CardStatus(quorum.Reached ? "Quorum atteint" : "Quorum non atteint", quorum.Reached ? TextColor.Good : TextColor.Warning) : null),
                    news is null ? null : Notice(NoticeKind.Good, "C’est fait", news),
                    problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a été noté", problem),
                    Lead(MeetingTexts.Counts(view.Roll)),
                    Faint(MeetingTexts.Quorum(quorum)),
                    MeetingTexts.Colleges(quorum) is { } colleges ? Faint(colleges) : null,
                    .. Fields(view, page),
                    seats.Count > from + page.Count || from > 0
                        ? Faint(string.Create(CultureInfo.InvariantCulture, $"Sièges {from + 1} à {from + page.Count} sur {seats.Count}.")) : null,
                    Buttons(Actions(view, from, page.Count, seats.Count, word)),
                    .. view.Roll.Guests.Take(most).Select(g => (CardElement)Faint($"Invité : {NameOf(g)}, {(g.Mode == PresenceMode.Remote ? "à distance" : "en salle")}")),
                    view.Roll.Guests.Count > most ? Faint($"… et {French.Count(view.Roll.Guests.Count - most, "autre invité", "autres invités")}.") : null,
                    Guest(view.Session, from),
                    view.Roll.Guests.Count > 0 ? GuestOut(view, from) : null,
                ]);
        });
    }

    /// <summary>A proxy was given or taken back: says so in place of the form, and offers the other.</summary>
    public static AdaptiveCard ProxyNoted(Session session, Table table, Seat from, ProxyOutcome outcome, Roster roster)
    {
        var given = outcome is ProxyOutcome.Given;
        var words = MeetingTexts.Proxy(outcome, roster);
        return CardTrim.Fit(Card(
            words,
            [
                Heading($"{SessionPieces.Subtitle(session, table)} — {French.DayAndTime(session.Start, roster.Zone)}", given ? "Pouvoir donné" : "Pouvoir repris"),
                Notice(NoticeKind.Good, "C’est noté", words),
                Buttons(
                    given ? new CardButton("Reprendre le pouvoir", MeetingVerbs.ProxyBack, MeetingKeys.Of(session, from.Id)) { WithInputs = false } : null,
                    new CardButton(given ? "Choisir un autre siège…" : "Donner pouvoir…", MeetingVerbs.ProxyForm, MeetingKeys.Of(session, from.Id)) { WithInputs = false },
                    new CardButton("Voir la séance", SessionVerbs.Show, SessionKeys.Of(session)) { WithInputs = false }),
            ]));
    }

    /// <summary>Gives a proxy: to whom, among the voting seats that are called.</summary>
    /// <param name="chosen">The seat already named; null shows the one that holds the proxy.</param>
    public static AdaptiveCard Proxy(RunView view, Seat from, string? problem = null, SeatId? chosen = null)
    {
        var roll = view.Roll.Seats.First(s => s.Seat.Id == from.Id);
        var others = view.Roll.Seats.Where(s => s.Seat.Voice == Voice.Deliberative && s.Seat.Id != from.Id && s.Mandate is not null).ToList();
        return CardTrim.AsManyAsFit(60, most => Card(
            "Donner pouvoir",
            [
                Heading($"{SessionPieces.Subtitle(view.Session, view.Table)} — {French.DayAndTime(view.Session.Start, view.Zone)}", "Donner pouvoir"),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                Line(Run("Pour le siège "), Strong(SessionPieces.SeatName(from, view.Roster))),
                roll.Proxy is { } given
                    ? PeopleText($"Pouvoir donné à {Holder(view, given.To)} par {given.ByName}, le {French.ShortDay(given.At, view.Zone)}.") : null,
                new ChoiceSetInput(
                    MeetingKeys.To, [.. others.Take(most).Select(s => new Choice(PeoplesWords.AsLabel(view.Roster.StructureName(s.Seat.Structure)), s.Seat.Id.Value))])
                {
                    Label = MeetingTexts.WhichHolder, Style = ChoiceStyle.Compact, Placeholder = "Choisir le siège", Value = (chosen ?? roll.Proxy?.To)?.Value,
                },
                Buttons(
                    new CardButton("Donner pouvoir", MeetingVerbs.ProxyGive, MeetingKeys.Of(view.Session, from.Id), ActionStyle.Positive),
                    roll.Proxy is null ? null : new CardButton("Reprendre le pouvoir", MeetingVerbs.ProxyBack, MeetingKeys.Of(view.Session, from.Id)) { WithInputs = false },
                    new CardButton("Revenir", SessionVerbs.Show, SessionKeys.Of(view.Session)) { WithInputs = false }),
                Faint($"Un siège présent peut porter {French.Count(view.Table.Rules.Sessions.ProxiesPerHolder, "pouvoir", "pouvoirs")} au plus. Le pouvoir vaut pour cette séance seulement."),
            ]));
    }

    private static string Holder(RunView view, SeatId seat) =>
        view.Table.Seats.FirstOrDefault(s => s.Id == seat) is { } found ? view.Roster.StructureName(found.Structure) : seat.Value;

    private static IEnumerable<CardElement> Fields(RunView view, List<SeatRoll> page)
    {
        foreach (var college in page.GroupBy(s => s.Seat.College))
        {
            yield return Line(Strong($"Collège {view.Roster.CollegeName(college.Key)}")) with { Separator = true, Spacing = Spacing.Medium };
            foreach (var seat in college)
            {
                yield return Field(view, seat);
            }
        }
    }

    private static ChoiceSetInput Field(RunView view, SeatRoll seat)
    {
        var instead = PresenceWords.InsteadOf(seat);
        var name = seat.Mandate is { } mandate ? $"{view.Roster.StructureName(seat.Seat.Structure)} ({mandate.Holder.Name})" : view.Roster.StructureName(seat.Seat.Structure);
        return new ChoiceSetInput(
            MeetingKeys.InputOf(seat.Seat.Id),
            [
                new Choice("Présent en salle", PresenceWords.Room), new Choice("Présent à distance", PresenceWords.Remote),
                new Choice(PeoplesWords.AsLabel($"En salle : {instead}"), PresenceWords.Instead),
                new Choice(PeoplesWords.AsLabel($"À distance : {instead}"), PresenceWords.InsteadRemote),
                new Choice("Excusé", PresenceWords.Excused), new Choice("Absent", PresenceWords.Absent),
            ])
        {
            Label = PeoplesWords.AsLabel($"{name} — {MeetingTexts.State(seat, view.Zone)}"), Style = ChoiceStyle.Compact,
            Value = PresenceWords.Of(seat), Placeholder = "À noter",
        };
    }

    private static IEnumerable<CardAction?> Actions(RunView view, int from, int shown, int all, Uri? word)
    {
        yield return new CardButton("Enregistrer", MeetingVerbs.PresenceSave, MeetingKeys.Page(view.Session, from), ActionStyle.Positive);
        yield return view.Roll.Count(RollState.Expected) > 0
            ? new CardButton("Tous les annoncés sont là", MeetingVerbs.PresenceAll, MeetingKeys.Page(view.Session, from)) : null;
        yield return from > 0
            ? new CardButton("Sièges précédents", MeetingVerbs.Presence, MeetingKeys.Page(view.Session, from, Math.Max(0, from - SeatsPerPage))) : null;
        yield return all > from + shown
            ? new CardButton("Sièges suivants", MeetingVerbs.Presence, MeetingKeys.Page(view.Session, from, from + shown)) : null;
        yield return Unfold("Ajouter un invité", GuestBlock);
        yield return view.Roll.Guests.Count > 0 ? Unfold("Retirer un invité", GuestOutBlock) : null;
        yield return word is null ? null : new OpenUrlAction(word) { Title = "Fichier Word" };
        yield return new CardButton("Revenir à la séance", MeetingVerbs.Show, SessionKeys.Of(view.Session)) { WithInputs = false };
    }

    private static Container Guest(Session session, int from) => Folded(
        GuestBlock,
        new TextInput(MeetingKeys.Name) { Label = "Nom de l’invité", MaxLength = SessionLimits.RepresentedBy },
        new TextInput(MeetingKeys.Structure) { Label = "Structure ou fonction", MaxLength = SessionLimits.RepresentedBy },
        new ToggleInput(MeetingKeys.Mode, "Participe à distance"),
        Buttons(new CardButton("Noter l’invité", MeetingVerbs.Guest, MeetingKeys.Page(session, from))),
        Faint("Un invité a une voix consultative : il est entendu, jamais compté."));

    /// <summary>Until the minutes: who was noted by mistake goes; who was noted otherwise than they are goes and is noted anew.</summary>
    private static Container GuestOut(RunView view, int from) => Folded(
        GuestOutBlock,
        new ChoiceSetInput(MeetingKeys.Guest, [.. view.Roll.Guests.Take(MostGuests).Select(g => new Choice(PeoplesWords.AsLabel(NameOf(g)), g.Id.Value))])
        {
            Label = MeetingTexts.WhichGuest, Style = ChoiceStyle.Compact, Placeholder = "Choisir l’invité",
        },
        Buttons(new CardButton("Retirer", MeetingVerbs.GuestOut, MeetingKeys.Page(view.Session, from))));

    private static string NameOf(Guest guest) => guest.Structure is { } of ? $"{guest.Name} ({of})" : guest.Name;
}
